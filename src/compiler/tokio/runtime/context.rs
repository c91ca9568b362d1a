//! Where a program stands: a plain `main` is in a runtime only if it has entered one.

use std::intrinsics;
use std::marker::PhantomData;
use std::start::IS_PLAIN;

use super::{Handle, TryCurrentError};

/// The handles that were entered, the last of them last.
static mut ENTERED: Vec<Handle> = Vec::new();

/// Whether a plain `main` waits for a future now, so that tasks run.
static mut DRIVEN: bool = false;

/// The runtime that it is in.
pub(super) fn current() -> Result<Handle, TryCurrentError> {
    let entered = unsafe { (*(&raw const ENTERED)).last().cloned() };
    match entered {
        Some(handle) => Ok(handle),
        None if intrinsics::entered() && !unsafe { IS_PLAIN } => Ok(Handle::of_run()),
        None => Err(TryCurrentError::new()),
    }
}

/// Panics if it is in no runtime.
#[track_caller]
pub(crate) fn expect_entered() {
    Handle::current();
}

/// Panics if it is in no runtime, or in one that has no timers.
#[track_caller]
pub(crate) fn expect_timers() {
    if !Handle::current().has_timers() {
        panic!(
            "A Tokio 1.x context was found, but timers are disabled. Call `enable_time` on the runtime builder to \
            enable timers."
        );
    }
}

/// Whether tasks are polled, so that nothing here may wait.
pub(crate) fn is_asynchronous() -> bool {
    unsafe { !IS_PLAIN || DRIVEN }
}

/// Runtime context guard.
#[must_use = "Creating and dropping a guard does nothing"]
#[derive(Debug)]
pub struct EnterGuard<'a> {
    /// How many were entered before.
    depth: usize,
    _handle: PhantomData<&'a Handle>,
}

impl<'a> EnterGuard<'a> {
    pub(super) fn new(handle: &'a Handle) -> Self {
        let entered = unsafe { &mut *(&raw mut ENTERED) };
        entered.push(handle.clone());
        EnterGuard {
            depth: entered.len() - 1,
            _handle: PhantomData,
        }
    }
}

impl Drop for EnterGuard<'_> {
    fn drop(&mut self) {
        let entered = unsafe { &mut *(&raw mut ENTERED) };
        if entered.len() == self.depth + 1 {
            entered.pop();
        } else if !std::thread::panicking() {
            panic!(
                "`EnterGuard` values dropped out of order. Guards returned by `tokio::runtime::Handle::enter()` must \
                be dropped in the reverse order as they were acquired."
            );
        }
    }
}

/// A plain `main` waits for a future, until it is dropped.
pub(super) struct Driving<'a> {
    _entered: EnterGuard<'a>,
}

impl<'a> Driving<'a> {
    pub(super) fn new(handle: &'a Handle) -> Self {
        unsafe { DRIVEN = true };
        Driving {
            _entered: EnterGuard::new(handle),
        }
    }
}

impl Drop for Driving<'_> {
    fn drop(&mut self) {
        unsafe { DRIVEN = false };
    }
}
