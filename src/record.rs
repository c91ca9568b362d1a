//! The RunRecord, version 1: a run as JSON, all that the views need.
//!
//! Times are milliseconds since the run began, on the wall clock. The record says
//! what a run did and nothing of what kind of program it was. Events are its source:
//! what follows from them (each task's times, the log) is not written, but folded from
//! them where it is read. They may be very many, and are written in slices; the rest is
//! the record's head.

use std::borrow::Cow;
use std::time::Duration;

use serde::{Serialize, Serializer};

use crate::diagnose::diagnose;
use crate::runtime::{self, Runtime};
use crate::scenario::Value;
use crate::speed::Speed;
use crate::trace::{Entry, TaskId};

mod check;
mod edited;
mod event;
mod field;
mod name;
mod run;

pub use check::read;
pub use event::EventRecord;
pub use name::{LONGEST_NAME, task_name};

use field::Ms;

/// The version that is written and read here.
const VERSION: u32 = 1;

/// What a page is given of a run beside its events.
#[derive(Serialize)]
pub struct Head<'a> {
    version: u32,
    scenario: Cow<'a, str>,
    #[serde(serialize_with = "as_map")]
    params: Vec<(Cow<'a, str>, Value)>,
    speed: Speed,
    clock: Clock,
    outcome: Outcome,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Cow<'a, str>>,
    elapsed_ms: Ms,
    hidden_ms: Ms,
    /// All finished waits, added up: what they would take one after another.
    waits_ms: Ms,
    diagnoses: Vec<DiagnosisRecord>,
    sampled: Sampled,
    memory: Memory,
    /// The text of the program, where it is none of the course; whoever keeps the record adds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Cow<'a, str>>,
    /// Its bytecode in base64url, added with the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    program: Option<Cow<'a, str>>,
}

/// The clock of a run.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Clock {
    /// The browser's own.
    Browser,
    /// The one that skips every wait.
    Simulated,
}

#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Outcome {
    Completed,
    Stopped,
    Failed,
    Running,
}

/// How much of the run the record shows event by event.
#[derive(Serialize)]
struct Sampled {
    tasks_total: u32,
    tasks_recorded: u32,
}

/// Measured bytes; absent where they cannot be measured.
#[derive(Serialize, Default, Clone, Copy)]
pub struct Memory {
    /// What spawning a task takes, on average: its future, its waker and its handle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes_per_task: Option<f64>,
    /// All memory of a worker's own wasm instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes_per_worker: Option<f64>,
}

#[derive(Serialize)]
struct DiagnosisRecord {
    code: &'static str,
    message: String,
    task: u32,
    at_ms: Ms,
}

fn as_map<S: Serializer>(
    params: &[(Cow<'_, str>, Value)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(params.iter().map(|(name, value)| (name, value)))
}

/// What was run, as far as the trace cannot know it.
pub struct Program<'a> {
    /// The scenario's id.
    pub scenario: &'a str,
    /// Its parameters.
    pub params: Vec<(&'a str, Value)>,
    /// Its source, from which tasks have their names.
    pub source: &'a str,
}

/// The head of the record of a run that has ended, or of what there is of it so far.
pub fn head<'a>(
    program: Program<'a>,
    runtime: &Runtime,
    clock: Clock,
    memory: Memory,
    entries: &[Entry],
) -> Head<'a> {
    // Only what was spawned has a name.
    let name = |entry: &Entry| {
        EventRecord::new(0, entry, program.source)
            .name
            .map(Cow::into_owned)
    };
    let names: Vec<String> = entries.iter().filter_map(name).collect();
    let diagnoses = diagnoses(entries, runtime.speed(), &names);
    let (elapsed, outcome, error) = match runtime.outcome() {
        Some((at, runtime::Outcome::Completed)) => (at, Outcome::Completed, None),
        Some((at, runtime::Outcome::Stopped)) => (at, Outcome::Stopped, None),
        Some((at, runtime::Outcome::Failed(message))) => (at, Outcome::Failed, Some(message)),
        None => (runtime.now(), Outcome::Running, None),
    };
    let params = program.params.into_iter();
    Head {
        version: VERSION,
        scenario: program.scenario.into(),
        params: params.map(|(name, value)| (name.into(), value)).collect(),
        speed: runtime.speed(),
        clock,
        outcome,
        error: error.map(Cow::Owned),
        elapsed_ms: Ms(elapsed),
        hidden_ms: Ms(Duration::ZERO),
        waits_ms: Ms(runtime.speed().wall(runtime.waited())),
        sampled: Sampled {
            tasks_total: runtime.trace(|trace| trace.spawned()),
            tasks_recorded: names.len() as u32,
        },
        diagnoses,
        memory,
        source: None,
        program: None,
    }
}

/// Events with their numbers, the first of `entries` being event `from`.
pub fn events<'a>(entries: &'a [Entry], from: usize, source: &str) -> Vec<EventRecord<'a>> {
    let numbered = entries.iter().enumerate();
    numbered
        .map(|(n, entry)| EventRecord::new(from + n, entry, source))
        .collect()
}

fn diagnoses(entries: &[Entry], speed: Speed, names: &[String]) -> Vec<DiagnosisRecord> {
    let name = |TaskId(task)| match names.get(task as usize) {
        Some(name) => name.clone(),
        None => format!("task {task}"),
    };
    let found = diagnose(entries, speed, name).into_iter();
    found
        .map(|found| DiagnosisRecord {
            code: found.code,
            message: found.message,
            task: found.task.0,
            at_ms: Ms(found.at),
        })
        .collect()
}
