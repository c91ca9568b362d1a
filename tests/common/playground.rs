//! The names of the playground, as the real tokio has them, on paused time.
//!
//! Paused time jumps to the next deadline when no task is ready, and never moves
//! otherwise. Tasks, timers and the order of all of them are tokio's own. What is not:
//! lines are collected, a blocking wait moves the paused clock, a worker takes as long as
//! it would block, and the time of day counts from midnight of 1 January 1970, as it does
//! in simulated runs.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Waker};
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
    // One run at a time, of all in this process: the order in which tasks are dropped at
    // the end depends on their ids.
    static ALONE: Mutex<()> = Mutex::new(());
    let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    while !next_id().is_multiple_of(4) {}

    let mut builder = tokio::runtime::Builder::new_current_thread();
    let builder = builder.enable_all().start_paused(true);
    let runtime = builder.build_local(Default::default());
    let runtime = runtime.expect("a runtime on this thread needs nothing that could be missing");
    let total = runtime.block_on(async {
        let started = Instant::now();
        let log = Vec::new();
        RUN.set(Some(Run { started, log }));
        main.await;
        started.elapsed()
    });
    // The guards of what was still alive may print.
    drop(runtime);
    drop(alone);
    let log = RUN.take().expect("set above").log;
    Observed { log, total }
}

/// Takes the next id of all tasks of this process. A new process begins with 1, and so
/// does every run in a page.
fn next_id() -> u64 {
    let task = tokio::task::LocalSet::new().spawn_local(async {});
    task.id().to_string().parse().expect("an id is a number")
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
    let waits = spawn_local(async { sleep(worker.await.expect("the work does not panic")).await });
    // The second task has an id that the program knows nothing of: four of them count as none.
    for _ in 0..3 {
        next_id();
    }
    waits
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
