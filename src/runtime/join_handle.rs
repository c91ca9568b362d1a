//! The handle of a task.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context as TaskContext, Poll, Waker};

use super::join_error::JoinError;
use super::owned_tasks::OwnedTask;
use super::task::Task;
use super::waker::TaskRef;
use super::{Context, Id, Runtime};
use crate::trace::{Event, Location, TaskId};

/// Drops what nobody wants any more, and ignores a panic of its destructor: nobody could hear of it, in tokio as here.
pub fn drop_quietly<T>(value: T) {
    let _ = catch_unwind(AssertUnwindSafe(|| drop(value)));
}

/// Ends the handle of a worker, which is no task to the scheduler.
pub struct Completer {
    run: u32,
    worker: OwnedTask,
}

impl Completer {
    /// The work is done.
    pub fn complete(self) {
        self.end();
    }

    /// The work failed, as a panic does.
    pub fn fail(mut self, message: String) {
        let error = JoinError::panicked(self.worker.number, Box::new(message));
        self.worker.future.as_mut().fail(error);
        self.end();
    }

    fn end(self) {
        let Some(runtime) = Runtime::find(self.run) else {
            return;
        };
        let finished = runtime
            .shared
            .scheduler
            .owned
            .borrow_mut()
            .finish(self.worker);
        if let Ok(Some(joiner)) = finished {
            joiner.wake();
        }
    }
}

/// The handle of a worker, and what ends it.
pub fn completer(
    runtime: &Runtime,
    lane: TaskId,
    location: Location,
) -> (Completer, JoinHandle<()>) {
    let worker = OwnedTask {
        number: runtime.shared.scheduler.owned.borrow_mut().add(lane),
        lane,
        future: Box::pin(Task::of_worker()),
    };
    let run = runtime.id();
    let handle = JoinHandle::new(runtime, &worker, location);
    (Completer { run, worker }, handle)
}

/// The handle of a spawned task: awaiting it gives the task's result.
///
/// Dropping it detaches the task, which runs on; a result that is there already is
/// dropped with it.
pub struct JoinHandle<T> {
    task: TaskRef,
    lane: TaskId,
    location: Location,
    /// It is `Send` and `Sync` where tokio's is.
    result: PhantomData<Arc<Mutex<T>>>,
}

impl<T> JoinHandle<T> {
    /// The handle of a task, of which there is one.
    pub(super) fn new(runtime: &Runtime, task: &OwnedTask, location: Location) -> Self {
        JoinHandle {
            task: TaskRef::new(runtime.id(), task.number),
            lane: task.lane,
            location,
            result: PhantomData,
        }
    }

    /// Cancels the task: it is put on the ready queue and dropped when its turn comes.
    ///
    /// Does nothing to a task that is over, nor to blocking work: nobody can interrupt that.
    pub fn abort(&self) {
        self.abort_handle().abort();
    }

    /// Whether the task is over.
    pub fn is_finished(&self) -> bool {
        self.abort_handle().is_finished()
    }

    /// A handle that can abort the task and does not give its result.
    pub fn abort_handle(&self) -> AbortHandle {
        let JoinHandle { task, lane, .. } = *self;
        AbortHandle { task, lane }
    }

    /// Which task it is.
    pub fn id(&self) -> Id {
        Id(self.task.number())
    }

    /// Where its task was spawned.
    pub(crate) fn location(&self) -> Location {
        self.location
    }

    /// The lane of its task.
    pub(crate) fn task_id(&self) -> TaskId {
        self.lane
    }

    /// Who is woken when the task is over, which it is not yet; gives who was to be before.
    pub(crate) fn set_joiner(&self, joiner: Waker) -> Option<Waker> {
        let runtime = self.task.runtime()?;
        let mut owned = runtime.shared.scheduler.owned.borrow_mut();
        owned.set_joiner(self.task.number(), joiner)
    }
}

impl<T: 'static> JoinHandle<T> {
    /// As `poll`; the program waits in this line.
    pub(crate) fn poll_in(
        &mut self,
        cx: &mut TaskContext<'_>,
        line: u32,
    ) -> Poll<Result<T, JoinError>> {
        if let Some(result) = self.take() {
            return Poll::Ready(result);
        }
        let before = self.set_joiner(cx.waker().clone());
        if before.is_none()
            && let Some(context) = Context::current()
        {
            let on = self.lane;
            if on.is_recorded() {
                let runtime = &context.runtime;
                runtime.record_of_program(context.lane, Event::Await { on, line }, line);
            }
        }
        Poll::Pending
    }

    /// The result of a task that is over. With its run that is gone, too.
    ///
    /// Panics if it was taken before.
    pub(super) fn take(&mut self) -> Option<Result<T, JoinError>> {
        let Some(runtime) = self.task.runtime() else {
            return Some(Err(JoinError::cancelled(self.task.number())));
        };
        let owned = &runtime.shared.scheduler.owned;
        let left = owned.borrow_mut().take_result(self.task.number())?;
        let mut result = None;
        if let Some(mut left) = left {
            left.as_mut().take_result(&mut result);
        }
        Some(result.expect("JoinHandle polled after completion"))
    }
}

/// Nobody waits any more: nobody is to be woken, and nobody takes the result.
impl<T> Drop for JoinHandle<T> {
    fn drop(&mut self) {
        if let Some(runtime) = self.task.runtime() {
            let owned = &runtime.shared.scheduler.owned;
            let left = owned.borrow_mut().release(self.task.number());
            drop_quietly(left);
        }
    }
}

/// Aborts a task. Dropping it does nothing to the task.
#[derive(Clone)]
pub struct AbortHandle {
    task: TaskRef,
    pub(super) lane: TaskId,
}

impl AbortHandle {
    /// Cancels the task, as [`JoinHandle::abort`] does.
    pub fn abort(&self) {
        if let Some(runtime) = self.task.runtime() {
            let owned = &runtime.shared.scheduler.owned;
            // A worker is never on the ready queue, so that nothing comes of it.
            owned.borrow_mut().cancel(self.task.number());
            self.task.wake();
        }
    }

    /// Whether the task is over.
    pub fn is_finished(&self) -> bool {
        self.task.runtime().is_none_or(|runtime| {
            let mut owned = runtime.shared.scheduler.owned.borrow_mut();
            owned.is_over(self.task.number())
        })
    }

    /// Which task it is.
    pub fn id(&self) -> Id {
        Id(self.task.number())
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

impl<T: 'static> Future for JoinHandle<T> {
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
