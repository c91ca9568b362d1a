//! How much a task may do in one poll.
//!
//! Here it may do what it likes: lessons compiled for the playground have no budget either.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// A future that is not bound by a budget.
#[must_use = "Unconstrained does nothing unless polled"]
pub struct Unconstrained<F> {
    inner: F,
}

impl<F: Future> Future for Unconstrained<F> {
    type Output = <F as Future>::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        unsafe { self.map_unchecked_mut(|this| &mut this.inner) }.poll(cx)
    }
}

pub fn unconstrained<F>(inner: F) -> Unconstrained<F> {
    Unconstrained { inner }
}

pub async fn consume_budget() {}

pub fn has_budget_remaining() -> bool {
    true
}
