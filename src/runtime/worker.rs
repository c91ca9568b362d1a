//! Blocking work: on this thread, or on a thread of its own.
//!
//! A thread is a Web Worker with an instance of the same wasm module. Instances
//! share no memory, but their function tables are equal: a worker is told the
//! index of the function that it shall call.

use std::cell::Cell;
use std::panic::{Location, catch_unwind};
use std::sync::Arc;
use std::task::{Wake, Waker};
use std::time::Duration;

use super::executor::Executor;
use super::join_error::panic_message;
use super::join_handle::{Completer, JoinHandle, completer};
use super::waker::TaskWaker;
use super::{CONTEXT, Context, Entered, Runtime};
use crate::clock;
use crate::trace::{Cause, Event, State, TaskId, TaskKind};

#[cfg(target_arch = "wasm32")]
mod browser;

#[cfg(target_arch = "wasm32")]
pub use browser::{set_worker_factory, work};

/// The function that a worker runs, away from any run.
#[derive(Clone, Copy)]
struct Working {
    speed: f64,
    /// How long it has blocked so far, as the program sees it.
    blocked: Duration,
    /// Whether to block for real: not while a run is simulated.
    real: bool,
}

thread_local! {
    static WORKING: Cell<Option<Working>> = const { Cell::new(None) };
}

/// The workers of a run that are not done.
#[derive(Default)]
pub struct Workers(Vec<(TaskId, Worker)>);

struct Worker {
    completer: Completer,
    #[cfg(target_arch = "wasm32")]
    _thread: Option<browser::Thread>,
}

/// Blocks the thread: nothing else of this page runs meanwhile.
#[track_caller]
pub fn block(duration: Duration) {
    if let Some(mut working) = WORKING.get() {
        working.blocked += duration;
        WORKING.set(Some(working));
        if working.real {
            clock::block_thread(duration.div_f64(working.speed));
        }
        return;
    }
    let line = Location::caller().line();
    let Context { runtime, lane } = Context::expect();
    let before = runtime.now();
    runtime.shared.clock.block(runtime.wall(duration));
    let lasted = runtime.now() - before;
    runtime.add_wait(duration);
    runtime.record(lane, Event::Block { lasted, line });
}

/// Runs `work` on a thread of its own.
///
/// Where tokio takes any closure, this takes a function: a closure's captures
/// could not follow it into a worker's memory. Dropping the handle detaches the
/// work; the end of the run ends it.
#[track_caller]
pub fn spawn_blocking(work: fn()) -> JoinHandle<()> {
    let site = Location::caller().into();
    let Context { runtime, lane } = Context::expect();
    let worker = runtime.record_spawn(Some(lane), TaskKind::Worker, None, site);
    let (completer, handle) = completer(TaskWaker::new(runtime.shared.id, worker), site);
    match runtime.shared.executor {
        #[cfg(target_arch = "wasm32")]
        Executor::Browser => browser::start(&runtime, worker, work, completer),
        Executor::Simulated(_) => simulate(&runtime, worker, work, completer),
    }
    handle
}

/// Runs `work` here and now to learn how long it blocks, and ends the worker that much later.
fn simulate(runtime: &Runtime, lane: TaskId, work: fn(), completer: Completer) {
    runtime.record(lane, Event::PollStart);
    let outer = WORKING.replace(Some(Working {
        speed: runtime.speed(),
        blocked: Duration::ZERO,
        real: false,
    }));
    // As in a worker: what it calls finds no run.
    let outside = Entered {
        before: CONTEXT.take(),
    };
    let worked = catch_unwind(work);
    drop(outside);
    let working = WORKING.replace(outer).expect("set above");
    if let Err(payload) = worked {
        let message = panic_message(&*payload).to_string();
        return fail(runtime, lane, completer, message);
    }
    runtime.add_worker(
        lane,
        Worker {
            completer,
            #[cfg(target_arch = "wasm32")]
            _thread: None,
        },
    );
    runtime.add_wait(working.blocked);
    let until = runtime.now() + runtime.wall(working.blocked);
    let run = runtime.shared.id;
    let done = Waker::from(Arc::new(Done { run, lane }));
    let mut timers = runtime.shared.timers.borrow_mut();
    timers.insert(until, None, done);
}

/// The work could not be done: its handle says why.
fn fail(runtime: &Runtime, lane: TaskId, completer: Completer, message: String) {
    if runtime.trace(|trace| trace.state(lane)) == Some(State::Scheduled) {
        runtime.record(lane, Event::PollStart);
    }
    runtime.record(lane, Event::PollEnd { ready: true });
    let text = message.as_str().into();
    runtime.record(lane, Event::Panic { message: text });
    completer.fail(message);
}

/// Ends a simulated worker when its deadline comes.
struct Done {
    run: u32,
    lane: TaskId,
}

impl Wake for Done {
    fn wake(self: Arc<Self>) {
        if let Some(runtime) = Runtime::find(self.run) {
            runtime.worker_done(self.lane);
        }
    }
}

impl Runtime {
    fn add_worker(&self, lane: TaskId, worker: Worker) {
        self.shared.workers.borrow_mut().0.push((lane, worker));
    }

    fn take_worker(&self, lane: TaskId) -> Option<Worker> {
        let workers = &mut self.shared.workers.borrow_mut().0;
        let at = workers.iter().position(|(worker, _)| *worker == lane)?;
        Some(workers.remove(at).1)
    }

    /// The worker's function has returned.
    fn worker_done(&self, lane: TaskId) {
        if let Some(worker) = self.take_worker(lane) {
            self.record(lane, Event::PollEnd { ready: true });
            self.record(lane, Event::Complete);
            // A worker's message is a callback, on the simulated clock as well.
            let cause = self.shared.cause.replace(Cause::Js);
            worker.completer.complete();
            self.shared.cause.set(cause);
        }
    }

    /// Ends all workers, done or not, oldest first.
    pub(super) fn terminate_workers(&self) {
        for (lane, _worker) in self.shared.workers.take().0 {
            if self.trace(|trace| matches!(trace.state(lane), Some(State::Busy { .. }))) {
                self.record(lane, Event::PollEnd { ready: false });
            }
            self.record(lane, Event::Abort);
        }
    }
}
