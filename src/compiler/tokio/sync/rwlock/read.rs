//! Guards of those that read.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use super::RwLock;
use crate::sync::batch_semaphore::Semaphore;
use crate::sync::guard::{Held, guard, map};

/// RAII structure used to release the shared read access of a lock when dropped.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized> {
    held: Held<&'a Semaphore>,
    data: *mut T,
}

unsafe impl<T> Send for RwLockReadGuard<'_, T> where T: ?Sized + Sync {}
unsafe impl<T> Sync for RwLockReadGuard<'_, T> where T: ?Sized + Send + Sync {}

impl<'a, T: ?Sized> RwLockReadGuard<'a, T> {
    pub(super) fn of(lock: &'a RwLock<T>) -> Self {
        RwLockReadGuard::new(Held::new(&lock.s, 1), lock.c.get())
    }

    pub(super) fn new(held: Held<&'a Semaphore>, data: *mut T) -> Self {
        RwLockReadGuard { held, data }
    }

    map!(T => RwLockReadGuard<'a, V>);
}

/// Owned RAII structure used to release the shared read access of a lock when dropped.
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct OwnedRwLockReadGuard<T: ?Sized, U: ?Sized = T> {
    held: Held<Arc<RwLock<T>>>,
    data: *mut U,
}

unsafe impl<T, U> Send for OwnedRwLockReadGuard<T, U>
where
    T: ?Sized + Send + Sync,
    U: ?Sized + Sync,
{
}
unsafe impl<T, U> Sync for OwnedRwLockReadGuard<T, U>
where
    T: ?Sized + Send + Sync,
    U: ?Sized + Send + Sync,
{
}

impl<T: ?Sized> OwnedRwLockReadGuard<T> {
    pub(super) fn of(lock: Arc<RwLock<T>>) -> Self {
        let data = lock.c.get();
        OwnedRwLockReadGuard::new(Held::new(lock, 1), data)
    }
}

impl<T: ?Sized, U: ?Sized> OwnedRwLockReadGuard<T, U> {
    pub(super) fn new(held: Held<Arc<RwLock<T>>>, data: *mut U) -> Self {
        OwnedRwLockReadGuard { held, data }
    }

    map!(U => OwnedRwLockReadGuard<T, V>);

    /// Returns a reference to the original `Arc<RwLock>`.
    pub fn rwlock(this: &Self) -> &Arc<RwLock<T>> {
        &this.held.of
    }
}

guard!([T: ?Sized] RwLockReadGuard<'_, T>, T);
guard!([T: ?Sized, U: ?Sized] OwnedRwLockReadGuard<T, U>, U);
