//! Every lesson, interpreted, has the record that it has compiled: event for event, line for line.

mod common;
#[path = "../../../tests/common/parameter_sets.rs"]
mod parameter_sets;

use async_playground::json;
use async_playground::machine;
use async_playground::record::{self, Clock, Memory, Program};
use async_playground::runtime::{Outcome, Runtime, simulated};
use async_playground::scenarios::{LESSONS, SCENARIOS};
use async_playground::speed::Speed;
use parameter_sets::parameter_sets;

/// Head and events, a line each.
fn record(runtime: &Runtime, source: &str) -> Vec<String> {
    runtime.trace(|trace| {
        let program = Program {
            scenario: "program",
            params: Vec::new(),
            source,
        };
        // What a task takes of the machine's memory is not what it takes compiled.
        let memory = Memory {
            bytes_per_task: None,
            bytes_per_worker: None,
        };
        let entries = trace.entries();
        let head = record::head(program, runtime, Clock::Simulated, memory, entries);
        let events = record::events(entries, 0, source);
        let events = events.iter().map(json::write);
        std::iter::once(json::write(&head)).chain(events).collect()
    })
}

/// The first line in which two records differ.
fn difference(interpreted: &[String], compiled: &[String]) -> Option<String> {
    let mut lines = 0..interpreted.len().max(compiled.len());
    let line = lines.find(|line| interpreted.get(*line) != compiled.get(*line))?;
    let (interpreted, compiled) = (interpreted.get(line), compiled.get(line));
    Some(format!(
        "line {line}\n  interpreted {interpreted:?}\n  compiled    {compiled:?}"
    ))
}

/// Whether it has met the limit of a poll, which it may: so much computing is only for a compiler.
fn computes_too_long(lesson: &str, run: &Runtime) -> bool {
    let limited = matches!(run.outcome(), Some((_, Outcome::Failed(message))) if message.contains("for one poll"));
    lesson == "cpu-bound" && limited
}

#[test]
fn every_lesson_has_the_record_that_it_has_compiled() {
    let mut failed = Vec::new();
    for (scenario, lesson) in SCENARIOS.iter().zip(LESSONS) {
        let compiled = common::compile(lesson.source.rust);
        let Some(program) = compiled.program else {
            println!("{}: {:#?}", lesson.id, compiled.diagnostics);
            failed.push(lesson.id);
            continue;
        };
        for values in parameter_sets(scenario) {
            let interpreted = machine::simulate(&program, &values, Speed::NORMAL)
                .expect("a program that holds together");
            if computes_too_long(scenario.id, &interpreted) {
                continue;
            }
            let compiled = simulated::run((scenario.start)(&values), Speed::NORMAL);
            let source = lesson.source.rust;
            let (interpreted, compiled) = (record(&interpreted, source), record(&compiled, source));
            if let Some(difference) = difference(&interpreted, &compiled) {
                let values: Vec<_> = values.iter().map(ToString::to_string).collect();
                println!("{}({}): {difference}", lesson.id, values.join(", "));
                failed.push(lesson.id);
                break;
            }
        }
    }
    assert!(
        failed.is_empty(),
        "{} of {} lessons: {failed:?}",
        failed.len(),
        LESSONS.len()
    );
}
