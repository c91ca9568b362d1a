//! Waiting for a deadline: as tokio's `TimerEntry` does.

use std::task::{Context as TaskContext, Poll, Waker};
use std::time::Duration;

use super::wheel::{Key, Tick, tick};
use super::{Context, Runtime};
use crate::trace::{Event, State, TaskId};

/// Waits for a deadline, which is set by the first poll. Dropping it takes the deadline back.
///
/// What sleeps, ticks or times out has one of these. It finds its run by number: a run
/// is not `Send`, and what waits must be where tokio's is.
pub struct Timer {
    run: u32,
    /// When, in the program's time.
    due: Tick,
    /// What it adds to the waits of the run, as the program sees it.
    pub wait: Duration,
    /// Where the program waits.
    pub line: u32,
    state: TimerState,
}

enum TimerState {
    /// The deadline is not set.
    New,
    Set(Key),
    /// It has come, and whoever has polled last knows: who would be woken if it were reset.
    Elapsed(Option<Waker>),
}

impl Timer {
    /// Is due at `deadline`, in the program's time.
    pub fn at(runtime: Runtime, deadline: Duration, line: u32) -> Self {
        let wait = deadline.saturating_sub(runtime.program_now());
        Timer {
            run: runtime.id(),
            due: tick(deadline),
            wait,
            line,
            state: TimerState::New,
        }
    }

    /// Whether the deadline has come, and the scheduler has seen it.
    pub fn is_elapsed(&self) -> bool {
        match (&self.state, Runtime::find(self.run)) {
            (TimerState::Set(key), Some(runtime)) => {
                let mut timers = runtime.shared.timers.borrow_mut();
                timers.armed(*key).is_none()
            }
            (state, _) => matches!(state, TimerState::Elapsed(_)),
        }
    }

    /// Waits for another deadline instead, and sets it now: what tokio's `Sleep::reset` does.
    pub fn reset(&mut self, deadline: Duration) {
        let Some(runtime) = Runtime::find(self.run) else {
            return;
        };
        let (before, due) = (runtime.wall_at(self.due), tick(deadline));
        let mut timers = runtime.shared.timers.borrow_mut();
        if let TimerState::Set(key) = self.state
            && let Some(entry) = timers.armed(key)
            && entry.due <= due
        {
            // Whoever polls next sleeps until then.
            let sleeper = entry.lane.take();
            timers.postpone(key, due);
            drop(timers);
            runtime.record_taken_back(sleeper, before);
        } else {
            drop(timers);
            let waker = self.take_back();
            let mut timers = runtime.shared.timers.borrow_mut();
            if due > timers.elapsed {
                self.state = TimerState::Set(timers.insert(due, None, waker));
            } else {
                drop(timers);
                self.state = TimerState::Elapsed(None);
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
        self.wait = deadline.saturating_sub(runtime.program_now());
    }

    /// Ready when the deadline has come. Sleeps again if it is polled by another lane.
    pub fn poll(&mut self, cx: &mut TaskContext<'_>) -> Poll<()> {
        let Context { runtime, lane } = Context::expect();
        let mut timers = runtime.shared.timers.borrow_mut();
        let due = self.due;
        let before = match &mut self.state {
            TimerState::Elapsed(waker) => {
                *waker = Some(cx.waker().clone());
                return Poll::Ready(());
            }
            // Not by the clock: what came due while the thread was blocked is noticed only
            // when the scheduler looks at its timers.
            TimerState::New if due <= timers.elapsed => {
                self.state = TimerState::Elapsed(Some(cx.waker().clone()));
                return Poll::Ready(());
            }
            TimerState::New => {
                let waker = Some(cx.waker().clone());
                self.state = TimerState::Set(timers.insert(due, Some(lane), waker));
                None
            }
            TimerState::Set(key) => match timers.armed(*key) {
                // Whoever polls now is to be woken.
                Some(entry) => {
                    match &mut entry.waker {
                        Some(waker) => waker.clone_from(cx.waker()),
                        none => *none = Some(cx.waker().clone()),
                    }
                    entry.lane.replace(lane)
                }
                None => {
                    timers.remove(*key);
                    self.state = TimerState::Elapsed(Some(cx.waker().clone()));
                    runtime.add_wait(self.wait);
                    return Poll::Ready(());
                }
            },
        };
        drop(timers);
        if before == Some(lane) {
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
        match std::mem::replace(&mut self.state, TimerState::New) {
            TimerState::New => None,
            TimerState::Elapsed(waker) => waker,
            TimerState::Set(key) => {
                let runtime = Runtime::find(self.run)?;
                let mut timers = runtime.shared.timers.borrow_mut();
                let (sleeper, waker) = timers.remove(key)?;
                drop(timers);
                let due = runtime.wall_at(self.due);
                runtime.record_taken_back(sleeper, due);
                waker
            }
        }
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
        let millis = self.program_now().as_millis();
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
