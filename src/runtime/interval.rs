//! Ticking at a steady pace.

use std::future::{Future, poll_fn};
use std::panic::Location;
use std::task::{Context as TaskContext, Poll, ready};
use std::time::Duration;

use super::timer::Timer;
use super::{Context, Instant};

/// Ticks once in every `period`: now, and then each period later.
///
/// Panics if the period is zero.
#[track_caller]
pub fn interval(period: Duration) -> Interval {
    assert!(!period.is_zero(), "`period` must be non-zero.");
    let Context { runtime, .. } = Context::expect();
    let due = runtime.program_now();
    Interval {
        due,
        timer: Timer::at(runtime, due, Location::caller().line()),
        period,
    }
}

/// What [`interval`] gives. Dropping it takes its next deadline back.
///
/// The deadlines do not drift: each is a period after the one before, whenever that
/// was noticed. Ticks that were missed come one right after another until the ticker
/// has caught up, which is tokio's `MissedTickBehavior::Burst`.
pub struct Interval {
    timer: Timer,
    /// When the next tick is, since the run began and as the program sees it.
    due: Duration,
    period: Duration,
}

impl Interval {
    /// Waits for the next tick, and gives the moment at which it was due.
    ///
    /// The first tick is ready at once. Dropping the future loses no tick.
    #[track_caller]
    pub fn tick(&mut self) -> impl Future<Output = Instant> {
        self.timer.line = Location::caller().line();
        self.timer.wait = self.due.saturating_sub(program_now());
        poll_fn(|cx| self.poll_tick(cx))
    }

    fn poll_tick(&mut self, cx: &mut TaskContext<'_>) -> Poll<Instant> {
        ready!(self.timer.poll(cx));
        let due = self.due;
        self.due = due + self.period;
        self.timer.reset_without_timer(self.due);
        Poll::Ready(Instant::at(due))
    }

    /// Begins anew: the next tick is a period from now.
    pub fn reset(&mut self) {
        self.due = program_now() + self.period;
        self.timer.reset(self.due);
    }

    /// The time from one tick to the next.
    pub fn period(&self) -> Duration {
        self.period
    }
}

fn program_now() -> Duration {
    Context::expect().runtime.program_now()
}
