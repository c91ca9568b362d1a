//! A group of tasks whose results come in the order in which the tasks end.

use std::collections::VecDeque;
use std::fmt;
use std::future::{Future, poll_fn};
use std::panic::resume_unwind;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context as TaskContext, Poll, Wake, Waker};

use super::join_error::JoinError;
use super::join_handle::{AbortHandle, JoinHandle};
use super::{Context, Id, spawn_blocking, spawn_local};
use crate::trace::{Event, Location};

/// Tasks that belong together. Dropping it aborts all of them.
///
/// What it does for a task takes as long in a set of a million as in a set of ten.
pub struct JoinSet<T> {
    /// The tasks whose result was not taken; empty places are listed in `free`.
    tasks: Vec<Option<JoinHandle<T>>>,
    free: Vec<usize>,
    /// Every task that is not over, in the order in which they were spawned, and some that are.
    spawned: Vec<AbortHandle>,
    /// For how many of `spawned` the trace says that they are waited for.
    awaited: usize,
    ended: Arc<Ended>,
}

/// What the tasks of a set and whoever waits for it have in common.
///
/// Wakers must be `Send`, hence the lock. All of it is used on one thread.
#[derive(Default)]
struct Ended(Mutex<EndedState>);

#[derive(Default)]
struct EndedState {
    /// The places of the tasks that are over, in the order in which they ended.
    places: VecDeque<usize>,
    joiner: Option<Waker>,
}

impl Ended {
    fn lock(&self) -> MutexGuard<'_, EndedState> {
        self.0.lock().expect("nobody panics while holding it")
    }

    fn pop(&self) -> Option<usize> {
        self.lock().places.pop_front()
    }
}

/// What a task of a set wakes when it ends.
struct Member {
    place: usize,
    ended: Arc<Ended>,
}

impl Wake for Member {
    fn wake(self: Arc<Self>) {
        let mut ended = self.ended.lock();
        ended.places.push_back(self.place);
        let joiner = ended.joiner.take();
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
            tasks: Vec::new(),
            free: Vec::new(),
            spawned: Vec::new(),
            awaited: 0,
            ended: Arc::default(),
        }
    }

    /// How many tasks there are whose result was not taken, ended ones included.
    pub fn len(&self) -> usize {
        self.tasks.len() - self.free.len()
    }

    /// Whether no result is left to be taken.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Aborts all tasks: each is dropped when its turn comes, and its result is then a [`JoinError`].
    ///
    /// The results stay in the set until they are taken.
    pub fn abort_all(&mut self) {
        self.spawned.iter().for_each(AbortHandle::abort);
    }

    /// Lets go of all tasks: they run on. The results that are there already are dropped.
    pub fn detach_all(&mut self) {
        self.spawned.clear();
        self.awaited = 0;
        // As in tokio: handles first, and then results, in the order in which the tasks ended.
        let ended = std::mem::take(&mut self.ended);
        let mut tasks = std::mem::take(&mut self.tasks);
        self.free.clear();
        let mut results = VecDeque::new();
        while let Some(place) = ended.pop() {
            results.push_back(tasks[place].take());
        }
        drop(tasks);
        drop(results);
    }
}

