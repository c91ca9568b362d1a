//! Beginning tasks.

use std::future::Future;
use std::intrinsics;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::JoinHandle;
use super::block_on::{self, Thread};
use super::join_handle::Output;
use crate::runtime::expect_entered;

/// Spawns a new asynchronous task, returning a `JoinHandle` for it.
#[track_caller]
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    start(future)
}

/// Whatever the future is: all tasks of a run are on one thread.
#[track_caller]
pub(super) fn start<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    expect_entered();
    let output = Output::new();
    let task = Task {
        future: Some(future),
        output: output.clone(),
    };
    let task: Box<dyn Future<Output = ()>> = Box::new(task);
    JoinHandle::new(intrinsics::spawn(Box::into_raw(task)), output)
}

/// A future, and where its result goes.
struct Task<F: Future> {
    future: Option<F>,
    output: Output<F::Output>,
}

impl<F: Future> Future for Task<F> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = unsafe { self.get_unchecked_mut() };
        let _watch = Watch(&this.output);
        let Some(future) = &mut this.future else {
            panic!("a task that has ended is not polled");
        };
        let output = ready!(unsafe { Pin::new_unchecked(future) }.poll(cx));
        // Before its result goes to whoever waits: as in tokio, its guards may still print.
        this.future = None;
        this.output.leave(output);
        Poll::Ready(())
    }
}

/// Sees a panic pass.
struct Watch<'a, T>(&'a Output<T>);

impl<T> Drop for Watch<'_, T> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.panicked();
        }
    }
}

/// Runs the provided closure on a thread where blocking is acceptable.
#[track_caller]
pub fn spawn_blocking<F, R>(f: F) -> JoinHandle<R>
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    start_blocking(f)
}

/// Runs the provided blocking function on the current thread: only the multi-threaded runtime can do that.
#[track_caller]
pub fn block_in_place<F, R>(f: F) -> R
where
    F: FnOnce() -> R,
{
    if block_on::on_thread() {
        return f();
    }
    panic!("can call blocking only when running on the multi-threaded runtime")
}

#[track_caller]
pub(super) fn start_blocking<F, R>(f: F) -> JoinHandle<R>
where
    F: FnOnce() -> R + 'static,
    R: 'static,
{
    expect_entered();
    let output = Output::new();
    let left = output.clone();
    let work: Box<dyn FnOnce()> = Box::new(move || {
        let _watch = Watch(&left);
        let _thread = Thread::enter();
        left.leave(f());
    });
    JoinHandle::new(intrinsics::spawn_blocking(Box::into_raw(work)), output)
}
