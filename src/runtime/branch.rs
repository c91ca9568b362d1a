//! A branch of `join!` or `select!`: no task to the scheduler, but a lane to the learner.

use std::any::Any;
use std::future::{Future, IntoFuture};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::Pin;
use std::task::{Context as TaskContext, Poll, ready};

use pin_project_lite::pin_project;

use super::join_error::panic_message;
use super::{Context, Runtime};
use crate::trace::{Event, Location, TaskId, TaskKind};

/// Gives `future` a lane under the task that is being polled, named after its expression.
#[track_caller]
pub fn branch<F: IntoFuture>(name: &'static str, future: F) -> Branch<F::IntoFuture> {
    let context = Context::expect();
    let location = Location::caller();
    let parent = Some(context.lane);
    let lane = context
        .runtime
        .record_spawn(parent, TaskKind::Branch, Some(name.into()), location);
    Branch {
        future: Some(future.into_future()),
        run: context.runtime.id(),
        lane,
    }
}

pin_project! {
    /// The future of [`branch`]. Dropped unfinished, it records an abort.
    #[must_use = "futures do nothing unless you `.await` or poll them"]
    pub struct Branch<F> {
        #[pin]
        future: Option<F>,
        run: u32,
        lane: TaskId,
    }

    impl<F> PinnedDrop for Branch<F> {
        fn drop(this: Pin<&mut Self>) {
            let mut this = this.project();
            if this.future.is_some()
                && let Some(runtime) = Runtime::find(*this.run)
            {
                let _entered = runtime.enter(*this.lane);
                let dropped = catch_unwind(AssertUnwindSafe(|| this.future.set(None)));
                let record = |event| runtime.record(*this.lane, event);
                match dropped {
                    Ok(()) => record(Event::Abort),
                    Err(payload) => {
                        let message = panic_message(&*payload).into();
                        record(Event::Panic { message });
                        resume_unwind(payload)
                    }
                }
            }
        }
    }
}

impl<F: Future> Future for Branch<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<F::Output> {
        let mut this = self.project();
        let (Context { runtime, .. }, lane) = (Context::expect(), *this.lane);
        let _entered = runtime.enter(lane);
        runtime.record(lane, Event::PollStart);
        let polled = catch_unwind(AssertUnwindSafe(|| {
            let future = this.future.as_mut().as_pin_mut();
            let output = ready!(future.expect("a finished branch is not polled").poll(cx));
            this.future.set(None);
            Poll::Ready(output)
        }));
        if polled.is_err() {
            // As with a task: the first panic is the one that is told.
            let _ = catch_unwind(AssertUnwindSafe(|| this.future.set(None)));
        }
        let ready = polled.as_ref().map(Poll::is_ready);
        runtime.record_branch_polled(lane, ready.map_err(|payload| &**payload));
        // It is the task's panic, too.
        polled.unwrap_or_else(|payload| resume_unwind(payload))
    }
}

impl Runtime {
    /// A branch was polled: it is ready, or not, or has panicked. One copy of this in the wasm, not one for each future.
    fn record_branch_polled(&self, lane: TaskId, ready: Result<bool, &(dyn Any + Send)>) {
        let end = match ready {
            Ok(false) => return self.record(lane, Event::PollEnd { ready: false }),
            Ok(true) => Event::Complete,
            Err(payload) => {
                let message = panic_message(payload).into();
                Event::Panic { message }
            }
        };
        self.record(lane, Event::PollEnd { ready: true });
        self.record(lane, end);
    }
}
