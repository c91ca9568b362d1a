//! What a trace says went wrong, in plain words. Pure: the same trace, the same words.
//!
//! Three codes: `blocked-loop`, `never-awaited`, `sequential-tasks`.

use std::time::Duration;

use crate::speed::Speed;
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
pub fn diagnose(
    entries: &[Entry],
    speed: Speed,
    name: impl Fn(TaskId) -> String,
) -> Vec<Diagnosis> {
    let mut ordered: Vec<Diagnosis> = blocked_loop(entries, speed, &name);
    let others = never_awaited(entries).into_iter();
    for found in others.chain(sequential_tasks(entries, &name)) {
        let at = ordered.partition_point(|earlier| earlier.at <= found.at);
        ordered.insert(at, found);
    }
    ordered
}

/// "1.20 s". Whole numbers only: formatting floats would add a tenth to the wasm's size.
fn seconds(duration: Duration) -> String {
    let hundredths = (duration.as_millis() + 5) / 10;
    format!("{}.{:02} s", hundredths / 100, hundredths % 100)
}

/// Tasks whose poll took so long that everything else had to wait.
fn blocked_loop(
    entries: &[Entry],
    speed: Speed,
    name: &impl Fn(TaskId) -> String,
) -> Vec<Diagnosis> {
    let mut found = Vec::new();
    let kinds = kinds(entries);
    // A branch is polled inside its task's poll: the innermost that blocks is to blame.
    let mut polled: Vec<(TaskId, Duration)> = Vec::new();
    let mut blame = None;
    for Entry { at, task, event } in entries {
        if kinds[task.0 as usize] == TaskKind::Worker {
            continue;
        }
        match event {
            Event::PollStart => polled.push((*task, *at)),
            Event::Block { lasted, line } if speed.program(*lasted) >= LONG_POLL => {
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

/// Siblings of which each was awaited in the poll that spawned it: the next one was
/// not spawned before it had ended.
fn sequential_tasks(entries: &[Entry], name: &impl Fn(TaskId) -> String) -> Vec<Diagnosis> {
    #[derive(Clone, Default)]
    struct Lane {
        parent: Option<TaskId>,
        /// The task that this one has spawned in the poll that goes on.
        fresh: Option<TaskId>,
        awaited_at_once: bool,
        slept: bool,
        ended: Option<Duration>,
        /// Its children that ran one after another.
        chain: Vec<TaskId>,
    }
    let mut lanes = vec![Lane::default(); kinds(entries).len()];
    for Entry { at, task, event } in entries {
        let own = &mut lanes[task.0 as usize];
        match event {
            Event::Spawn {
                parent: Some(parent),
                kind: TaskKind::Task,
                ..
            } => {
                own.parent = Some(*parent);
                lanes[parent.0 as usize].fresh = Some(*task);
            }
            Event::Await { on, .. } if own.fresh == Some(*on) => {
                lanes[on.0 as usize].awaited_at_once = true;
            }
            Event::PollEnd { .. } => own.fresh = None,
            Event::Sleep { .. } => own.slept = true,
            Event::Complete => own.ended = Some(*at),
            _ => {}
        }
    }

    let mut found = Vec::new();
    let mut close = |parent: usize, chain: Vec<TaskId>, ended: Option<Duration>| {
        if let (2.., Some(at)) = (chain.len(), ended) {
            let names: Vec<_> = chain.iter().map(|task| name(*task)).collect();
            found.push(Diagnosis {
                code: "sequential-tasks",
                message: format!(
                    "{} ran one after another: each was awaited before the next was spawned. \
                     If none needs the result of the one before, spawn all of them first.",
                    listed(&names)
                ),
                task: TaskId(parent as u32),
                at,
            });
        }
    };
    for task in 0..lanes.len() {
        let Some(parent) = lanes[task].parent else {
            continue;
        };
        let parent = parent.0 as usize;
        // A task that never waits would gain nothing from running beside others.
        if lanes[task].awaited_at_once && lanes[task].slept {
            lanes[parent].chain.push(TaskId(task as u32));
        } else {
            let chain = std::mem::take(&mut lanes[parent].chain);
            let last = chain.last().map(|last| lanes[last.0 as usize].ended);
            close(parent, chain, last.flatten());
        }
    }
    for parent in 0..lanes.len() {
        let chain = std::mem::take(&mut lanes[parent].chain);
        let last = chain.last().map(|last| lanes[last.0 as usize].ended);
        close(parent, chain, last.flatten());
    }
    found
}

/// "A, B and C".
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The kind of each lane, by id.
fn kinds(entries: &[Entry]) -> Vec<TaskKind> {
    let kind = |entry: &Entry| match entry.event {
        Event::Spawn { kind, .. } => Some(kind),
        _ => None,
    };
    entries.iter().filter_map(kind).collect()
}
