//! What a mutex guards, which knows who keeps it from others: `held.rs` says what is told of that. An `RwLock` is not
//! watched: most hold it to read, which keeps it from no other reader.

use std::cell::{Cell, RefCell};
use std::intrinsics;
use std::thread::panicking;

use super::guard::Data;
use super::held::{Hold, Lock, Moment, Wait};
use crate::time::elapsed_timeouts;

/// What is known of a lock.
pub(super) struct Watched(RefCell<Lock>);

unsafe impl Send for Watched {}
unsafe impl Sync for Watched {}

impl Watched {
    pub(super) const fn new() -> Self {
        Watched(RefCell::new(Lock::new()))
    }

    /// Somebody waits, until what is returned is dropped.
    pub(super) fn wait(&self) -> Waiting<'_> {
        Waiting {
            wait: self.0.borrow_mut().wait(moment().at),
            watched: self,
        }
    }
}

pub(super) struct Waiting<'a> {
    watched: &'a Watched,
    wait: Wait,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut lock = self.watched.0.borrow_mut();
        if let Some(since) = lock.waited(&self.wait)
            && intrinsics::entered()
        {
            intrinsics::lock_wait(lock.number, since);
        }
    }
}

/// A pointer to what a lock guards, of whoever holds the lock. It is dropped before the lock is free.
pub(super) struct Guarded<T: ?Sized> {
    watched: *const Watched,
    data: *mut T,
    hold: Cell<Hold>,
}

impl<T: ?Sized> Guarded<T> {
    pub(super) fn new(watched: &Watched, data: *mut T) -> Self {
        Guarded {
            watched,
            data,
            hold: Cell::new(Hold::new(moment())),
        }
    }

    /// Tells since when the lock was kept, if it was.
    fn tell(&self, kept: impl FnOnce(&mut Lock, &mut Hold, Moment) -> Option<u64>) {
        let mut lock = unsafe { &*self.watched }.0.borrow_mut();
        let mut hold = self.hold.get();
        let kept = kept(&mut lock, &mut hold, moment());
        self.hold.set(hold);
        if let Some(since) = kept
            && intrinsics::entered()
        {
            lock.number = intrinsics::lock_held(lock.number, since);
        }
    }
}

impl<T: ?Sized> Data<T> for Guarded<T> {
    fn pointer(&self) -> *mut T {
        self.tell(Lock::used);
        self.data
    }
}

/// A panic says nothing of what would have come.
impl<T: ?Sized> Drop for Guarded<T> {
    fn drop(&mut self) {
        if !panicking() {
            self.tell(|lock, hold, now| lock.freed(hold, now));
        }
    }
}

fn moment() -> Moment {
    match intrinsics::entered() {
        true => Moment {
            at: intrinsics::now(),
            lane: intrinsics::lane(),
            timeouts: elapsed_timeouts(),
        },
        false => Moment::OUTSIDE,
    }
}
