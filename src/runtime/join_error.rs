//! Why a task has no result.

use std::any::Any;
use std::fmt;

use super::Id;

/// Why a task has no result: it was cancelled, or it panicked.
pub struct JoinError {
    id: Id,
    panic: Option<Box<dyn Any + Send>>,
}

impl JoinError {
    /// Of the task with this number.
    pub(super) fn cancelled(task: u32) -> Self {
        let (id, panic) = (Id(task), None);
        JoinError { id, panic }
    }

    /// Of the task with this number.
    pub(super) fn panicked(task: u32, payload: Box<dyn Any + Send>) -> Self {
        let (id, panic) = (Id(task), Some(payload));
        JoinError { id, panic }
    }

    /// Whether the task was aborted, or its run ended.
    pub fn is_cancelled(&self) -> bool {
        self.panic.is_none()
    }

    /// Whether the task panicked: while it was polled, or while it was dropped.
    pub fn is_panic(&self) -> bool {
        self.panic.is_some()
    }

    /// What the task panicked with.
    ///
    /// Panics if the task was cancelled.
    #[track_caller]
    pub fn into_panic(self) -> Box<dyn Any + Send> {
        self.try_into_panic()
            .expect("`JoinError` reason is not a panic.")
    }

    /// What the task panicked with, or this error again if it was cancelled.
    pub fn try_into_panic(self) -> Result<Box<dyn Any + Send>, JoinError> {
        let JoinError { id, panic } = self;
        panic.ok_or(JoinError { id, panic: None })
    }

    /// Which task it was.
    pub fn id(&self) -> Id {
        self.id
    }

    pub(crate) fn message(&self) -> &str {
        match &self.panic {
            None => "cancelled",
            Some(payload) => panic_message(&**payload),
        }
    }
}

/// What a panic said.
pub fn panic_message(payload: &(dyn Any + Send)) -> &str {
    payload_text(payload).unwrap_or("a panic without a message")
}

/// The text of a panic's payload, where it is one: `panic_any` takes anything.
fn payload_text(payload: &(dyn Any + Send)) -> Option<&str> {
    let formatted = payload.downcast_ref::<String>().map(String::as_str);
    formatted.or_else(|| payload.downcast_ref::<&str>().copied())
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.id;
        match self.panic.as_deref().map(payload_text) {
            None => write!(f, "task {id} was cancelled"),
            Some(None) => write!(f, "task {id} panicked"),
            Some(Some(text)) => write!(f, "task {id} panicked with message {text:?}"),
        }
    }
}

impl fmt::Debug for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.id;
        match self.panic.as_deref().map(payload_text) {
            None => write!(f, "JoinError::Cancelled({id:?})"),
            Some(None) => write!(f, "JoinError::Panic({id:?}, ...)"),
            Some(Some(text)) => write!(f, "JoinError::Panic({id:?}, {text:?}, ...)"),
        }
    }
}

impl std::error::Error for JoinError {}
