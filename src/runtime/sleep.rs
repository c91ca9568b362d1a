//! Waiting for a while.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context as TaskContext, Poll};
use std::time::Duration;

use pin_project_lite::pin_project;

use super::never_awaited::NeverAwaited;
use super::timer::Timer;
use super::{Context, Instant};
use crate::trace::Location;

/// About 30 years. Who waits longer waits so long, in tokio as here.
pub(super) const FAR: Duration = Duration::from_secs(86400 * 365 * 30);

/// The moment that is `duration` from now, or [`FAR`].
#[track_caller]
pub(super) fn deadline_after(duration: Duration) -> Instant {
    Instant::now() + duration.min(FAR)
}

pin_project! {
    /// The future of [`sleep`] and of [`sleep_until`].
    ///
    /// Its deadline counts from when it was made, as tokio's does. Dropping it takes the deadline back.
    #[must_use = "futures do nothing unless you `.await` or poll them"]
    #[project(!Unpin)]
    pub struct Sleep {
        deadline: Instant,
        timer: Timer,
        never_awaited: NeverAwaited,
    }
}

/// Waits until `duration` has passed, never less.
///
/// The deadline counts from this call. Dropping the future takes it back; dropping
/// it without having awaited it is reported as `never-awaited`.
#[track_caller]
pub fn sleep(duration: Duration) -> Sleep {
    let wait = duration.min(FAR);
    Sleep::new("sleep", Instant::now() + wait, wait)
}

/// Waits until `deadline`, never less; ready at once if that has passed.
#[track_caller]
pub fn sleep_until(deadline: Instant) -> Sleep {
    Sleep::new("sleep_until", deadline, deadline - Instant::now())
}

impl Sleep {
    #[track_caller]
    fn new(what: &'static str, deadline: Instant, wait: Duration) -> Self {
        let Context { runtime, .. } = Context::expect();
        let line = Location::caller().line;
        Sleep {
            deadline,
            timer: Timer::at(&runtime, deadline.since_start(), wait, line),
            never_awaited: NeverAwaited::new(what, line),
        }
    }

    /// When it ends.
    pub fn deadline(&self) -> Instant {
        self.deadline
    }

    /// Whether its deadline has come, and the loop has noticed. Not before it was polled or reset once.
    pub fn is_elapsed(&self) -> bool {
        self.timer.is_elapsed()
    }

    /// Waits for another deadline instead, whether the last one has come or not.
    pub fn reset(self: Pin<&mut Self>, deadline: Instant) {
        let this = self.project();
        *this.deadline = deadline;
        this.timer.reset(deadline.since_start());
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()> {
        let this = self.project();
        this.never_awaited.polled();
        this.timer.poll(cx)
    }
}
