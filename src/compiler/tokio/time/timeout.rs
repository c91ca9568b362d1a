//! A future that is given up after a while.

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll};

use super::error::Elapsed;
use super::sleep::{Sleep, What};
use super::{Duration, Instant};

/// How many futures ran out of time, so far.
static mut ELAPSED: u32 = 0;

pub(crate) fn elapsed_timeouts() -> u32 {
    unsafe { ELAPSED }
}

/// Requires a `Future` to complete before the specified duration has elapsed.
#[track_caller]
pub fn timeout<F>(duration: Duration, future: F) -> Timeout<F::IntoFuture>
where
    F: IntoFuture,
{
    let delay = Sleep::new(Instant::after(duration), What::Timeout);
    Timeout {
        value: future.into_future(),
        delay,
    }
}

/// Requires a `Future` to complete before the specified instant in time.
pub fn timeout_at<F>(deadline: Instant, future: F) -> Timeout<F::IntoFuture>
where
    F: IntoFuture,
{
    let delay = Sleep::new(deadline, What::TimeoutAt);
    Timeout {
        value: future.into_future(),
        delay,
    }
}

/// Future returned by `timeout` and `timeout_at`.
#[must_use = "futures do nothing unless you `.await` or poll them"]
#[derive(Debug)]
pub struct Timeout<T> {
    value: T,
    delay: Sleep,
}

impl<T> Timeout<T> {
    /// Gets a reference to the underlying value in this timeout.
    pub fn get_ref(&self) -> &T {
        &self.value
    }

    /// Gets a mutable reference to the underlying value in this timeout.
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }

    /// Consumes this timeout, returning the underlying value.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> Future for Timeout<T>
where
    T: Future,
{
    type Output = Result<T::Output, Elapsed>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = unsafe { self.get_unchecked_mut() };
        this.delay.awaited();
        if let Poll::Ready(value) = unsafe { Pin::new_unchecked(&mut this.value) }.poll(cx) {
            return Poll::Ready(Ok(value));
        }
        this.delay.poll_elapsed(cx).map(|()| {
            unsafe { ELAPSED += 1 };
            Err(Elapsed::new())
        })
    }
}
