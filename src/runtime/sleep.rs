//! Waiting for a while.

use std::future::Future;
use std::panic::Location;
use std::pin::Pin;
use std::task::{Context as TaskContext, Poll};
use std::time::Duration;

use super::Context;
use super::never_awaited::NeverAwaited;
use super::timer::Timer;

/// The future of [`sleep`](crate::playground::sleep).
///
/// Its deadline counts from when it was made, as tokio's does. Dropping it takes the deadline back.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Sleep {
    timer: Timer,
    never_awaited: NeverAwaited,
}

impl Sleep {
    /// Ends `duration` from now, never earlier.
    #[track_caller]
    pub fn new(duration: Duration) -> Self {
        let Context { runtime, .. } = Context::expect();
        let line = Location::caller().line();
        Sleep {
            timer: Timer::after(runtime, duration, line),
            never_awaited: NeverAwaited::new("sleep", line),
        }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()> {
        self.never_awaited.polled();
        self.timer.poll(cx)
    }
}
