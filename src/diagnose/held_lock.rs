//! `held-lock`: a lock that was held during a wait, while others waited for it, and need not have been.
//!
//! To hold tokio's `Mutex` across an `.await` is no mistake by itself: that is what it is there for, says its
//! documentation, and clippy warns of std's lock alone (`await_holding_lock`). Who reads, waits and writes must hold it,
//! or an update is lost. So nothing is told of a wait with a use of the guard on both sides of it. With none on one
//! side, the guard could perhaps have been dropped before the wait, or taken after it. Perhaps, because nobody sees from
//! outside what becomes of a reference that was taken from the guard before the wait, nor whether the wait itself is for
//! what the lock guards, as for the answer of a connection: it is a doubt, and the words say so. What is never used, as
//! `Mutex<()>`, keeps order among other things, and is not told of. Nor is a wait that was never over, because its
//! task was aborted, or its branch or its timeout given up: what would have come after it, nobody knows.

use std::time::Duration;

use super::{Diagnosis, MOST, listed, seconds};
use crate::speed::Speed;
use crate::trace::{Entry, Event, TaskId, TaskKind};

/// Who waits for less has lost nothing.
const SHORTEST: Duration = Duration::from_millis(10);

/// What is known of a lane.
struct Lane {
    /// Whose branch it is.
    branch_of: Option<TaskId>,
    polled: bool,
    /// When and in which line it, or a branch of it, began to wait.
    waits: Vec<(Duration, u32)>,
}

/// A wait with a lock that others wait for.
struct Held {
    lock: u32,
    task: TaskId,
    from: Duration,
    to: Duration,
    line: u32,
    /// Who has waited meanwhile.
    others: Vec<TaskId>,
    /// How long they have, added up.
    waited: Duration,
}

/// Locks that were held for a wait that did not need them.
pub fn held_lock(
    entries: &[Entry],
    speed: Speed,
    name: &impl Fn(TaskId) -> String,
) -> Vec<Diagnosis> {
    let mut lanes: Vec<Lane> = Vec::new();
    let mut found: Vec<Held> = Vec::new();
    for Entry { at, task, event } in entries {
        match event {
            Event::Spawn { parent, kind, .. } => lanes.push(Lane {
                branch_of: parent.filter(|_| *kind == TaskKind::Branch),
                polled: false,
                waits: Vec::new(),
            }),
            Event::PollStart => lanes[task.0 as usize].polled = true,
            Event::PollEnd { .. } => lanes[task.0 as usize].polled = false,
            Event::Sleep { line, .. } | Event::Await { line, .. } => {
                let mut waits = Some(*task);
                while let Some(lane) = waits {
                    let lane = &mut lanes[lane.0 as usize];
                    lane.waits.push((*at, *line));
                    waits = lane.branch_of;
                }
            }
            Event::LockHeld { lock, lasted } if found.len() < MOST => {
                let since = at.saturating_sub(*lasted);
                let Lane { polled, waits, .. } = &lanes[task.0 as usize];
                let first = waits.partition_point(|(at, _)| *at < since);
                if let (true, Some((from, line))) = (polled, waits.get(first)) {
                    found.push(Held {
                        lock: *lock,
                        task: *task,
                        from: *from,
                        to: *at,
                        line: *line,
                        others: Vec::new(),
                        waited: Duration::ZERO,
                    });
                }
            }
            Event::LockWait { lock, lasted } => {
                let since = at.saturating_sub(*lasted);
                let of_lock = found.iter_mut().filter(|held| held.lock == *lock);
                for held in of_lock {
                    let waited = held.to.saturating_sub(since.max(held.from));
                    if !waited.is_zero() {
                        held.others.push(*task);
                        held.waited += waited;
                    }
                }
            }
            _ => {}
        }
    }
    let long = found
        .into_iter()
        .filter(|held| speed.program(held.waited) >= SHORTEST);
    let told = long.map(|held| {
        let others: Vec<_> = held.others.iter().map(|other| name(*other)).collect();
        let all = match others.len() {
            1 => "",
            _ => " in all",
        };
        Diagnosis {
            code: "held-lock",
            message: format!(
                "{} held a lock while it waited in line {}, for {}: {} waited for the lock meanwhile, {}{all}. \
                 The guard itself was not used both before and after that wait. Unless what it guards is needed \
                 on both sides, or by the wait itself, drop the guard before, or take the lock after.",
                name(held.task),
                held.line,
                seconds(held.to - held.from),
                listed(&others),
                seconds(held.waited),
            ),
            task: held.task,
            at: held.to,
        }
    });
    told.collect()
}
