//! Waiting for a deadline: as tokio's `TimerEntry` does.

use std::task::{Context as TaskContext, Poll, Waker};
use std::time::Duration;

use super::wheel::{Key, NO_KEY, NOBODY, Tick, tick};
use super::{Context, Instant, Runtime};
use crate::trace::{Event, State, TaskId, nanos};

/// Waits for a deadline, which is set by the first poll. Dropping it takes the deadline back.
///
/// What sleeps, ticks or times out has one of these. It finds its run by number: a run
/// is not `Send`, and what waits must be where tokio's is.
pub struct Timer {
    run: u32,
    /// When, in the program's time.
    due: Tick,
    /// What it adds to the waits of the run, as the program sees it, in nanoseconds; nothing if whoever polls knows already.
    wait: u64,
    /// Where the program waits.
    pub line: u32,
    /// The deadline, once it was set.
    key: Key,
}

impl Timer {
    /// Is due at `deadline`, in the program's time, which is as far away as `wait`.
    pub fn at(runtime: &Runtime, deadline: Duration, wait: Duration, line: u32) -> Self {
        Timer {
            run: runtime.id(),
            due: tick(deadline),
            wait: nanos(wait),
            line,
            key: NO_KEY,
        }
    }

    /// Is due at `deadline` of the program that is polled.
    #[track_caller]
    pub fn until(deadline: Instant, line: u32) -> Self {
        let Context { runtime, .. } = Context::expect();
        let due = deadline.since_start();
        let wait = due.saturating_sub(runtime.program_now());
        Timer::at(&runtime, due, wait, line)
    }

    /// Says how far away the deadline is.
    pub fn set_wait(&mut self, wait: Duration) {
        self.wait = nanos(wait);
    }

    /// Whether the deadline has come, and the scheduler has seen it.
    pub fn is_elapsed(&self) -> bool {
        self.key != NO_KEY
            && Runtime::find(self.run).is_some_and(|runtime| {
                let mut timers = runtime.shared.timers.borrow_mut();
                timers.armed(self.key).is_none()
            })
    }

    /// Waits for another deadline instead, and sets it now: what tokio's `Sleep::reset` does.
    pub fn reset(&mut self, deadline: Duration) {
        let Some(runtime) = Runtime::find(self.run) else {
            return;
        };
        let (before, due) = (runtime.wall_at(self.due), tick(deadline));
        let mut timers = runtime.shared.timers.borrow_mut();
        if let Some(entry) = timers.armed(self.key)
            && entry.due <= due
        {
            // Whoever polls next sleeps until then.
            let sleeper = std::mem::replace(&mut entry.lane, NOBODY);
            timers.postpone(self.key, due);
            drop(timers);
            runtime.record_taken_back(sleeper, before);
        } else {
            drop(timers);
            let waker = self.take_back();
            let mut timers = runtime.shared.timers.borrow_mut();
            if due > timers.elapsed {
                self.key = timers.insert(due, NOBODY, waker);
            } else {
                self.key = timers.insert_elapsed(None);
                drop(timers);
                // As in tokio: it has been polled, and might not be again.
                waker.iter().for_each(Waker::wake_by_ref);
            }
        }
        self.move_to(&runtime, deadline);
    }

    /// Waits for another deadline instead, which is set by the next poll: what tokio's
    /// `Interval` does from tick to tick.
    pub fn reset_without_timer(&mut self, deadline: Duration) {
        self.take_back();
        if let Some(runtime) = Runtime::find(self.run) {
            self.move_to(&runtime, deadline);
        }
    }

    fn move_to(&mut self, runtime: &Runtime, deadline: Duration) {
        self.due = tick(deadline);
        self.set_wait(deadline.saturating_sub(runtime.program_now()));
    }

    /// Ready when the deadline has come. Sleeps again if it is polled by another lane.
    pub fn poll(&mut self, cx: &mut TaskContext<'_>) -> Poll<()> {
        let Context { runtime, lane } = Context::expect();
        let mut timers = runtime.shared.timers.borrow_mut();
        let (due, elapsed) = (self.due, timers.elapsed);
        let before = match timers.get_mut(self.key) {
            // Whoever polls now is to be woken.
            Some(entry) => {
                match &mut entry.waker {
                    Some(waker) => waker.clone_from(cx.waker()),
                    none => *none = Some(cx.waker().clone()),
                }
                if !entry.is_armed() {
                    drop(timers);
                    runtime.add_wait(Duration::from_nanos(std::mem::take(&mut self.wait)));
                    return Poll::Ready(());
                }
                std::mem::replace(&mut entry.lane, lane)
            }
            // Not by the clock: what came due while the thread was blocked is noticed only
            // when the scheduler looks at its timers.
            None if due <= elapsed => {
                self.key = timers.insert_elapsed(Some(cx.waker().clone()));
                self.wait = 0;
                return Poll::Ready(());
            }
            None => {
                self.key = timers.insert(due, lane, Some(cx.waker().clone()));
                NOBODY
            }
        };
        drop(timers);
        if before == lane {
            return Poll::Pending;
        }
        // Another lane sleeps now: what made the timer may outlive a branch of `select!`.
        let until = runtime.wall_at(due);
        runtime.record_taken_back(before, until);
        let line = self.line;
        runtime.record_of_program(lane, Event::Sleep { until, line }, line);
        Poll::Pending
    }

    /// The deadline is not set any more. Gives who would have been woken.
    fn take_back(&mut self) -> Option<Waker> {
        let key = std::mem::replace(&mut self.key, NO_KEY);
        if key == NO_KEY {
            return None;
        }
        let runtime = Runtime::find(self.run)?;
        let (sleeper, waker) = runtime.shared.timers.borrow_mut().remove(key);
        if sleeper != NOBODY {
            runtime.record_taken_back(sleeper, runtime.wall_at(self.due));
        }
        waker
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.take_back();
    }
}

impl Runtime {
    /// The tick that goes on.
    pub(super) fn tick(&self) -> Tick {
        let millis = nanos(self.program_now()) / 1_000_000;
        Tick::try_from(millis).unwrap_or(Tick::MAX)
    }

    /// When a tick begins on the wall clock.
    pub(super) fn wall_at(&self, tick: Tick) -> Duration {
        self.speed().wall(Duration::from_millis(tick.into()))
    }

    /// When the next deadline comes, on the wall clock.
    pub(super) fn next_deadline(&self) -> Option<Duration> {
        let next = self.shared.timers.borrow().next();
        next.map(|tick| self.wall_at(tick))
    }

    /// Whether a deadline is still to be said to be `lane`'s: it may outlive the lane that has set it. Of [`NOBODY`], and of
    /// who is only counted, nothing is said.
    pub(super) fn is_told(&self, lane: TaskId) -> bool {
        lane.is_recorded() && self.trace(|trace| trace.state(lane) != Some(State::Ended))
    }

    /// A deadline is not `sleeper`'s any more.
    pub(super) fn record_taken_back(&self, sleeper: TaskId, due: Duration) {
        if self.is_told(sleeper) {
            self.record(sleeper, Event::Cancel { due });
        }
    }
}
