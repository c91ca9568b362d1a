//! Waiting where one may: on a thread that polls no tasks.

use std::future::Future;
use std::intrinsics;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::Duration;

use crate::runtime::is_asynchronous;

/// The threads that run now, by the number of their task.
static mut THREADS: Vec<u64> = Vec::new();

/// The thread that this is, until it is dropped.
pub(super) struct Thread(u64);

impl Thread {
    pub(super) fn enter() -> Self {
        let thread = Thread(intrinsics::task_id());
        unsafe { (*(&raw mut THREADS)).push(thread.0) };
        thread
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        unsafe { (*(&raw mut THREADS)).retain(|thread| *thread != self.0) };
    }
}

/// Whether it runs on a thread that polls no tasks.
pub(crate) fn on_thread() -> bool {
    let threads = unsafe { &*(&raw const THREADS) };
    threads.contains(&intrinsics::task_id())
}

/// Looks each millisecond, for nothing can wake a thread; the others go on meanwhile.
#[track_caller]
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    if is_asynchronous() && !on_thread() {
        panic!(
            "Cannot block the current thread from within a runtime. This happens because a function attempted to \
            block the current thread while the thread is being used to drive asynchronous tasks."
        );
    }
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        thread::sleep(Duration::from_millis(1));
    }
}
