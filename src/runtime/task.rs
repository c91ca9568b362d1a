//! A spawned task: its future, and what records each poll of it.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::task::{Context as TaskContext, Poll, Waker};

use pin_project_lite::pin_project;

use super::join_error::JoinError;
use super::join_handle::Join;
use super::owned_tasks::OwnedTask;
use super::{Outcome, Runtime};
use crate::trace::Event;

pin_project! {
    /// A future, then its output, and who is given it.
    pub struct Task<F: Future> {
        #[pin]
        stage: Stage<F, F::Output>,
        join: Arc<Join<F::Output>>,
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
    pub fn new(future: F, join: Arc<Join<F::Output>>) -> Self {
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

    /// Leaves the result for the handle; returns who waits for it, and is to be woken.
    fn finish(self: Pin<&mut Self>, result: Result<(), JoinError>) -> Option<Waker>;
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

    fn finish(self: Pin<&mut Self>, result: Result<(), JoinError>) -> Option<Waker> {
        let this = self.project();
        let output = match this.stage.project() {
            StageProjection::Finished { output } => output.take(),
            StageProjection::Running { .. } => None,
        };
        let output = |()| output.expect("a task that is ready has a value");
        this.join.end(result.map(output))
    }
}

impl Runtime {
    /// Polls a task, and says how it has ended if it has.
    pub(super) fn poll_recorded(&self, task: &mut OwnedTask) -> Poll<Outcome> {
        let id = task.waker.task;
        let _entered = self.enter(id);
        self.record(id, Event::PollStart);
        let waker = Waker::from(task.waker.clone());
        let polled = self.catch(|| {
            let future = task.future.as_mut();
            future.poll(&mut TaskContext::from_waker(&waker))
        });
        let result = match polled {
            Ok(Poll::Pending) => {
                self.record(id, Event::PollEnd { ready: false });
                return Poll::Pending;
            }
            Ok(Poll::Ready(())) => Ok(()),
            Err(payload) => {
                // A second panic has nobody to tell; with tokio it ends the process.
                let _ = self.dropped(task);
                Err(JoinError::panicked(id, payload))
            }
        };
        Poll::Ready(self.finish_recorded(task, result, true))
    }

    /// Drops the future of a task that is not polled any more, which has no result then.
    pub(super) fn cancel_recorded(&self, task: &mut OwnedTask) {
        let id = task.waker.task;
        // What its drop guards say still belongs to the task.
        let _entered = self.enter(id);
        let error = match self.dropped(task) {
            Ok(()) => JoinError::cancelled(id),
            // As in tokio: a destructor that panics is the task's panic.
            Err(payload) => JoinError::panicked(id, payload),
        };
        self.finish_recorded(task, Err(error), false);
    }

    /// Leaves the result for the handle, and says how the task has ended.
    fn finish_recorded(
        &self,
        task: &mut OwnedTask,
        result: Result<(), JoinError>,
        polled: bool,
    ) -> Outcome {
        let id = task.waker.task;
        let (event, outcome) = match &result {
            Ok(()) => (Event::Complete, Outcome::Completed),
            Err(error) => {
                let message = error.message();
                let panic = Event::Panic {
                    message: message.into(),
                };
                let event = match error.is_panic() {
                    true => panic,
                    false => Event::Abort,
                };
                (event, Outcome::Failed(message.to_string()))
            }
        };
        task.waker.finished.store(true, Relaxed);
        // Before the end is recorded: where nobody wants the result, its destructor may print.
        let joiner = task.future.as_mut().finish(result);
        if polled {
            self.record(id, Event::PollEnd { ready: true });
        }
        self.record(id, event);
        if let Some(joiner) = joiner {
            joiner.wake();
        }
        outcome
    }

    fn dropped(&self, task: &mut OwnedTask) -> std::thread::Result<()> {
        self.catch(|| task.future.as_mut().cancel())
    }
}
