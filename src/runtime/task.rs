//! A spawned task: its future, and what records each poll of it.

use std::any::Any;
use std::future::{Future, Ready};
use std::ops::ControlFlow;
use std::pin::Pin;
use std::task::{Context as TaskContext, Poll};

use pin_project_lite::pin_project;

use super::join_error::JoinError;
use super::join_handle::drop_quietly;
use super::owned_tasks::OwnedTask;
use super::waker::TaskRef;
use super::{Outcome, Runtime, Time};
use crate::trace::Event;

pin_project! {
    /// A future, then its result, which is left for the handle.
    #[project = TaskProjection]
    pub enum Task<F: Future> {
        Running { #[pin] future: F },
        Ended { result: Option<Result<F::Output, JoinError>> },
    }
}

impl Task<Ready<()>> {
    /// What is done by a worker: there is nothing to be polled.
    pub fn of_worker() -> Self {
        let result = Some(Ok(()));
        Task::Ended { result }
    }
}

/// A [`Task`] of whatever future. All else is done outside of it: one copy of that in the wasm, not one for each future.
pub trait Pollable {
    /// Polls the future. One that is ready is dropped.
    fn poll(self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()>;

    /// Drops the future, if there still is one.
    fn cancel(self: Pin<&mut Self>);

    /// Says why there is no result.
    fn fail(self: Pin<&mut Self>, error: JoinError);

    /// Moves the result of a task that is over: `result` is an `Option` of it.
    fn take_result(self: Pin<&mut Self>, result: &mut dyn Any);
}

impl<F: Future<Output: 'static>> Pollable for Task<F> {
    fn poll(mut self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()> {
        let TaskProjection::Running { future } = self.as_mut().project() else {
            unreachable!("a finished task is not polled");
        };
        future.poll(cx).map(|output| {
            let result = Some(Ok(output));
            // The future's guards may still print.
            self.set(Task::Ended { result });
        })
    }

    fn cancel(mut self: Pin<&mut Self>) {
        self.set(Task::Ended { result: None });
    }

    fn fail(mut self: Pin<&mut Self>, error: JoinError) {
        let result = Some(Err(error));
        self.set(Task::Ended { result });
    }

    fn take_result(self: Pin<&mut Self>, result: &mut dyn Any) {
        if let TaskProjection::Ended { result: left } = self.project()
            && let Some(result) = result.downcast_mut()
        {
            std::mem::swap(left, result);
        }
    }
}

impl Runtime {
    /// Polls a task, and says how it has ended if it has.
    pub(super) fn poll_recorded(&self, mut task: OwnedTask) -> ControlFlow<Outcome, OwnedTask> {
        let id = task.lane;
        let _entered = self.enter(id);
        self.record(id, Event::PollStart);
        let waker = TaskRef::new(self.id(), task.number).waker();
        self.set_time(Time::Passes);
        let polled = self.catch(|| {
            let future = task.future.as_mut();
            future.poll(&mut TaskContext::from_waker(&waker))
        });
        let error = match polled {
            Ok(Poll::Pending) => {
                self.set_time(Time::Unknown);
                self.record(id, Event::PollEnd { ready: false });
                return ControlFlow::Continue(task);
            }
            Ok(Poll::Ready(())) => None,
            Err(payload) => {
                // A second panic has nobody to tell; with tokio it ends the process.
                let _ = self.dropped(&mut task);
                Some(JoinError::panicked(task.number, payload))
            }
        };
        ControlFlow::Break(self.finish_recorded(task, error, true))
    }

    /// Drops the future of a task that is not polled any more, which has no result then.
    pub(super) fn cancel_recorded(&self, mut task: OwnedTask) {
        let id = task.lane;
        // What its drop guards say still belongs to the task.
        let _entered = self.enter(id);
        self.set_time(Time::Passes);
        let error = match self.dropped(&mut task) {
            Ok(()) => JoinError::cancelled(task.number),
            // As in tokio: a destructor that panics is the task's panic.
            Err(payload) => JoinError::panicked(task.number, payload),
        };
        self.finish_recorded(task, Some(error), false);
    }

    /// Leaves the result for the handle, and says how the task has ended.
    fn finish_recorded(
        &self,
        mut task: OwnedTask,
        error: Option<JoinError>,
        polled: bool,
    ) -> Outcome {
        let id = task.lane;
        let (event, outcome) = match &error {
            None => (Event::Complete, Outcome::Completed),
            Some(error) => {
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
        if let Some(error) = error {
            task.future.as_mut().fail(error);
        }
        let finished = self.shared.scheduler.owned.borrow_mut().finish(task);
        // Before the end is recorded: where nobody wants the result, its destructor may print.
        let joiner = finished.unwrap_or_else(|unwanted| {
            drop_quietly(unwanted);
            None
        });
        self.set_time(Time::Unknown);
        if polled {
            self.record(id, Event::PollEnd { ready: true });
        }
        self.record(id, event);
        if let Some(joiner) = joiner {
            joiner.wake();
            self.set_time(Time::Unknown);
        }
        outcome
    }

    fn dropped(&self, task: &mut OwnedTask) -> std::thread::Result<()> {
        self.catch(|| task.future.as_mut().cancel())
    }
}
