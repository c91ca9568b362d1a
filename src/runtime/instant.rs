//! A moment of the program's own time.

use std::time::Duration;

use super::Context;

/// A moment of the program's own time: at speed 2 its seconds last half as long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(Duration);

impl Instant {
    /// This moment.
    ///
    /// Panics outside of a running program.
    #[track_caller]
    pub fn now() -> Self {
        Instant(Context::expect().runtime.program_now())
    }

    /// The moment at which the run was this old.
    pub(super) fn at(since_start: Duration) -> Self {
        Instant(since_start)
    }

    /// How much time has passed since this moment.
    pub fn elapsed(&self) -> Duration {
        Instant::now().duration_since(*self)
    }

    /// How much time had passed between `earlier` and this moment; none if `earlier` is later.
    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}
