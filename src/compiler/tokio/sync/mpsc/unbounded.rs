//! A channel without a limit.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::intrinsics;
use std::task::{Context, Poll};

use super::chan::{self, Rx, Tx, WeakTx};
use super::error::{SendError, TryRecvError};
use crate::sync::growth::Growth;
use crate::task::block_on;

/// As many permits as anybody wants.
struct Semaphore {
    /// How many values were not received.
    taken: Cell<usize>,
    closed: Cell<bool>,
    growth: RefCell<Growth>,
    /// Where the channel was made.
    line: u32,
}

impl chan::Semaphore for Semaphore {
    fn is_idle(&self) -> bool {
        self.taken.get() == 0
    }

    fn add_permits(&self, n: usize) {
        let left = self.taken.get() - n;
        self.taken.set(left);
        // What is dropped is not received.
        if n == 0 || self.closed.get() || !intrinsics::entered() {
            return;
        }
        let lane = intrinsics::lane();
        if let Some(heap) = self
            .growth
            .borrow_mut()
            .received(lane, n as u32, left as u32)
        {
            intrinsics::backlog(heap.sender, heap.waiting, self.line);
        }
    }

    fn close(&self) {
        self.closed.set(true);
    }

    fn is_closed(&self) -> bool {
        self.closed.get()
    }
}

/// Send values to the associated `UnboundedReceiver`.
pub struct UnboundedSender<T> {
    chan: Tx<T, Semaphore>,
}

/// An unbounded sender that does not prevent the channel from being closed.
pub struct WeakUnboundedSender<T> {
    chan: WeakTx<T, Semaphore>,
}

/// Receive values from the associated `UnboundedSender`.
pub struct UnboundedReceiver<T> {
    chan: Rx<T, Semaphore>,
}

/// Creates an unbounded mpsc channel for communicating between asynchronous tasks without backpressure.
pub fn unbounded_channel<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {
    let (tx, rx) = chan::channel(Semaphore {
        taken: Cell::new(0),
        closed: Cell::new(false),
        growth: RefCell::new(Growth::new()),
        line: intrinsics::line(),
    });
    (UnboundedSender { chan: tx }, UnboundedReceiver { chan: rx })
}

impl<T> UnboundedReceiver<T> {
    /// Receives the next value for this receiver.
    pub async fn recv(&mut self) -> Option<T> {
        self.chan.recv().await
    }

    /// Receives the next values for this receiver and extends `buffer`.
    pub async fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize {
        self.chan.recv_many(buffer, limit).await
    }

    /// Blocking receive to call outside of asynchronous contexts.
    #[track_caller]
    pub fn blocking_recv(&mut self) -> Option<T> {
        block_on(self.recv())
    }

    /// Variant of `Self::recv_many` for blocking contexts.
    #[track_caller]
    pub fn blocking_recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize {
        block_on(self.recv_many(buffer, limit))
    }

    /// Tries to receive the next value for this receiver.
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        self.chan.try_recv()
    }

    /// Closes the receiving half of a channel, without dropping it.
    pub fn close(&mut self) {
        self.chan.close();
    }

    /// Checks if a channel is closed.
    pub fn is_closed(&self) -> bool {
        self.chan.is_closed()
    }

    /// Checks if a channel is empty.
    pub fn is_empty(&self) -> bool {
        self.chan.is_empty()
    }

    /// Returns the number of messages in the channel.
    pub fn len(&self) -> usize {
        self.chan.len()
    }

    /// Polls to receive the next message on this channel.
    pub fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        self.chan.poll_recv(cx)
    }

    /// Polls to receive multiple messages on this channel, extending the provided buffer.
    pub fn poll_recv_many(
        &mut self,
        cx: &mut Context<'_>,
        buffer: &mut Vec<T>,
        limit: usize,
    ) -> Poll<usize> {
        self.chan.poll_recv_many(cx, buffer, limit)
    }

    /// Returns the number of `UnboundedSender` handles.
    pub fn sender_strong_count(&self) -> usize {
        self.chan.sender_strong_count()
    }

    /// Returns the number of `WeakUnboundedSender` handles.
    pub fn sender_weak_count(&self) -> usize {
        self.chan.sender_weak_count()
    }
}

impl<T> UnboundedSender<T> {
    /// Attempts to send a message on this `UnboundedSender` without blocking.
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        if self.chan.is_closed() {
            return Err(SendError(message));
        }
        let taken = &self.chan.semaphore().taken;
        taken.set(taken.get() + 1);
        if intrinsics::entered() {
            let growth = &self.chan.semaphore().growth;
            growth.borrow_mut().sent(intrinsics::lane());
        }
        self.chan.send(message);
        Ok(())
    }

    /// Completes when the receiver has dropped.
    pub async fn closed(&self) {
        self.chan.closed().await
    }

    /// Checks if the channel has been closed.
    pub fn is_closed(&self) -> bool {
        self.chan.is_closed()
    }

    /// Returns `true` if senders belong to the same channel.
    pub fn same_channel(&self, other: &Self) -> bool {
        self.chan.same_channel(&other.chan)
    }

    /// Converts the `UnboundedSender` to a `WeakUnboundedSender` that does not count towards RAII semantics.
    #[must_use = "Downgrade creates a WeakSender without destroying the original non-weak sender."]
    pub fn downgrade(&self) -> WeakUnboundedSender<T> {
        WeakUnboundedSender {
            chan: self.chan.downgrade(),
        }
    }

    /// Returns the number of `UnboundedSender` handles.
    pub fn strong_count(&self) -> usize {
        self.chan.strong_count()
    }

    /// Returns the number of `WeakUnboundedSender` handles.
    pub fn weak_count(&self) -> usize {
        self.chan.weak_count()
    }
}

impl<T> Clone for UnboundedSender<T> {
    fn clone(&self) -> Self {
        UnboundedSender {
            chan: self.chan.clone(),
        }
    }
}

impl<T> WeakUnboundedSender<T> {
    /// Tries to convert a `WeakUnboundedSender` into an `UnboundedSender`.
    pub fn upgrade(&self) -> Option<UnboundedSender<T>> {
        let chan = self.chan.upgrade()?;
        Some(UnboundedSender { chan })
    }

    /// Returns the number of `UnboundedSender` handles.
    pub fn strong_count(&self) -> usize {
        self.chan.strong_count()
    }

    /// Returns the number of `WeakUnboundedSender` handles.
    pub fn weak_count(&self) -> usize {
        self.chan.weak_count()
    }
}

impl<T> Clone for WeakUnboundedSender<T> {
    fn clone(&self) -> Self {
        WeakUnboundedSender {
            chan: self.chan.clone(),
        }
    }
}

impl<T> fmt::Debug for UnboundedSender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnboundedSender").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for WeakUnboundedSender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WeakUnboundedSender").finish()
    }
}

impl<T> fmt::Debug for UnboundedReceiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnboundedReceiver").finish_non_exhaustive()
    }
}
