//! With which values a scenario is tried.

use async_playground::scenario::{Scenario, Value};

/// More of what a program counts only takes longer.
const MANY: Value = Value::whole(100);

/// The defaults, all parameters at their least (what is equally long ends in order), and each at its ends.
pub fn parameter_sets(scenario: &Scenario) -> Vec<Vec<Value>> {
    let defaults: Vec<_> = scenario.params.iter().map(|param| param.default).collect();
    let least = scenario.params.iter().map(|param| param.min);
    let mut sets = vec![defaults.clone(), least.collect()];
    for (n, param) in scenario.params.iter().enumerate() {
        let ends = [param.min, param.max];
        for end in ends.into_iter().filter(|end| *end <= MANY) {
            let mut values = defaults.clone();
            values[n] = end;
            sets.push(values);
        }
    }
    sets
}
