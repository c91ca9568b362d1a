//! The same programs on the real tokio: every line and the total must be equal.
//!
//! This crate's `playground` is the real tokio: so here the scenario files, as they
//! are, are compiled against that. Time is paused.
#![cfg(not(target_arch = "wasm32"))]

use std::time::Duration;

use async_playground::runtime::simulated;
use async_playground::scenario::{self, Value};
use async_playground::scenarios::{LESSONS, SCENARIOS as SIMULATED};
use async_playground::speed::Speed;

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

use oracle::{Observed, write_column};
use parameter_sets::parameter_sets;
use scenarios::SCENARIOS as ON_TOKIO;

#[test]
fn every_scenario_runs_as_on_tokio() {
    let mut differences = String::new();
    let mut simulated_totals: Vec<(&str, Duration)> = Vec::new();
    let mut tokio_totals: Vec<(&str, Duration)> = Vec::new();
    for ((scenario, on_tokio), lesson) in SIMULATED.iter().zip(ON_TOKIO).zip(LESSONS) {
        assert_eq!([scenario.id, lesson.id], [on_tokio.id; 2]);
        let exempt = lesson.about.browser_only;
        if let Some(reason) = exempt {
            println!("not on tokio: {}: {reason}", scenario.id);
        }
        for (n, values) in parameter_sets(scenario).iter().enumerate() {
            let simulated = Observed::of(&simulated::run((scenario.start)(values), Speed::NORMAL));
            if n == 0 {
                simulated_totals.push((scenario.id, simulated.total));
            }
            if exempt.is_some() {
                continue;
            }
            let tokio = playground::run((on_tokio.start)(values));
            if n == 0 {
                tokio_totals.push((scenario.id, tokio.total));
            }
            if let Some(difference) = simulated.difference("simulated", &tokio, "tokio") {
                let id = scenario.id;
                let values: Vec<_> = values.iter().map(Value::to_string).collect();
                differences += &format!("{id}({}): {difference}", values.join(", "));
            }
        }
    }
    write_column("simulated", &simulated_totals);
    assert!(differences.is_empty(), "\n{differences}");
    write_column("tokio", &tokio_totals);
}
