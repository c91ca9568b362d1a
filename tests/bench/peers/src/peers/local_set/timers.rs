//! Deadlines, and who waits for them: the plainest that is not slow with many.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use gloo_timers::callback::Timeout;
use tokio::select;

use crate::peers::page::now;

/// In nanoseconds since the page was opened, and a number, as several may be the same.
type Deadline = (u64, u64);

#[derive(Default)]
struct Timers {
    waiting: BTreeMap<Deadline, Waker>,
    last_number: u64,
    /// For which deadline it is set.
    timeout: Option<(u64, Timeout)>,
}

thread_local! {
    static TIMERS: RefCell<Timers> = RefCell::default();
}

fn nanos_now() -> u64 {
    (now() * 1e6) as u64
}

impl Timers {
    /// Sets the timeout for the earliest deadline, unless it is.
    fn arm(&mut self) {
        let Some((&(earliest, _), _)) = self.waiting.first_key_value() else {
            return;
        };
        if self.timeout.as_ref().is_some_and(|(at, _)| *at <= earliest) {
            return;
        }
        let millis = earliest.saturating_sub(nanos_now()).div_ceil(1_000_000);
        self.timeout = Some((earliest, Timeout::new(millis as u32, fire)));
    }
}

fn fire() {
    let due = TIMERS.with_borrow_mut(|timers| {
        // What has fired needs not be cleared.
        if let Some((_, timeout)) = timers.timeout.take() {
            timeout.forget();
        }
        let later = timers.waiting.split_off(&(nanos_now() + 1, 0));
        std::mem::replace(&mut timers.waiting, later)
    });
    due.into_values().for_each(Waker::wake);
    TIMERS.with_borrow_mut(Timers::arm);
}

pub struct Sleep {
    deadline: Deadline,
}

pub fn sleep(wait: Duration) -> Sleep {
    let number = TIMERS.with_borrow_mut(|timers| {
        timers.last_number += 1;
        timers.last_number
    });
    let deadline = (nanos_now() + wait.as_nanos() as u64, number);
    Sleep { deadline }
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if nanos_now() >= self.deadline.0 {
            return Poll::Ready(());
        }
        TIMERS.with_borrow_mut(|timers| {
            timers.waiting.insert(self.deadline, cx.waker().clone());
            timers.arm();
        });
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        TIMERS.with_borrow_mut(|timers| timers.waiting.remove(&self.deadline));
    }
}

pub async fn timeout<T>(wait: Duration, task: impl Future<Output = T>) -> Result<T, ()> {
    select! {
        biased;
        done = task => Ok(done),
        () = sleep(wait) => Err(()),
    }
}
