//! The answer of each exercise, on the real tokio: what it prints there, with the lesson's own values, is written down
//! for the page's test of the exercises, which compiles and runs the same file as the page does.
//!
//! When an answer prints something else, `BLESS=1 cargo test --test exercises` writes it down.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::env;
use std::fs;

use async_playground::scenario::{Main, Program, Value};
use async_playground::scenarios::LESSONS;

#[allow(dead_code, reason = "nothing is simulated here")]
#[path = "common/oracle.rs"]
mod oracle;
#[allow(
    dead_code,
    unused_imports,
    reason = "tokio's names, used by an answer or not"
)]
#[path = "common/playground.rs"]
mod playground;

/// Where the logs stand.
const WRITTEN: &str = "www/test/answers.json";

/// Calls an answer's `main` with the lesson's values.
type Start = fn(&[Value]) -> Main;

macro_rules! answers {
    ($($name:ident)+) => {
        $(mod $name {
            #[allow(unused_imports, reason = "not every program needs all of them")]
            use crate::playground::{std, std::println, tokio};
            include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/scenarios/", stringify!($name), "/exercise/answer.rs"));
        })+

        /// By the name of the lesson's folder.
        const ANSWERS: &[(&str, Start)] = &[$((stringify!($name), |values| start($name::main, values))),+];
    };
}

// The list that `build.rs` makes of the folders.
include!(concat!(env!("OUT_DIR"), "/answers.rs"));

/// It may take fewer values than the lesson has: the first ones.
fn start<Arguments, P: Program<Arguments>>(main: P, values: &[Value]) -> Main {
    main.start(&values[..P::TAKES])
}

#[test]
fn each_answer_prints_what_is_written_down() {
    let mut logs = BTreeMap::new();
    for lesson in LESSONS {
        if lesson.about.exercise.is_none() {
            continue;
        }
        let name = lesson.id.replace('-', "_");
        let answer = ANSWERS.iter().find(|(answer, _)| *answer == name);
        let (_, start) = answer.unwrap_or_else(|| panic!("\"{name}\" has no exercise/answer.rs"));
        let values: Vec<_> = lesson
            .about
            .params
            .iter()
            .map(|param| param.default)
            .collect();
        logs.insert(lesson.id, playground::run(start(&values)).log);
    }
    assert_eq!(logs.len(), ANSWERS.len());

    let said = serde_json::to_string_pretty(&logs).expect("lines are JSON") + "\n";
    if env::var_os("BLESS").is_some() {
        fs::write(WRITTEN, &said).expect("the file can be written");
    }
    let written = fs::read_to_string(WRITTEN).expect("the file is there");
    assert_eq!(written, said, "see the head of this file");
}
