//! The same programs on the real tokio: every line and the total must be equal.
//!
//! This crate's `playground` is the real tokio: so here the scenario files, as they
//! are, are compiled against that. Time is paused.
#![cfg(not(target_arch = "wasm32"))]

use async_playground::runtime::simulated;
use async_playground::scenario::{self, Value};
use async_playground::scenarios::{LESSONS, SCENARIOS as SIMULATED};
use async_playground::speed::Speed;

#[path = "common/agreed.rs"]
mod agreed;
#[path = "common/oracle.rs"]
mod oracle;
#[path = "common/parameter_sets.rs"]
mod parameter_sets;
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

use agreed::Agreed;
use oracle::Observed;
use parameter_sets::parameter_sets;
use scenarios::SCENARIOS as ON_TOKIO;

#[test]
fn every_scenario_runs_as_on_tokio() {
    let mut differences = String::new();
    let (mut simulated_all, mut tokio_all) = (Agreed::default(), Agreed::default());
    for ((scenario, on_tokio), lesson) in SIMULATED.iter().zip(ON_TOKIO).zip(LESSONS) {
        assert_eq!([scenario.id, lesson.id], [on_tokio.id; 2]);
        for values in &parameter_sets(scenario) {
            let simulated = Observed::of(&simulated::run((scenario.start)(values), Speed::NORMAL));
            simulated_all.add(scenario.id, scenario.params, simulated.total);
            let tokio = playground::run((on_tokio.start)(values));
            tokio_all.add(scenario.id, scenario.params, tokio.total);
            if let Some(difference) = simulated.difference("simulated", &tokio, "tokio") {
                let id = scenario.id;
                let values: Vec<_> = values.iter().map(Value::to_string).collect();
                differences += &format!("{id}({}): {difference}", values.join(", "));
            }
        }
    }
    simulated_all.write_column("simulated");
    assert!(differences.is_empty(), "\n{differences}");
    tokio_all.write_column("tokio");
}
