//! A channel whose every value goes to every receiver.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::notify::Notify;
use super::wait_queue::WaitQueue;
use super::waker_slot::WakerSlot;
use crate::task::block_on;

pub mod error {
    //! What goes wrong with a broadcast.

    use std::fmt;

    /// Error returned by the `send` function on a `Sender`.
    #[derive(Debug)]
    pub struct SendError<T>(pub T);

    impl<T> fmt::Display for SendError<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "channel closed")
        }
    }

    impl<T: fmt::Debug> std::error::Error for SendError<T> {}

    /// An error returned from the `recv` function on a `Receiver`.
    #[derive(Debug, PartialEq, Eq, Clone)]
    pub enum RecvError {
        Closed,
        Lagged(u64),
    }

    impl fmt::Display for RecvError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                RecvError::Closed => write!(f, "channel closed"),
                RecvError::Lagged(amt) => write!(f, "channel lagged by {}", amt),
            }
        }
    }

    impl std::error::Error for RecvError {}

    /// An error returned from the `try_recv` function on a `Receiver`.
    #[derive(Debug, PartialEq, Eq, Clone)]
    pub enum TryRecvError {
        Empty,
        Closed,
        Lagged(u64),
    }

    impl fmt::Display for TryRecvError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                TryRecvError::Empty => write!(f, "channel empty"),
                TryRecvError::Closed => write!(f, "channel closed"),
                TryRecvError::Lagged(amt) => write!(f, "channel lagged by {}", amt),
            }
        }
    }

    impl std::error::Error for TryRecvError {}
}

use self::error::{RecvError, SendError, TryRecvError};

struct Shared<T> {
    /// A value stands at its number modulo the length, which is a power of two.
    slots: RefCell<Vec<Slot<T>>>,
    /// The number of the next value.
    next: Cell<u64>,
    receivers: Cell<usize>,
    senders: Cell<usize>,
    weak_senders: Cell<usize>,
    closed: Cell<bool>,
    waiters: WaitQueue<Waiter>,
    on_last_receiver: Notify,
}

struct Slot<T> {
    number: u64,
    /// How many receivers have not seen it.
    left: usize,
    value: Option<T>,
}

struct Waiter {
    waker: WakerSlot,
    queued: Cell<bool>,
}

unsafe impl<T: Send> Send for Shared<T> {}
unsafe impl<T: Send> Sync for Shared<T> {}

impl<T> Shared<T> {
    fn wake_all(&self) {
        let waiters = self.waiters.take_all();
        for waiter in &waiters {
            waiter.queued.set(false);
        }
        for waiter in &waiters {
            waiter.waker.wake();
        }
    }

    fn place(&self, number: u64) -> usize {
        number as usize % self.slots.borrow().len()
    }

    fn add_receiver(self: &Arc<Self>) -> Receiver<T> {
        if self.receivers.get() == 0 {
            self.closed.set(false);
        }
        self.receivers.set(self.receivers.get() + 1);
        Receiver {
            shared: self.clone(),
            next: self.next.get(),
        }
    }
}

/// Sending-half of the `broadcast` channel.
pub struct Sender<T> {
    shared: Arc<Shared<T>>,
}

/// A sender that does not prevent the channel from being closed.
pub struct WeakSender<T> {
    shared: Arc<Shared<T>>,
}

/// Receiving-half of the `broadcast` channel.
pub struct Receiver<T> {
    shared: Arc<Shared<T>>,
    /// The number of the value that comes next.
    next: u64,
}

/// Create a bounded, multi-producer, multi-consumer channel where each sent value is broadcasted to all active receivers.
#[track_caller]
pub fn channel<T: Clone>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    let sender = Sender::new(capacity);
    let receiver = sender.shared.add_receiver();
    (sender, receiver)
}

impl<T> Sender<T> {
    /// Creates the sending-half of the `broadcast` channel.
    #[track_caller]
    pub fn new(capacity: usize) -> Self {
        assert!(capacity > 0, "broadcast channel capacity cannot be zero");
        assert!(
            capacity <= usize::MAX >> 1,
            "broadcast channel capacity exceeded `usize::MAX / 2`"
        );
        let capacity = capacity.next_power_of_two();
        let mut slots = Vec::with_capacity(capacity);
        for place in 0..capacity {
            let number = (place as u64).wrapping_sub(capacity as u64);
            slots.push(Slot {
                number,
                left: 0,
                value: None,
            });
        }
        let shared = Arc::new(Shared {
            slots: RefCell::new(slots),
            next: Cell::new(0),
            receivers: Cell::new(0),
            senders: Cell::new(1),
            weak_senders: Cell::new(0),
            closed: Cell::new(true),
            waiters: WaitQueue::new(),
            on_last_receiver: Notify::const_new(),
        });
        Sender { shared }
    }

