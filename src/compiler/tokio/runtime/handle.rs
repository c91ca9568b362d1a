//! A way to a runtime.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::sync::Arc;

use super::context::{self, Driving, EnterGuard};
use super::id::Id;
use crate::task::{self, JoinHandle};

/// Handle to the runtime.
#[derive(Debug, Clone)]
pub struct Handle {
    id: Id,
    flavor: RuntimeFlavor,
    timers: bool,
    name: Option<Arc<str>>,
}

/// The flavor of a `Runtime`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuntimeFlavor {
    /// The flavor that executes all tasks on the current thread.
    CurrentThread,
    /// The flavor that executes tasks across multiple threads.
    MultiThread,
}

impl Handle {
    pub(super) fn new(flavor: RuntimeFlavor, timers: bool, name: Option<Arc<str>>) -> Self {
        Handle {
            id: Id::next(),
            flavor,
            timers,
            name,
        }
    }

    /// Of what an async `main` runs on.
    pub(super) fn of_run() -> Self {
        Handle {
            id: Id(1),
            flavor: RuntimeFlavor::CurrentThread,
            timers: true,
            name: None,
        }
    }

    pub(super) fn has_timers(&self) -> bool {
        self.timers
    }

    /// Enters the runtime context.
    pub fn enter(&self) -> EnterGuard<'_> {
        EnterGuard::new(self)
    }

    /// Returns a `Handle` view over the currently running `Runtime`.
    #[track_caller]
    pub fn current() -> Self {
        match Handle::try_current() {
            Ok(handle) => handle,
            Err(error) => panic!("{}", error),
        }
    }

    /// Returns a Handle view over the currently running Runtime, or an error if there is none.
    pub fn try_current() -> Result<Self, TryCurrentError> {
        context::current()
    }

    /// Spawns a future onto the Tokio runtime.
    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        let _entered = self.enter();
        task::spawn(future)
    }

    /// Runs the provided function on an executor dedicated to blocking operations.
    #[track_caller]
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        let _entered = self.enter();
        task::spawn_blocking(func)
    }

    /// Runs a future to completion on this `Handle`'s associated `Runtime`.
    #[track_caller]
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        if task::on_thread() {
            return task::block_on(future);
        }
        if !context::is_asynchronous() {
            panic!("the playground knows `block_on` in `main` itself, not in what `main` calls");
        }
        panic!(
            "Cannot start a runtime from within a runtime. This happens because a function (like `block_on`) \
            attempted to block the current thread while the thread is being used to drive asynchronous tasks."
        )
    }

    /// What a plain `main` does instead of `block_on`.
    pub(crate) async fn drive<F: Future>(&self, future: F) -> F::Output {
        let _driving = Driving::new(self);
        future.await
    }

    /// Returns the flavor of the current `Runtime`.
    pub fn runtime_flavor(&self) -> RuntimeFlavor {
        self.flavor
    }

    /// Returns the name of the current `Runtime`.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Returns the `Id` of the current `Runtime`.
    pub fn id(&self) -> Id {
        self.id
    }
}

/// Error returned by `try_current` when no Runtime has been started
#[derive(Debug)]
pub struct TryCurrentError {
    kind: TryCurrentErrorKind,
}

#[derive(Debug)]
enum TryCurrentErrorKind {
    NoContext,
}

impl TryCurrentError {
    pub(super) fn new() -> Self {
        TryCurrentError {
            kind: TryCurrentErrorKind::NoContext,
        }
    }

    /// Returns true if the call failed because there is currently no runtime in the Tokio context.
    pub fn is_missing_context(&self) -> bool {
        true
    }

    /// Returns true if the call failed because the Tokio context thread-local had been destroyed.
    pub fn is_thread_local_destroyed(&self) -> bool {
        false
    }
}

impl fmt::Display for TryCurrentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "there is no reactor running, must be called from the context of a Tokio 1.x runtime",
        )
    }
}

impl Error for TryCurrentError {}
