//! Letting everything else that is ready run.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context as TaskContext, Poll};

use super::Context;

/// The future of [`yield_now`](crate::playground::tokio::task::yield_now).
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
        runtime.defer(cx.waker());
        Poll::Pending
    }
}
