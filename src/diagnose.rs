//! What a trace says went wrong, in plain words. Pure: the same trace, the same words.

use std::time::Duration;

use crate::speed::Speed;
use crate::trace::{Entry, TaskId};

mod blocked_loop;
mod growing_channel;
mod held_lock;
mod never_awaited;
mod never_started;
mod sequential_tasks;
mod starved_timer;

use blocked_loop::blocked_loop;
use growing_channel::growing_channel;
use held_lock::held_lock;
use never_awaited::never_awaited;
use never_started::never_started;
use sequential_tasks::sequential_tasks;
use starved_timer::starved_timer;

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
    let others = [
        growing_channel(entries, &name),
        held_lock(entries, speed, &name),
        never_awaited(entries),
        never_started(entries, &name),
        sequential_tasks(entries, &name),
        starved_timer(entries, &name),
    ];
    for found in others.into_iter().flatten() {
        let at = ordered.partition_point(|earlier| earlier.at <= found.at);
        ordered.insert(at, found);
    }
    ordered
}

/// From which length on the loop counts as blocked: what browsers call a long task
/// (W3C Long Tasks, 50 ms).
const LONG_POLL: Duration = Duration::from_millis(50);

/// How many diagnoses of one kind there are at most: nobody reads more.
const MOST: usize = 1000;

/// How long a list can be that somebody reads.
const LISTED: usize = 12;

/// "1.20 s". Whole numbers only: formatting floats would add a tenth to the wasm's size.
fn seconds(duration: Duration) -> String {
    let hundredths = (duration.as_millis() as u64 + 5) / 10;
    format!("{}.{:02} s", hundredths / 100, hundredths % 100)
}

/// "A, B and C".
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., _] if first.len() >= LISTED => {
            let (shown, others) = names.split_at(LISTED - 1);
            format!("{} and {} more", shown.join(", "), others.len())
        }
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
