//! The handle of a task, and what the task leaves for it.

use std::cell::RefCell;
use std::fmt;
use std::future::Future;
use std::panic::Location;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context as TaskContext, Poll, Waker};

use super::Context;
use super::join_error::JoinError;
use super::waker::TaskWaker;
use crate::trace::{Event, Site, TaskId};

/// What a task leaves for its handle.
pub struct Join<T> {
    state: RefCell<JoinState<T>>,
}

enum JoinState<T> {
    Pending(Option<Waker>),
    Ended(Result<T, JoinError>),
    Taken,
}

impl<T> Join<T> {
    pub(super) fn new() -> Rc<Self> {
        let state = RefCell::new(JoinState::Pending(None));
        Rc::new(Join { state })
    }

    pub(super) fn end(&self, result: Result<T, JoinError>) {
        let before = self.state.replace(JoinState::Ended(result));
        if let JoinState::Pending(Some(joiner)) = before {
            joiner.wake();
        }
    }
}

/// Ends the handle of a worker, which is no task to the executor.
pub struct Completer(Rc<Join<()>>);

impl Completer {
    /// The work is done.
    pub fn complete(self) {
        self.0.end(Ok(()));
    }

    /// The work failed, as a panic does.
    pub fn fail(self, lane: TaskId, message: String) {
        let error = JoinError::panicked(lane, Box::new(message));
        self.0.end(Err(error));
    }
}

/// The handle of a worker, and what ends it.
pub fn completer(lane: TaskId, site: Site) -> (Completer, JoinHandle<()>) {
    let join = Join::new();
    let handle = JoinHandle {
        join: join.clone(),
        lane,
        task: None,
        site,
    };
    (Completer(join), handle)
}

/// The handle of a spawned task: awaiting it gives the task's result.
///
/// Dropping it detaches the task, which runs on.
pub struct JoinHandle<T> {
    pub(super) join: Rc<Join<T>>,
    pub(super) lane: TaskId,
    pub(super) task: Option<Arc<TaskWaker>>,
    pub(super) site: Site,
}

impl<T> JoinHandle<T> {
    /// Cancels the task: it is put on the ready queue and dropped when its turn comes.
    ///
    /// Does nothing to a task that is over, nor to blocking work: nobody can interrupt that.
    pub fn abort(&self) {
        if let Some(task) = &self.task
            && !self.is_finished()
        {
            task.abort();
        }
    }

    /// Whether the task is over.
    pub fn is_finished(&self) -> bool {
        !matches!(*self.join.state.borrow(), JoinState::Pending(_))
    }

    /// A handle that can abort the task and does not give its result.
    pub fn abort_handle(&self) -> AbortHandle {
        let task = self.task.clone();
        AbortHandle { task }
    }

    pub(super) fn id(&self) -> TaskId {
        self.lane
    }

    /// Who is woken when the task is over, which it is not yet.
    pub(super) fn set_joiner(&self, joiner: Waker) {
        *self.join.state.borrow_mut() = JoinState::Pending(Some(joiner));
    }

    /// The result of a task that is over.
    ///
    /// Panics if it was taken before.
    pub(super) fn take(&mut self) -> Option<Result<T, JoinError>> {
        let mut state = self.join.state.borrow_mut();
        if let JoinState::Pending(_) = *state {
            return None;
        }
        match std::mem::replace(&mut *state, JoinState::Taken) {
            JoinState::Ended(result) => Some(result),
            _ => panic!("a handle was polled after it had given its result"),
        }
    }
}

impl<T> Drop for JoinHandle<T> {
    fn drop(&mut self) {
        // Nobody waits any more, so nobody is to be woken.
        if let JoinState::Pending(joiner) = &mut *self.join.state.borrow_mut() {
            *joiner = None;
        }
    }
}

/// Aborts a task. Dropping it does nothing to the task.
#[derive(Clone)]
pub struct AbortHandle {
    task: Option<Arc<TaskWaker>>,
}

impl AbortHandle {
    /// Cancels the task, as [`JoinHandle::abort`] does.
    pub fn abort(&self) {
        if let Some(task) = &self.task {
            task.abort();
        }
    }
}

impl fmt::Debug for AbortHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lane = self.task.as_ref().map(|task| task.task);
        f.debug_tuple("AbortHandle").field(&lane).finish()
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("JoinHandle").field(&self.lane).finish()
    }
}

impl<T> Future for JoinHandle<T> {
    type Output = Result<T, JoinError>;

    // `.await` calls this from its own line, so the caller is where the program waits
    // (unless a library polls: then it is that library's line).
    #[track_caller]
    fn poll(mut self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<Self::Output> {
        let caller = Location::caller();
        if let Some(result) = self.take() {
            return Poll::Ready(result);
        }
        let joiner = JoinState::Pending(Some(cx.waker().clone()));
        let before = self.join.state.replace(joiner);
        let first = matches!(before, JoinState::Pending(None));
        if first && let Some(context) = Context::current() {
            let on = self.lane;
            let line = match caller.file() == self.site.file {
                true => caller.line(),
                false => self.site.line,
            };
            if on.is_recorded() {
                let runtime = &context.runtime;
                runtime.record_of_program(context.lane, Event::Await { on, line }, line);
            }
        }
        Poll::Pending
    }
}