impl<T: 'static> JoinSet<T> {
    /// Waits until one more task has ended, and takes its result; `None` if no task is left.
    ///
    /// A task that was aborted or has panicked gives a [`JoinError`]. Dropping the
    /// future loses no result.
    #[track_caller]
    pub fn join_next(&mut self) -> impl Future<Output = Option<Result<T, JoinError>>> {
        let line = Location::caller().line;
        poll_fn(move |cx| self.poll_next(cx, line).map(result))
    }

    /// As [`join_next`](JoinSet::join_next), and says whose result it is.
    #[track_caller]
    pub fn join_next_with_id(
        &mut self,
    ) -> impl Future<Output = Option<Result<(Id, T), JoinError>>> {
        let line = Location::caller().line;
        poll_fn(move |cx| self.poll_next(cx, line).map(result_with_id))
    }

    /// The result of a task that has ended, if there is one.
    pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>> {
        result(self.take_ended())
    }

    /// As [`try_join_next`](JoinSet::try_join_next), and says whose result it is.
    pub fn try_join_next_with_id(&mut self) -> Option<Result<(Id, T), JoinError>> {
        result_with_id(self.take_ended())
    }

    /// Polls for the result of one more task that has ended; ready with `None` if no task is left.
    #[track_caller]
    pub fn poll_join_next(
        &mut self,
        cx: &mut TaskContext<'_>,
    ) -> Poll<Option<Result<T, JoinError>>> {
        self.poll_next(cx, Location::caller().line).map(result)
    }

    /// Waits for all tasks, and gives their results in the order in which they ended.
    ///
    /// Panics if one of them was aborted or has panicked, in the latter case with what
    /// it said. The rest of the set is aborted then, as it is if the future is dropped.
    #[track_caller]
    pub fn join_all(mut self) -> impl Future<Output = Vec<T>> {
        let line = Location::caller().line;
        async move {
            let mut output = Vec::with_capacity(self.len());
            while let Some(next) = poll_fn(|cx| self.poll_next(cx, line).map(result)).await {
                match next.map_err(JoinError::try_into_panic) {
                    Ok(value) => output.push(value),
                    Err(Ok(payload)) => resume_unwind(payload),
                    Err(Err(cancelled)) => panic!("{cancelled}"),
                }
            }
            output
        }
    }

    /// Aborts all tasks, and waits until each of them has been dropped.
    #[track_caller]
    pub fn shutdown(&mut self) -> impl Future<Output = ()> {
        let line = Location::caller().line;
        async move {
            self.abort_all();
            while poll_fn(|cx| self.poll_next(cx, line).map(result))
                .await
                .is_some()
            {}
        }
    }

    /// The handle of one more task that has ended: its result is there.
    fn poll_next(&mut self, cx: &mut TaskContext<'_>, line: u32) -> Poll<Option<JoinHandle<T>>> {
        if self.is_empty() {
            return Poll::Ready(None);
        }
        // Kept while a result is taken, too: as in tokio, the next task to end wakes this one then.
        let before = self.ended.lock().joiner.replace(cx.waker().clone());
        drop(before);
        let next = self.take_ended();
        if next.is_some() {
            return Poll::Ready(next);
        }
        self.record_await(line);
        Poll::Pending
    }

    fn take_ended(&mut self) -> Option<JoinHandle<T>> {
        let place = self.ended.pop()?;
        self.free.push(place);
        self.tasks[place].take()
    }

    /// Says which tasks are waited for, each of them once.
    fn record_await(&mut self, line: u32) {
        let Context { runtime, lane } = Context::expect();
        for task in &self.spawned[self.awaited..] {
            let on = task.lane;
            if on.is_recorded() && !task.is_finished() {
                runtime.record_of_program(lane, Event::Await { on, line }, line);
            }
        }
        self.awaited = self.spawned.len();
    }

    fn insert(&mut self, handle: JoinHandle<T>) -> AbortHandle {
        let place = self.free.pop().unwrap_or(self.tasks.len());
        let ended = self.ended.clone();
        handle.set_joiner(Waker::from(Arc::new(Member { place, ended })));
        let abort = handle.abort_handle();
        match self.tasks.get_mut(place) {
            Some(free) => *free = Some(handle),
            None => self.tasks.push(Some(handle)),
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
}

fn result<T: 'static>(ended: Option<JoinHandle<T>>) -> Option<Result<T, JoinError>> {
    ended?.take()
}

fn result_with_id<T: 'static>(ended: Option<JoinHandle<T>>) -> Option<Result<(Id, T), JoinError>> {
    let mut ended = ended?;
    let id = ended.id();
    ended.take().map(|result| result.map(|value| (id, value)))
}

impl<T: 'static> JoinSet<T> {
    /// Spawns a task that belongs to this set. Its handle can abort it, and nothing else.
    #[track_caller]
    pub fn spawn_local<F>(&mut self, future: F) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        self.insert(spawn_local(future))
    }

    /// As [`spawn_local`](JoinSet::spawn_local); what tokio could move to another thread, it may take.
    #[track_caller]
    pub fn spawn<F>(&mut self, future: F) -> AbortHandle
    where
        F: Future<Output = T> + Send + 'static,
        T: Send,
    {
        self.spawn_local(future)
    }
}

impl JoinSet<()> {
    /// Runs `work` on a thread of its own, as [`spawn_blocking`] does; aborting it does nothing.
    #[track_caller]
    pub fn spawn_blocking(&mut self, work: fn()) -> AbortHandle {
        self.insert(spawn_blocking(work))
    }
}

impl<T> Default for JoinSet<T> {
    fn default() -> Self {
        JoinSet::new()
    }
}

impl<T, F> FromIterator<F> for JoinSet<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    fn from_iter<I: IntoIterator<Item = F>>(tasks: I) -> Self {
        let mut set = JoinSet::new();
        set.extend(tasks);
        set
    }
}

impl<T, F> Extend<F> for JoinSet<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    fn extend<I: IntoIterator<Item = F>>(&mut self, tasks: I) {
        for task in tasks {
            self.spawn(task);
        }
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
