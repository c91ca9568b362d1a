//! Workers that take simulated time.

use std::panic::catch_unwind;
use std::sync::Arc;
use std::task::{Wake, Waker};
use std::time::Duration;

use super::{Completer, Context, Runtime, TaskId, WORKING, Worker, Working, fail};
use crate::runtime::Outcome;
use crate::runtime::join_error::panic_message;
use crate::runtime::limits::{LONGEST_SIMULATED, Limit};
use crate::runtime::wheel::{Key, NOBODY, tick};
use crate::trace::Event;

/// Runs `work` here and now to learn how long it blocks, and ends the worker that much later.
pub fn start(runtime: &Runtime, lane: TaskId, work: fn(), completer: Completer) {
    runtime.record(lane, Event::PollStart);
    let working = Working {
        blocked: Duration::ZERO,
        real: None,
    };
    let outer = WORKING.replace(Some(working));
    // As in a worker: what it calls finds no run.
    let outside = Context::leave();
    let worked = catch_unwind(work);
    drop(outside);
    let blocked = WORKING.replace(outer).expect("set above").blocked;
    if let Err(payload) = worked {
        let message = panic_message(&*payload).to_string();
        if blocked >= LONGEST_SIMULATED {
            runtime.end(Outcome::Failed(message.clone()));
        }
        return fail(runtime, lane, completer, message);
    }
    runtime.add_wait(blocked);
    let run = runtime.id();
    let done = Waker::from(Arc::new(Done { run, lane }));
    let due = tick(runtime.program_now().saturating_add(blocked));
    let key = runtime
        .shared
        .timers
        .borrow_mut()
        .insert(due, NOBODY, Some(done));
    let _work = Box::new(Deadline { run, key });
    let pieces = None;
    let worker = Worker {
        completer,
        _work,
        pieces,
    };
    runtime.add_worker(lane, worker);
}

/// Ends work that never ends by itself.
pub fn check_blocked(blocked: Duration) {
    if blocked >= LONGEST_SIMULATED {
        panic!("the run has reached {}: a worker blocks", Limit::Simulated);
    }
}

/// The deadline of a worker; dropping it takes it back.
pub struct Deadline {
    pub run: u32,
    pub key: Key,
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(runtime) = Runtime::find(self.run) {
            runtime.shared.timers.borrow_mut().remove(self.key);
        }
    }
}

/// Ends a worker when its deadline comes.
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
