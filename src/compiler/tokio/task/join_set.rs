//! A group of tasks whose results come in the order in which the tasks end.

use std::collections::VecDeque;
use std::fmt;
use std::future::{Future, poll_fn};
use std::intrinsics;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

use super::spawn::{start, start_blocking};
use super::{AbortHandle, Id, JoinError, JoinHandle, LocalSet, spawn_local};

/// Dropping it aborts all of its tasks.
pub struct JoinSet<T> {
    /// The tasks whose result was not taken; empty places are listed in `free`.
    tasks: Vec<Option<JoinHandle<T>>>,
    free: Vec<usize>,
    /// Every task that is not over, in the order in which they were spawned, and some that are.
    spawned: Vec<AbortHandle>,
    /// For how many of `spawned` it was said that they are waited for.
    awaited: usize,
    ended: Arc<Ended>,
}

/// What the tasks of a set and whoever waits for it have in common.
struct Ended(Mutex<State>);

struct State {
    /// The places of the tasks that are over, in the order in which they ended.
    places: VecDeque<usize>,
    joiner: Option<Waker>,
}

impl Ended {
    fn new() -> Arc<Ended> {
        Arc::new(Ended(Mutex::new(State {
            places: VecDeque::new(),
            joiner: None,
        })))
    }

    fn pop(&self) -> Option<usize> {
        self.0.lock().unwrap().places.pop_front()
    }
}

/// What a task of a set wakes when it ends.
struct Member {
    place: usize,
    ended: Arc<Ended>,
}

impl Wake for Member {
    fn wake(self: Arc<Self>) {
        let mut ended = self.ended.0.lock().unwrap();
        ended.places.push_back(self.place);
        let joiner = ended.joiner.take();
        drop(ended);
        if let Some(joiner) = joiner {
            joiner.wake();
        }
    }
}

impl<T> JoinSet<T> {
    /// Create a new `JoinSet`.
    pub fn new() -> Self {
        JoinSet {
            tasks: Vec::new(),
            free: Vec::new(),
            spawned: Vec::new(),
            awaited: 0,
            ended: Ended::new(),
        }
    }

    /// Returns the number of tasks currently in the `JoinSet`.
    pub fn len(&self) -> usize {
        self.tasks.len() - self.free.len()
    }

    /// Returns whether the `JoinSet` is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn insert(&mut self, handle: JoinHandle<T>) -> AbortHandle {
        let place = self.free.pop().unwrap_or(self.tasks.len());
        let waker = Waker::from(Arc::new(Member {
            place,
            ended: self.ended.clone(),
        }));
        let mut context = Context::from_waker(&waker);
        intrinsics::join_watch(handle.task(), &mut context as *mut Context<'_> as *const ());
        let abort = handle.abort_handle();
        if place < self.tasks.len() {
            self.tasks[place] = Some(handle);
        } else {
            self.tasks.push(Some(handle));
        }
        self.spawned.push(abort.clone());
        // Half of them are over: to forget those costs no more than it did to note them.
        if self.spawned.len() > 2 * self.len() {
            let awaited = self.spawned[..self.awaited].iter();
            self.awaited = awaited.filter(|task| !task.is_finished()).count();
            self.spawned.retain(|task| !task.is_finished());
        }
        abort
    }

    fn take_ended(&mut self) -> Option<JoinHandle<T>> {
        let place = self.ended.pop()?;
        self.free.push(place);
        self.tasks[place].take()
    }

    /// The handle of one more task that has ended; who waits is said to do so in this line.
    fn poll_next(&mut self, cx: &mut Context<'_>, line: u32) -> Poll<Option<JoinHandle<T>>> {
        if self.is_empty() {
            return Poll::Ready(None);
        }
        // Kept while a result is taken, too: the next task to end wakes this one then.
        let before = self
            .ended
            .0
            .lock()
            .unwrap()
            .joiner
            .replace(cx.waker().clone());
        drop(before);
        let next = self.take_ended();
        if next.is_some() {
            return Poll::Ready(next);
        }
        for task in &self.spawned[self.awaited..] {
            intrinsics::join_awaited(task.task(), line);
        }
        self.awaited = self.spawned.len();
        Poll::Pending
    }

    /// Waits until one of the tasks in the set completes and returns its output.
    pub fn join_next(&mut self) -> impl Future<Output = Option<Result<T, JoinError>>> {
        let line = intrinsics::line();
        poll_fn(move |cx| self.poll_next(cx, line).map(result))
    }

    /// Waits until one of the tasks in the set completes and returns its output, along with the [task ID] of the completed task.
    pub fn join_next_with_id(
        &mut self,
    ) -> impl Future<Output = Option<Result<(Id, T), JoinError>>> {
        let line = intrinsics::line();
        poll_fn(move |cx| self.poll_next(cx, line).map(result_with_id))
    }

