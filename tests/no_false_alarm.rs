//! A diagnosis is made of the lessons that provoke it, as their `about.rs` says, and of no other, whatever the values of
//! their parameters.
#![cfg(not(target_arch = "wasm32"))]

use async_playground::diagnose::diagnose;
use async_playground::runtime::simulated;
use async_playground::scenario::{Kind, Param, Scenario, Value};
use async_playground::scenarios::{LESSONS, SCENARIOS};
use async_playground::speed::Speed;
use proptest::prelude::*;

fn provoked(id: &str) -> &'static [&'static str] {
    let of = LESSONS.iter().find(|lesson| lesson.id == id);
    of.map_or(&[], |lesson| lesson.about.diagnosed)
}

/// What is found, each kind once.
fn codes(scenario: &Scenario, values: &[Value], speed: Speed) -> Vec<&'static str> {
    let run = simulated::run((scenario.start)(values), speed);
    let found = run.trace(|trace| diagnose(trace.entries(), speed, |_| String::new()));
    let mut codes: Vec<_> = found.iter().map(|found| found.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[test]
fn each_lesson_provokes_what_it_is_there_for() {
    for scenario in SCENARIOS {
        let defaults: Vec<_> = scenario.params.iter().map(|param| param.default).collect();
        let codes = codes(scenario, &defaults, Speed::NORMAL);
        assert_eq!(codes, provoked(scenario.id), "{}", scenario.id);
    }
}

/// More of what a program counts only takes longer.
const MANY: Value = Value::whole(60);

/// Any value that is allowed.
fn value(param: &Param, Value(random): Value) -> Value {
    let (min, max) = (param.min.0, param.max.min(MANY).max(param.min).0);
    let value = min + random % (max - min + 1);
    match param.kind {
        Kind::Seconds => Value(value),
        Kind::Count => Value(value / 1000 * 1000).max(param.min),
    }
}

fn values() -> impl Strategy<Value = Vec<Value>> {
    proptest::collection::vec((0..1_000_000_u64).prop_map(Value), 6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_lesson_is_told_of_what_it_does_not_do(random in values(), speed in 250..20_000_u32) {
        for scenario in SCENARIOS {
            let params = scenario.params.iter().zip(&random);
            let values: Vec<_> = params.map(|(param, random)| value(param, *random)).collect();
            let found = codes(scenario, &values, Speed::from_thousandths(speed));
            let provoked = provoked(scenario.id);
            for code in found {
                prop_assert!(provoked.contains(&code), "{}({values:?}): {code}", scenario.id);
            }
        }
    }
}
