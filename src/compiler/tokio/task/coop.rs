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

/// Turn off cooperative scheduling for a future.
pub fn unconstrained<F>(inner: F) -> Unconstrained<F> {
    Unconstrained { inner }
}

/// Consumes a unit of budget and returns the execution back to the Tokio runtime *if* the task's coop budget was exhausted.
pub async fn consume_budget() {}

/// Returns `true` if there is still budget left on the task.
pub fn has_budget_remaining() -> bool {
    true
}
