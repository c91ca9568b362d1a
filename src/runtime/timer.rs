//! The deadlines of a run, and waiting for one.

use std::collections::BTreeMap;
use std::task::{Context as TaskContext, Poll, Waker};
use std::time::Duration;

use super::{Context, Runtime};
use crate::trace::{Event, State, TaskId};

/// A deadline and its number: equal deadlines fire in the order in which they were set.
type Key = (Duration, u64);

/// The deadlines of a run.
#[derive(Default)]
pub struct Timers {
    waiting: BTreeMap<Key, (Option<TaskId>, Waker)>,
    set: u64,
    /// When the loop last looked at its timers.
    looked: Duration,
}

impl Timers {
    /// Sets a deadline; `lane` is who sleeps until then, if anybody does.
    pub fn insert(&mut self, deadline: Duration, lane: Option<TaskId>, waker: Waker) -> Key {
        let key = (deadline, self.set);
        self.set += 1;
        self.waiting.insert(key, (lane, waker));
        key
    }

    /// Takes out the first deadline that has come.
    pub fn pop_due(&mut self, now: Duration) -> Option<(Duration, Option<TaskId>, Waker)> {
        self.looked = now;
        let first = self.waiting.first_entry()?;
        if first.key().0 > now {
            return None;
        }
        let ((due, _), (lane, waker)) = first.remove_entry();
        Some((due, lane, waker))
    }

    /// The earliest deadline.
    pub fn next(&self) -> Option<Duration> {
        self.waiting.keys().next().map(|(deadline, _)| *deadline)
    }

    /// How many deadlines are set.
    pub fn len(&self) -> usize {
        self.waiting.len()
    }
}

/// Waits for a deadline, which is set by the first poll. Dropping it takes the deadline back.
///
/// What sleeps, ticks or times out has one of these. It finds its run by number: a run
/// is not `Send`, and what waits must be where tokio's is.
pub struct Timer {
    run: u32,
    /// When, on the wall clock.
    deadline: Duration,
    /// What it adds to the waits of the run, as the program sees it.
    pub wait: Duration,
    /// Where the program waits.
    pub line: u32,
    key: Option<Key>,
}

impl Timer {
    /// Is due `wait` from now, in the program's time.
    pub fn after(runtime: Runtime, wait: Duration, line: u32) -> Self {
        Timer {
            run: runtime.id(),
            deadline: runtime.now() + runtime.wall(wait),
            wait,
            line,
            key: None,
        }
    }

    /// Is due at `deadline`, since the run began and as the program sees it.
    pub fn at(runtime: Runtime, deadline: Duration, line: u32) -> Self {
        let wait = deadline.saturating_sub(runtime.program_now());
        Timer {
            run: runtime.id(),
            deadline: runtime.wall(deadline),
            wait,
            line,
            key: None,
        }
    }

    /// Whether the deadline has come, and the loop has noticed.
    pub fn is_elapsed(&self) -> bool {
        let waits = |runtime: Runtime, key| {
            let timers = runtime.shared.timers.borrow();
            timers.waiting.contains_key(&key)
        };
        match (self.key, Runtime::find(self.run)) {
            (Some(key), Some(runtime)) => !waits(runtime, key),
            _ => false,
        }
    }

    /// Waits for another deadline instead.
    pub fn reset(&mut self, deadline: Duration) {
        self.take_back();
        if let Some(runtime) = Runtime::find(self.run) {
            self.deadline = runtime.wall(deadline);
        }
    }

    pub fn poll(&mut self, cx: &mut TaskContext<'_>) -> Poll<()> {
        let Context { runtime, lane } = Context::expect();
        let mut timers = runtime.shared.timers.borrow_mut();
        let until = self.deadline;
        let before = match self.key {
            Some(key) => match timers.waiting.get_mut(&key) {
                // Still set: whoever polls now is to be woken.
                Some((sleeper, waker)) => {
                    waker.clone_from(cx.waker());
                    sleeper.replace(lane)
                }
                None => {
                    runtime.add_wait(self.wait);
                    return Poll::Ready(());
                }
            },
            // Not by the clock: what came due while the thread was blocked is noticed only
            // when the loop looks at its timers, in tokio as in a browser.
            None if until <= timers.looked => return Poll::Ready(()),
            None => {
                self.key = Some(timers.insert(until, Some(lane), cx.waker().clone()));
                None
            }
        };
        let earliest = timers.next() == Some(until);
        drop(timers);
        if before == Some(lane) {
            return Poll::Pending;
        }
        // Another lane sleeps now: what made the timer may outlive a branch of `select!`.
        runtime.record_taken_back(before, until);
        let line = self.line;
        runtime.record(lane, Event::Sleep { until, line });
        if earliest {
            runtime.arm();
        }
        Poll::Pending
    }

    fn take_back(&mut self) {
        if let Some(key) = self.key.take()
            && let Some(runtime) = Runtime::find(self.run)
        {
            // The clock may still ring for it: then nothing is due.
            let mut timers = runtime.shared.timers.borrow_mut();
            let taken = timers.waiting.remove(&key);
            drop(timers);
            let sleeper = taken.and_then(|(lane, _)| lane);
            runtime.record_taken_back(sleeper, self.deadline);
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.take_back();
    }
}

impl Runtime {
    /// Whether a deadline may still be said to be `lane`'s: it may outlive the lane that has set it.
    pub(super) fn is_alive(&self, lane: TaskId) -> bool {
        self.trace(|trace| trace.state(lane) != Some(State::Ended))
    }

    fn record_taken_back(&self, sleeper: Option<TaskId>, due: Duration) {
        if let Some(lane) = sleeper
            && self.is_alive(lane)
        {
            self.record(lane, Event::Cancel { due });
        }
    }
}
