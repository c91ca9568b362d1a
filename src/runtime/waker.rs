//! What wakes a task.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::task::Wake;

use super::Runtime;
use crate::trace::TaskId;

/// Wakes a task, and tells the trace who did it.
///
/// It finds its run by number: wakers must be `Send`, and a run is not. All of it
/// is used on one thread.
pub struct TaskWaker {
    run: u32,
    pub(super) task: TaskId,
    /// Its number among the tasks that were spawned: `main` is number 0, and branches have none.
    pub(super) number: u32,
    /// Whether it is to be polled, or will never be again. A task is spawned so.
    pub(super) woken: AtomicBool,
    pub(super) polling: AtomicBool,
    pub(super) cancelled: AtomicBool,
    /// Whether the task is over, as its handles say.
    pub(super) finished: AtomicBool,
}

impl TaskWaker {
    pub fn new(run: u32, task: TaskId, number: u32) -> Self {
        TaskWaker {
            run,
            task,
            number,
            woken: AtomicBool::new(true),
            polling: AtomicBool::new(false),
            cancelled: AtomicBool::new(false),
            finished: AtomicBool::new(false),
        }
    }

    /// Puts the task on the ready queue: instead of its next poll it is dropped, as in tokio.
    pub fn abort(self: &Arc<Self>) {
        self.cancelled.store(true, Relaxed);
        self.wake_by_ref();
    }
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if !self.woken.swap(true, Relaxed)
            && let Some(runtime) = Runtime::find(self.run)
        {
            runtime.wake(self);
        }
    }
}
