//! A group of tasks whose results come in the order in which the tasks end.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::future::{Future, poll_fn};
use std::panic::Location;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context as TaskContext, Poll, Wake, Waker};

use super::join_error::JoinError;
use super::join_handle::{AbortHandle, JoinHandle};
use super::{Context, spawn_local};
use crate::trace::{Event, TaskId};

/// Tasks that belong together. Dropping it aborts all of them.
pub struct JoinSet<T> {
    /// All tasks whose result was not taken, and whether somebody has waited for them.
    tasks: BTreeMap<TaskId, (JoinHandle<T>, bool)>,
    ended: Arc<Ended>,
}

/// What the tasks of a set and whoever waits for it have in common.
///
/// Wakers must be `Send`, hence the lock. All of it is used on one thread.
#[derive(Default)]
struct Ended(Mutex<(VecDeque<TaskId>, Option<Waker>)>);

impl Ended {
    fn lock(&self) -> MutexGuard<'_, (VecDeque<TaskId>, Option<Waker>)> {
        self.0.lock().expect("nobody panics while holding it")
    }
}

/// What a task of a set wakes when it ends.
struct Member {
    task: TaskId,
    ended: Arc<Ended>,
}

impl Wake for Member {
    fn wake(self: Arc<Self>) {
        let mut ended = self.ended.lock();
        let (tasks, joiner) = &mut *ended;
        tasks.push_back(self.task);
        let joiner = joiner.take();
        drop(ended);
        if let Some(joiner) = joiner {
            joiner.wake();
        }
    }
}

impl<T> JoinSet<T> {
    /// A set without tasks.
    pub fn new() -> Self {
        JoinSet {
            tasks: BTreeMap::new(),
            ended: Arc::default(),
        }
    }

    /// How many tasks there are whose result was not taken, ended ones included.
    pub fn len(&self) -> usize {
        self.tasks.len()
    }

    /// Whether no result is left to be taken.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// Aborts all tasks: each is dropped when its turn comes, and its result is then a [`JoinError`].
    ///
    /// The results stay in the set until they are taken.
    pub fn abort_all(&mut self) {
        for (handle, _) in self.tasks.values() {
            handle.abort();
        }
    }

    /// Waits until one more task has ended, and takes its result; `None` if no task is left.
    ///
    /// A task that was aborted or has panicked gives a [`JoinError`]. Dropping the
    /// future loses no result.
    #[track_caller]
    pub fn join_next(&mut self) -> impl Future<Output = Option<Result<T, JoinError>>> {
        let line = Location::caller().line();
        poll_fn(move |cx| self.poll_join_next(cx, line))
    }

    /// Aborts all tasks, and waits until each of them has been dropped.
    #[track_caller]
    pub fn shutdown(&mut self) -> impl Future<Output = ()> {
        let line = Location::caller().line();
        async move {
            self.abort_all();
            while poll_fn(|cx| self.poll_join_next(cx, line)).await.is_some() {}
        }
    }

    fn poll_join_next(
        &mut self,
        cx: &mut TaskContext<'_>,
        line: u32,
    ) -> Poll<Option<Result<T, JoinError>>> {
        if self.is_empty() {
            return Poll::Ready(None);
        }
        let mut ended = self.ended.lock();
        let (tasks, joiner) = &mut *ended;
        // Kept while a result is taken, too: as in tokio, the next task to end wakes this one then.
        *joiner = Some(cx.waker().clone());
        let next = tasks.pop_front();
        drop(ended);
        if let Some(task) = next {
            let (mut handle, _) = self.tasks.remove(&task).expect("it was not taken before");
            return Poll::Ready(handle.take());
        }
        self.record_await(line);
        Poll::Pending
    }

    /// Says which tasks are waited for, each of them once.
    fn record_await(&mut self, line: u32) {
        let Context { runtime, lane } = Context::expect();
        for (task, (_, awaited)) in &mut self.tasks {
            if !std::mem::replace(awaited, true) && task.is_recorded() {
                runtime.record(lane, Event::Await { on: *task, line });
            }
        }
    }
}

impl<T: 'static> JoinSet<T> {
    /// Spawns a task that belongs to this set. Its handle can abort it, and nothing else.
    #[track_caller]
    pub fn spawn_local<F>(&mut self, future: F) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        let handle = spawn_local(future);
        let (task, ended) = (handle.id(), self.ended.clone());
        handle.set_joiner(Waker::from(Arc::new(Member { task, ended })));
        let abort = handle.abort_handle();
        self.tasks.insert(task, (handle, false));
        abort
    }
}

impl<T> Default for JoinSet<T> {
    fn default() -> Self {
        JoinSet::new()
    }
}

impl<T> Drop for JoinSet<T> {
    fn drop(&mut self) {
        self.abort_all();
    }
}

impl<T> fmt::Debug for JoinSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinSet").field("len", &self.len()).finish()
    }
}
