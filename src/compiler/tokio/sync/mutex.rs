//! One at a time, in the order in which they came.

use std::cell::UnsafeCell;
use std::error::Error;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use super::batch_semaphore::Semaphore;
use super::guard::{Held, Permits, guard, map};
use super::watched::{Guarded, Watched};
use crate::task::block_on;

/// An asynchronous `Mutex`-like type.
pub struct Mutex<T: ?Sized> {
    s: Semaphore,
    watched: Watched,
    c: UnsafeCell<T>,
}

unsafe impl<T> Send for Mutex<T> where T: ?Sized + Send {}
unsafe impl<T> Sync for Mutex<T> where T: ?Sized + Send {}

/// Error returned from the `Mutex::try_lock`, `RwLock::try_read` and `RwLock::try_write` functions.
#[derive(Debug)]
pub struct TryLockError(pub(super) ());

impl fmt::Display for TryLockError {
    fn fmt(&self, fmt: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(fmt, "operation would block")
    }
}

impl Error for TryLockError {}

impl<T: ?Sized> Mutex<T> {
    /// Creates a new lock in an unlocked state ready for use.
    pub fn new(t: T) -> Self
    where
        T: Sized,
    {
        Self {
            s: Semaphore::new(1),
            watched: Watched::new(),
            c: UnsafeCell::new(t),
        }
    }

    /// Creates a new lock in an unlocked state ready for use.
    pub const fn const_new(t: T) -> Self
    where
        T: Sized,
    {
        Self {
            s: Semaphore::new(1),
            watched: Watched::new(),
            c: UnsafeCell::new(t),
        }
    }

    /// Locks this mutex, causing the current task to yield until the lock has been acquired.
    pub async fn lock(&self) -> MutexGuard<'_, T> {
        self.acquire().await;
        MutexGuard::new(self)
    }

    /// Blockingly locks this `Mutex`.
    #[track_caller]
    pub fn blocking_lock(&self) -> MutexGuard<'_, T> {
        block_on(self.lock())
    }

    /// Blockingly locks this `Mutex`; the guard is of its own.
    #[track_caller]
    pub fn blocking_lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> {
        block_on(self.lock_owned())
    }

    /// Locks this mutex; the guard holds the `Arc`.
    pub async fn lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> {
        self.acquire().await;
        OwnedMutexGuard::new(self)
    }

    async fn acquire(&self) {
        if self.s.try_acquire(1).is_ok() {
            return;
        }
        let _waiting = self.watched.wait();
        self.s.acquire(1).await.unwrap_or_else(|_| unreachable!());
    }

    /// Attempts to acquire the lock.
    pub fn try_lock(&self) -> Result<MutexGuard<'_, T>, TryLockError> {
        match self.s.try_acquire(1) {
            Ok(()) => Ok(MutexGuard::new(self)),
            Err(_) => Err(TryLockError(())),
        }
    }

    /// Returns a mutable reference to the underlying data.
    pub fn get_mut(&mut self) -> &mut T {
        self.c.get_mut()
    }

    /// Attempts to acquire the lock; the guard holds the `Arc`.
    pub fn try_lock_owned(self: Arc<Self>) -> Result<OwnedMutexGuard<T>, TryLockError> {
        match self.s.try_acquire(1) {
            Ok(()) => Ok(OwnedMutexGuard::new(self)),
            Err(_) => Err(TryLockError(())),
        }
    }

    /// Consumes the mutex, returning the underlying data.
    pub fn into_inner(self) -> T
    where
        T: Sized,
    {
        self.c.into_inner()
    }
}

impl<T> From<T> for Mutex<T> {
    fn from(s: T) -> Self {
        Self::new(s)
    }
}

impl<T: Default> Default for Mutex<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("Mutex");
        match self.try_lock() {
            Ok(inner) => d.field("data", &&*inner),
            Err(_) => d.field("data", &format_args!("<locked>")),
        };
        d.finish()
    }
}

