//! A future that is given up after a while.

use std::error::Error;
use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context as TaskContext, Poll};
use std::time::Duration;

use pin_project_lite::pin_project;

use super::never_awaited::NeverAwaited;
use super::sleep::deadline_after;
use super::timer::Timer;
use super::{Context, Instant};
use crate::trace::Location;

/// Lets `future` run until `duration` has passed, counted from this call.
///
/// Gives the future's result, or [`Elapsed`] if the deadline comes first; where both
/// have come, the result. A future that has run out of time is not dropped before
/// the returned one is, which `.await` does at once. Dropping the returned future
/// drops both it and the deadline.
#[track_caller]
pub fn timeout<F: IntoFuture>(duration: Duration, future: F) -> Timeout<F::IntoFuture> {
    Timeout::new("timeout", deadline_after(duration), future.into_future())
}

/// As [`timeout`], until `deadline`.
#[track_caller]
pub fn timeout_at<F: IntoFuture>(deadline: Instant, future: F) -> Timeout<F::IntoFuture> {
    Timeout::new("timeout_at", deadline, future.into_future())
}

pin_project! {
    /// The future of [`timeout`].
    #[must_use = "futures do nothing unless you `.await` or poll them"]
    #[project(!Unpin)]
    pub struct Timeout<F> {
        #[pin]
        future: F,
        timer: Timer,
        never_awaited: NeverAwaited,
    }
}

impl<F> Timeout<F> {
    #[track_caller]
    fn new(what: &'static str, deadline: Instant, future: F) -> Self {
        let line = Location::caller().line;
        Timeout {
            future,
            timer: Timer::until(deadline, line),
            never_awaited: NeverAwaited::new(what, line),
        }
    }

    /// The future that is given up after a while.
    pub fn get_ref(&self) -> &F {
        &self.future
    }

    /// The future that is given up after a while.
    pub fn get_mut(&mut self) -> &mut F {
        &mut self.future
    }

    /// Gives the future back, and takes the deadline back.
    pub fn into_inner(self) -> F {
        self.future
    }
}

impl<F: Future> Future for Timeout<F> {
    type Output = Result<F::Output, Elapsed>;

    // So that a handle inside knows the line of the `.await`.
    #[track_caller]
    fn poll(self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<Self::Output> {
        let this = self.project();
        this.never_awaited.polled();
        if let Poll::Ready(output) = this.future.poll(cx) {
            return Poll::Ready(Ok(output));
        }
        this.timer.poll(cx).map(|()| {
            Context::expect().runtime.add_elapsed_timeout();
            Err(Elapsed(()))
        })
    }
}

/// The error of [`timeout`]: the deadline came before the future was ready.
#[derive(Debug, PartialEq, Eq)]
pub struct Elapsed(());

impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("deadline has elapsed")
    }
}

impl Error for Elapsed {}
