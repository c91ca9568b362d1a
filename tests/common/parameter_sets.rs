//! With which values a scenario is tried.

use async_playground::scenario::{Param, Scenario, Value};

/// More of what a program counts only takes longer.
const MANY: Value = Value::whole(100);

/// The defaults, all parameters at their least (what is equally long ends in order), and each at its ends and
/// halfway to them.
pub fn parameter_sets(scenario: &Scenario) -> Vec<Vec<Value>> {
    let defaults: Vec<_> = scenario.params.iter().map(|param| param.default).collect();
    let least = scenario.params.iter().map(|param| param.min);
    let mut sets = vec![defaults.clone(), least.collect()];
    for (n, param) in scenario.params.iter().enumerate() {
        let ends = [param.min, param.max];
        let tried = ends.into_iter().chain(ends.map(|end| halfway(param, end)));
        for value in tried.filter(|value| *value <= MANY) {
            let mut values = defaults.clone();
            values[n] = value;
            if !sets.contains(&values) {
                sets.push(values);
            }
        }
    }
    sets
}

/// A value that the control of a parameter can have, between its default and one of its ends.
fn halfway(param: &Param, Value(end): Value) -> Value {
    let (Value(min), Value(step)) = (param.min, param.step);
    let middle = (param.default.0 + end) / 2;
    Value(min + (middle - min) / step * step)
}
