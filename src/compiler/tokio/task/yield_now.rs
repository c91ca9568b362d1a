//! Letting the others run.

use std::future::poll_fn;
use std::intrinsics;
use std::task::{Context, Poll};

/// Yields execution back to the Tokio runtime.
pub async fn yield_now() {
    let mut yielded = false;
    poll_fn(|cx| {
        if yielded {
            return Poll::Ready(());
        }
        yielded = true;
        defer(cx);
        Poll::Pending
    })
    .await
}

/// Has the caller woken when nobody else is ready any more.
pub(crate) fn defer(cx: &mut Context<'_>) {
    intrinsics::yield_now(cx as *mut Context<'_> as *const ());
}
