//! A spawned task: the wrapper that records each poll, its waker and its handle.

use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::future::Future;
use std::panic::{AssertUnwindSafe, Location, catch_unwind};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, OnceLock};
use std::task::{Context as TaskContext, Poll, Wake, Waker};

use pin_project_lite::pin_project;

use super::{Context, Outcome, Runtime};
use crate::trace::{Event, Site, TaskId};

/// Wakes a task, and tells the trace who did it.
///
/// It finds its run by number: wakers must be `Send`, and a run is not. All of it
/// is used on one thread.
pub struct TaskWaker {
    run: u32,
    task: TaskId,
    /// The executor's waker, known from the first poll on. Until then the task is on the ready queue.
    executor: OnceLock<Waker>,
    polling: AtomicBool,
    woken: AtomicBool,
    cancelled: AtomicBool,
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

/// What a task leaves for its handle.
struct Join<T> {
    state: RefCell<JoinState<T>>,
}

enum JoinState<T> {
    Pending(Option<Waker>),
    Ended(Result<T, JoinError>),
    Taken,
}

impl<T> Join<T> {
    fn new() -> Rc<Self> {
        let state = RefCell::new(JoinState::Pending(None));
        Rc::new(Join { state })
    }

    fn end(&self, result: Result<T, JoinError>) {
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

/// The future that the executor polls, and the handle of it.
pub fn task<F: Future>(
    future: F,
    runtime: Runtime,
    waker: Arc<TaskWaker>,
    site: Site,
) -> (Task<F>, JoinHandle<F::Output>) {
    let join = Join::new();
    let handle = JoinHandle {
        join: join.clone(),
        lane: waker.task,
        task: Some(waker.clone()),
        site,
    };
    let task = Task {
        future: Some(future),
        runtime,
        waker,
        join,
    };
    (task, handle)
}

pin_project! {
    /// Polls a future in its context, and records each poll.
    pub struct Task<F: Future> {
        #[pin]
        future: Option<F>,
        runtime: Runtime,
        waker: Arc<TaskWaker>,
        join: Rc<Join<F::Output>>,
    }
}

impl<F: Future> Future for Task<F> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()> {
        let mut this = self.project();
        let mut value = None;
        let end = drive(this.runtime, this.waker, cx, &mut |cx| {
            // Whatever ends the future drops it here: its guards may still print.
            if let Some(cx) = cx {
                let future = this.future.as_mut().as_pin_mut();
                match future.expect("a finished task is not polled").poll(cx) {
                    Poll::Ready(output) => value = Some(output),
                    Poll::Pending => return Poll::Pending,
                }
            }
            this.future.set(None);
            Poll::Ready(())
        });
        let Poll::Ready(end) = end else {
            return Poll::Pending;
        };
        let waker = this.waker.clone();
        if waker.task == TaskId::MAIN {
            this.runtime.end(match &end {
                Ok(()) => Outcome::Completed,
                Err(error) => Outcome::Failed(error.message().to_string()),
            });
        }
        let entered = this.runtime.enter(waker.task);
        let value = || value.expect("a task that is ready has a value");
        this.join.end(end.map(|()| value()));
        drop(entered);
        this.runtime.retire(waker.task);
        Poll::Ready(())
    }
}

/// What [`Task::poll`] does for every future alike: one copy of it in the wasm.
///
/// `step` polls the future, or drops it where it is given no context.
fn drive(
    runtime: &Runtime,
    waker: &Arc<TaskWaker>,
    cx: &mut TaskContext<'_>,
    step: &mut dyn FnMut(Option<&mut TaskContext<'_>>) -> Poll<()>,
) -> Poll<Result<(), JoinError>> {
    let id = waker.task;
    waker.executor.get_or_init(|| cx.waker().clone());
    let cancelled = waker.cancelled.load(Relaxed);
    if runtime.is_ending()
        && !runtime
            .oldest()
            .is_some_and(|oldest| Arc::ptr_eq(&oldest, waker))
    {
        // Its turn to be dropped will come.
        return Poll::Pending;
    }
    let entered = runtime.enter(id);
    if cancelled {
        // What its drop guards say still belongs to the task.
        let _ = step(None);
        runtime.record(id, Event::Abort);
        return Poll::Ready(Err(JoinError::cancelled(id)));
    }
    runtime.record(id, Event::PollStart);
    waker.polling.store(true, Relaxed);
    let polled = catch_unwind(AssertUnwindSafe(|| {
        step(Some(&mut TaskContext::from_waker(&Waker::from(
            waker.clone(),
        ))))
    }));
    if polled.is_err() {
        let _ = step(None);
    }
    waker.polling.store(false, Relaxed);
    let ready = !matches!(polled, Ok(Poll::Pending));
    runtime.record(id, Event::PollEnd { ready });
    match polled {
        Ok(Poll::Ready(())) => {
            runtime.record(id, Event::Complete);
            Poll::Ready(Ok(()))
        }
        Ok(Poll::Pending) => {
            drop(entered);
            if waker.woken.swap(false, Relaxed) {
                cx.waker().wake_by_ref();
            }
            Poll::Pending
        }
        Err(payload) => {
            let error = JoinError::panicked(id, payload);
            let message = error.message().into();
            runtime.record(id, Event::Panic { message });
            Poll::Ready(Err(error))
        }
    }
}

/// The handle of a spawned task: awaiting it gives the task's result.
///
/// Dropping it detaches the task, which runs on.
pub struct JoinHandle<T> {
    join: Rc<Join<T>>,
    lane: TaskId,
    task: Option<Arc<TaskWaker>>,
    site: Site,
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
                runtime.record(context.lane, Event::Await { on, line });
            }
        }
        Poll::Pending
    }
}

/// Why a task has no result: it was cancelled, or it panicked.
pub struct JoinError {
    task: TaskId,
    panic: Option<Box<dyn Any + Send>>,
}

impl JoinError {
    fn cancelled(task: TaskId) -> Self {
        JoinError { task, panic: None }
    }

    fn panicked(task: TaskId, payload: Box<dyn Any + Send>) -> Self {
        let panic = Some(payload);
        JoinError { task, panic }
    }

    /// Whether the task was aborted, or its run ended.
    pub fn is_cancelled(&self) -> bool {
        self.panic.is_none()
    }

    /// Whether the task panicked.
    pub fn is_panic(&self) -> bool {
        self.panic.is_some()
    }

    /// What the task panicked with.
    ///
    /// Panics if the task was cancelled.
    pub fn into_panic(self) -> Box<dyn Any + Send> {
        self.panic
            .expect("the task was cancelled, it did not panic")
    }

    fn message(&self) -> &str {
        match &self.panic {
            None => "cancelled",
            Some(payload) => panic_message(&**payload),
        }
    }
}

/// What a panic said.
pub fn panic_message(payload: &(dyn Any + Send)) -> &str {
    match (
        payload.downcast_ref::<String>(),
        payload.downcast_ref::<&str>(),
    ) {
        (Some(message), _) => message,
        (None, Some(message)) => message,
        (None, None) => "a panic without a message",
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.task.0;
        match &self.panic {
            None => write!(f, "task {id} was cancelled"),
            Some(_) => write!(f, "task {id} panicked with message {:?}", self.message()),
        }
    }
}

impl fmt::Debug for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JoinError({self})")
    }
}

impl std::error::Error for JoinError {}
