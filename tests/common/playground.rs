//! The names of the playground, as the real tokio has them, on paused time.
//!
//! Paused time jumps to the next deadline when no task is ready, and never moves
//! otherwise. Lines are collected, a blocking wait moves the paused clock, and the
//! time of day counts from midnight of 1 January 1970, as it does in simulated runs.
//! What else is not tokio's own says why.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use crate::oracle::Observed;

pub use tokio::runtime::Handle;
pub use tokio::task::{
    AbortHandle, Id, JoinError, JoinHandle, JoinSet, spawn, spawn_local, yield_now,
};
pub use tokio::time::error::Elapsed;
pub use tokio::time::{
    Instant, Interval, MissedTickBehavior, Sleep, Timeout, interval, interval_at, sleep,
    sleep_until, timeout, timeout_at,
};
pub use tokio::{join, pin, select, sync, try_join};

/// Runs `main` on a runtime of its own.
pub fn run<F>(main: F) -> Observed
where
    F: Future<Output = ()> + 'static,
{
    let mut builder = tokio::runtime::Builder::new_current_thread();
    let runtime = builder.enable_all().start_paused(true);
    let runtime = runtime.build_local(tokio::runtime::LocalOptions::default());
    let runtime = runtime.expect("a runtime on this thread needs nothing that could be missing");
    let total = runtime.block_on(async move {
        let started = Instant::now();
        RUN.set(Some(Run {
            started,
            log: Vec::new(),
        }));
        main.await;
        started.elapsed()
    });
    // The guards of what was still alive may print.
    drop(runtime);
    let log = RUN.take().expect("set above").log;
    Observed { log, total }
}

struct Run {
    started: Instant,
    log: Vec<String>,
}

thread_local! {
    /// The run of this thread, if it is not the thread of a worker.
    static RUN: RefCell<Option<Run>> = const { RefCell::new(None) };
    /// For how long the worker of this thread has blocked.
    static BLOCKED: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

fn with_run<R>(act: impl FnOnce(&mut Run) -> R) -> R {
    RUN.with_borrow_mut(|run| act(run.as_mut().expect("called from inside of a run")))
}

/// tokio's: `work` runs on a thread of its own.
///
/// Real blocking does not move the paused clock. So the worker adds up how long it
/// would block, and its handle is ready that much later.
pub fn spawn_blocking(work: fn()) -> JoinHandle<()> {
    let worker = tokio::task::spawn_blocking(move || {
        BLOCKED.set(Duration::ZERO);
        work();
        BLOCKED.get()
    });
    spawn_local(async { sleep(worker.await.expect("the work does not panic")).await })
}

pub mod thread {
    use super::*;

    /// Moves the paused clock; nothing else happens meanwhile.
    pub fn sleep(duration: Duration) {
        if RUN.with_borrow(Option::is_none) {
            return BLOCKED.set(BLOCKED.get() + duration);
        }
        // The first poll moves the clock; a second one would only let others run.
        let advance = std::pin::pin!(tokio::time::advance(duration));
        let _ = advance.poll(&mut Context::from_waker(Waker::noop()));
    }
}

pub struct SystemTime(Duration);

pub const UNIX_EPOCH: SystemTime = SystemTime(Duration::ZERO);

impl SystemTime {
    pub fn now() -> Self {
        SystemTime(with_run(|run| run.started.elapsed()))
    }

    pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, Duration> {
        let since = self.0.checked_sub(earlier.0);
        since.ok_or_else(|| earlier.0 - self.0)
    }
}

/// Prints a line to the log of the run.
pub fn log(line: String) {
    with_run(|run| run.log.push(line));
}

macro_rules! println {
    ($($text:tt)*) => { $crate::playground::log(format!($($text)*)) };
}
pub(crate) use println;
