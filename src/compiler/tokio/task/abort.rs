//! A handle that only aborts.

use std::fmt;
use std::intrinsics;

use super::Id;

/// An owned permission to abort a spawned task, without awaiting its completion.
pub struct AbortHandle {
    task: u32,
}

impl AbortHandle {
    /// Of one handle more to the task.
    pub(super) fn new(task: u32) -> Self {
        AbortHandle {
            task: intrinsics::join_clone(task),
        }
    }

    /// Abort the task associated with the handle.
    pub fn abort(&self) {
        intrinsics::join_abort(self.task);
    }

    /// Checks if the task associated with this `AbortHandle` has finished.
    pub fn is_finished(&self) -> bool {
        intrinsics::join_finished(self.task)
    }

    /// Returns a [task ID] that uniquely identifies this task relative to other currently spawned tasks.
    pub fn id(&self) -> Id {
        Id(intrinsics::join_id(self.task))
    }

    pub(super) fn task(&self) -> u32 {
        self.task
    }
}

impl Clone for AbortHandle {
    fn clone(&self) -> Self {
        AbortHandle::new(self.task)
    }
}

impl Drop for AbortHandle {
    fn drop(&mut self) {
        intrinsics::join_drop(self.task);
    }
}

impl fmt::Debug for AbortHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AbortHandle")
            .field("id", &self.id())
            .finish()
    }
}
