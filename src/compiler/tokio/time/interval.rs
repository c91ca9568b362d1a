//! Ticking at a steady pace.

use std::future::{Future, poll_fn};
use std::task::{Context, Poll, ready};

use super::sleep::{Sleep, What};
use super::{Duration, Instant};

/// Creates new `Interval` that yields with interval of `period`.
#[track_caller]
pub fn interval(period: Duration) -> Interval {
    interval_at(Instant::now(), period)
}

/// Creates new `Interval` that yields with interval of `period` with the first tick completing at `start`.
#[track_caller]
pub fn interval_at(start: Instant, period: Duration) -> Interval {
    assert!(period > Duration::new(0, 0), "`period` must be non-zero.");
    Interval {
        delay: Sleep::new(start, What::Interval),
        period,
        missed_tick_behavior: MissedTickBehavior::default(),
    }
}

/// What is done about ticks that were noticed too late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissedTickBehavior {
    /// One right after another, until they have caught up.
    Burst,
    /// The next one is a period after the late one.
    Delay,
    /// The next one is the first of those there would have been.
    Skip,
}

impl MissedTickBehavior {
    fn next_timeout(&self, timeout: Instant, now: Instant, period: Duration) -> Instant {
        match self {
            Self::Burst => timeout + period,
            Self::Delay => now + period,
            Self::Skip => {
                let late = (now - timeout).as_nanos() % period.as_nanos();
                now + period - Duration::from_nanos_u128(late)
            }
        }
    }
}

impl Default for MissedTickBehavior {
    fn default() -> Self {
        Self::Burst
    }
}

/// Interval returned by `interval` and `interval_at`.
#[derive(Debug)]
pub struct Interval {
    delay: Sleep,
    period: Duration,
    missed_tick_behavior: MissedTickBehavior,
}

impl Unpin for Interval {}

impl Interval {
    /// Completes when the next instant in the interval has been reached.
    pub fn tick(&mut self) -> impl Future<Output = Instant> {
        self.delay.here();
        poll_fn(move |cx| self.poll_tick(cx))
    }

    /// Polls for the next instant in the interval to be reached.
    pub fn poll_tick(&mut self, cx: &mut Context<'_>) -> Poll<Instant> {
        ready!(self.delay.poll_elapsed(cx));
        let timeout = self.delay.deadline();
        let now = Instant::now();
        // 5 ms are no delay.
        let next = if now > timeout + Duration::from_millis(5) {
            self.missed_tick_behavior
                .next_timeout(timeout, now, self.period)
        } else {
            timeout
                .checked_add(self.period)
                .unwrap_or_else(Instant::far_future)
        };
        self.delay.move_to(next, false);
        Poll::Ready(timeout)
    }

    /// Resets the interval to complete one period after the current time.
    pub fn reset(&mut self) {
        self.delay.move_to(Instant::now() + self.period, true);
    }

    /// Resets the interval immediately.
    pub fn reset_immediately(&mut self) {
        self.delay.move_to(Instant::now(), true);
    }

    /// Resets the interval after the specified `std::time::Duration`.
    pub fn reset_after(&mut self, after: Duration) {
        self.delay.move_to(Instant::now() + after, true);
    }

    /// Resets the interval to a `crate::time::Instant` deadline.
    pub fn reset_at(&mut self, deadline: Instant) {
        self.delay.move_to(deadline, true);
    }

    /// Returns the `MissedTickBehavior` strategy currently being used.
    pub fn missed_tick_behavior(&self) -> MissedTickBehavior {
        self.missed_tick_behavior
    }

    /// Sets the `MissedTickBehavior` strategy that should be used.
    pub fn set_missed_tick_behavior(&mut self, behavior: MissedTickBehavior) {
        self.missed_tick_behavior = behavior;
    }

    /// Returns the period of the interval.
    pub fn period(&self) -> Duration {
        self.period
    }
}
