//! Prints all lessons as JSON, each with its simulated run: the pages have them from here when they are built.

use serde::Serialize;

use async_playground::json;
use async_playground::record::{self, Clock, EventRecord, Head, Memory, Program};
use async_playground::runtime::simulated;
use async_playground::scenario::Lesson;
use async_playground::scenarios::{LESSONS, find};
use async_playground::speed::Speed;

/// A lesson, and what its program does with the values that its parameters have by default.
#[derive(Serialize)]
struct Page<'a> {
    #[serde(flatten)]
    lesson: &'a Lesson,
    /// None where only a browser can run it.
    run: Option<Run<'a>>,
}

/// A record, in the parts in which the wasm tells of one, too.
#[derive(Serialize)]
struct Run<'a> {
    head: Head<'a>,
    events: Vec<EventRecord<'a>>,
}

fn main() {
    let pages: Vec<String> = LESSONS.iter().map(page).collect();
    println!("[{}]", pages.join(",\n"));
}

fn page(lesson: &Lesson) -> String {
    if lesson.about.browser_only.is_some() {
        return json::write(&Page { lesson, run: None });
    }
    let scenario = find(lesson.id).expect("each lesson has its scenario");
    let values = scenario.values(&[]).expect("defaults are allowed");
    let runtime = simulated::run((scenario.start)(&values), Speed::NORMAL);
    runtime.trace(|trace| {
        let entries = trace.entries();
        let params = scenario.params.iter().map(|param| param.name);
        let program = Program {
            scenario: scenario.id,
            params: params.zip(values).collect(),
            source: lesson.source.rust,
        };
        let head = record::head(
            program,
            &runtime,
            Clock::Simulated,
            Memory::default(),
            entries,
        );
        let events = record::events(entries, 0, lesson.source.rust);
        let run = Some(Run { head, events });
        json::write(&Page { lesson, run })
    })
}
