//! What both kinds of channels are made of.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::error::TryRecvError;
use crate::sync::batch_semaphore::Semaphore;
use crate::sync::notify::Notify;
use crate::sync::waker_slot::WakerSlot;

pub(super) struct Chan<T> {
    queue: RefCell<VecDeque<T>>,
    /// How many permits there are to send, if that is limited: a value that was not received holds one.
    pub(super) limit: Option<Limit>,
    senders: Cell<usize>,
    weak_senders: Cell<usize>,
    /// The receiver wants no more.
    closed: Cell<bool>,
    receiver: WakerSlot,
    on_close: Notify,
}

pub(super) struct Limit {
    pub(super) semaphore: Semaphore,
    pub(super) bound: usize,
}

unsafe impl<T: Send> Send for Chan<T> {}
unsafe impl<T: Send> Sync for Chan<T> {}

impl<T> Chan<T> {
    pub(super) fn new(limit: Option<Limit>) -> Arc<Self> {
        Arc::new(Chan {
            queue: RefCell::new(VecDeque::new()),
            limit,
            senders: Cell::new(1),
            weak_senders: Cell::new(0),
            closed: Cell::new(false),
            receiver: WakerSlot::new(),
            on_close: Notify::const_new(),
        })
    }

    pub(super) fn push(&self, value: T) {
        self.queue.borrow_mut().push_back(value);
        self.receiver.wake();
    }

    fn pop(&self) -> Option<T> {
        let value = self.queue.borrow_mut().pop_front()?;
        if let Some(limit) = &self.limit {
            limit.semaphore.release(1);
        }
        Some(value)
    }

    /// Nothing is sent, and nobody holds a permit to send.
    fn is_idle(&self) -> bool {
        match &self.limit {
            Some(limit) => limit.semaphore.available_permits() == limit.bound,
            None => self.is_empty(),
        }
    }

    pub(super) fn poll_recv(&self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        if let Some(value) = self.pop() {
            return Poll::Ready(Some(value));
        }
        if self.is_over() {
            return Poll::Ready(None);
        }
        self.receiver.register(cx);
        Poll::Pending
    }

    pub(super) fn poll_recv_many(
        &self,
        cx: &mut Context<'_>,
        buffer: &mut Vec<T>,
        limit: usize,
    ) -> Poll<usize> {
        let mut count = 0;
        while count < limit {
            let Some(value) = self.pop() else {
                break;
            };
            buffer.push(value);
            count += 1;
        }
        if count > 0 || limit == 0 || self.is_over() {
            return Poll::Ready(count);
        }
        self.receiver.register(cx);
        Poll::Pending
    }

    pub(super) fn try_recv(&self) -> Result<T, TryRecvError> {
        match self.pop() {
            Some(value) => Ok(value),
            None if self.is_over() => Err(TryRecvError::Disconnected),
            None => Err(TryRecvError::Empty),
        }
    }

    /// Nothing will be sent any more. Nothing is there, either.
    fn is_over(&self) -> bool {
        self.senders.get() == 0 || (self.closed.get() && self.is_idle())
    }

    pub(super) fn close(&self) {
        self.closed.set(true);
        if let Some(limit) = &self.limit {
            limit.semaphore.close();
        }
        self.on_close.notify_waiters();
    }

    /// The receiver is gone: so is what it did not receive.
    pub(super) fn drop_receiver(&self) {
        self.close();
        while let Some(value) = self.pop() {
            drop(value);
        }
    }

    /// A permit comes back unused.
    pub(super) fn release(&self, permits: usize) {
        if let Some(limit) = &self.limit {
            limit.semaphore.release(permits);
        }
        if self.closed.get() && self.is_idle() {
            self.receiver.wake();
        }
    }

    /// The receiver wants no more.
    pub(super) fn is_closed(&self) -> bool {
        self.closed.get()
    }

    pub(super) async fn on_closed(&self) {
        loop {
            let notified = self.on_close.notified();
            if self.is_closed() {
                return;
            }
            notified.await;
        }
    }

    pub(super) fn add_sender(&self) {
        self.senders.set(self.senders.get() + 1);
    }

    pub(super) fn drop_sender(&self) {
        self.senders.set(self.senders.get() - 1);
        if self.senders.get() == 0 {
            self.receiver.wake();
        }
    }

    pub(super) fn senders(&self) -> usize {
        self.senders.get()
    }

    pub(super) fn add_weak(&self) {
        self.weak_senders.set(self.weak_senders.get() + 1);
    }

    pub(super) fn drop_weak(&self) {
        self.weak_senders.set(self.weak_senders.get() - 1);
    }

    pub(super) fn weak_senders(&self) -> usize {
        self.weak_senders.get()
    }

    pub(super) fn len(&self) -> usize {
        self.queue.borrow().len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
