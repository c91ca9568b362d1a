//! Waking without a value.

use std::cell::Cell;
use std::fmt;
use std::future::Future;
use std::marker::PhantomPinned;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::wait_queue::WaitQueue;
use super::waker_slot::WakerSlot;

/// Notifies a single task to wake up.
pub struct Notify {
    /// Somebody was notified when nobody waited. Never while there are waiters.
    permit: Cell<bool>,
    /// How often all were notified.
    calls: Cell<usize>,
    waiters: WaitQueue<Waiter>,
}

unsafe impl Send for Notify {}
unsafe impl Sync for Notify {}

struct Waiter {
    notification: Cell<Option<Notification>>,
    waker: WakerSlot,
}

#[derive(Clone, Copy)]
enum Notification {
    Oldest,
    Newest,
    All,
}

impl Notify {
    /// Create a new `Notify`, initialized without a permit.
    pub fn new() -> Notify {
        Notify::const_new()
    }

    /// Create a new `Notify`, initialized without a permit.
    pub const fn const_new() -> Notify {
        Notify {
            permit: Cell::new(false),
            calls: Cell::new(0),
            waiters: WaitQueue::new(),
        }
    }

    /// Wait for a notification.
    pub fn notified(&self) -> Notified<'_> {
        Notified {
            notify: self,
            waiting: Waiting::new(self),
            _pinned: PhantomPinned,
        }
    }

    /// Wait for a notification with an owned `Future`.
    pub fn notified_owned(self: Arc<Self>) -> OwnedNotified {
        let waiting = Waiting::new(&self);
        OwnedNotified {
            notify: self,
            waiting,
            _pinned: PhantomPinned,
        }
    }

    /// Notifies the first waiting task.
    pub fn notify_one(&self) {
        self.notify(Notification::Oldest);
    }

    /// Notifies the last waiting task.
    pub fn notify_last(&self) {
        self.notify(Notification::Newest);
    }

    fn notify(&self, notification: Notification) {
        let waiter = match notification {
            Notification::Newest => self.waiters.pop_newest(),
            _ => self.waiters.pop_oldest(),
        };
        match waiter {
            Some(waiter) => {
                waiter.notification.set(Some(notification));
                waiter.waker.wake();
            }
            None => self.permit.set(true),
        }
    }

    /// Notifies all waiting tasks.
    pub fn notify_waiters(&self) {
        self.calls.set(self.calls.get() + 1);
        let waiters = self.waiters.take_all();
        for waiter in &waiters {
            waiter.notification.set(Some(Notification::All));
        }
        for waiter in &waiters {
            waiter.waker.wake();
        }
    }
}

impl Default for Notify {
    fn default() -> Notify {
        Notify::new()
    }
}

impl fmt::Debug for Notify {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notify").finish_non_exhaustive()
    }
}

/// What both kinds of futures do.
struct Waiting {
    /// How often all had been notified when it was made: it hears of the next time even if it was not polled.
    calls: usize,
    waiter: Option<Arc<Waiter>>,
    done: bool,
}

impl Waiting {
    fn new(notify: &Notify) -> Self {
        Waiting {
            calls: notify.calls.get(),
            waiter: None,
            done: false,
        }
    }

    /// Without a context it only takes its place in the queue.
    fn poll(&mut self, notify: &Notify, cx: Option<&mut Context<'_>>) -> Poll<()> {
        if self.done {
            return Poll::Ready(());
        }
        let notified = match &self.waiter {
            Some(waiter) => waiter.notification.get().is_some(),
            None => notify.calls.get() != self.calls || notify.permit.replace(false),
        };
        if notified {
            self.done = true;
            self.waiter = None;
            return Poll::Ready(());
        }
        if self.waiter.is_none() {
            let waiter = Arc::new(Waiter {
                notification: Cell::new(None),
                waker: WakerSlot::new(),
            });
            notify.waiters.push(waiter.clone());
            self.waiter = Some(waiter);
        }
        if let (Some(waiter), Some(cx)) = (&self.waiter, cx) {
            waiter.waker.register(cx);
        }
        Poll::Pending
    }

    fn drop(&mut self, notify: &Notify) {
        let Some(waiter) = self.waiter.take() else {
            return;
        };
        notify.waiters.remove(&waiter);
        // Who was notified alone and never heard of it leaves it to the next.
        if let Some(one @ (Notification::Oldest | Notification::Newest)) = waiter.notification.get()
        {
            notify.notify(one);
        }
    }
}

macro_rules! notified {
    ($Notified:ty) => {
        impl $Notified {
            pub fn enable(self: Pin<&mut Self>) -> bool {
                let this = unsafe { self.get_unchecked_mut() };
                this.waiting.poll(&this.notify, None).is_ready()
            }
        }

        impl Future for $Notified {
            type Output = ();

            fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
                let this = unsafe { self.get_unchecked_mut() };
                this.waiting.poll(&this.notify, Some(cx))
            }
        }

        impl Drop for $Notified {
            fn drop(&mut self) {
                self.waiting.drop(&self.notify);
            }
        }
    };
}

/// Future returned from `Notify::notified()`.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Notified<'a> {
    notify: &'a Notify,
    waiting: Waiting,
    _pinned: PhantomPinned,
}

/// Future returned from `Notify::notified_owned()`.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct OwnedNotified {
    notify: Arc<Notify>,
    waiting: Waiting,
    _pinned: PhantomPinned,
}

unsafe impl Send for Waiting {}
unsafe impl Sync for Waiting {}

notified!(Notified<'_>);
notified!(OwnedNotified);
