//! A spawned task: the wrapper that records each poll.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::task::{Context as TaskContext, Poll, Waker};

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
