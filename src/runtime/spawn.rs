//! Spawning tasks.

use std::future::Future;
use std::sync::Arc;

use super::join_handle::{Join, JoinHandle};
use super::owned_tasks::OwnedTask;
use super::task::Task;
use super::waker::TaskWaker;
use super::{Context, Runtime};
use crate::memory;
use crate::trace::{Location, TaskId, TaskKind};

/// Spawns a task in the run that is being polled, and returns its handle.
///
/// The task goes to the end of the ready queue; nothing of it runs before the
/// spawner's poll has ended. Dropping the handle lets the task run on.
#[track_caller]
pub fn spawn_local<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
{
    let location = Location::caller();
    let context = Context::expect();
    context.runtime.spawn(future, Some(context.lane), location)
}

/// Spawns a task, as [`spawn_local`] does: all tasks of a run are on one thread.
///
/// It takes what tokio's `spawn` takes, so that a program which runs here runs there.
#[track_caller]
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    spawn_local(future)
}

impl Runtime {
    /// Spawns a task, or `main` if it has no parent.
    pub(crate) fn spawn<F>(
        &self,
        future: F,
        parent: Option<TaskId>,
        location: Location,
    ) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
    {
        let kind = match parent {
            None => TaskKind::Main,
            Some(_) => TaskKind::Task,
        };
        let id = self.record_spawn(parent, kind, None, location);
        // From here on, because the trace is no part of the task.
        let before = memory::live();
        let number = self.shared.scheduler.owned.borrow_mut().next_number();
        let waker = Arc::new(TaskWaker::new(self.shared.id, id, number));
        let join = Join::new();
        let handle = JoinHandle {
            join: join.clone(),
            task: waker.clone(),
            location,
        };
        let future = Box::pin(Task::new(future, join));
        self.own(OwnedTask { future, waker });
        self.count_task(before);
        handle
    }

    /// Adds a task to those whose memory is measured; so much was allocated before it was spawned.
    fn count_task(&self, before: usize) {
        let taken = memory::live().saturating_sub(before);
        let spawned = &self.shared.spawned;
        spawned.update(|(bytes, tasks)| (bytes + taken, tasks + 1));
    }

    /// How much memory spawning a task took on average, in bytes: its future, its waker, its
    /// handle and its places in the lists of the run.
    pub fn bytes_per_task(&self) -> Option<f64> {
        let (bytes, tasks) = self.shared.spawned.get();
        (bytes > 0).then(|| bytes as f64 / f64::from(tasks))
    }

    /// Puts a new task on the ready queue; or drops it, if the run is being shut down.
    fn own(&self, task: OwnedTask) {
        let scheduler = &self.shared.scheduler;
        let waker = task.waker.clone();
        let owned = scheduler.owned.borrow_mut().insert(task);
        match owned {
            Ok(()) => scheduler.push(waker),
            Err(task) => self.cancel(task),
        }
    }
}
