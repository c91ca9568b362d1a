//! Every lesson, interpreted, has the record that it has compiled: event for event, line for line.
//!
//! But for one thing: that a future of an `async fn` was never awaited, the machine alone can see. Compiled, it is
//! rustc's own, and nobody is told of its drop.

mod common;
#[allow(dead_code, reason = "nobody is asked here who may have too few")]
#[path = "../../../tests/common/parameter_sets.rs"]
mod parameter_sets;

use async_playground::json;
use async_playground::machine;
use async_playground::machine::bytecode::{Bin, Op};
use async_playground::record::{self, Clock, Memory, Program};
use async_playground::runtime::{Runtime, simulated};
use async_playground::scenario::Value;
use async_playground::scenarios::{LESSONS, SCENARIOS};
use async_playground::speed::Speed;
use async_playground::trace::{Entry, Event};
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
        let entries = trace.entries().iter();
        let entries: Vec<_> = entries.filter(|it| !is_forgotten(it)).cloned().collect();
        let head = record::head(program, runtime, Clock::Simulated, memory, &entries);
        let events = record::events(&entries, 0, source);
        let events = events.iter().map(json::write);
        std::iter::once(json::write(&head)).chain(events).collect()
    })
}

/// Whether it tells of a future that only the machine sees.
fn is_forgotten(entry: &Entry) -> bool {
    matches!(&entry.event, Event::NeverAwaited { what, .. } if what.starts_with("future of "))
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

/// More of what is computed only takes longer, and a poll may not last for ever.
fn within_the_time(lesson: &str, values: Vec<Value>) -> Vec<Value> {
    let most = Value::whole(100);
    match lesson {
        "cpu-bound" => values.into_iter().map(|value| value.min(most)).collect(),
        _ => values,
    }
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
            let values = within_the_time(scenario.id, values);
            let interpreted = machine::simulate(&program, &values, Speed::NORMAL)
                .expect("a program that holds together");
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

/// The lesson that computes most does so in one poll, which may last 10 s: about 150 million rounds of this loop. What
/// stands between its beginning and its end has the ways out of it, too.
#[test]
fn a_round_of_the_primes_is_few_instructions_and_no_call() {
    let mut lessons = LESSONS.iter();
    let lesson = lessons.find(|lesson| lesson.id == "cpu-bound");
    let source = lesson.expect("the lesson").source.rust;
    let program = common::compile(source).program.expect("a program");
    let mut functions = program.functions.iter();
    let function = functions.find(|function| function.name == "u32::all_inclusive");
    let code = &function.expect("what looks for a divisor").code;
    let divides = |op: &Op| matches!(op, Op::Binary { op: Bin::Rem, .. });
    let division = code.iter().position(divides).expect("a division");
    let loops = code.iter().enumerate().filter_map(|(at, &(mut op))| {
        let to = *op.target()? as usize;
        (to..=at).contains(&division).then(|| &code[to..=at])
    });
    let round = loops.min_by_key(|round| round.len()).expect("a loop");
    assert!(round.len() <= 12, "{round:#?}");
    assert!(!round.iter().any(|op| matches!(op, Op::Call { .. })));
}

#[test]
fn a_hundred_thousand_sleepers_end_as_they_do_compiled() {
    let lessons = SCENARIOS.iter().zip(LESSONS);
    let mut scale = lessons.filter(|(scenario, _)| scenario.id == "scale");
    let (scenario, lesson) = scale.next().expect("the lesson");
    let program = common::compile(lesson.source.rust).program;
    let values = [Value::whole(100_000)];
    let interpreted = machine::simulate(&program.expect("a program"), &values, Speed::NORMAL)
        .expect("a program that holds together");
    let compiled = simulated::run((scenario.start)(&values), Speed::NORMAL);
    let told = |run: &Runtime| {
        let log = run.trace(|trace| {
            let entries = trace.entries().iter();
            let texts = entries.filter_map(|entry| match &entry.event {
                Event::Log { text, .. } => Some(text.to_string()),
                _ => None,
            });
            texts.collect::<Vec<_>>()
        });
        (log, format!("{:?}", run.outcome()))
    };
    assert_eq!(told(&interpreted), told(&compiled));
}
