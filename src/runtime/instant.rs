//! A moment of the program's own time.

use std::ops::{Add, AddAssign, Sub, SubAssign};
use std::time::Duration;

use super::Context;

/// A moment of the program's own time: at speed 2 its seconds last half as long.
///
/// It may lie before the start of its run, and as far away as the standard library's may on Linux.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Duration);

/// The start of the run.
const START: Duration = Duration::from_secs(1 << 63);

impl Instant {
    /// This moment.
    ///
    /// Panics outside of a running program.
    #[track_caller]
    pub fn now() -> Self {
        Instant::at(Context::expect().runtime.program_now())
    }

    /// The moment at which the run was this old.
    pub(super) fn at(since_start: Duration) -> Self {
        Instant(START + since_start)
    }

    /// How old the run was at this moment.
    pub(super) fn since_start(self) -> Duration {
        self.0.saturating_sub(START)
    }

    /// How much time has passed since this moment; none if it is still to come.
    #[track_caller]
    pub fn elapsed(&self) -> Duration {
        Instant::now() - *self
    }

    /// How much time had passed between `earlier` and this moment; none if `earlier` is later.
    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.saturating_duration_since(earlier)
    }

    /// How much time had passed between `earlier` and this moment; `None` if `earlier` is later.
    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        self.0.checked_sub(earlier.0)
    }

    /// How much time had passed between `earlier` and this moment; none if `earlier` is later.
    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// The moment that is `duration` later, if there is one.
    pub fn checked_add(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_add(duration).map(Instant)
    }

    /// The moment that is `duration` earlier, if there is one.
    pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_sub(duration).map(Instant)
    }
}

impl Add<Duration> for Instant {
    type Output = Instant;

    #[track_caller]
    fn add(self, duration: Duration) -> Instant {
        let sum = self.checked_add(duration);
        sum.expect("overflow when adding duration to instant")
    }
}

impl AddAssign<Duration> for Instant {
    #[track_caller]
    fn add_assign(&mut self, duration: Duration) {
        *self = *self + duration;
    }
}

impl Sub<Duration> for Instant {
    type Output = Instant;

    #[track_caller]
    fn sub(self, duration: Duration) -> Instant {
        let difference = self.checked_sub(duration);
        difference.expect("overflow when subtracting duration from instant")
    }
}

impl SubAssign<Duration> for Instant {
    #[track_caller]
    fn sub_assign(&mut self, duration: Duration) {
        *self = *self - duration;
    }
}

impl Sub for Instant {
    type Output = Duration;

    /// None if `earlier` is later.
    fn sub(self, earlier: Instant) -> Duration {
        self.saturating_duration_since(earlier)
    }
}
