//! A value that one task makes and all of them share.

use std::cell;
use std::error::Error;
use std::fmt;
use std::future::Future;

use super::TryAcquireError;
use super::semaphore::{Semaphore, SemaphorePermit};

/// A thread-safe cell that can be written to only once.
pub struct OnceCell<T> {
    value: cell::OnceCell<T>,
    /// Who holds its permit makes the value; closed when that is there.
    semaphore: Semaphore,
}

unsafe impl<T: Sync + Send> Sync for OnceCell<T> {}
unsafe impl<T: Send> Send for OnceCell<T> {}

impl<T> OnceCell<T> {
    /// Creates a new empty `OnceCell` instance.
    pub fn new() -> Self {
        OnceCell::const_new()
    }

    /// Creates a new empty `OnceCell` instance.
    pub const fn const_new() -> Self {
        OnceCell {
            value: cell::OnceCell::new(),
            semaphore: Semaphore::const_new(1),
        }
    }

    /// Creates a new `OnceCell` that contains the provided value, if any.
    pub fn new_with(value: Option<T>) -> Self {
        match value {
            Some(value) => OnceCell::from(value),
            None => OnceCell::new(),
        }
    }

    /// Creates a new `OnceCell` that contains the provided value.
    pub const fn const_new_with(value: T) -> Self {
        OnceCell {
            value: cell::OnceCell::from(value),
            semaphore: Semaphore::new_closed(),
        }
    }

    /// Returns `true` if the `OnceCell` currently contains a value, and `false` otherwise.
    pub fn initialized(&self) -> bool {
        self.value.get().is_some()
    }

    fn set_value(&self, value: T, permit: SemaphorePermit<'_>) -> &T {
        let value = self.value.get_or_init(|| value);
        self.semaphore.close();
        permit.forget();
        value
    }

    /// Returns a reference to the value currently stored in the `OnceCell`, or `None` if the `OnceCell` is empty.
    pub fn get(&self) -> Option<&T> {
        self.value.get()
    }

    /// Returns a mutable reference to the value currently stored in the `OnceCell`, or `None` if the `OnceCell` is empty.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.get_mut()
    }

    /// Sets the value of the `OnceCell` to the given value if the `OnceCell` is empty.
    pub fn set(&self, value: T) -> Result<(), SetError<T>> {
        match self.semaphore.try_acquire() {
            Ok(permit) => {
                self.set_value(value, permit);
                Ok(())
            }
            Err(TryAcquireError::NoPermits) => Err(SetError::InitializingError(value)),
            Err(TryAcquireError::Closed) => Err(SetError::AlreadyInitializedError(value)),
        }
    }

    /// Gets the value currently in the `OnceCell`, or initialize it with the given asynchronous operation.
    pub async fn get_or_init<F, Fut>(&self, f: F) -> &T
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = T>,
    {
        if let Some(value) = self.value.get() {
            return value;
        }
        match self.semaphore.acquire().await {
            Ok(permit) => {
                let value = f().await;
                self.set_value(value, permit)
            }
            Err(_) => self.value.get().unwrap(),
        }
    }

    /// Gets the value currently in the `OnceCell`, or initialize it with the given asynchronous operation.
    pub async fn get_or_try_init<E, F, Fut>(&self, f: F) -> Result<&T, E>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Result<T, E>>,
    {
        if let Some(value) = self.value.get() {
            return Ok(value);
        }
        match self.semaphore.acquire().await {
            Ok(permit) => {
                let value = f().await?;
                Ok(self.set_value(value, permit))
            }
            Err(_) => Ok(self.value.get().unwrap()),
        }
    }

    /// Takes the value from the cell, destroying the cell in the process.
    pub fn into_inner(self) -> Option<T> {
        self.value.into_inner()
    }

    /// Takes ownership of the current value, leaving the cell empty.
    pub fn take(&mut self) -> Option<T> {
        std::mem::take(self).into_inner()
    }
}

impl<T> Default for OnceCell<T> {
    fn default() -> OnceCell<T> {
        OnceCell::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceCell<T> {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt.debug_struct("OnceCell")
            .field("value", &self.get())
            .finish()
    }
}

impl<T: Clone> Clone for OnceCell<T> {
    fn clone(&self) -> OnceCell<T> {
        OnceCell::new_with(self.get().cloned())
    }
}

impl<T: PartialEq> PartialEq for OnceCell<T> {
    fn eq(&self, other: &OnceCell<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceCell<T> {}

impl<T> From<T> for OnceCell<T> {
    fn from(value: T) -> Self {
        OnceCell::const_new_with(value)
    }
}

/// Errors that can be returned from `OnceCell::set`.
#[derive(Debug, PartialEq, Eq)]
pub enum SetError<T> {
    AlreadyInitializedError(T),
    InitializingError(T),
}

impl<T> fmt::Display for SetError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SetError::AlreadyInitializedError(_) => write!(f, "AlreadyInitializedError"),
            SetError::InitializingError(_) => write!(f, "InitializingError"),
        }
    }
}

impl<T: fmt::Debug> Error for SetError<T> {}

impl<T> SetError<T> {
    /// Whether `SetError` is `SetError::AlreadyInitializedError`.
    pub fn is_already_init_err(&self) -> bool {
        matches!(self, SetError::AlreadyInitializedError(_))
    }

    /// Whether `SetError` is `SetError::InitializingError`
    pub fn is_initializing_err(&self) -> bool {
        matches!(self, SetError::InitializingError(_))
    }
}
