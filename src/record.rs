//! The RunRecord, version 1: a run as JSON, all that the views need.
//!
//! Times are milliseconds since the run began, on the wall clock. The record says
//! what a run did and nothing of what kind of program it was.

use std::time::Duration;

use serde::{Serialize, Serializer};

use crate::diagnose::diagnose;
use crate::runtime::{Outcome, Runtime};
use crate::scenario::Value;
use crate::speed::Speed;
use crate::trace::{Cause, Entry, Event, State, TaskId, TaskKind};

/// What a page is given of a run.
#[derive(Serialize)]
pub struct RunRecord<'a> {
    version: u32,
    scenario: &'a str,
    #[serde(serialize_with = "as_map")]
    params: Vec<(&'a str, Value)>,
    speed: Speed,
    clock: &'static str,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    elapsed_ms: f64,
    hidden_ms: f64,
    /// All finished waits, added up: what they would take one after another.
    waits_ms: f64,
    tasks: Vec<TaskRecord>,
    log: Vec<LogLine<'a>>,
    events: Vec<EventRecord<'a>>,
    diagnoses: Vec<DiagnosisRecord>,
    sampled: Sampled,
    memory: Memory,
}

/// How much of the run the record shows event by event.
#[derive(Serialize)]
struct Sampled {
    tasks_total: u32,
    tasks_recorded: usize,
}

/// Measured bytes; absent where they cannot be measured.
#[derive(Serialize, Default, Clone, Copy)]
pub struct Memory {
    /// Heap at the run's peak, by the number of its tasks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes_per_task: Option<f64>,
    /// All memory of a worker's own wasm instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes_per_worker: Option<u64>,
}

#[derive(Serialize)]
struct TaskRecord {
    id: u32,
    name: String,
    kind: &'static str,
    parent: Option<u32>,
    state: &'static str,
    polls: u32,
    busy_ms: f64,
    scheduled_ms: f64,
    idle_ms: f64,
    spawned_ms: f64,
    ended_ms: Option<f64>,
    line: u32,
}

#[derive(Serialize)]
struct LogLine<'a> {
    n: usize,
    at_ms: f64,
    task: u32,
    text: &'a str,
    line: u32,
}

#[derive(Serialize)]
struct DiagnosisRecord {
    code: &'static str,
    message: String,
    task: u32,
    at_ms: f64,
}

/// An event with its number, as in [`RunRecord`].
#[derive(Serialize)]
pub struct EventRecord<'a> {
    n: usize,
    at_ms: f64,
    task: u32,
    #[serde(flatten)]
    what: What<'a>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum What<'a> {
    Spawn {
        parent: Option<u32>,
        name: String,
        task_kind: &'static str,
        line: u32,
    },
    PollStart,
    PollEnd {
        ready: bool,
    },
    Wake {
        by: By,
    },
    Sleep {
        until_ms: f64,
        line: u32,
    },
    Fire {
        due_ms: f64,
    },
    Cancel {
        due_ms: f64,
    },
    Await {
        on: u32,
        line: u32,
    },
    Log {
        text: &'a str,
        line: u32,
    },
    Block {
        ms: f64,
        line: u32,
    },
    NeverAwaited {
        what: &'static str,
        line: u32,
    },
    Complete,
    Abort,
    Panic {
        message: &'a str,
    },
}

#[derive(Serialize)]
#[serde(untagged)]
enum By {
    Task(u32),
    Other(&'static str),
}

fn as_map<S: Serializer>(params: &[(&str, Value)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(params.iter().copied())
}

fn ms(duration: Duration) -> f64 {
    // Whole nanoseconds: a float of milliseconds holds them exactly for months.
    duration.as_nanos() as f64 / 1e6
}

fn kind_name(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Main => "main",
        TaskKind::Task => "task",
        TaskKind::Branch => "branch",
        TaskKind::Worker => "worker",
    }
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

/// The record of a run that has ended, or of what there is of it so far.
pub fn record<'a>(
    program: Program<'a>,
    runtime: &Runtime,
    clock: &'static str,
    memory: Memory,
    entries: &'a [Entry],
) -> RunRecord<'a> {
    let tasks = tasks(entries, program.source);
    let name = |task: TaskId| {
        let record = tasks.get(task.0 as usize);
        record.map_or_else(|| format!("task {}", task.0), |task| task.name.clone())
    };
    let diagnoses = diagnose(entries, runtime.speed(), name).into_iter();
    let (elapsed, outcome, error) = match runtime.outcome() {
        Some((at, Outcome::Completed)) => (at, "completed", None),
        Some((at, Outcome::Stopped)) => (at, "stopped", None),
        Some((at, Outcome::Failed(message))) => (at, "failed", Some(message)),
        None => (runtime.now(), "running", None),
    };
    RunRecord {
        version: 1,
        scenario: program.scenario,
        params: program.params,
        speed: runtime.speed(),
        clock,
        outcome,
        error,
        elapsed_ms: ms(elapsed),
        hidden_ms: 0.0,
        waits_ms: ms(runtime.speed().wall(runtime.waited())),
        log: log(entries),
        events: events(entries, 0, program.source),
        diagnoses: diagnoses
            .map(|found| DiagnosisRecord {
                code: found.code,
                message: found.message,
                task: found.task.0,
                at_ms: ms(found.at),
            })
            .collect(),
        sampled: Sampled {
            tasks_total: runtime.trace(|trace| trace.spawned()),
            tasks_recorded: tasks.len(),
        },
        memory,
        tasks,
    }
}

