//! Why a task has no result.

use std::any::Any;
use std::fmt;

use crate::trace::TaskId;

/// Why a task has no result: it was cancelled, or it panicked.
pub struct JoinError {
    task: TaskId,
    panic: Option<Box<dyn Any + Send>>,
}

impl JoinError {
    pub(super) fn cancelled(task: TaskId) -> Self {
        JoinError { task, panic: None }
    }

    pub(super) fn panicked(task: TaskId, payload: Box<dyn Any + Send>) -> Self {
        let panic = Some(payload);
        JoinError { task, panic }
    }

    /// Whether the task was aborted, or its run ended.
    pub fn is_cancelled(&self) -> bool {
        self.panic.is_none()
    }

    /// Whether the task panicked.
    pub fn is_panic(&self) -> bool {
        self.panic.is_some()
    }

    /// What the task panicked with.
    ///
    /// Panics if the task was cancelled.
    pub fn into_panic(self) -> Box<dyn Any + Send> {
        self.panic
            .expect("the task was cancelled, it did not panic")
    }

    pub(super) fn message(&self) -> &str {
        match &self.panic {
            None => "cancelled",
            Some(payload) => panic_message(&**payload),
        }
    }
}

/// What a panic said.
pub fn panic_message(payload: &(dyn Any + Send)) -> &str {
    match (
        payload.downcast_ref::<String>(),
        payload.downcast_ref::<&str>(),
    ) {
        (Some(message), _) => message,
        (None, Some(message)) => message,
        (None, None) => "a panic without a message",
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.task.0;
        match &self.panic {
            None => write!(f, "task {id} was cancelled"),
            Some(_) => write!(f, "task {id} panicked with message {:?}", self.message()),
        }
    }
}

impl fmt::Debug for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JoinError({self})")
    }
}

impl std::error::Error for JoinError {}
