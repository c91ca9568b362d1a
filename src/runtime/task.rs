//! A spawned task: the wrapper that records each poll.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::task::{Context as TaskContext, Poll, Waker, ready};

use pin_project_lite::pin_project;

use super::join_error::JoinError;
use super::join_handle::{Join, JoinHandle};
use super::waker::TaskWaker;
use super::{Outcome, Runtime};
use crate::trace::{Event, Site, TaskId};

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
        task: waker.clone(),
        blocking: false,
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
        join: Arc<Join<F::Output>>,
    }
}

impl<F: Future> Future for Task<F> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()> {
        let this = self.project();
        let mut step = Running {
            future: this.future,
            output: None,
            join: this.join,
        };
        drive(this.runtime, this.waker, cx, &mut step)
    }
}

/// What [`drive`] does with every future alike.
trait Step {
    /// Polls the future; when it is ready, drops it and keeps its output.
    fn poll(&mut self, cx: &mut TaskContext<'_>) -> Poll<()>;

    /// Drops the future: its guards may still print.
    fn drop_future(&mut self);

    /// Leaves the output, or the error, for the handle; returns who waits for it.
    fn end(&mut self, result: Result<(), JoinError>) -> Option<Waker>;
}

struct Running<'a, F: Future> {
    future: Pin<&'a mut Option<F>>,
    output: Option<F::Output>,
    join: &'a Arc<Join<F::Output>>,
}

impl<F: Future> Step for Running<'_, F> {
    fn poll(&mut self, cx: &mut TaskContext<'_>) -> Poll<()> {
        let future = self.future.as_mut().as_pin_mut();
        let output = ready!(future.expect("a finished task is not polled").poll(cx));
        self.drop_future();
        self.output = Some(output);
        Poll::Ready(())
    }

    fn drop_future(&mut self) {
        self.future.set(None);
    }

    fn end(&mut self, result: Result<(), JoinError>) -> Option<Waker> {
        let output = self.output.take();
        let output = |()| output.expect("a task that is ready has one");
        self.join.end(result.map(output))
    }
}

/// What [`Task::poll`] does for every future alike: one copy of it in the wasm.
fn drive(
    runtime: &Runtime,
    waker: &Arc<TaskWaker>,
    cx: &mut TaskContext<'_>,
    step: &mut dyn Step,
) -> Poll<()> {
    let id = waker.task;
    waker.executor.get_or_init(|| cx.waker().clone());
    if runtime.is_ending()
        && !runtime
            .oldest()
            .is_some_and(|oldest| Arc::ptr_eq(&oldest, waker))
    {
        // Its turn to be dropped will come.
        return Poll::Pending;
    }
    // What is dropped from here on belongs to the task, with all that its guards say.
    let entered = runtime.enter(id);
    let cancelled = waker.cancelled.load(Relaxed);
    let result = if cancelled {
        let dropped = catch_unwind(AssertUnwindSafe(|| step.drop_future()));
        Err(match dropped {
            Ok(()) => JoinError::cancelled(id),
            Err(payload) => JoinError::panicked(id, payload),
        })
    } else {
        runtime.record(id, Event::PollStart);
        waker.polling.store(true, Relaxed);
        let own = Waker::from(waker.clone());
        let polled = catch_unwind(AssertUnwindSafe(|| {
            step.poll(&mut TaskContext::from_waker(&own))
        }));
        match polled {
            Ok(Poll::Pending) => {
                waker.polling.store(false, Relaxed);
                runtime.record(id, Event::PollEnd { ready: false });
                drop(entered);
                if waker.woken.swap(false, Relaxed) {
                    cx.waker().wake_by_ref();
                }
                return Poll::Pending;
            }
            Ok(Poll::Ready(())) => Ok(()),
            Err(payload) => {
                // A second panic has nobody to tell: tokio ends the process.
                let _ = catch_unwind(AssertUnwindSafe(|| step.drop_future()));
                Err(JoinError::panicked(id, payload))
            }
        }
    };
    let (event, outcome) = match &result {
        Ok(()) => (Event::Complete, Outcome::Completed),
        Err(error) => {
            let message = error.message();
            let event = match error.is_panic() {
                true => Event::Panic {
                    message: message.into(),
                },
                false => Event::Abort,
            };
            (event, Outcome::Failed(message.to_string()))
        }
    };
    waker.finished.store(true, Relaxed);
    let joiner = step.end(result);
    if !cancelled {
        waker.polling.store(false, Relaxed);
        runtime.record(id, Event::PollEnd { ready: true });
    }
    runtime.record(id, event);
    if id == TaskId::MAIN {
        runtime.end(outcome);
    }
    if let Some(joiner) = joiner {
        joiner.wake();
    }
    drop(entered);
    runtime.retire(id);
    Poll::Ready(())
}
