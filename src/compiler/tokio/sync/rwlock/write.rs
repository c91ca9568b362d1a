//! Guards of those that write.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use super::{OwnedRwLockReadGuard, RwLock, RwLockReadGuard};
use crate::sync::batch_semaphore::Semaphore;
use crate::sync::guard::{Held, guard, map};

/// RAII structure used to release the exclusive write access of a lock when dropped.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    held: Held<&'a Semaphore>,
    data: *mut T,
}

unsafe impl<T> Send for RwLockWriteGuard<'_, T> where T: ?Sized + Send + Sync {}
unsafe impl<T> Sync for RwLockWriteGuard<'_, T> where T: ?Sized + Send + Sync {}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    pub(super) fn of(lock: &'a RwLock<T>) -> Self {
        RwLockWriteGuard {
            held: Held::new(&lock.s, lock.mr as usize),
            data: lock.c.get(),
        }
    }

    map!(mut T => RwLockMappedWriteGuard<'a, V>);
    map!(downgrade T => RwLockReadGuard<'a, V>);

    /// Converts this into a guard that may be of a component.
    pub fn into_mapped(this: Self) -> RwLockMappedWriteGuard<'a, T> {
        RwLockMappedWriteGuard::new(this.held, this.data)
    }

    /// Atomically downgrades a write lock into a read lock.
    pub fn downgrade(self) -> RwLockReadGuard<'a, T> {
        RwLockReadGuard::new(self.held.downgrade(), self.data)
    }
}

/// Owned RAII structure used to release the exclusive write access of a lock when dropped.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct OwnedRwLockWriteGuard<T: ?Sized> {
    held: Held<Arc<RwLock<T>>>,
    data: *mut T,
}

unsafe impl<T> Send for OwnedRwLockWriteGuard<T> where T: ?Sized + Send + Sync {}
unsafe impl<T> Sync for OwnedRwLockWriteGuard<T> where T: ?Sized + Send + Sync {}

impl<T: ?Sized> OwnedRwLockWriteGuard<T> {
    pub(super) fn of(lock: Arc<RwLock<T>>) -> Self {
        let data = lock.c.get();
        let permits = lock.mr as usize;
        let held = Held::new(lock, permits);
        OwnedRwLockWriteGuard { held, data }
    }

    map!(mut T => OwnedRwLockMappedWriteGuard<T, V>);
    map!(downgrade T => OwnedRwLockReadGuard<T, V>);

    /// Converts this into a guard that may be of a component.
    pub fn into_mapped(this: Self) -> OwnedRwLockMappedWriteGuard<T> {
        OwnedRwLockMappedWriteGuard::new(this.held, this.data)
    }

    /// Atomically downgrades a write lock into a read lock.
    pub fn downgrade(self) -> OwnedRwLockReadGuard<T> {
        OwnedRwLockReadGuard::new(self.held.downgrade(), self.data)
    }

    /// Returns a reference to the original `Arc<RwLock>`.
    pub fn rwlock(this: &Self) -> &Arc<RwLock<T>> {
        &this.held.of
    }
}

/// RAII structure used to release the exclusive write access of a lock, to a component of its data, when dropped.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockMappedWriteGuard<'a, T: ?Sized> {
    held: Held<&'a Semaphore>,
    data: *mut T,
}

unsafe impl<T> Send for RwLockMappedWriteGuard<'_, T> where T: ?Sized + Send + Sync {}
unsafe impl<T> Sync for RwLockMappedWriteGuard<'_, T> where T: ?Sized + Send + Sync {}

impl<'a, T: ?Sized> RwLockMappedWriteGuard<'a, T> {
    fn new(held: Held<&'a Semaphore>, data: *mut T) -> Self {
        RwLockMappedWriteGuard { held, data }
    }

    map!(mut T => RwLockMappedWriteGuard<'a, V>);
}

/// Owned RAII structure used to release the exclusive write access of a lock, to a component of its data, when dropped.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct OwnedRwLockMappedWriteGuard<T: ?Sized, U: ?Sized = T> {
    held: Held<Arc<RwLock<T>>>,
    data: *mut U,
}

unsafe impl<T, U> Send for OwnedRwLockMappedWriteGuard<T, U>
where
    T: ?Sized + Send + Sync,
    U: ?Sized + Send + Sync,
{
}
unsafe impl<T, U> Sync for OwnedRwLockMappedWriteGuard<T, U>
where
    T: ?Sized + Send + Sync,
    U: ?Sized + Send + Sync,
{
}

impl<T: ?Sized, U: ?Sized> OwnedRwLockMappedWriteGuard<T, U> {
    fn new(held: Held<Arc<RwLock<T>>>, data: *mut U) -> Self {
        OwnedRwLockMappedWriteGuard { held, data }
    }

    map!(mut U => OwnedRwLockMappedWriteGuard<T, V>);

    /// Returns a reference to the original `Arc<RwLock>`.
    pub fn rwlock(this: &Self) -> &Arc<RwLock<T>> {
        &this.held.of
    }
}

guard!([T: ?Sized] mut RwLockWriteGuard<'_, T>, T);
guard!([T: ?Sized] mut OwnedRwLockWriteGuard<T>, T);
guard!([T: ?Sized] mut RwLockMappedWriteGuard<'_, T>, T);
guard!([T: ?Sized, U: ?Sized] mut OwnedRwLockMappedWriteGuard<T, U>, U);
