//! Ticking at a steady pace.

use std::future::{Future, poll_fn};
use std::task::{Context as TaskContext, Poll, ready};
use std::time::Duration;

use super::Instant;
use super::sleep::{FAR, deadline_after};
use super::timer::Timer;
use crate::trace::{Location, nanos};

/// By how much a tick may be late and still not be missed.
const TOLERANCE: Duration = Duration::from_millis(5);

/// Ticks once in every `period`: now, and then each period later.
///
/// Panics if the period is zero.
#[track_caller]
pub fn interval(period: Duration) -> Interval {
    interval_at(Instant::now(), period)
}

/// Ticks once in every `period`: at `start`, and then each period later.
///
/// Panics if the period is zero.
#[track_caller]
pub fn interval_at(start: Instant, period: Duration) -> Interval {
    assert!(!period.is_zero(), "`period` must be non-zero.");
    let line = Location::caller().line;
    Interval {
        due: start,
        timer: Timer::until(start, line),
        period: period.min(FAR),
        missed_tick_behavior: MissedTickBehavior::default(),
    }
}

/// What [`Interval`] does when a tick was noticed more than 5 ms late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MissedTickBehavior {
    /// Ticks that were missed come one right after another until the ticker has caught up.
    #[default]
    Burst,
    /// The next tick is a period after the late one was noticed.
    Delay,
    /// The next tick is the first one to come of those there would have been.
    Skip,
}

impl MissedTickBehavior {
    /// The tick after that which was due at `due`, and noticed now.
    fn next(self, due: Instant, now: Instant, period: Duration) -> Instant {
        match self {
            MissedTickBehavior::Burst => due + period,
            MissedTickBehavior::Delay => now + period,
            MissedTickBehavior::Skip => {
                let passed = nanos(now - due) % nanos(period);
                // What is left is less than the period, and that was a `Duration`.
                let offset = Duration::from_nanos(passed);
                now + (period - offset)
            }
        }
    }
}

/// What [`interval`] gives. Dropping it takes its next deadline back.
///
/// The deadlines do not drift: each is a period after the one before, whenever that
/// was noticed. Ticks that were missed come as [`MissedTickBehavior`] says.
pub struct Interval {
    timer: Timer,
    /// When the next tick is.
    due: Instant,
    period: Duration,
    missed_tick_behavior: MissedTickBehavior,
}

impl Interval {
    /// Waits for the next tick, and gives the moment at which it was due.
    ///
    /// Dropping the future loses no tick.
    #[track_caller]
    pub fn tick(&mut self) -> impl Future<Output = Instant> {
        self.timer.line = Location::caller().line;
        let wait = self.due.saturating_duration_since(Instant::now());
        self.timer.set_wait(wait);
        poll_fn(|cx| self.poll_tick(cx))
    }

    /// Polls for the next tick; ready with the moment at which it was due.
    pub fn poll_tick(&mut self, cx: &mut TaskContext<'_>) -> Poll<Instant> {
        ready!(self.timer.poll(cx));
        let (due, now) = (self.due, Instant::now());
        let missed = now > due + TOLERANCE;
        let next = match missed {
            true => self.missed_tick_behavior.next(due, now, self.period),
            false => due + self.period,
        };
        self.due = next;
        self.timer.reset_without_timer(next.since_start());
        Poll::Ready(due)
    }

    /// Begins anew: the next tick is a period from now.
    #[track_caller]
    pub fn reset(&mut self) {
        self.reset_at(Instant::now() + self.period);
    }

    /// Begins anew: the next tick is now.
    #[track_caller]
    pub fn reset_immediately(&mut self) {
        self.reset_at(Instant::now());
    }

    /// Begins anew: the next tick is `after` from now.
    #[track_caller]
    pub fn reset_after(&mut self, after: Duration) {
        self.reset_at(deadline_after(after));
    }

    /// Begins anew: the next tick is at `deadline`.
    pub fn reset_at(&mut self, deadline: Instant) {
        self.due = deadline;
        self.timer.reset(deadline.since_start());
    }

    /// What it does about missed ticks: [`MissedTickBehavior::Burst`] unless it was told otherwise.
    pub fn missed_tick_behavior(&self) -> MissedTickBehavior {
        self.missed_tick_behavior
    }

    /// Says what to do about missed ticks.
    pub fn set_missed_tick_behavior(&mut self, behavior: MissedTickBehavior) {
        self.missed_tick_behavior = behavior;
    }

    /// The time from one tick to the next.
    pub fn period(&self) -> Duration {
        self.period
    }
}
