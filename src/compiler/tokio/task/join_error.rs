//! Why a task has no result.

use std::any::Any;
use std::error::Error;
use std::fmt;
use std::io;

use super::Id;

/// Task failed to execute to completion.
pub struct JoinError {
    id: Id,
    /// What the task said when it panicked.
    panic: Option<Box<dyn Any + Send + 'static>>,
}

impl JoinError {
    pub(super) fn cancelled(id: Id) -> JoinError {
        JoinError { id, panic: None }
    }

    pub(super) fn panicked(id: Id, payload: Box<dyn Any + Send + 'static>) -> JoinError {
        JoinError {
            id,
            panic: Some(payload),
        }
    }

    /// Returns true if the error was caused by the task being cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.panic.is_none()
    }

    /// Returns true if the error was caused by the task panicking.
    pub fn is_panic(&self) -> bool {
        self.panic.is_some()
    }

    /// Consumes the join error, returning the object with which the task panicked.
    #[track_caller]
    pub fn into_panic(self) -> Box<dyn Any + Send + 'static> {
        self.try_into_panic()
            .expect("`JoinError` reason is not a panic.")
    }

    /// Consumes the join error, returning the object with which the task panicked if the task terminated due to a panic.
    pub fn try_into_panic(self) -> Result<Box<dyn Any + Send + 'static>, JoinError> {
        let JoinError { id, panic } = self;
        panic.ok_or(JoinError { id, panic: None })
    }

    /// Returns a [task ID] that identifies the task which errored relative to other currently spawned tasks.
    pub fn id(&self) -> Id {
        self.id
    }

    fn text(&self) -> Option<&str> {
        let payload = self.panic.as_ref()?;
        if let Some(text) = payload.downcast_ref::<String>() {
            return Some(text);
        }
        payload.downcast_ref::<&'static str>().copied()
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.is_panic(), self.text()) {
            (false, _) => write!(f, "task {} was cancelled", self.id),
            (true, Some(text)) => write!(f, "task {} panicked with message {:?}", self.id, text),
            (true, None) => write!(f, "task {} panicked", self.id),
        }
    }
}

impl fmt::Debug for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.is_panic(), self.text()) {
            (false, _) => write!(f, "JoinError::Cancelled({:?})", self.id),
            (true, Some(text)) => write!(f, "JoinError::Panic({:?}, {:?}, ...)", self.id, text),
            (true, None) => write!(f, "JoinError::Panic({:?}, ...)", self.id),
        }
    }
}

impl Error for JoinError {}

impl From<JoinError> for io::Error {
    fn from(src: JoinError) -> io::Error {
        io::Error::other(match src.is_panic() {
            true => "task panicked",
            false => "task was cancelled",
        })
    }
}
