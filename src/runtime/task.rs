//! A spawned task: its future, and what records each poll of it.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context as TaskContext, Poll, Waker};

use pin_project_lite::pin_project;

use super::Runtime;
use super::join_error::JoinError;
use super::join_handle::Join;
use super::owned_tasks::OwnedTask;
use crate::trace::Event;

pin_project! {
    /// A future, then its output, and who is given it.
    pub struct Task<F: Future> {
        #[pin]
        stage: Stage<F, F::Output>,
        join: Rc<Join<F::Output>>,
    }
}

pin_project! {
    #[project = StageProjection]
    enum Stage<F, O> {
        Running { #[pin] future: F },
        Finished { output: Option<O> },
    }
}

impl<F: Future> Task<F> {
    pub fn new(future: F, join: Rc<Join<F::Output>>) -> Self {
        let stage = Stage::Running { future };
        Task { stage, join }
    }
}

/// A [`Task`] of whatever future. All else is done outside of it: one copy of that in the wasm, not one for each future.
pub trait Pollable {
    /// Polls the future. One that is ready is dropped.
    fn poll(self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()>;

    /// Drops the future, if there still is one.
    fn cancel(self: Pin<&mut Self>);

    /// Gives the handle its result.
    fn finish(self: Pin<&mut Self>, result: Result<(), JoinError>);
}

impl<F: Future> Pollable for Task<F> {
    fn poll(self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()> {
        let mut this = self.project();
        let StageProjection::Running { future } = this.stage.as_mut().project() else {
            unreachable!("a finished task is not polled");
        };
        future.poll(cx).map(|output| {
            let output = Some(output);
            // The future's guards may still print.
            this.stage.set(Stage::Finished { output });
        })
    }

    fn cancel(self: Pin<&mut Self>) {
        let output = None;
        self.project().stage.set(Stage::Finished { output });
    }

    fn finish(self: Pin<&mut Self>, result: Result<(), JoinError>) {
        let this = self.project();
        let output = match this.stage.project() {
            StageProjection::Finished { output } => output.take(),
            StageProjection::Running { .. } => None,
        };
        let output = |()| output.expect("a task that is ready has a value");
        this.join.end(result.map(output));
    }
}

impl Runtime {
    /// Polls a task, and says how it has ended if it has.
    pub(super) fn poll_recorded(&self, task: &mut OwnedTask) -> Poll<Result<(), JoinError>> {
        let id = task.waker.task;
        let _entered = self.enter(id);
        self.record(id, Event::PollStart);
        let waker = Waker::from(task.waker.clone());
        let polled = catch_unwind(AssertUnwindSafe(|| {
            let future = task.future.as_mut();
            future.poll(&mut TaskContext::from_waker(&waker))
        }));
        if polled.is_err() {
            let _ = dropped(task);
        }
        let ready = !matches!(polled, Ok(Poll::Pending));
        self.record(id, Event::PollEnd { ready });
        match polled {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(())) => {
                self.record(id, Event::Complete);
                Poll::Ready(Ok(()))
            }
            Err(payload) => {
                let error = JoinError::panicked(id, payload);
                let message = error.message().into();
                self.record(id, Event::Panic { message });
                Poll::Ready(Err(error))
            }
        }
    }

    /// Drops the future of a task that is not polled any more, and says why the task has no result.
    pub(super) fn cancel_recorded(&self, task: &mut OwnedTask) -> JoinError {
        let id = task.waker.task;
        let dropped = dropped(task);
        self.record(id, Event::Abort);
        match dropped {
            Ok(()) => JoinError::cancelled(id),
            // As in tokio: a destructor that panics is the task's panic.
            Err(payload) => JoinError::panicked(id, payload),
        }
    }
}

fn dropped(task: &mut OwnedTask) -> std::thread::Result<()> {
    catch_unwind(AssertUnwindSafe(|| task.future.as_mut().cancel()))
}
