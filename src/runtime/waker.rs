//! What wakes a task: a number.

use std::ptr;
use std::task::{RawWaker, RawWakerVTable, Waker};

use super::Runtime;
use super::limits::MOST_SPAWNED;

/// So many bits of a [`TaskRef`] are the task's number, the others its run's.
const NUMBER_BITS: u32 = 20;

/// No task has this number: `main` is number 0, and all else is spawned.
const NUMBERS: u32 = 1 << NUMBER_BITS;
const _: () = assert!(MOST_SPAWNED + 1 < NUMBERS);

/// By so many numbers the runs of a thread are told apart. Of those that had the same number before, none is alive.
pub const RUNS: u32 = 1 << (u32::BITS - NUMBER_BITS);

/// Which task of which run: all that wakers and handles of a task have.
///
/// They must be `Send`, and a run is not. All of them are used on one thread; on another one, the number finds
/// no run, or wakes a task that has nothing to do.
#[derive(Clone, Copy)]
pub struct TaskRef(u32);

impl TaskRef {
    /// The task with this number in the run with that one.
    pub fn new(run: u32, number: u32) -> Self {
        TaskRef(run << NUMBER_BITS | number)
    }

    /// The run, if it has not ended.
    pub fn runtime(self) -> Option<Runtime> {
        Runtime::find(self.0 >> NUMBER_BITS)
    }

    /// The number among the tasks and workers of the run: `main` is number 0, and branches have none.
    pub fn number(self) -> u32 {
        self.0 % NUMBERS
    }

    /// Puts the task on the ready queue, unless it is there already.
    pub fn wake(self) {
        if let Some(runtime) = self.runtime() {
            runtime.wake(self.number());
        }
    }

    /// A waker that takes no memory: to clone one copies the number, to drop one does nothing.
    pub fn waker(self) -> Waker {
        let data = ptr::without_provenance(self.0 as usize);
        // SAFETY: the functions of `VTABLE` never follow the pointer, which is a number: it is valid on every thread and
        // for ever, however often it is cloned and dropped. What they wake is looked for among the runs of their thread.
        #[allow(unsafe_code)]
        unsafe {
            Waker::new(data, &VTABLE)
        }
    }
}

/// One place for all, by which `will_wake` tells that two wakers are of one kind.
static VTABLE: RawWakerVTable = RawWakerVTable::new(clone, wake, wake, forget);

fn clone(data: *const ()) -> RawWaker {
    RawWaker::new(data, &VTABLE)
}

fn wake(data: *const ()) {
    TaskRef(data.addr() as u32).wake();
}

fn forget(_: *const ()) {}
