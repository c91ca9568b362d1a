//! The run that a program is part of.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::intrinsics;

use crate::task::JoinHandle;

/// The run: there is one, which has begun before the program does.
#[derive(Debug, Clone)]
pub struct Handle {
    _private: (),
}

impl Handle {
    #[track_caller]
    pub fn current() -> Self {
        match Handle::try_current() {
            Ok(handle) => handle,
            Err(error) => panic!("{}", error),
        }
    }

    pub fn try_current() -> Result<Self, TryCurrentError> {
        match intrinsics::entered() {
            true => Ok(Handle { _private: () }),
            false => Err(TryCurrentError { _private: () }),
        }
    }

    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        crate::task::spawn(future)
    }

    #[track_caller]
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        crate::task::spawn_blocking(func)
    }

    /// As in tokio, a thread that polls tasks must not wait for one.
    #[track_caller]
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        panic!(
            "Cannot start a runtime from within a runtime. This happens because a function (like `block_on`) \
            attempted to block the current thread while the thread is being used to drive asynchronous tasks."
        )
    }
}

#[derive(Debug)]
pub struct TryCurrentError {
    _private: (),
}

impl fmt::Display for TryCurrentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "there is no reactor running, must be called from the context of a Tokio 1.x runtime",
        )
    }
}

impl Error for TryCurrentError {}
