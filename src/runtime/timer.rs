//! Waiting for a deadline, and for the event loop's next turn.

use std::collections::BTreeMap;
use std::future::Future;
use std::panic::Location;
use std::pin::Pin;
use std::task::{Context as TaskContext, Poll, Waker};
use std::time::Duration;

use super::{Context, Runtime};
use crate::trace::{Event, TaskId};

/// A deadline and its number: equal deadlines fire in the order in which they were set.
type Key = (Duration, u64);

/// The deadlines of a run.
#[derive(Default)]
pub struct Timers {
    waiting: BTreeMap<Key, (Option<TaskId>, Waker)>,
    set: u64,
    /// When the loop last looked at its timers.
    looked: Duration,
}

impl Timers {
    /// Sets a deadline; `lane` is who sleeps until then, if anybody does.
    pub fn insert(&mut self, deadline: Duration, lane: Option<TaskId>, waker: Waker) -> Key {
        let key = (deadline, self.set);
        self.set += 1;
        self.waiting.insert(key, (lane, waker));
        key
    }

    /// Takes out the first deadline that has come.
    pub fn pop_due(&mut self, now: Duration) -> Option<(Duration, Option<TaskId>, Waker)> {
        self.looked = now;
        let first = self.waiting.first_entry()?;
        if first.key().0 > now {
            return None;
        }
        let ((due, _), (lane, waker)) = first.remove_entry();
        Some((due, lane, waker))
    }

    /// The earliest deadline.
    pub fn next(&self) -> Option<Duration> {
        self.waiting.keys().next().map(|(deadline, _)| *deadline)
    }

    /// How many deadlines are set.
    pub fn len(&self) -> usize {
        self.waiting.len()
    }
}

/// The future of [`sleep`](crate::playground::sleep).
///
/// Its deadline counts from when it was made, as tokio's does. Dropping it takes the deadline back.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Sleep {
    runtime: Runtime,
    duration: Duration,
    deadline: Duration,
    line: u32,
    key: Option<Key>,
    polled: bool,
}

impl Sleep {
    /// Ends `duration` from now, never earlier.
    #[track_caller]
    pub fn new(duration: Duration) -> Self {
        let Context { runtime, .. } = Context::expect();
        let deadline = runtime.now() + runtime.wall(duration);
        Sleep {
            runtime,
            duration,
            deadline,
            line: Location::caller().line(),
            key: None,
            polled: false,
        }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()> {
        let first = !std::mem::replace(&mut self.polled, true);
        let Context { runtime, lane } = Context::expect();
        let mut timers = runtime.shared.timers.borrow_mut();
        if let Some(key) = self.key {
            return match timers.waiting.get_mut(&key) {
                // Still set: whoever polls now is to be woken.
                Some((_, waker)) => {
                    waker.clone_from(cx.waker());
                    Poll::Pending
                }
                None => {
                    runtime.add_wait(self.duration);
                    Poll::Ready(())
                }
            };
        }
        // Not by the clock: what came due while the thread was blocked is noticed only
        // when the loop looks at its timers, in tokio as in a browser.
        if self.deadline <= timers.looked {
            return Poll::Ready(());
        }
        let until = self.deadline;
        self.key = Some(timers.insert(until, Some(lane), cx.waker().clone()));
        let earliest = timers.next() == Some(until);
        drop(timers);
        if first {
            let line = self.line;
            runtime.record(lane, Event::Sleep { until, line });
        }
        if earliest {
            runtime.arm();
        }
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(key) = self.key.take() {
            // The clock may still ring for it: then nothing is due.
            let mut timers = self.runtime.shared.timers.borrow_mut();
            timers.waiting.remove(&key);
        }
        if !self.polled
            && let Some(Context { runtime, lane }) = Context::current()
        {
            let (what, line) = ("sleep", self.line);
            runtime.record(lane, Event::NeverAwaited { what, line });
        }
    }
}

/// The future of [`yield_now`](crate::playground::yield_now).
#[derive(Default)]
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Yield {
    yielded: bool,
}

impl Future for Yield {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.yielded, true) {
            return Poll::Ready(());
        }
        let Context { runtime, .. } = Context::expect();
        let mut yielded = runtime.shared.yielded.borrow_mut();
        yielded.push(cx.waker().clone());
        drop(yielded);
        runtime.shared.clock.arm_turn();
        Poll::Pending
    }
}
