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

    #[derive(Debug)]
    pub struct SendError<T>(pub T);

    impl<T> fmt::Display for SendError<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "channel closed")
        }
    }

    impl<T: fmt::Debug> std::error::Error for SendError<T> {}

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

pub struct Sender<T> {
    shared: Arc<Shared<T>>,
}

pub struct WeakSender<T> {
    shared: Arc<Shared<T>>,
}

pub struct Receiver<T> {
    shared: Arc<Shared<T>>,
    /// The number of the value that comes next.
    next: u64,
}

#[track_caller]
pub fn channel<T: Clone>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    let sender = Sender::new(capacity);
    let receiver = sender.shared.add_receiver();
    (sender, receiver)
}

impl<T> Sender<T> {
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

    pub fn subscribe(&self) -> Receiver<T> {
        self.shared.add_receiver()
    }

    #[must_use = "Downgrade creates a WeakSender without destroying the original non-weak sender."]
    pub fn downgrade(&self) -> WeakSender<T> {
        self.shared
            .weak_senders
            .set(self.shared.weak_senders.get() + 1);
        WeakSender {
            shared: self.shared.clone(),
        }
    }

    pub fn len(&self) -> usize {
        self.shared
            .slots
            .borrow()
            .iter()
            .filter(|slot| slot.left > 0)
            .count()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn receiver_count(&self) -> usize {
        self.shared.receivers.get()
    }

    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    pub async fn closed(&self) {
        loop {
            let notified = self.shared.on_last_receiver.notified();
            if self.shared.closed.get() {
                return;
            }
            notified.await;
        }
    }

    pub fn strong_count(&self) -> usize {
        self.shared.senders.get()
    }

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

    pub fn strong_count(&self) -> usize {
        self.shared.senders.get()
    }

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
    pub fn len(&self) -> usize {
        (self.shared.next.get() - self.next) as usize
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    pub fn sender_strong_count(&self) -> usize {
        self.shared.senders.get()
    }

    pub fn sender_weak_count(&self) -> usize {
        self.shared.weak_senders.get()
    }

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
    pub fn resubscribe(&self) -> Self {
        self.shared.add_receiver()
    }

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
