//! Many that read, or one that writes, in the order in which they came.

mod read;
mod write;

use std::cell::UnsafeCell;
use std::fmt;
use std::sync::Arc;

use super::TryLockError;
use super::batch_semaphore::Semaphore;
use super::guard::Permits;
use crate::task::block_on;

pub use self::read::{OwnedRwLockReadGuard, RwLockReadGuard};
pub use self::write::{
    OwnedRwLockMappedWriteGuard, OwnedRwLockWriteGuard, RwLockMappedWriteGuard, RwLockWriteGuard,
};

const MAX_READS: u32 = u32::MAX >> 3;

/// An asynchronous reader-writer lock.
pub struct RwLock<T: ?Sized> {
    /// How many may read at once: who writes takes all of it.
    mr: u32,
    s: Semaphore,
    c: UnsafeCell<T>,
}

unsafe impl<T> Send for RwLock<T> where T: ?Sized + Send {}
unsafe impl<T> Sync for RwLock<T> where T: ?Sized + Send + Sync {}

impl<T: ?Sized> RwLock<T> {
    /// Creates a new instance of an `RwLock<T>` which is unlocked.
    pub fn new(value: T) -> RwLock<T>
    where
        T: Sized,
    {
        RwLock::const_new(value)
    }

    /// Creates a new instance of an `RwLock<T>` which is unlocked and allows a maximum of `max_reads` concurrent readers.
    #[track_caller]
    pub fn with_max_readers(value: T, max_reads: u32) -> RwLock<T>
    where
        T: Sized,
    {
        assert!(
            max_reads <= MAX_READS,
            "a RwLock may not be created with more than {MAX_READS} readers"
        );
        RwLock {
            mr: max_reads,
            s: Semaphore::new(max_reads as usize),
            c: UnsafeCell::new(value),
        }
    }

    /// Creates a new instance of an `RwLock<T>` which is unlocked.
    pub const fn const_new(value: T) -> RwLock<T>
    where
        T: Sized,
    {
        RwLock {
            mr: MAX_READS,
            s: Semaphore::new(MAX_READS as usize),
            c: UnsafeCell::new(value),
        }
    }

    /// Creates a new instance of an `RwLock<T>` which is unlocked and allows a maximum of `max_reads` concurrent readers.
    pub const fn const_with_max_readers(value: T, max_reads: u32) -> RwLock<T>
    where
        T: Sized,
    {
        assert!(max_reads <= MAX_READS);
        RwLock {
            mr: max_reads,
            s: Semaphore::new(max_reads as usize),
            c: UnsafeCell::new(value),
        }
    }

    async fn acquire(&self, permits: u32) {
        self.s
            .acquire(permits as usize)
            .await
            .unwrap_or_else(|_| unreachable!());
    }

    fn try_acquire(&self, permits: u32) -> Result<(), TryLockError> {
        self.s
            .try_acquire(permits as usize)
            .map_err(|_| TryLockError(()))
    }

    /// Locks this `RwLock` with shared read access, causing the current task to yield until the lock has been acquired.
    pub async fn read(&self) -> RwLockReadGuard<'_, T> {
        self.acquire(1).await;
        RwLockReadGuard::of(self)
    }

    /// Blockingly locks this `RwLock` with shared read access.
    #[track_caller]
    pub fn blocking_read(&self) -> RwLockReadGuard<'_, T> {
        block_on(self.read())
    }

    /// Locks this `RwLock` with shared read access, causing the current task to yield until the lock has been acquired.
    pub async fn read_owned(self: Arc<Self>) -> OwnedRwLockReadGuard<T> {
        self.acquire(1).await;
        OwnedRwLockReadGuard::of(self)
    }

    /// Attempts to acquire this `RwLock` with shared read access.
    pub fn try_read(&self) -> Result<RwLockReadGuard<'_, T>, TryLockError> {
        self.try_acquire(1)?;
        Ok(RwLockReadGuard::of(self))
    }

    /// Attempts to acquire this `RwLock` with shared read access.
    pub fn try_read_owned(self: Arc<Self>) -> Result<OwnedRwLockReadGuard<T>, TryLockError> {
        self.try_acquire(1)?;
        Ok(OwnedRwLockReadGuard::of(self))
    }

    /// Locks this `RwLock` with exclusive write access, causing the current task to yield until the lock has been acquired.
    pub async fn write(&self) -> RwLockWriteGuard<'_, T> {
        self.acquire(self.mr).await;
        RwLockWriteGuard::of(self)
    }

    /// Blockingly locks this `RwLock` with exclusive write access.
    #[track_caller]
    pub fn blocking_write(&self) -> RwLockWriteGuard<'_, T> {
        block_on(self.write())
    }

    /// Locks this `RwLock` with exclusive write access, causing the current task to yield until the lock has been acquired.
    pub async fn write_owned(self: Arc<Self>) -> OwnedRwLockWriteGuard<T> {
        self.acquire(self.mr).await;
        OwnedRwLockWriteGuard::of(self)
    }

    /// Attempts to acquire this `RwLock` with exclusive write access.
    pub fn try_write(&self) -> Result<RwLockWriteGuard<'_, T>, TryLockError> {
        self.try_acquire(self.mr)?;
        Ok(RwLockWriteGuard::of(self))
    }

    /// Attempts to acquire this `RwLock` with exclusive write access.
    pub fn try_write_owned(self: Arc<Self>) -> Result<OwnedRwLockWriteGuard<T>, TryLockError> {
        self.try_acquire(self.mr)?;
        Ok(OwnedRwLockWriteGuard::of(self))
    }

    /// Returns a mutable reference to the underlying data.
    pub fn get_mut(&mut self) -> &mut T {
        self.c.get_mut()
    }

    /// Consumes the lock, returning the underlying data.
    pub fn into_inner(self) -> T
    where
        T: Sized,
    {
        self.c.into_inner()
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(s: T) -> Self {
        Self::new(s)
    }
}

impl<T: Default> Default for RwLock<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("RwLock");
        match self.try_read() {
            Ok(inner) => d.field("data", &&*inner),
            Err(_) => d.field("data", &format_args!("<locked>")),
        };
        d.finish()
    }
}

impl<T: ?Sized> Permits for Arc<RwLock<T>> {
    fn semaphore(&self) -> &Semaphore {
        &self.s
    }
}
