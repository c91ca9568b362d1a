//! Variables of a task: each has its value while a future is polled in its scope.

use std::cell::RefCell;
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// A key for task-local data.
pub struct LocalKey<T: 'static> {
    value: RefCell<Option<T>>,
}

/// All tasks are on one thread.
unsafe impl<T> Sync for LocalKey<T> {}

impl<T: 'static> LocalKey<T> {
    #[doc(hidden)]
    pub const fn __new() -> Self {
        LocalKey {
            value: RefCell::new(None),
        }
    }

    /// Sets a value `T` as the task-local value for the future `F`.
    pub fn scope<F>(&'static self, value: T, f: F) -> TaskLocalFuture<T, F>
    where
        F: Future,
    {
        TaskLocalFuture {
            local: self,
            slot: Some(value),
            future: Some(f),
        }
    }

    /// Sets a value `T` as the task-local value for the closure `F`.
    #[track_caller]
    pub fn sync_scope<F, R>(&'static self, value: T, f: F) -> R
    where
        F: FnOnce() -> R,
    {
        let mut slot = Some(value);
        let _entered = Entered::new(self, &mut slot);
        f()
    }

    #[track_caller]
    pub fn with<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        match self.try_with(f) {
            Ok(result) => result,
            Err(_) => panic!("cannot access a task-local storage value without setting it first"),
        }
    }

    pub fn try_with<F, R>(&'static self, f: F) -> Result<R, AccessError>
    where
        F: FnOnce(&T) -> R,
    {
        match &*self.value.borrow() {
            Some(value) => Ok(f(value)),
            None => Err(AccessError { _private: () }),
        }
    }
}

impl<T: Clone + 'static> LocalKey<T> {
    /// Returns a copy of the task-local value if the task-local value implements `Clone`.
    #[track_caller]
    pub fn get(&'static self) -> T {
        self.with(|value| value.clone())
    }
}

/// The value is the variable's as long as this lives; then it goes back to its slot.
struct Entered<'a, T: 'static> {
    local: &'static LocalKey<T>,
    slot: &'a mut Option<T>,
}

impl<'a, T: 'static> Entered<'a, T> {
    fn new(local: &'static LocalKey<T>, slot: &'a mut Option<T>) -> Self {
        std::mem::swap(&mut *local.value.borrow_mut(), slot);
        Entered { local, slot }
    }
}

impl<T: 'static> Drop for Entered<'_, T> {
    fn drop(&mut self) {
        std::mem::swap(&mut *self.local.value.borrow_mut(), self.slot);
    }
}

/// The future of [`LocalKey::scope`].
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct TaskLocalFuture<T: 'static, F> {
    local: &'static LocalKey<T>,
    slot: Option<T>,
    future: Option<F>,
}

impl<T: 'static, F: Future> TaskLocalFuture<T, F> {
    /// Returns the value stored in the task local by this `TaskLocalFuture`.
    pub fn take_value(self: Pin<&mut Self>) -> Option<T> {
        let this = unsafe { self.get_unchecked_mut() };
        this.slot.take()
    }
}

impl<T: 'static, F: Future> Future for TaskLocalFuture<T, F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = unsafe { self.get_unchecked_mut() };
        let _entered = Entered::new(this.local, &mut this.slot);
        let Some(future) = &mut this.future else {
            panic!("`TaskLocalFuture` polled after completion");
        };
        let polled = unsafe { Pin::new_unchecked(future) }.poll(cx);
        if polled.is_ready() {
            this.future = None;
        }
        polled
    }
}

impl<T: 'static, F> Drop for TaskLocalFuture<T, F> {
    fn drop(&mut self) {
        if self.future.is_some() {
            let _entered = Entered::new(self.local, &mut self.slot);
            self.future = None;
        }
    }
}

/// An error returned by `LocalKey::try_with`.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct AccessError {
    _private: (),
}

impl fmt::Debug for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessError").finish()
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt("task-local value not set", f)
    }
}

impl Error for AccessError {}
