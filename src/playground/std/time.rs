//! The time of day, and durations.

use std::fmt;
pub use std::time::Duration;

use crate::runtime::Runtime;

/// The time of day, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SystemTime(Duration);

/// Midnight of 1 January 1970.
pub const UNIX_EPOCH: SystemTime = SystemTime(Duration::ZERO);

impl SystemTime {
    /// This moment. On the simulated clock, every run begins at [`UNIX_EPOCH`].
    ///
    /// Panics outside of a running program.
    #[track_caller]
    pub fn now() -> Self {
        let runtime = current();
        SystemTime(runtime.started() + runtime.program_now())
    }

    /// How much time had passed between `earlier` and this moment; an error with the difference if `earlier` is later.
    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {
        let since = self.0.checked_sub(earlier.0);
        since.ok_or_else(|| SystemTimeError(earlier.0 - self.0))
    }
}

/// The other moment is later.
#[derive(Clone)]
pub struct SystemTimeError(Duration);

impl SystemTimeError {
    /// By how much.
    pub fn duration(&self) -> Duration {
        self.0
    }
}

/// Without the difference: only for its sake, the wasm would have to print durations.
impl fmt::Debug for SystemTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SystemTimeError")
    }
}

#[track_caller]
fn current() -> Runtime {
    Runtime::current().expect("there is no run here: call this from inside a running program")
}
