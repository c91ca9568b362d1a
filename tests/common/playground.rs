//! What a scenario finds in the place of `std` and `tokio`: the real ones, on paused time.
//!
//! Paused time jumps to the next deadline when no task is ready, and never moves
//! otherwise. Tasks, timers and the order of all of them are tokio's own. What is not:
//! lines are collected, a blocking wait moves the paused clock, a worker takes as long as
//! it would block, and the time of day counts from midnight of 1 January 1970, as it does
//! in simulated runs.

#[path = "playground/std.rs"]
pub mod std;
#[path = "playground/tokio.rs"]
pub mod tokio;

use ::std::cell::{Cell, RefCell};
use ::std::fmt::Arguments;
use ::std::future::Future;
use ::std::sync::{Mutex, PoisonError};
use ::std::time::Duration;
use ::tokio::runtime::Builder;
use ::tokio::task::LocalSet;
use ::tokio::time::Instant;

use crate::oracle::Observed;

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

    let mut builder = Builder::new_current_thread();
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
    let task = LocalSet::new().spawn_local(async {});
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

/// Prints a line to the log of the run.
pub fn log(line: Arguments) {
    let line = line.to_string();
    with_run(|run| run.log.push(line));
}
