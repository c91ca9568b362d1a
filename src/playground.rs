//! The names that a scenario may use: tokio's, at their usual places.
//!
//! A scenario imports them from `crate::playground`. A test compiles the same file
//! where that is a module which re-exports the real tokio, and the logs must be equal.

use std::fmt;
use std::time::Duration;

pub use tokio::{pin, sync};

use crate::runtime::Runtime;
pub use crate::runtime::{
    AbortHandle, Elapsed, Id, Instant, Interval, JoinError, JoinHandle, JoinSet,
    MissedTickBehavior, Sleep, Timeout, Yield, branch, interval, interval_at, log, sleep,
    sleep_until, spawn, spawn_blocking, spawn_local, timeout, timeout_at,
};

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
///
/// As in tokio, each poll begins with another branch, unless `biased;` stands first.
#[macro_export]
#[doc(hidden)]
macro_rules! __join {
    (biased; $($branch:expr),+ $(,)?) => {
        ::tokio::join!(biased; $($crate::playground::branch(stringify!($branch), $branch)),+)
    };
    ($($branch:expr),+ $(,)?) => {
        ::tokio::join!($($crate::playground::branch(stringify!($branch), $branch)),+)
    };
    ($(biased;)?) => { ::tokio::join!() };
}

/// Awaits all branches at once until one of them fails: gives all results, or the first error.
///
/// The branches that were not finished by then are dropped. As in tokio, each poll
/// begins with another branch, unless `biased;` stands first.
#[macro_export]
#[doc(hidden)]
macro_rules! __try_join {
    (biased; $($branch:expr),+ $(,)?) => {
        ::tokio::try_join!(biased; $($crate::playground::branch(stringify!($branch), $branch)),+)
    };
    ($($branch:expr),+ $(,)?) => {
        ::tokio::try_join!($($crate::playground::branch(stringify!($branch), $branch)),+)
    };
    ($(biased;)?) => { ::tokio::try_join!() };
}

/// Awaits all branches at once until the first of them is ready, and runs that one's handler.
///
/// An arm is `pattern = future [, if condition] => handler,`. The other branches are
/// dropped before the handler runs. A branch whose result does not match its pattern
/// is out, and so is one whose condition is false, which is then never polled;
/// `else => handler` runs when all are out.
///
/// Who is polled first is left to chance. Where the order matters, say `biased;`
/// first: then branches are polled from top to bottom. A lesson's simulation shows
/// what its run does only if it does so.
#[macro_export]
#[doc(hidden)]
macro_rules! __select {
    // All arms are read.
    (@ [$($bias:tt)*] [$($arms:tt)*]) => {
        ::tokio::select!($($bias)* $($arms)*)
    };
    (@ [$($bias:tt)*] [$($arms:tt)*] else => $else:expr $(,)?) => {
        ::tokio::select!($($bias)* $($arms)* else => $else)
    };
    (@arm $bias:tt [$($arms:tt)*] ($p:pat, $f:expr, $h:expr $(, $c:expr)?) $($rest:tt)*) => {
        $crate::__select!(@ $bias [
            $($arms)*
            $p = $crate::playground::branch(stringify!($f), $f) $(, if $c)? => { $h },
        ] $($rest)*)
    };
    // The next arm: its comma may be left out after a block, and at the end.
    (@ $bias:tt $arms:tt $p:pat = $f:expr $(, if $c:expr)? => $h:block, $($rest:tt)*) => {
        $crate::__select!(@arm $bias $arms ($p, $f, $h $(, $c)?) $($rest)*)
    };
    (@ $bias:tt $arms:tt $p:pat = $f:expr $(, if $c:expr)? => $h:block $($rest:tt)*) => {
        $crate::__select!(@arm $bias $arms ($p, $f, $h $(, $c)?) $($rest)*)
    };
    (@ $bias:tt $arms:tt $p:pat = $f:expr $(, if $c:expr)? => $h:expr) => {
        $crate::__select!(@arm $bias $arms ($p, $f, $h $(, $c)?))
    };
    (@ $bias:tt $arms:tt $p:pat = $f:expr $(, if $c:expr)? => $h:expr, $($rest:tt)*) => {
        $crate::__select!(@arm $bias $arms ($p, $f, $h $(, $c)?) $($rest)*)
    };
    (biased; $($arms:tt)*) => {
        $crate::__select!(@ [biased;] [] $($arms)*)
    };
    ($($arms:tt)*) => {
        $crate::__select!(@ [] [] $($arms)*)
    };
}

pub use crate::{__join as join, __println as println, __select as select, __try_join as try_join};