/// Events with their numbers, the first of `entries` being event `from`.
pub fn events<'a>(entries: &'a [Entry], from: usize, source: &str) -> Vec<EventRecord<'a>> {
    let numbered = entries.iter().enumerate();
    let event = |(n, entry): (usize, &'a Entry)| EventRecord {
        n: from + n,
        at_ms: ms(entry.at),
        task: entry.task.0,
        what: what(&entry.event, source),
    };
    numbered.map(event).collect()
}

fn what<'a>(event: &'a Event, source: &str) -> What<'a> {
    match event {
        Event::Spawn {
            parent,
            kind,
            name,
            site,
        } => What::Spawn {
            parent: parent.map(|parent| parent.0),
            name: task_name(*kind, *name, site.line, site.column, source),
            task_kind: kind_name(*kind),
            line: spawn_line(*kind, site.line, source),
        },
        Event::PollStart => What::PollStart,
        Event::PollEnd { ready } => What::PollEnd { ready: *ready },
        Event::Wake { by } => What::Wake {
            by: match by {
                Cause::Task(task) => By::Task(task.0),
                Cause::Timer => By::Other("timer"),
                Cause::Js => By::Other("js"),
            },
        },
        Event::Sleep { until, line } => What::Sleep {
            until_ms: ms(*until),
            line: *line,
        },
        Event::Fire { due } => What::Fire { due_ms: ms(*due) },
        Event::Cancel { due } => What::Cancel { due_ms: ms(*due) },
        Event::Await { on, line } => What::Await {
            on: on.0,
            line: *line,
        },
        Event::Log { text, line } => What::Log { text, line: *line },
        Event::Block { lasted, line } => What::Block {
            ms: ms(*lasted),
            line: *line,
        },
        Event::NeverAwaited { what, line } => What::NeverAwaited { what, line: *line },
        Event::Complete => What::Complete,
        Event::Abort => What::Abort,
        Event::Panic { message } => What::Panic { message },
    }
}

fn log(entries: &[Entry]) -> Vec<LogLine<'_>> {
    let mut lines = Vec::new();
    for (n, entry) in entries.iter().enumerate() {
        if let Event::Log { text, line } = &entry.event {
            lines.push(LogLine {
                n,
                at_ms: ms(entry.at),
                task: entry.task.0,
                text,
                line: *line,
            });
        }
    }
    lines
}

/// Where `main` stands in the source: its spawn has no line of the program.
fn spawn_line(kind: TaskKind, line: u32, source: &str) -> u32 {
    if kind != TaskKind::Main {
        return line;
    }
    let main = source
        .lines()
        .position(|line| line.starts_with("pub async fn main("));
    main.map_or(1, |index| index as u32 + 1)
}

/// What a learner calls a task: the expression that made it.
fn task_name(kind: TaskKind, name: Option<&str>, line: u32, column: u32, source: &str) -> String {
    match (kind, name) {
        (TaskKind::Main, _) => "main".into(),
        (_, Some(name)) => one_line(name),
        (_, None) => argument(source, line, column).unwrap_or_else(|| "task".into()),
    }
}

/// The argument of the call that begins at `line` and `column`: `greet("A")` of `spawn_local(greet("A"))`.
fn argument(source: &str, line: u32, column: u32) -> Option<String> {
    let start: usize = source
        .split_inclusive('\n')
        .take(line as usize - 1)
        .map(str::len)
        .sum();
    let call = source.get(start + column as usize - 1..)?;
    let open = call.find('(')?;
    let mut depth = 0;
    let mut quoted = false;
    for (at, character) in call[open..].char_indices() {
        match character {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(one_line(&call[open + 1..open + at]));
        }
    }
    None
}

