//! The same programs on the real tokio: every line and the total must be equal.
//!
//! This crate's `playground` has tokio's names, so the scenario files compile
//! here against tokio, as they are. Time is paused.
#![cfg(not(target_arch = "wasm32"))]

use std::time::Duration;

use async_playground::runtime::simulated;
use async_playground::scenario::{self, Scenario, Value};
use async_playground::scenarios::SCENARIOS as SIMULATED;

#[path = "common/oracle.rs"]
mod oracle;
#[allow(
    dead_code,
    unused_imports,
    reason = "tokio's names, used by a scenario or not"
)]
#[path = "common/playground.rs"]
mod playground;
#[allow(dead_code, reason = "the course is included whole")]
#[path = "../src/scenarios.rs"]
mod scenarios;

use oracle::{Observed, defaults, write_column};
use scenarios::SCENARIOS as ON_TOKIO;

/// The defaults, and each parameter at its ends.
///
/// More than twice the default of a count only takes longer.
fn parameter_sets(scenario: &Scenario) -> Vec<Vec<Value>> {
    let defaults = defaults(scenario);
    let mut sets = vec![defaults.clone()];
    for (n, param) in scenario.about.params.iter().enumerate() {
        let max = match param.kind {
            scenario::Kind::Seconds => param.max,
            scenario::Kind::Count => param.max.min(Value(2 * param.default.0)),
        };
        for end in [param.min, max] {
            let mut values = defaults.clone();
            values[n] = end;
            sets.push(values);
        }
    }
    sets
}

#[test]
fn every_scenario_runs_as_on_tokio() {
    let mut differences = String::new();
    let mut simulated_totals = Vec::new();
    let mut tokio_totals: Vec<(&str, Duration)> = Vec::new();
    for (scenario, on_tokio) in SIMULATED.iter().zip(ON_TOKIO) {
        assert_eq!(scenario.id, on_tokio.id);
        let simulate = |values: &[Value]| Observed::of(&simulated::run((scenario.start)(values), 1.0));
        let simulated = simulate(&defaults(scenario));
        simulated_totals.push((scenario.id, simulated.total));
        if let Some(reason) = scenario.about.browser_only {
            println!("not on tokio: {}: {reason}", scenario.id);
            continue;
        }
        for values in parameter_sets(scenario) {
            let tokio = playground::run((on_tokio.start)(&values));
            let difference = simulate(&values).difference("simulated", &tokio, "tokio");
            if let Some(difference) = difference {
                let id = scenario.id;
                let values: Vec<_> = values.iter().map(Value::to_string).collect();
                differences += &format!("{id}({}): {difference}", values.join(", "));
            }
        }
        tokio_totals.push((scenario.id, simulated.total));
    }
    write_column("simulated", &simulated_totals);
    assert!(differences.is_empty(), "\n{differences}");
    write_column("tokio", &tokio_totals);
}
