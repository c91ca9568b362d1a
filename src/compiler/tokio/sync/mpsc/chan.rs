//! What both kinds of channels are made of: the handles count themselves, and the last of them ends the channel.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::error::TryRecvError;
use crate::sync::notify::Notify;
use crate::sync::waker_slot::WakerSlot;

/// What it takes to send: a value that was not received holds a permit.
pub(super) trait Semaphore {
    /// Nothing is sent, and nobody holds a permit to send.
    fn is_idle(&self) -> bool;
    fn add_permits(&self, n: usize);
    /// The receiver wants no more.
    fn close(&self);
    fn is_closed(&self) -> bool;
}

struct Chan<T, S> {
    queue: RefCell<VecDeque<T>>,
    semaphore: S,
    senders: Cell<usize>,
    weak_senders: Cell<usize>,
    receiver: WakerSlot,
    on_close: Notify,
}

unsafe impl<T: Send, S> Send for Chan<T, S> {}
unsafe impl<T: Send, S> Sync for Chan<T, S> {}

/// One of the senders.
pub(super) struct Tx<T, S> {
    chan: Arc<Chan<T, S>>,
}

/// A sender that leaves the channel to the others.
pub(super) struct WeakTx<T, S> {
    chan: Arc<Chan<T, S>>,
}

/// The receiver.
pub(super) struct Rx<T, S: Semaphore> {
    chan: Arc<Chan<T, S>>,
}

pub(super) fn channel<T, S: Semaphore>(semaphore: S) -> (Tx<T, S>, Rx<T, S>) {
    let chan = Arc::new(Chan {
        queue: RefCell::new(VecDeque::new()),
        semaphore,
        senders: Cell::new(1),
        weak_senders: Cell::new(0),
        receiver: WakerSlot::new(),
        on_close: Notify::const_new(),
    });
    (Tx { chan: chan.clone() }, Rx { chan })
}

impl<T, S> Tx<T, S> {
    /// One more, which `chan` does not count yet.
    fn new(chan: &Arc<Chan<T, S>>) -> Self {
        chan.senders.set(chan.senders.get() + 1);
        Tx { chan: chan.clone() }
    }

    /// Sends a value that has its permit.
    pub(super) fn send(&self, value: T) {
        self.chan.queue.borrow_mut().push_back(value);
        self.chan.receiver.wake();
    }

    pub(super) fn downgrade(&self) -> WeakTx<T, S> {
        WeakTx::new(&self.chan)
    }

    pub(super) fn semaphore(&self) -> &S {
        &self.chan.semaphore
    }

    pub(super) fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.chan, &other.chan)
    }

    pub(super) fn strong_count(&self) -> usize {
        self.chan.senders.get()
    }

    pub(super) fn weak_count(&self) -> usize {
        self.chan.weak_senders.get()
    }
}

impl<T, S: Semaphore> Tx<T, S> {
    /// Permits come back unused.
    pub(super) fn release(&self, permits: usize) {
        let semaphore = self.semaphore();
        semaphore.add_permits(permits);
        if semaphore.is_closed() && semaphore.is_idle() {
            self.chan.receiver.wake();
        }
    }

    pub(super) fn is_closed(&self) -> bool {
        self.semaphore().is_closed()
    }

    pub(super) async fn closed(&self) {
        let notified = self.chan.on_close.notified();
        if !self.is_closed() {
            notified.await;
        }
    }
}

impl<T, S> Clone for Tx<T, S> {
    fn clone(&self) -> Self {
        Tx::new(&self.chan)
    }
}

impl<T, S> Drop for Tx<T, S> {
    fn drop(&mut self) {
        let left = self.chan.senders.get() - 1;
        self.chan.senders.set(left);
        if left == 0 {
            self.chan.receiver.wake();
        }
    }
}

impl<T, S> WeakTx<T, S> {
    /// One more, which `chan` does not count yet.
    fn new(chan: &Arc<Chan<T, S>>) -> Self {
        chan.weak_senders.set(chan.weak_senders.get() + 1);
        WeakTx { chan: chan.clone() }
    }

    pub(super) fn upgrade(&self) -> Option<Tx<T, S>> {
        (self.strong_count() > 0).then(|| Tx::new(&self.chan))
    }

    pub(super) fn strong_count(&self) -> usize {
        self.chan.senders.get()
    }

    pub(super) fn weak_count(&self) -> usize {
        self.chan.weak_senders.get()
    }
}

impl<T, S> Clone for WeakTx<T, S> {
    fn clone(&self) -> Self {
        WeakTx::new(&self.chan)
    }
}

impl<T, S> Drop for WeakTx<T, S> {
    fn drop(&mut self) {
        self.chan.weak_senders.set(self.weak_count() - 1);
    }
}

impl<T, S: Semaphore> Rx<T, S> {
    fn pop(&self) -> Option<T> {
        let value = self.chan.queue.borrow_mut().pop_front()?;
        self.semaphore().add_permits(1);
        Some(value)
    }

    /// Nothing will be sent any more. Nothing is there, either.
    fn is_over(&self) -> bool {
        let semaphore = self.semaphore();
        self.sender_strong_count() == 0 || (semaphore.is_closed() && semaphore.is_idle())
    }

    pub(super) async fn recv(&mut self) -> Option<T> {
        poll_fn(|cx| self.poll_recv(cx)).await
    }

    pub(super) async fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize {
        poll_fn(|cx| self.poll_recv_many(cx, buffer, limit)).await
    }

    pub(super) fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        if let Some(value) = self.pop() {
            return Poll::Ready(Some(value));
        }
        if self.is_over() {
            return Poll::Ready(None);
        }
        self.chan.receiver.register(cx);
        Poll::Pending
    }

    pub(super) fn poll_recv_many(
        &mut self,
        cx: &mut Context<'_>,
        buffer: &mut Vec<T>,
        limit: usize,
    ) -> Poll<usize> {
        let before = buffer.len();
        {
            let mut queue = self.chan.queue.borrow_mut();
            let count = limit.min(queue.len());
            buffer.extend(queue.drain(..count));
        }
        let count = buffer.len() - before;
        self.semaphore().add_permits(count);
        if count > 0 || limit == 0 || self.is_over() {
            return Poll::Ready(count);
        }
        self.chan.receiver.register(cx);
        Poll::Pending
    }

    pub(super) fn try_recv(&mut self) -> Result<T, TryRecvError> {
        match self.pop() {
            Some(value) => Ok(value),
            None if self.is_over() => Err(TryRecvError::Disconnected),
            None => Err(TryRecvError::Empty),
        }
    }

    pub(super) fn close(&mut self) {
        self.semaphore().close();
        self.chan.on_close.notify_waiters();
    }

    pub(super) fn is_closed(&self) -> bool {
        self.semaphore().is_closed() || self.sender_strong_count() == 0
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn len(&self) -> usize {
        self.chan.queue.borrow().len()
    }

    pub(super) fn semaphore(&self) -> &S {
        &self.chan.semaphore
    }

    pub(super) fn sender_strong_count(&self) -> usize {
        self.chan.senders.get()
    }

    pub(super) fn sender_weak_count(&self) -> usize {
        self.chan.weak_senders.get()
    }
}

/// The receiver is gone: so is what it did not receive.
impl<T, S: Semaphore> Drop for Rx<T, S> {
    fn drop(&mut self) {
        self.close();
        while let Some(value) = self.pop() {
            drop(value);
        }
    }
}
