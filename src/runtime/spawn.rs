//! Spawning tasks.

use std::future::Future;

use super::join_handle::JoinHandle;
use super::owned_tasks::OwnedTask;
use super::task::Task;
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
        let (lane, number, before) = self.begin_spawn(parent, location);
        let future = Box::pin(Task::Running { future });
        let task = OwnedTask {
            number,
            lane,
            future,
        };
        let handle = JoinHandle::new(self, &task, location);
        // To the ready queue; or it is dropped, if the run is being shut down.
        self.put_back(task);
        self.count_task(before);
        handle
    }

    /// The lane and the number of a new task, and how much memory was in use before there was anything of it.
    fn begin_spawn(&self, parent: Option<TaskId>, location: Location) -> (TaskId, u32, usize) {
        let kind = match parent {
            None => TaskKind::Main,
            Some(_) => TaskKind::Task,
        };
        let id = self.record_spawn(parent, kind, None, location);
        // From here on, because the trace is no part of the task.
        let before = memory::live();
        let number = self.shared.scheduler.owned.borrow_mut().add(id);
        (id, number, before)
    }

    /// Adds a task to those whose memory is measured; so much was allocated before it was spawned.
    fn count_task(&self, before: usize) {
        let taken = memory::live().saturating_sub(before);
        let spawned = &self.shared.spawned;
        spawned.update(|(bytes, tasks)| (bytes + taken, tasks + 1));
    }

    /// How much memory spawning a task took on average, in bytes: its future and its places in
    /// the lists of the run.
    pub fn bytes_per_task(&self) -> Option<f64> {
        let (bytes, tasks) = self.shared.spawned.get();
        (bytes > 0).then(|| bytes as f64 / f64::from(tasks))
    }
}
