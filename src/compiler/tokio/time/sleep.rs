//! Waiting for a while.

use std::fmt;
use std::future::Future;
use std::intrinsics;
use std::marker::PhantomPinned;
use std::pin::Pin;
use std::task::{Context, Poll};

use super::{Duration, Instant};
use crate::runtime::expect_timers;

/// Waits until `deadline` is reached.
#[track_caller]
pub fn sleep_until(deadline: Instant) -> Sleep {
    Sleep::new(deadline, What::SleepUntil)
}

/// Waits until `duration` has elapsed.
#[track_caller]
pub fn sleep(duration: Duration) -> Sleep {
    Sleep::new(Instant::after(duration), What::Sleep)
}

/// What a sleep is called if it is dropped before it was awaited.
#[derive(Clone, Copy)]
pub(super) enum What {
    /// Nothing is said of an interval.
    Interval,
    Sleep,
    SleepUntil,
    Timeout,
    TimeoutAt,
}

/// Future returned by `sleep` and `sleep_until`.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Sleep {
    number: u32,
    deadline: Instant,
    _pinned: PhantomPinned,
}

impl Sleep {
    #[track_caller]
    pub(super) fn new(deadline: Instant, what: What) -> Sleep {
        expect_timers();
        let number = intrinsics::sleep_new(deadline.nanoseconds(), what as u8);
        Sleep {
            number,
            deadline,
            _pinned: PhantomPinned,
        }
    }

    /// Returns the instant at which the future will complete.
    pub fn deadline(&self) -> Instant {
        self.deadline
    }

    /// Returns `true` if `Sleep` has elapsed.
    pub fn is_elapsed(&self) -> bool {
        intrinsics::sleep_elapsed(self.number)
    }

    /// Resets the `Sleep` instance to a new deadline.
    pub fn reset(self: Pin<&mut Self>, deadline: Instant) {
        unsafe { self.get_unchecked_mut() }.move_to(deadline, true);
    }

    /// Another deadline, which is set now or by the next poll.
    pub(super) fn move_to(&mut self, deadline: Instant, now: bool) {
        self.deadline = deadline;
        intrinsics::sleep_reset(self.number, deadline.nanoseconds(), now);
    }

    /// There is nothing to report if it is dropped now.
    pub(super) fn awaited(&self) {
        intrinsics::sleep_awaited(self.number);
    }

    /// The program waits where it is now.
    pub(super) fn here(&self) {
        intrinsics::sleep_here(self.number);
    }

    pub(super) fn poll_elapsed(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        match intrinsics::sleep_poll(self.number, cx as *mut Context<'_> as *const ()) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        unsafe { self.get_unchecked_mut() }.poll_elapsed(cx)
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        intrinsics::sleep_drop(self.number);
    }
}

impl fmt::Debug for Sleep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sleep")
            .field("deadline", &self.deadline)
            .finish()
    }
}