impl<T: ?Sized> Permits for Arc<Mutex<T>> {
    fn semaphore(&self) -> &Semaphore {
        &self.s
    }
}

/// A handle to a held `Mutex`.
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized> {
    lock: &'a Mutex<T>,
    data: Guarded<T>,
    held: Held<&'a Semaphore>,
}

unsafe impl<T> Send for MutexGuard<'_, T> where T: ?Sized + Send {}
unsafe impl<T> Sync for MutexGuard<'_, T> where T: ?Sized + Send + Sync {}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    fn new(lock: &'a Mutex<T>) -> Self {
        MutexGuard {
            lock,
            data: Guarded::new(&lock.watched, lock.c.get()),
            held: Held::new(&lock.s, 1),
        }
    }

    map!(mut T => MappedMutexGuard<'a, V>);

    /// Returns a reference to the original `Mutex`.
    pub fn mutex(this: &Self) -> &'a Mutex<T> {
        this.lock
    }
}

/// An owned handle to a held `Mutex`.
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct OwnedMutexGuard<T: ?Sized> {
    data: Guarded<T>,
    held: Held<Arc<Mutex<T>>>,
}

unsafe impl<T> Send for OwnedMutexGuard<T> where T: ?Sized + Send {}
unsafe impl<T> Sync for OwnedMutexGuard<T> where T: ?Sized + Send + Sync {}

impl<T: ?Sized> OwnedMutexGuard<T> {
    fn new(lock: Arc<Mutex<T>>) -> Self {
        let data = Guarded::new(&lock.watched, lock.c.get());
        let held = Held::new(lock, 1);
        OwnedMutexGuard { held, data }
    }

    map!(mut T => OwnedMappedMutexGuard<T, V>);

    /// Returns a reference to the original `Arc<Mutex>`.
    pub fn mutex(this: &Self) -> &Arc<Mutex<T>> {
        &this.held.of
    }
}

/// A handle to a held `Mutex` that has had a function applied to it.
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MappedMutexGuard<'a, T: ?Sized> {
    held: Held<&'a Semaphore>,
    data: *mut T,
}

unsafe impl<T> Sync for MappedMutexGuard<'_, T> where T: ?Sized + Sync {}
unsafe impl<T> Send for MappedMutexGuard<'_, T> where T: ?Sized + Send {}

impl<'a, T: ?Sized> MappedMutexGuard<'a, T> {
    fn new(held: Held<&'a Semaphore>, data: *mut T) -> Self {
        MappedMutexGuard { held, data }
    }

    map!(mut T => MappedMutexGuard<'a, V>);
}

/// An owned handle to a held `Mutex` that has had a function applied to it.
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct OwnedMappedMutexGuard<T: ?Sized, U: ?Sized = T> {
    held: Held<Arc<Mutex<T>>>,
    data: *mut U,
}

unsafe impl<T, U> Sync for OwnedMappedMutexGuard<T, U>
where
    T: ?Sized + Send + Sync,
    U: ?Sized + Send + Sync,
{
}
unsafe impl<T, U> Send for OwnedMappedMutexGuard<T, U>
where
    T: ?Sized + Send,
    U: ?Sized + Send,
{
}

impl<T: ?Sized, U: ?Sized> OwnedMappedMutexGuard<T, U> {
    fn new(held: Held<Arc<Mutex<T>>>, data: *mut U) -> Self {
        OwnedMappedMutexGuard { held, data }
    }

    map!(mut U => OwnedMappedMutexGuard<T, V>);
}

guard!([T: ?Sized] mut MutexGuard<'_, T>, T);
guard!([T: ?Sized] mut OwnedMutexGuard<T>, T);
guard!([T: ?Sized] mut MappedMutexGuard<'_, T>, T);
guard!([T: ?Sized, U: ?Sized] mut OwnedMappedMutexGuard<T, U>, U);