    /// Attempts to send a value to all active `Receiver` handles, returning it back if it could not be sent.
    pub fn send(&self, value: T) -> Result<usize, SendError<T>> {
        let shared = &self.shared;
        let receivers = shared.receivers.get();
        if receivers == 0 {
            return Err(SendError(value));
        }
        let number = shared.next.get();
        shared.next.set(number.wrapping_add(1));
        let place = shared.place(number);
        let slot = Slot {
            number,
            left: receivers,
            value: Some(value),
        };
        let before = std::mem::replace(&mut shared.slots.borrow_mut()[place], slot);
        drop(before);
        shared.wake_all();
        Ok(receivers)
    }

    /// Creates a new `Receiver` handle that will receive values sent **after** this call to `subscribe`.
    pub fn subscribe(&self) -> Receiver<T> {
        self.shared.add_receiver()
    }

    /// Converts the `Sender` to a `WeakSender` that does not count towards RAII semantics.
    #[must_use = "Downgrade creates a WeakSender without destroying the original non-weak sender."]
    pub fn downgrade(&self) -> WeakSender<T> {
        self.shared
            .weak_senders
            .set(self.shared.weak_senders.get() + 1);
        WeakSender {
            shared: self.shared.clone(),
        }
    }

    /// Returns the number of queued values.
    pub fn len(&self) -> usize {
        self.shared
            .slots
            .borrow()
            .iter()
            .filter(|slot| slot.left > 0)
            .count()
    }

    /// Returns true if there are no queued values.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the number of active receivers.
    pub fn receiver_count(&self) -> usize {
        self.shared.receivers.get()
    }

    /// Returns `true` if senders belong to the same channel.
    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    /// A future which completes when the number of [Receiver]s subscribed to this `Sender` reaches zero.
    pub async fn closed(&self) {
        loop {
            let notified = self.shared.on_last_receiver.notified();
            if self.shared.closed.get() {
                return;
            }
            notified.await;
        }
    }

    /// Returns the number of `Sender` handles.
    pub fn strong_count(&self) -> usize {
        self.shared.senders.get()
    }

    /// Returns the number of `WeakSender` handles.
    pub fn weak_count(&self) -> usize {
        self.shared.weak_senders.get()
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Sender<T> {
        self.shared.senders.set(self.shared.senders.get() + 1);
        Sender {
            shared: self.shared.clone(),
        }
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.shared.senders.set(self.shared.senders.get() - 1);
        if self.shared.senders.get() == 0 {
            self.shared.closed.set(true);
            self.shared.wake_all();
        }
    }
}

impl<T> WeakSender<T> {
    /// Tries to convert a `WeakSender` into a `Sender`.
    #[must_use]
    pub fn upgrade(&self) -> Option<Sender<T>> {
        if self.shared.senders.get() == 0 {
            return None;
        }
        self.shared.senders.set(self.shared.senders.get() + 1);
        Some(Sender {
            shared: self.shared.clone(),
        })
    }

    /// Returns the number of `Sender` handles.
    pub fn strong_count(&self) -> usize {
        self.shared.senders.get()
    }

    /// Returns the number of `WeakSender` handles.
    pub fn weak_count(&self) -> usize {
        self.shared.weak_senders.get()
    }
}

impl<T> Clone for WeakSender<T> {
    fn clone(&self) -> WeakSender<T> {
        self.shared
            .weak_senders
            .set(self.shared.weak_senders.get() + 1);
        WeakSender {
            shared: self.shared.clone(),
        }
    }
}

impl<T> Drop for WeakSender<T> {
    fn drop(&mut self) {
        self.shared
            .weak_senders
            .set(self.shared.weak_senders.get() - 1);
    }
}

impl<T> Receiver<T> {
    /// Returns the number of messages that were sent into the channel and that this `Receiver` has yet to receive.
    pub fn len(&self) -> usize {
        (self.shared.next.get() - self.next) as usize
    }

