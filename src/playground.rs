//! The names that a scenario may use: tokio's, at their usual places.
//!
//! A scenario imports them from `crate::playground`. A test compiles the same file
//! where that is a module which re-exports the real tokio, and the logs must be equal.

use std::time::Duration;

pub use tokio::sync;

use crate::runtime::Runtime;
pub use crate::runtime::{
    JoinError, JoinHandle, Sleep, Yield, branch, log, spawn_blocking, spawn_local,
};

/// Waits until `duration` has passed, never less.
///
/// The deadline counts from this call. Dropping the future takes it back; dropping
/// it without having awaited it is reported as `never-awaited`.
#[track_caller]
pub fn sleep(duration: Duration) -> Sleep {
    Sleep::new(duration)
}

/// Lets everything else that is ready run, and the event loop have its turn.
pub fn yield_now() -> Yield {
    Yield::default()
}

/// Blocking calls.
pub mod thread {
    use std::time::Duration;

    /// Blocks the thread, and with it every task of the page.
    #[track_caller]
    pub fn sleep(duration: Duration) {
        crate::runtime::block(duration);
    }
}

/// A moment of the program's own time: at speed 2 its seconds last half as long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(Duration);

impl Instant {
    /// This moment.
    ///
    /// Panics outside of a running program.
    #[track_caller]
    pub fn now() -> Self {
        Instant(current().program_now())
    }

    /// How much time has passed since this moment.
    pub fn elapsed(&self) -> Duration {
        Instant::now().0.saturating_sub(self.0)
    }
}

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
    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, Duration> {
        let since = self.0.checked_sub(earlier.0);
        since.ok_or_else(|| earlier.0 - self.0)
    }
}

/// The event loop that runs on this thread.
#[derive(Debug)]
pub struct Handle;

impl Handle {
    /// The loop that polls the caller, or an error where none does.
    pub fn try_current() -> Result<Handle, TryCurrentError> {
        Runtime::current().map(|_| Handle).ok_or(TryCurrentError)
    }
}

/// There is no loop on this thread.
#[derive(Debug)]
pub struct TryCurrentError;

#[track_caller]
fn current() -> Runtime {
    Runtime::current().expect("there is no run here: call this from inside a running program")
}

/// Prints a line to the log.
#[macro_export]
#[doc(hidden)]
macro_rules! __println {
    ($($text:tt)*) => {
        $crate::playground::log(::std::format!($($text)*))
    };
}

/// Awaits all branches at once, and gives their results in the order of the arguments.
#[macro_export]
#[doc(hidden)]
macro_rules! __join {
    ($($branch:expr),+ $(,)?) => {
        ::tokio::join!($($crate::playground::branch(stringify!($branch), $branch)),+)
    };
}

pub use crate::{__join as join, __println as println};
