//! The event loop.

use crate::runtime::Runtime;

/// The event loop that runs on this thread.
#[derive(Debug)]
pub struct Handle;

impl Handle {
    /// The loop that polls the caller, or an error where none does.
    pub fn try_current() -> Result<Handle, TryCurrentError> {
        Runtime::current().map(|_| Handle).ok_or(TryCurrentError)
    }
}

/// There is no loop on this thread.
#[derive(Debug)]
pub struct TryCurrentError;
