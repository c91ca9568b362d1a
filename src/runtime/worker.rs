//! Blocking work: on this thread, or on a thread of its own.
//!
//! A thread is a Web Worker with an instance of the same wasm module. Instances
//! share no memory, but their function tables are equal: a worker is told the
//! index of the function that it shall call.

use std::cell::Cell;
use std::time::Duration;

use super::join_handle::{Completer, JoinHandle, completer};
use super::{Context, Runtime};
use crate::speed::Speed;
use crate::trace::{Cause, Event, Location, State, TaskId, TaskKind};

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod interpreted;
pub mod simulated;

#[cfg(target_arch = "wasm32")]
pub use browser::{set_worker_factory, work};

/// The function that a worker runs, away from any run.
#[derive(Clone, Copy)]
struct Working {
    /// How long it has blocked so far, as the program sees it.
    blocked: Duration,
    /// At which speed to block for real; none while a run is simulated.
    real: Option<Speed>,
}

thread_local! {
    static WORKING: Cell<Option<Working>> = const { Cell::new(None) };
}

/// The workers of a run that are not done.
#[derive(Default)]
pub struct Workers(Vec<(TaskId, Worker)>);

struct Worker {
    completer: Completer,
    /// What is dropped with it: a thread, or the deadline at which a simulated one is done.
    _work: Box<dyn std::any::Any>,
    /// What goes on with it, if a machine runs it; none while that runs.
    pieces: Option<interpreted::Pieces>,
}

impl Workers {
    fn get_mut(&mut self, lane: TaskId) -> Option<&mut Worker> {
        let mut workers = self.0.iter_mut();
        let (_, worker) = workers.find(|(worker, _)| *worker == lane)?;
        Some(worker)
    }
}

/// Blocks the thread: nothing else of this page runs meanwhile.
///
/// Ends the poll by a panic if the run has lasted for too long then.
#[track_caller]
pub fn block(duration: Duration) {
    if let Some(working) = WORKING.get() {
        return working.block(duration);
    }
    block_in(&Context::expect(), duration, Location::caller().line);
}

/// Blocks the thread in this line of a program.
pub fn block_in(context: &Context, duration: Duration, line: u32) {
    let Context { runtime, lane } = context;
    let lane = *lane;
    let driver = &runtime.shared.driver;
    let before = runtime.now();
    let left = driver.longest_run().duration().saturating_sub(before);
    driver.block(duration.min(runtime.speed().program(left)));
    let lasted = runtime.now() - before;
    runtime.add_wait(duration);
    runtime.record_of_program(lane, Event::Block { lasted, line }, line);
    runtime.check_time(line);
}

impl Working {
    fn block(mut self, duration: Duration) {
        self.blocked = self.blocked.saturating_add(duration);
        WORKING.set(Some(self));
        match self.real {
            #[cfg(target_arch = "wasm32")]
            Some(speed) => super::browser::block_thread(speed.wall(duration)),
            #[cfg(not(target_arch = "wasm32"))]
            Some(_) => unreachable!("there are no workers outside of a browser"),
            None => simulated::check_blocked(self.blocked),
        }
    }
}

/// Runs `work` on a thread of its own.
///
/// Where tokio takes any closure, this takes a function: a closure's captures
/// could not follow it into a worker's memory. Dropping the handle detaches the
/// work; the end of the run ends it.
#[track_caller]
pub fn spawn_blocking(work: fn()) -> JoinHandle<()> {
    let location = Location::caller();
    let Context { runtime, lane } = Context::expect();
    let worker = runtime.record_spawn(Some(lane), TaskKind::Worker, None, location);
    let (completer, handle) = completer(&runtime, worker, location);
    let driver = &runtime.shared.driver;
    driver.spawn_blocking(&runtime, worker, work, completer);
    handle
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

    /// Whether somebody still works who could wake a task.
    pub(super) fn has_workers(&self) -> bool {
        !self.shared.workers.borrow().0.is_empty()
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
