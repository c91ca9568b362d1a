//! A value that is watched: whoever looks sees the latest.

use std::cell::Cell;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, RwLock, RwLockReadGuard};

use super::notify::Notify;

pub mod error {
    //! What goes wrong with a watch.

    use std::error::Error;
    use std::fmt;

    /// Error produced when sending a value fails.
    #[derive(PartialEq, Eq, Clone, Copy)]
    pub struct SendError<T>(pub T);

    impl<T> fmt::Debug for SendError<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.debug_struct("SendError").finish_non_exhaustive()
        }
    }

    impl<T> fmt::Display for SendError<T> {
        fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(fmt, "channel closed")
        }
    }

    impl<T> Error for SendError<T> {}

    /// Error produced when receiving a change notification.
    #[derive(Debug, Clone)]
    pub struct RecvError(pub(super) ());

    impl fmt::Display for RecvError {
        fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(fmt, "channel closed")
        }
    }

    impl Error for RecvError {}
}

use self::error::{RecvError, SendError};

struct Shared<T> {
    value: RwLock<T>,
    version: Cell<usize>,
    /// All senders are gone.
    closed: Cell<bool>,
    receivers: Cell<usize>,
    senders: Cell<usize>,
    on_change: Notify,
    on_last_receiver: Notify,
}

unsafe impl<T: Send> Send for Shared<T> {}
unsafe impl<T: Send + Sync> Sync for Shared<T> {}

impl<T> Shared<T> {
    fn read(&self) -> RwLockReadGuard<'_, T> {
        self.value
            .read()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn add_receiver(self: &Arc<Self>, version: usize) -> Receiver<T> {
        self.receivers.set(self.receivers.get() + 1);
        Receiver {
            shared: self.clone(),
            version,
        }
    }
}

/// Sends values to the associated `Receiver`.
pub struct Sender<T> {
    shared: Arc<Shared<T>>,
}

/// Receives values from the associated `Sender`.
pub struct Receiver<T> {
    shared: Arc<Shared<T>>,
    /// The version that it has seen.
    version: usize,
}

/// Returns a reference to the inner value.
pub struct Ref<'a, T> {
    inner: RwLockReadGuard<'a, T>,
    has_changed: bool,
}

impl<T> Ref<'_, T> {
    /// Indicates if the borrowed value is considered as _changed_ since the last time it has been marked as seen.
    pub fn has_changed(&self) -> bool {
        self.has_changed
    }
}

impl<T> Deref for Ref<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &*self.inner
    }
}

impl<T: fmt::Debug> fmt::Debug for Ref<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ref")
            .field("inner", &self.inner)
            .field("has_changed", &self.has_changed)
            .finish()
    }
}

/// Creates a new watch channel, returning the "send" and "receive" handles.
pub fn channel<T>(init: T) -> (Sender<T>, Receiver<T>) {
    let shared = Arc::new(Shared {
        value: RwLock::new(init),
        version: Cell::new(0),
        closed: Cell::new(false),
        receivers: Cell::new(1),
        senders: Cell::new(1),
        on_change: Notify::const_new(),
        on_last_receiver: Notify::const_new(),
    });
    (
        Sender {
            shared: shared.clone(),
        },
        Receiver { shared, version: 0 },
    )
}

impl<T> Receiver<T> {
    /// Checks if the channel has been closed.
    pub fn is_closed(&self) -> bool {
        self.shared.closed.get()
    }

