//! What wakes a task.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, OnceLock};
use std::task::{Wake, Waker};

use super::Runtime;
use crate::trace::TaskId;

/// Wakes a task, and tells the trace who did it.
///
/// It finds its run by number: wakers must be `Send`, and a run is not. All of it
/// is used on one thread.
pub struct TaskWaker {
    run: u32,
    pub(super) task: TaskId,
    /// The executor's waker, known from the first poll on. Until then the task is on the ready queue.
    pub(super) executor: OnceLock<Waker>,
    pub(super) polling: AtomicBool,
    pub(super) woken: AtomicBool,
    pub(super) cancelled: AtomicBool,
    /// Whether the task is over, as its handles say.
    pub(super) finished: AtomicBool,
}

impl TaskWaker {
    pub fn new(run: u32, task: TaskId) -> Self {
        TaskWaker {
            run,
            task,
            executor: OnceLock::new(),
            polling: AtomicBool::new(false),
            woken: AtomicBool::new(false),
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
        if let Some(runtime) = Runtime::find(self.run) {
            runtime.record_wake(self.task);
        }
        // While it is polled, a task is put on the ready queue after the poll and not
        // before, as in tokio: `spawn_local` of the browser would do it at once.
        if self.polling.load(Relaxed) {
            self.woken.store(true, Relaxed);
        } else if let Some(executor) = self.executor.get() {
            executor.wake_by_ref();
        }
    }
}
