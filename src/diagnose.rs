//! What a trace says went wrong, in plain words. Pure: the same trace, the same words.
//!
//! Three codes: `blocked-loop`, `never-awaited`, `sequential-tasks`.

use std::collections::HashMap;
use std::time::Duration;

use crate::trace::{Entry, Event, TaskId, TaskKind};

/// From which length on a poll counts as blocking: what browsers call a long task
/// (W3C Long Tasks, 50 ms).
pub const LONG_POLL: Duration = Duration::from_millis(50);

/// Something that a learner should know about a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis {
    /// Its stable name.
    pub code: &'static str,
    /// What happened, with the figures of this run.
    pub message: String,
    /// Who did it.
    pub task: TaskId,
    /// When it was over.
    pub at: Duration,
}

/// All diagnoses of a run, in the order of time.
///
/// `name` gives the name of a task, and `speed` is that of the run: a wait that the
/// program blocks for is long or short in the program's own seconds.
pub fn diagnose(entries: &[Entry], speed: f64, name: impl Fn(TaskId) -> String) -> Vec<Diagnosis> {
    let mut found = blocked_loop(entries, speed, &name);
    found.extend(never_awaited(entries));
    found.extend(sequential_tasks(entries, &name));
    found.sort_by_key(|diagnosis| diagnosis.at);
    found
}

fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}

/// Tasks whose poll took so long that everything else had to wait.
fn blocked_loop(entries: &[Entry], speed: f64, name: &impl Fn(TaskId) -> String) -> Vec<Diagnosis> {
    let mut found = Vec::new();
    let kinds = kinds(entries);
    // A branch is polled inside its task's poll: the innermost that blocks is to blame.
    let mut polled: Vec<(TaskId, Duration)> = Vec::new();
    let mut blame = None;
    for Entry { at, task, event } in entries {
        if kinds.get(task) == Some(&TaskKind::Worker) {
            continue;
        }
        match event {
            Event::PollStart => polled.push((*task, *at)),
            Event::Block { lasted, line } if lasted.mul_f64(speed) >= LONG_POLL => {
                blame = Some((*task, *line, *lasted));
            }
            Event::PollEnd { .. } => {
                let Some((_, start)) = polled.pop() else {
                    continue;
                };
                if !polled.is_empty() {
                    continue;
                }
                let blocking_call = blame.take();
                let lasted = at.saturating_sub(start);
                if lasted < LONG_POLL && blocking_call.is_none() {
                    continue;
                }
                let (task, line) = match blocking_call {
                    Some((task, line, _)) => (task, format!(" in line {line}")),
                    None => (*task, String::new()),
                };
                found.push(Diagnosis {
                    code: "blocked-loop",
                    message: format!(
                        "{} blocked the loop for {}{line}: until its poll ended, nothing else could run.",
                        name(task),
                        seconds(lasted),
                    ),
                    task,
                    at: *at,
                });
            }
            _ => {}
        }
    }
    found
}

/// Futures that were dropped without a single poll.
fn never_awaited(entries: &[Entry]) -> Vec<Diagnosis> {
    let diagnosis = |entry: &Entry| match entry.event {
        Event::NeverAwaited { what, line } => Some(Diagnosis {
            code: "never-awaited",
            message: format!(
                "The {what} made in line {line} was dropped without being awaited: it never began."
            ),
            task: entry.task,
            at: entry.at,
        }),
        _ => None,
    };
    entries.iter().filter_map(diagnosis).collect()
}

/// Sibling tasks of which each was spawned when the one before had ended: spawned
/// and awaited at once, by a parent that did nothing in between.
fn sequential_tasks(entries: &[Entry], name: &impl Fn(TaskId) -> String) -> Vec<Diagnosis> {
    #[derive(Default)]
    struct Parent {
        /// Tasks that ran one after the other, and when the last of them ended.
        chain: Vec<TaskId>,
        /// The task that was spawned last, if it is awaited in the same poll.
        spawned: Option<TaskId>,
        awaited: Option<TaskId>,
    }
    let kinds = kinds(entries);
    let mut parents: HashMap<TaskId, Parent> = HashMap::new();
    let mut ended: HashMap<TaskId, Duration> = HashMap::new();
    let mut waited: HashMap<TaskId, bool> = HashMap::new();
    let mut chains: Vec<(TaskId, Vec<TaskId>)> = Vec::new();
    for Entry { at, task, event } in entries {
        match event {
            Event::Spawn {
                parent: Some(parent),
                kind: TaskKind::Task,
                ..
            } => {
                let parent_id = *parent;
                let parent = parents.entry(parent_id).or_default();
                let follows = parent
                    .awaited
                    .is_some_and(|before| ended.contains_key(&before));
                if !follows || parent.spawned.is_some() {
                    let chain = std::mem::take(&mut parent.chain);
                    chains.push((parent_id, chain));
                }
                parent.spawned = Some(*task);
                parent.awaited = None;
            }
            Event::Await { on, .. } => {
                let parent = parents.entry(*task).or_default();
                if parent.spawned.take() == Some(*on) {
                    parent.awaited = Some(*on);
                    parent.chain.push(*on);
                }
            }
            Event::Sleep { .. } => {
                waited.insert(*task, true);
            }
            Event::PollEnd { .. } => {
                if let Some(parent) = parents.get_mut(task)
                    && parent.spawned.take().is_some()
                {
                    let chain = std::mem::take(&mut parent.chain);
                    chains.push((*task, chain));
                }
            }
            Event::Complete | Event::Abort => {
                ended.insert(*task, *at);
            }
            _ => {}
        }
    }
    chains.extend(parents.into_iter().map(|(id, parent)| (id, parent.chain)));
    let diagnosis = |(parent, chain): (TaskId, Vec<TaskId>)| {
        debug_assert_ne!(kinds.get(&parent), Some(&TaskKind::Worker));
        // A task that never waits gains nothing from running beside others.
        if chain.len() < 2 || !chain.iter().all(|task| waited.contains_key(task)) {
            return None;
        }
        let last = *chain.last()?;
        let names: Vec<_> = chain.iter().map(|task| name(*task)).collect();
        Some(Diagnosis {
            code: "sequential-tasks",
            message: format!(
                "{} ran one after another: each was awaited before the next was spawned. \
                 If none needs the result of the one before, spawn all of them first.",
                listed(&names)
            ),
            task: parent,
            at: *ended.get(&last)?,
        })
    };
    chains.into_iter().filter_map(diagnosis).collect()
}

/// "A, B and C".
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn kinds(entries: &[Entry]) -> HashMap<TaskId, TaskKind> {
    let kind = |entry: &Entry| match entry.event {
        Event::Spawn { kind, .. } => Some((entry.task, kind)),
        _ => None,
    };
    entries.iter().filter_map(kind).collect()
}
