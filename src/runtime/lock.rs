//! A lock that tasks wait for: tokio's, which tells of who keeps it from others and could perhaps do without.
//!
//! `held.rs` says when. `RwLock` is tokio's as it is, and not watched: most hold it to read, which keeps it from no other
//! reader.

use std::cell::Cell;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::PoisonError;
use std::thread::panicking;
use std::time::Duration;

use tokio::sync;

use super::Context;
use super::held::{Hold, Lock, Moment, Wait};
use crate::trace::Event;

impl Context {
    /// The lane has held a lock since then, on the program's clock, and others wait for it. Gives the lock's number,
    /// which is 0 before it has one.
    pub(crate) fn held_lock(&self, lock: u32, since: Duration) -> u32 {
        let lock = match lock {
            0 => self.runtime.trace(|trace| trace.len()) as u32,
            known => known,
        };
        let lasted = self.lasted(since);
        self.tell(Event::LockHeld { lock, lasted });
        lock
    }

    /// The lane has waited for a lock since then, which was held so.
    pub(crate) fn waited_for_lock(&self, lock: u32, since: Duration) {
        let lasted = self.lasted(since);
        self.tell(Event::LockWait { lock, lasted });
    }

    fn lasted(&self, since: Duration) -> Duration {
        let program = self.runtime.program_now().saturating_sub(since);
        self.runtime.speed().wall(program).min(self.runtime.now())
    }

    fn tell(&self, event: Event) {
        if self.runtime.trace(|trace| trace.allows(self.lane, &event)) {
            self.runtime.record(self.lane, event);
        }
    }
}

/// tokio's `Mutex`.
pub struct Mutex<T> {
    watched: Watched,
    lock: sync::Mutex<T>,
}

/// What is known of it.
struct Watched(std::sync::Mutex<Lock>);

impl Watched {
    fn lock(&self) -> std::sync::MutexGuard<'_, Lock> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Somebody waits, until what is returned is dropped.
    fn wait(&self) -> Waiting<'_> {
        Waiting {
            wait: self.lock().wait(moment().at),
            watched: self,
        }
    }
}

impl<T: Default> Default for Mutex<T> {
    fn default() -> Self {
        Mutex::new(T::default())
    }
}

impl<T> Mutex<T> {
    /// A lock that is free.
    pub fn new(value: T) -> Self {
        Mutex {
            watched: Watched(std::sync::Mutex::new(Lock::new())),
            lock: sync::Mutex::new(value),
        }
    }

    /// Waits until it is this one's turn.
    pub async fn lock(&self) -> MutexGuard<'_, T> {
        let guard = match self.lock.try_lock() {
            Ok(guard) => guard,
            Err(_) => {
                let _waiting = self.watched.wait();
                self.lock.lock().await
            }
        };
        MutexGuard {
            hold: Cell::new(Hold::new(moment())),
            watched: &self.watched,
            guard,
        }
    }

    /// What it guards.
    pub fn into_inner(self) -> T {
        self.lock.into_inner()
    }
}

/// One that waits, until this is dropped.
struct Waiting<'a> {
    watched: &'a Watched,
    wait: Wait,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut lock = self.watched.lock();
        if let Some(since) = lock.waited(&self.wait)
            && let Some(context) = Context::current()
        {
            context.waited_for_lock(lock.number, Duration::from_nanos(since));
        }
    }
}

/// tokio's `MutexGuard`.
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T> {
    hold: Cell<Hold>,
    watched: &'a Watched,
    guard: sync::MutexGuard<'a, T>,
}

impl<T> MutexGuard<'_, T> {
    /// What it guards is used.
    fn touch(&self) {
        self.tell(Lock::used);
    }

    /// Tells since when the lock was kept, if it was.
    fn tell(&self, kept: impl FnOnce(&mut Lock, &mut Hold, Moment) -> Option<u64>) {
        let (mut lock, mut hold) = (self.watched.lock(), self.hold.get());
        let kept = kept(&mut lock, &mut hold, moment());
        self.hold.set(hold);
        if let Some(since) = kept
            && let Some(context) = Context::current()
        {
            lock.number = context.held_lock(lock.number, Duration::from_nanos(since));
        }
    }
}

impl<T> Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.touch();
        &self.guard
    }
}

impl<T> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.touch();
        &mut self.guard
    }
}

impl<T: fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// Before the lock is free: who waits is woken after what is told. A panic says nothing of what would have come.
impl<T> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        if !panicking() {
            self.tell(|lock, hold, now| lock.freed(hold, now));
        }
    }
}

fn moment() -> Moment {
    match Context::current() {
        Some(Context { runtime, lane }) => Moment {
            at: runtime.program_now().as_nanos() as u64,
            lane: lane.0,
            timeouts: runtime.elapsed_timeouts(),
        },
        None => Moment::OUTSIDE,
    }
}