    /// Returns a reference to the most recently sent value.
    pub fn borrow(&self) -> Ref<'_, T> {
        let has_changed = self.version != self.shared.version.get();
        Ref {
            inner: self.shared.read(),
            has_changed,
        }
    }

    /// Returns a reference to the most recently sent value and marks that value as seen.
    pub fn borrow_and_update(&mut self) -> Ref<'_, T> {
        let version = self.shared.version.get();
        let has_changed = self.version != version;
        self.version = version;
        Ref {
            inner: self.shared.read(),
            has_changed,
        }
    }

    /// Checks if this channel contains a message that this receiver has not yet seen.
    pub fn has_changed(&self) -> Result<bool, RecvError> {
        if self.shared.closed.get() {
            return Err(RecvError(()));
        }
        Ok(self.version != self.shared.version.get())
    }

    /// Marks the state as changed.
    pub fn mark_changed(&mut self) {
        self.version = self.version.wrapping_sub(1);
    }

    /// Marks the state as unchanged.
    pub fn mark_unchanged(&mut self) {
        self.version = self.shared.version.get();
    }

    /// Waits for a change notification, then marks the current value as seen.
    pub async fn changed(&mut self) -> Result<(), RecvError> {
        loop {
            let notified = self.shared.on_change.notified();
            let version = self.shared.version.get();
            if self.version != version {
                self.version = version;
                return Ok(());
            }
            if self.shared.closed.get() {
                return Err(RecvError(()));
            }
            notified.await;
        }
    }

    /// Waits for a value that satisfies the provided condition.
    pub async fn wait_for(
        &mut self,
        mut f: impl FnMut(&T) -> bool,
    ) -> Result<Ref<'_, T>, RecvError> {
        let mut closed = false;
        loop {
            let version = self.shared.version.get();
            let has_changed = self.version != version;
            self.version = version;
            if !closed || has_changed {
                if f(&*self.shared.read()) {
                    return Ok(Ref {
                        inner: self.shared.read(),
                        has_changed,
                    });
                }
            }
            if closed {
                return Err(RecvError(()));
            }
            closed = self.changed().await.is_err();
        }
    }

    /// Returns `true` if receivers belong to the same channel.
    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }
}

impl<T> Clone for Receiver<T> {
    fn clone(&self) -> Self {
        self.shared.add_receiver(self.version)
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.shared.receivers.set(self.shared.receivers.get() - 1);
        if self.shared.receivers.get() == 0 {
            self.shared.on_last_receiver.notify_waiters();
        }
    }
}

impl<T> Sender<T> {
    /// Creates the sending-half of the `watch` channel.
    pub fn new(init: T) -> Self {
        channel(init).0
    }

    /// Sends a new value via the channel, notifying all receivers.
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        if self.receiver_count() == 0 {
            return Err(SendError(value));
        }
        self.send_replace(value);
        Ok(())
    }

    /// Modifies the watched value **unconditionally** in-place, notifying all receivers.
    pub fn send_modify<F>(&self, modify: F)
    where
        F: FnOnce(&mut T),
    {
        self.send_if_modified(|value| {
            modify(value);
            true
        });
    }

    /// Modifies the watched value **conditionally** in-place, notifying all receivers only if modified.
    pub fn send_if_modified<F>(&self, modify: F) -> bool
    where
        F: FnOnce(&mut T) -> bool,
    {
        let mut value = self
            .shared
            .value
            .write()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        if !modify(&mut *value) {
            return false;
        }
        self.shared
            .version
            .set(self.shared.version.get().wrapping_add(1));
        drop(value);
        self.shared.on_change.notify_waiters();
        true
    }

    /// Sends a new value via the channel, notifying all receivers and returning the previous value in the channel.
    pub fn send_replace(&self, mut value: T) -> T {
        self.send_modify(|old| std::mem::swap(old, &mut value));
        value
    }

    /// Returns a reference to the most recently sent value
    pub fn borrow(&self) -> Ref<'_, T> {
        Ref {
            inner: self.shared.read(),
            has_changed: false,
        }
    }

    /// Checks if the channel has been closed.
    pub fn is_closed(&self) -> bool {
        self.receiver_count() == 0
    }

    /// Completes when all receivers have dropped.
    pub async fn closed(&self) {
        while self.receiver_count() > 0 {
            self.shared.on_last_receiver.notified().await;
        }
    }

    /// Creates a new `Receiver` connected to this `Sender`.
    pub fn subscribe(&self) -> Receiver<T> {
        self.shared.add_receiver(self.shared.version.get())
    }

    /// Returns the number of receivers that currently exist.
    pub fn receiver_count(&self) -> usize {
        self.shared.receivers.get()
    }

    /// Returns the number of senders that currently exist.
    pub fn sender_count(&self) -> usize {
        self.shared.senders.get()
    }

    /// Returns `true` if senders belong to the same channel.
    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        self.shared.senders.set(self.shared.senders.get() + 1);
        Sender {
            shared: self.shared.clone(),
        }
    }
}

impl<T: Default> Default for Sender<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.shared.senders.set(self.shared.senders.get() - 1);
        if self.shared.senders.get() == 0 {
            self.shared.closed.set(true);
            self.shared.on_change.notify_waiters();
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