/// An expression as a name: a block is named by what it is.
fn one_line(expression: &str) -> String {
    let words: Vec<_> = expression.split_whitespace().collect();
    let line = words.join(" ");
    match line.starts_with("async") {
        true => "async block".into(),
        false => line.trim_end_matches(',').to_string(),
    }
}

/// A lane while its times are added up.
struct Lane {
    record: TaskRecord,
    kind: TaskKind,
    state: State,
    since: Duration,
    children: Vec<TaskId>,
}

impl Lane {
    /// Books the time since the last change under the state that ends now.
    fn book(&mut self, at: Duration, state: State) {
        let spent = ms(at - self.since);
        match self.state {
            State::Scheduled => self.record.scheduled_ms += spent,
            State::Busy { .. } | State::Finished => self.record.busy_ms += spent,
            State::Idle => self.record.idle_ms += spent,
            State::Ended => {}
        }
        (self.state, self.since) = (state, at);
    }
}

/// Recorded tasks have the ids from 0 on, without a gap.
fn index(task: TaskId) -> usize {
    task.0 as usize
}

/// Adds up what each lane did. Its busy, scheduled and idle times make up its life.
///
/// A branch is scheduled from its task's wake to its own poll: that wake is the
/// only one that it gets.
fn tasks(entries: &[Entry], source: &str) -> Vec<TaskRecord> {
    let mut lanes: Vec<Lane> = Vec::new();
    for entry in entries {
        let Entry { at, task, event } = entry;
        if let Event::Spawn {
            parent,
            kind,
            name,
            site,
        } = event
        {
            if let Some(parent) = parent.and_then(|parent| lanes.get_mut(index(parent)))
                && *kind == TaskKind::Branch
            {
                parent.children.push(*task);
            }
            lanes.push(Lane {
                record: TaskRecord {
                    id: task.0,
                    name: task_name(*kind, *name, site.line, site.column, source),
                    kind: kind_name(*kind),
                    parent: parent.map(|parent| parent.0),
                    state: "scheduled",
                    polls: 0,
                    busy_ms: 0.0,
                    scheduled_ms: 0.0,
                    idle_ms: 0.0,
                    spawned_ms: ms(*at),
                    ended_ms: None,
                    line: spawn_line(*kind, site.line, source),
                },
                kind: *kind,
                state: State::Scheduled,
                since: *at,
                children: Vec::new(),
            });
            continue;
        }
        let own = index(*task);
        let (before, kind) = (lanes[own].state, lanes[own].kind);
        let after = State::after(Some(before), event, kind).unwrap_or(before);
        lanes[own].book(*at, after);
        match event {
            Event::PollStart => lanes[own].record.polls += 1,
            Event::Complete => lanes[own].record.state = "completed",
            Event::Abort => lanes[own].record.state = "aborted",
            Event::Panic { .. } => lanes[own].record.state = "panicked",
            Event::Wake { .. } => {
                set_branches(&mut lanes, own, *at, State::Idle, State::Scheduled);
            }
            // Woken while it was polled, a task is ready again, and its branches with it.
            Event::PollEnd { ready: false } if after == State::Scheduled => {
                set_branches(&mut lanes, own, *at, State::Idle, State::Scheduled);
            }
            Event::PollEnd { ready: false } => {
                set_branches(&mut lanes, own, *at, State::Scheduled, State::Idle);
            }
            _ => {}
        }
        if after == State::Ended {
            lanes[own].record.ended_ms = Some(ms(*at));
        }
    }
    let end = entries.last().map_or(Duration::ZERO, |entry| entry.at);
    for lane in &mut lanes {
        let state = lane.state;
        lane.book(end, state);
        match state {
            State::Scheduled => lane.record.state = "scheduled",
            State::Busy { .. } | State::Finished => lane.record.state = "busy",
            State::Idle => lane.record.state = "idle",
            State::Ended => {}
        }
    }
    lanes.into_iter().map(|lane| lane.record).collect()
}

/// Moves the branches under a lane from one state to another.
fn set_branches(lanes: &mut [Lane], own: usize, at: Duration, from: State, to: State) {
    for child in lanes[own].children.clone() {
        let child = index(child);
        if lanes[child].state == from {
            lanes[child].book(at, to);
        }
        set_branches(lanes, child, at, from, to);
    }
}