    /// Returns true if there aren't any messages in the channel that the `Receiver` has yet to receive.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns `true` if receivers belong to the same channel.
    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    /// Returns the number of `Sender` handles.
    pub fn sender_strong_count(&self) -> usize {
        self.shared.senders.get()
    }

    /// Returns the number of `WeakSender` handles.
    pub fn sender_weak_count(&self) -> usize {
        self.shared.weak_senders.get()
    }

    /// Checks if a channel is closed.
    pub fn is_closed(&self) -> bool {
        self.shared.senders.get() == 0
    }

    /// Looks at the next value, of which there is one less to be seen then.
    fn receive<R>(&mut self, look: impl FnOnce(&T) -> R) -> Result<R, TryRecvError> {
        let place = self.shared.place(self.next);
        let mut slots = self.shared.slots.borrow_mut();
        let length = slots.len() as u64;
        let slot = &mut slots[place];
        if slot.number != self.next {
            // It is to come, if the one before it is still there; else it is lost.
            if slot.number.wrapping_add(length) == self.next {
                return Err(match self.shared.closed.get() {
                    true => TryRecvError::Closed,
                    false => TryRecvError::Empty,
                });
            }
            let oldest = self.shared.next.get().wrapping_sub(length);
            let missed = oldest.wrapping_sub(self.next);
            self.next = oldest;
            return Err(TryRecvError::Lagged(missed));
        }
        self.next = self.next.wrapping_add(1);
        let seen = look(slot.value.as_ref().unwrap());
        slot.left -= 1;
        if slot.left == 0 {
            let value = slot.value.take();
            drop(slots);
            drop(value);
        }
        Ok(seen)
    }
}

impl<T: Clone> Receiver<T> {
    /// Re-subscribes to the channel starting from the current tail element.
    pub fn resubscribe(&self) -> Self {
        self.shared.add_receiver()
    }

    /// Receives the next value for this receiver.
    pub async fn recv(&mut self) -> Result<T, RecvError> {
        Recv {
            receiver: self,
            waiter: None,
        }
        .await
    }

    /// Blocking receive to call outside of asynchronous contexts.
    #[track_caller]
    pub fn blocking_recv(&mut self) -> Result<T, RecvError> {
        block_on(self.recv())
    }

    /// Attempts to return a pending value on this receiver without awaiting.
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        self.receive(T::clone)
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        let shared = self.shared.clone();
        shared.receivers.set(shared.receivers.get() - 1);
        if shared.receivers.get() == 0 {
            shared.closed.set(true);
        }
        // What it has not seen it sees now.
        let until = shared.next.get();
        while self.next < until {
            if let Err(TryRecvError::Closed | TryRecvError::Empty) = self.receive(|_| ()) {
                break;
            }
        }
        if shared.receivers.get() == 0 {
            shared.on_last_receiver.notify_waiters();
        }
    }
}

struct Recv<'a, T> {
    receiver: &'a mut Receiver<T>,
    waiter: Option<Arc<Waiter>>,
}

impl<T: Clone> Future for Recv<'_, T> {
    type Output = Result<T, RecvError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.receiver.receive(T::clone) {
            Ok(value) => return Poll::Ready(Ok(value)),
            Err(TryRecvError::Lagged(missed)) => {
                return Poll::Ready(Err(RecvError::Lagged(missed)));
            }
            Err(TryRecvError::Closed) => return Poll::Ready(Err(RecvError::Closed)),
            Err(TryRecvError::Empty) => {}
        }
        let waiter = match &self.waiter {
            Some(waiter) => waiter.clone(),
            None => Arc::new(Waiter {
                waker: WakerSlot::new(),
                queued: Cell::new(false),
            }),
        };
        waiter.waker.register(cx);
        if !waiter.queued.replace(true) {
            self.receiver.shared.waiters.push(waiter.clone());
        }
        self.waiter = Some(waiter);
        Poll::Pending
    }
}

impl<T> Drop for Recv<'_, T> {
    fn drop(&mut self) {
        if let Some(waiter) = &self.waiter {
            self.receiver.shared.waiters.remove(waiter);
        }
    }
}

unsafe impl<T: Send> Send for Recv<'_, T> {}
unsafe impl<T: Send> Sync for Recv<'_, T> {}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(fmt, "broadcast::Sender")
    }
}

impl<T> fmt::Debug for WeakSender<T> {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(fmt, "broadcast::WeakSender")
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(fmt, "broadcast::Receiver")
    }
}
