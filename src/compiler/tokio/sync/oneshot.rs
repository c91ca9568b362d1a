//! A channel for one value.

use std::cell::Cell;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use super::waker_slot::WakerSlot;
use crate::task::block_on;

pub mod error {
    //! What goes wrong with a oneshot.

    use std::fmt;

    /// Error returned by the `Future` implementation for `Receiver`.
    #[derive(Debug, Eq, PartialEq, Clone)]
    pub struct RecvError(pub(super) ());

    /// Error returned by the `try_recv` function on `Receiver`.
    #[derive(Debug, Eq, PartialEq, Clone)]
    pub enum TryRecvError {
        Empty,
        Closed,
    }

    impl fmt::Display for RecvError {
        fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(fmt, "channel closed")
        }
    }

    impl std::error::Error for RecvError {}

    impl fmt::Display for TryRecvError {
        fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                TryRecvError::Empty => write!(fmt, "channel empty"),
                TryRecvError::Closed => write!(fmt, "channel closed"),
            }
        }
    }

    impl std::error::Error for TryRecvError {}
}

use self::error::*;

struct Inner<T> {
    value: Cell<Option<T>>,
    /// The sender has sent, or is gone.
    complete: Cell<bool>,
    /// The receiver does not want it any more.
    closed: Cell<bool>,
    receiver: WakerSlot,
    sender: WakerSlot,
}

unsafe impl<T: Send> Send for Inner<T> {}
unsafe impl<T: Send> Sync for Inner<T> {}

impl<T> Inner<T> {
    /// Whether the receiver still waits for it.
    fn complete(&self) -> bool {
        if self.closed.get() {
            return false;
        }
        self.complete.set(true);
        self.receiver.wake();
        true
    }

    fn close(&self) {
        if !self.closed.replace(true) && !self.complete.get() {
            self.sender.wake();
        }
    }
}

/// Sends a value to the associated `Receiver`.
pub struct Sender<T> {
    inner: Option<Arc<Inner<T>>>,
}

/// Receives a value from the associated `Sender`.
pub struct Receiver<T> {
    inner: Option<Arc<Inner<T>>>,
}

/// Creates a new one-shot channel for sending single values across asynchronous tasks.
#[track_caller]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let inner = Arc::new(Inner {
        value: Cell::new(None),
        complete: Cell::new(false),
        closed: Cell::new(false),
        receiver: WakerSlot::new(),
        sender: WakerSlot::new(),
    });
    (
        Sender {
            inner: Some(inner.clone()),
        },
        Receiver { inner: Some(inner) },
    )
}

impl<T> Sender<T> {
    /// Attempts to send a value on this channel, returning it back if it could not be sent.
    pub fn send(mut self, t: T) -> Result<(), T> {
        let inner = self.inner.take().unwrap();
        inner.value.set(Some(t));
        match inner.complete() {
            true => Ok(()),
            false => Err(inner.value.take().unwrap()),
        }
    }

    /// Waits for the associated `Receiver` handle to close.
    pub async fn closed(&mut self) {
        poll_fn(|cx| self.poll_closed(cx)).await
    }

    /// Returns `true` if the associated `Receiver` handle has been dropped.
    pub fn is_closed(&self) -> bool {
        self.inner.as_ref().unwrap().closed.get()
    }

    pub fn poll_closed(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let inner = self.inner.as_ref().unwrap();
        if inner.closed.get() {
            return Poll::Ready(());
        }
        inner.sender.register(cx);
        Poll::Pending
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        if let Some(inner) = &self.inner {
            inner.complete();
        }
    }
}

impl<T> Receiver<T> {
    /// Prevents the associated `Sender` handle from sending a value.
    pub fn close(&mut self) {
        if let Some(inner) = &self.inner {
            inner.close();
        }
    }

    /// Checks if this receiver is terminated.
    pub fn is_terminated(&self) -> bool {
        self.inner.is_none()
    }

    /// Checks if a channel is empty.
    pub fn is_empty(&self) -> bool {
        let Some(inner) = &self.inner else {
            return true;
        };
        let value = inner.value.take();
        let empty = value.is_none();
        inner.value.set(value);
        empty
    }

    /// Blocking receive to call outside of asynchronous contexts.
    #[track_caller]
    pub fn blocking_recv(self) -> Result<T, RecvError> {
        block_on(self)
    }

    /// Attempts to receive a value.
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        let Some(inner) = &self.inner else {
            return Err(TryRecvError::Closed);
        };
        if !inner.complete.get() && !inner.closed.get() {
            return Err(TryRecvError::Empty);
        }
        let value = inner.value.take();
        self.inner = None;
        value.ok_or(TryRecvError::Closed)
    }
}

impl<T> Future for Receiver<T> {
    type Output = Result<T, RecvError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let Some(inner) = &self.inner else {
            panic!("called after complete");
        };
        if !inner.complete.get() && !inner.closed.get() {
            inner.receiver.register(cx);
            return Poll::Pending;
        }
        let value = inner.value.take();
        self.inner = None;
        Poll::Ready(value.ok_or(RecvError(())))
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        if let Some(inner) = &self.inner {
            inner.close();
            // A value that nobody has taken ends with the receiver.
            drop(inner.value.take());
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

impl<T: fmt::Debug> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}
