//! The handle of a task, and what the task leaves for it.

use std::fmt;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context as TaskContext, Poll, Waker};

use super::join_error::JoinError;
use super::waker::TaskWaker;
use super::{Context, Id};
use crate::trace::{Event, Location, TaskId};

/// What a task leaves for its handle.
///
/// A handle is `Send` where tokio's is, hence the lock. All of it is used on one thread.
pub struct Join<T>(Mutex<JoinState<T>>);

enum JoinState<T> {
    Pending(Option<Waker>),
    Ended(Result<T, JoinError>),
    Taken,
}

impl<T> Join<T> {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Join(Mutex::new(JoinState::Pending(None))))
    }

    /// Leaves the result for the handle; returns who waits for it, and is to be woken.
    ///
    /// Where the handle was dropped, so is the result, here and now: what its destructor
    /// prints belongs to the task. Nobody could hear of a panic of it, in tokio as here.
    pub(super) fn end(self: &Arc<Self>, result: Result<T, JoinError>) -> Option<Waker> {
        if Arc::strong_count(self) == 1 {
            drop_quietly(result);
            return None;
        }
        match std::mem::replace(&mut *self.lock(), JoinState::Ended(result)) {
            JoinState::Pending(joiner) => joiner,
            _ => None,
        }
    }

    fn lock(&self) -> MutexGuard<'_, JoinState<T>> {
        self.0.lock().expect("nobody panics while holding it")
    }
}

/// Drops what nobody wants any more, and ignores a panic of its destructor.
fn drop_quietly<T>(value: T) {
    let _ = catch_unwind(AssertUnwindSafe(|| drop(value)));
}

/// Ends the handle of a worker, which is no task to the scheduler.
pub struct Completer {
    join: Arc<Join<()>>,
    task: Arc<TaskWaker>,
}

impl Completer {
    /// The work is done.
    pub fn complete(self) {
        self.end(Ok(()));
    }

    /// The work failed, as a panic does.
    pub fn fail(self, message: String) {
        let error = JoinError::panicked(self.task.task, Box::new(message));
        self.end(Err(error));
    }

    fn end(self, result: Result<(), JoinError>) {
        self.task.finished.store(true, Relaxed);
        if let Some(joiner) = self.join.end(result) {
            joiner.wake();
        }
    }
}

/// The handle of a worker, and what ends it.
pub fn completer(task: TaskWaker, location: Location) -> (Completer, JoinHandle<()>) {
    let (join, task) = (Join::new(), Arc::new(task));
    let handle = JoinHandle {
        join: join.clone(),
        task: task.clone(),
        location,
    };
    (Completer { join, task }, handle)
}

/// The handle of a spawned task: awaiting it gives the task's result.
///
/// Dropping it detaches the task, which runs on; a result that is there already is
/// dropped with it.
pub struct JoinHandle<T> {
    pub(super) join: Arc<Join<T>>,
    pub(super) task: Arc<TaskWaker>,
    pub(super) location: Location,
}

impl<T> JoinHandle<T> {
    /// Cancels the task: it is put on the ready queue and dropped when its turn comes.
    ///
    /// Does nothing to a task that is over, nor to blocking work: nobody can interrupt that.
    pub fn abort(&self) {
        self.abort_handle().abort();
    }

    /// Whether the task is over.
    pub fn is_finished(&self) -> bool {
        self.task.finished.load(Relaxed)
    }

    /// A handle that can abort the task and does not give its result.
    pub fn abort_handle(&self) -> AbortHandle {
        let task = self.task.clone();
        AbortHandle { task }
    }

    /// Which task it is.
    pub fn id(&self) -> Id {
        Id(self.task.task.0)
    }

    /// Where its task was spawned.
    pub(crate) fn location(&self) -> Location {
        self.location
    }

    /// The lane of its task.
    pub(crate) fn task_id(&self) -> TaskId {
        self.task.task
    }

    /// As `poll`; the program waits in this line.
    pub(crate) fn poll_in(
        &mut self,
        cx: &mut TaskContext<'_>,
        line: u32,
    ) -> Poll<Result<T, JoinError>> {
        if let Some(result) = self.take() {
            return Poll::Ready(result);
        }
        let joiner = JoinState::Pending(Some(cx.waker().clone()));
        let before = std::mem::replace(&mut *self.join.lock(), joiner);
        let first = matches!(before, JoinState::Pending(None));
        if first && let Some(context) = Context::current() {
            let on = self.task.task;
            if on.is_recorded() {
                let runtime = &context.runtime;
                runtime.record_of_program(context.lane, Event::Await { on, line }, line);
            }
        }
        Poll::Pending
    }

    /// Who is woken when the task is over, which it is not yet.
    pub(crate) fn set_joiner(&self, joiner: Waker) {
        *self.join.lock() = JoinState::Pending(Some(joiner));
    }

    /// The result of a task that is over.
    ///
    /// Panics if it was taken before.
    pub(super) fn take(&mut self) -> Option<Result<T, JoinError>> {
        if !self.is_finished() {
            return None;
        }
        let left = std::mem::replace(&mut *self.join.lock(), JoinState::Taken);
        match left {
            JoinState::Ended(result) => Some(result),
            _ => panic!("JoinHandle polled after completion"),
        }
    }
}

impl<T> Drop for JoinHandle<T> {
    fn drop(&mut self) {
        // Nobody waits any more: nobody is to be woken, and nobody takes the result.
        let left = std::mem::replace(&mut *self.join.lock(), JoinState::Taken);
        drop_quietly(left);
    }
}

/// Aborts a task. Dropping it does nothing to the task.
#[derive(Clone)]
pub struct AbortHandle {
    pub(super) task: Arc<TaskWaker>,
}

impl AbortHandle {
    /// Cancels the task, as [`JoinHandle::abort`] does.
    pub fn abort(&self) {
        // A worker is never on the ready queue, so that nothing comes of it.
        if !self.is_finished() {
            self.task.abort();
        }
    }

    /// Whether the task is over.
    pub fn is_finished(&self) -> bool {
        self.task.finished.load(Relaxed)
    }

    /// Which task it is.
    pub fn id(&self) -> Id {
        Id(self.task.task.0)
    }
}

impl fmt::Debug for AbortHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.id();
        f.debug_struct("AbortHandle").field("id", &id).finish()
    }
}

impl<T: fmt::Debug> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.id();
        f.debug_struct("JoinHandle").field("id", &id).finish()
    }
}

impl<T> Future for JoinHandle<T> {
    type Output = Result<T, JoinError>;

    // `.await` calls this from its own line, so the caller is where the program waits
    // (unless a library polls: then it is that library's line).
    #[track_caller]
    fn poll(mut self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<Self::Output> {
        let caller = Location::caller();
        let line = match caller.file == self.location.file {
            true => caller.line,
            false => self.location.line,
        };
        self.poll_in(cx, line)
    }
}