    /// Tries to join one of the tasks in the set that has completed and return its output.
    pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>> {
        result(self.take_ended())
    }

    /// Tries to join one of the tasks in the set that has completed and return its output, along with the [task ID] of the completed task.
    pub fn try_join_next_with_id(&mut self) -> Option<Result<(Id, T), JoinError>> {
        result_with_id(self.take_ended())
    }

    /// Polls for one of the tasks in the set to complete.
    pub fn poll_join_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, JoinError>>> {
        self.poll_next(cx, intrinsics::line()).map(result)
    }

    /// Polls for one of the tasks in the set to complete.
    pub fn poll_join_next_with_id(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<(Id, T), JoinError>>> {
        self.poll_next(cx, intrinsics::line()).map(result_with_id)
    }

    /// Aborts all tasks and waits for them to finish shutting down.
    pub async fn shutdown(&mut self) {
        let line = intrinsics::line();
        self.abort_all();
        while poll_fn(|cx| self.poll_next(cx, line).map(result))
            .await
            .is_some()
        {}
    }

    /// Awaits the completion of all tasks in this `JoinSet`, returning a vector of their results.
    pub async fn join_all(mut self) -> Vec<T> {
        let line = intrinsics::line();
        let mut output = Vec::with_capacity(self.len());
        while let Some(next) = poll_fn(|cx| self.poll_next(cx, line).map(result)).await {
            match next {
                Ok(value) => output.push(value),
                Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
                Err(error) => panic!("{error}"),
            }
        }
        output
    }

    /// Aborts all tasks on this `JoinSet`.
    pub fn abort_all(&mut self) {
        for task in &self.spawned {
            task.abort();
        }
    }

    /// Removes all tasks from this `JoinSet` without aborting them.
    pub fn detach_all(&mut self) {
        self.spawned.clear();
        self.awaited = 0;
        // As in tokio: handles first, and then results, in the order in which the tasks ended.
        let ended = std::mem::replace(&mut self.ended, Ended::new());
        let mut tasks = std::mem::take(&mut self.tasks);
        self.free.clear();
        let mut results = Vec::new();
        while let Some(place) = ended.pop() {
            results.push(tasks[place].take());
        }
        drop(tasks);
        drop(results);
    }
}

fn result<T>(ended: Option<JoinHandle<T>>) -> Option<Result<T, JoinError>> {
    Some(outcome(ended?))
}

fn result_with_id<T>(ended: Option<JoinHandle<T>>) -> Option<Result<(Id, T), JoinError>> {
    let handle = ended?;
    let id = handle.id();
    Some(outcome(handle).map(|value| (id, value)))
}

/// What a task that is over has left.
fn outcome<T>(mut handle: JoinHandle<T>) -> Result<T, JoinError> {
    let context = Context::from_waker(Waker::noop());
    let how = intrinsics::join_poll(handle.task(), &context as *const Context<'_> as *const ());
    handle.take(how)
}

impl<T: 'static> JoinSet<T> {
    /// Spawn the provided task on the `JoinSet`, returning an `AbortHandle` that can be used to remotely cancel the task.
    #[track_caller]
    pub fn spawn<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T>,
        F: Send + 'static,
        T: Send,
    {
        self.insert(start(task))
    }

    #[track_caller]
    pub fn spawn_local<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T>,
        F: 'static,
    {
        self.insert(spawn_local(task))
    }

    #[track_caller]
    pub fn spawn_local_on<F>(&mut self, task: F, local_set: &LocalSet) -> AbortHandle
    where
        F: Future<Output = T>,
        F: 'static,
    {
        self.insert(local_set.spawn_local(task))
    }

    #[track_caller]
    pub fn spawn_blocking<F>(&mut self, f: F) -> AbortHandle
    where
        F: FnOnce() -> T,
        F: Send + 'static,
        T: Send,
    {
        self.insert(start_blocking(f))
    }
}

impl<T> Drop for JoinSet<T> {
    fn drop(&mut self) {
        self.abort_all();
        self.detach_all();
    }
}

impl<T> fmt::Debug for JoinSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinSet").field("len", &self.len()).finish()
    }
}

impl<T> Default for JoinSet<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, F> FromIterator<F> for JoinSet<T>
where
    F: Future<Output = T>,
    F: Send + 'static,
    T: Send + 'static,
{
    fn from_iter<I: IntoIterator<Item = F>>(iter: I) -> Self {
        let mut set = Self::new();
        set.extend(iter);
        set
    }
}

impl<T, F> Extend<F> for JoinSet<T>
where
    F: Future<Output = T>,
    F: Send + 'static,
    T: Send + 'static,
{
    fn extend<I: IntoIterator<Item = F>>(&mut self, iter: I) {
        for task in iter {
            self.spawn(task);
        }
    }
}
