//! A cell that is set once, and that can be waited for.

use std::cell::UnsafeCell;
use std::error::Error;
use std::fmt;

use super::Notify;

/// A thread-safe cell that can be written to only once.
pub struct SetOnce<T> {
    value: UnsafeCell<Option<T>>,
    notify: Notify,
}

unsafe impl<T: Send + Sync> Sync for SetOnce<T> {}
unsafe impl<T: Send> Send for SetOnce<T> {}

impl<T> SetOnce<T> {
    /// Creates a new empty `SetOnce` instance.
    pub fn new() -> Self {
        SetOnce::const_new()
    }

    /// Creates a new empty `SetOnce` instance.
    pub const fn const_new() -> Self {
        SetOnce {
            value: UnsafeCell::new(None),
            notify: Notify::const_new(),
        }
    }

    /// Creates a new `SetOnce` that contains the provided value, if any.
    pub fn new_with(value: Option<T>) -> Self {
        match value {
            Some(value) => SetOnce::from(value),
            None => SetOnce::new(),
        }
    }

    /// Creates a new `SetOnce` that contains the provided value.
    pub const fn const_new_with(value: T) -> Self {
        SetOnce {
            value: UnsafeCell::new(Some(value)),
            notify: Notify::const_new(),
        }
    }

    /// Returns `true` if the `SetOnce` currently contains a value, and `false` otherwise.
    pub fn initialized(&self) -> bool {
        self.get().is_some()
    }

    /// Returns a reference to the value currently stored in the `SetOnce`, or `None` if the `SetOnce` is empty.
    pub fn get(&self) -> Option<&T> {
        unsafe { &*self.value.get() }.as_ref()
    }

    /// Sets the value of the `SetOnce` to the given value if the `SetOnce` is empty.
    pub fn set(&self, value: T) -> Result<(), SetOnceError<T>> {
        if self.initialized() {
            return Err(SetOnceError(value));
        }
        unsafe { *self.value.get() = Some(value) };
        self.notify.notify_waiters();
        Ok(())
    }

    /// Takes the value from the cell, destroying the cell in the process.
    pub fn into_inner(self) -> Option<T> {
        self.value.into_inner()
    }

    /// Waits until set is called.
    pub async fn wait(&self) -> &T {
        loop {
            if let Some(value) = self.get() {
                return value;
            }
            self.notify.notified().await;
        }
    }
}

impl<T> Default for SetOnce<T> {
    fn default() -> SetOnce<T> {
        SetOnce::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for SetOnce<T> {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt.debug_struct("SetOnce")
            .field("value", &self.get())
            .finish()
    }
}

impl<T: Clone> Clone for SetOnce<T> {
    fn clone(&self) -> SetOnce<T> {
        SetOnce::new_with(self.get().cloned())
    }
}

impl<T: PartialEq> PartialEq for SetOnce<T> {
    fn eq(&self, other: &SetOnce<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for SetOnce<T> {}

impl<T> From<T> for SetOnce<T> {
    fn from(value: T) -> Self {
        SetOnce::const_new_with(value)
    }
}

/// Error that can be returned from [`SetOnce::set`].
#[derive(Debug, PartialEq, Eq)]
pub struct SetOnceError<T>(pub T);

impl<T> fmt::Display for SetOnceError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SetOnceError")
    }
}

impl<T: fmt::Debug> Error for SetOnceError<T> {}
