//! With which values a scenario is tried.

use async_playground::scenario::{Param, Scenario, Value};

/// With how many sets of values a scenario must agree. One that takes no parameters has but one.
pub const ENOUGH: usize = 5;

/// More of what a program counts only takes longer.
const MANY: Value = Value::whole(100);

/// The defaults, all parameters at their least (what is equally long ends in order), and each at its ends, halfway to
/// them, and at its first few values.
pub fn parameter_sets(scenario: &Scenario) -> Vec<Vec<Value>> {
    let defaults: Vec<_> = scenario.params.iter().map(|param| param.default).collect();
    let least: Vec<_> = scenario.params.iter().map(|param| param.min).collect();
    let mut sets = vec![defaults.clone()];
    if least != defaults {
        sets.push(least);
    }
    for (n, param) in scenario.params.iter().enumerate() {
        let ends = [param.min, param.max];
        let tried = ends.into_iter().chain(ends.map(|end| halfway(param, end)));
        let few = (1..=3).map(|steps| Value(param.min.0 + steps * param.step.0));
        for value in tried
            .chain(few)
            .filter(|value| *value <= MANY.min(param.max))
        {
            let mut values = defaults.clone();
            values[n] = value;
            if !sets.contains(&values) {
                sets.push(values);
            }
        }
    }
    sets
}

/// Asserts that a scenario agreed in enough sets.
pub fn assert_enough(id: &str, params: &[Param], sets: usize) {
    let enough = if params.is_empty() { 1 } else { ENOUGH };
    assert!(
        sets >= enough,
        "\"{id}\" is tried with {sets} sets of parameters: at least {enough} are wanted"
    );
}

/// A value that the control of a parameter can have, between its default and one of its ends.
fn halfway(param: &Param, Value(end): Value) -> Value {
    let (Value(min), Value(step)) = (param.min, param.step);
    let middle = (param.default.0 + end) / 2;
    Value(min + (middle - min) / step * step)
}
