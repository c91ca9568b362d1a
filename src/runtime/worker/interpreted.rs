//! Workers of a program that a machine runs: on this thread, a piece at a time.
//!
//! Where the program blocks its thread, the worker waits for a deadline instead, and everything else goes on.

use std::sync::Arc;
use std::task::{Wake, Waker};
use std::time::Duration;

use super::simulated::Deadline;
use super::{Worker, fail};
use crate::runtime::join_handle::{JoinHandle, completer};
use crate::runtime::wheel::{NOBODY, tick};
use crate::runtime::{Context, Runtime};
use crate::trace::{Event, Location, TaskId, TaskKind};

/// What becomes of a worker when a piece of it has run.
pub enum Piece {
    /// It goes on after so long, as the program sees it.
    Blocks(Duration),
    /// It has returned.
    Done,
    /// It has panicked with this message.
    Panicked(String),
}

/// Goes on with a worker until it blocks, or is over.
pub type Pieces = Box<dyn FnMut() -> Piece>;

/// Starts a worker that was spawned at `location`; it first runs when the scheduler looks at its timers.
pub fn start(context: &Context, location: Location, pieces: Pieces) -> JoinHandle<()> {
    let Context { runtime, lane } = context;
    let worker = runtime.record_spawn(Some(*lane), TaskKind::Worker, None, location);
    let (completer, handle) = completer(runtime, worker, location);
    runtime.record(worker, Event::PollStart);
    let _work = Box::new(runtime.worker_deadline(worker, Duration::ZERO));
    let pieces = Some(pieces);
    runtime.add_worker(
        worker,
        Worker {
            completer,
            _work,
            pieces,
        },
    );
    handle
}

/// Goes on with a worker when its deadline comes.
struct GoOn {
    run: u32,
    lane: TaskId,
}

impl Wake for GoOn {
    fn wake(self: Arc<Self>) {
        if let Some(runtime) = Runtime::find(self.run) {
            runtime.worker_goes_on(self.lane);
        }
    }
}

impl Runtime {
    fn worker_deadline(&self, lane: TaskId, wait: Duration) -> Deadline {
        let run = self.id();
        let waker = Waker::from(Arc::new(GoOn { run, lane }));
        let due = tick(self.program_now().saturating_add(wait));
        let mut timers = self.shared.timers.borrow_mut();
        let key = timers.insert(due, NOBODY, Some(waker));
        Deadline { run, key }
    }

    fn worker_goes_on(&self, lane: TaskId) {
        // It stays in the list meanwhile: the run may end while it runs.
        let mut workers = self.shared.workers.borrow_mut();
        let pieces = workers
            .get_mut(lane)
            .and_then(|worker| worker.pieces.take());
        drop(workers);
        let Some(mut pieces) = pieces else { return };
        let entered = self.enter(lane);
        let piece = pieces();
        drop(entered);
        match piece {
            Piece::Blocks(wait) => {
                self.add_wait(wait);
                let deadline = Box::new(self.worker_deadline(lane, wait));
                let mut workers = self.shared.workers.borrow_mut();
                let Some(worker) = workers.get_mut(lane) else {
                    return;
                };
                worker.pieces = Some(pieces);
                let before = std::mem::replace(&mut worker._work, deadline);
                drop(workers);
                drop(before);
            }
            Piece::Done => self.worker_done(lane),
            Piece::Panicked(message) => {
                if let Some(worker) = self.take_worker(lane) {
                    fail(self, lane, worker.completer, message);
                }
            }
        }
    }
}
