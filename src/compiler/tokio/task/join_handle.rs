//! The handle of a task, and where the task leaves its result.

use std::any::Any;
use std::cell::Cell;
use std::fmt;
use std::future::Future;
use std::intrinsics;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::{AbortHandle, Id, JoinError};

/// Where a task leaves its result. All of it is used on one thread.
pub(super) struct Output<T>(Rc<Place<T>>);

struct Place<T> {
    value: Cell<Option<T>>,
    /// Whether the panic that ended the task said a literal.
    literal: Cell<bool>,
}

impl<T> Output<T> {
    pub(super) fn new() -> Self {
        Output(Rc::new(Place {
            value: Cell::new(None),
            literal: Cell::new(false),
        }))
    }

    /// Leaves the result for the handle. If that is gone, so is the result: what its destructor prints is the task's.
    pub(super) fn leave(&self, value: T) {
        if Rc::strong_count(&self.0) > 1 {
            self.0.value.set(Some(value));
        }
    }

    /// The task ends with a panic.
    pub(super) fn panicked(&self) {
        self.0.literal.set(std::panicking::was_literal());
    }
}

impl<T> Clone for Output<T> {
    fn clone(&self) -> Self {
        Output(self.0.clone())
    }
}

/// An owned permission to join on a task (await its termination).
pub struct JoinHandle<T> {
    task: u32,
    output: Output<T>,
    taken: bool,
}

unsafe impl<T: Send> Send for JoinHandle<T> {}
unsafe impl<T: Send> Sync for JoinHandle<T> {}
impl<T> Unpin for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    pub(super) fn new(task: u32, output: Output<T>) -> Self {
        JoinHandle {
            task,
            output,
            taken: false,
        }
    }

    /// Abort the task associated with the handle.
    pub fn abort(&self) {
        intrinsics::join_abort(self.task);
    }

    /// Checks if the task associated with this `JoinHandle` has finished.
    pub fn is_finished(&self) -> bool {
        intrinsics::join_finished(self.task)
    }

    /// Returns a new `AbortHandle` that can be used to remotely abort this task.
    #[must_use = "abort handles do nothing unless `.abort` is called"]
    pub fn abort_handle(&self) -> AbortHandle {
        AbortHandle::new(self.task)
    }

    /// Returns a [task ID] that uniquely identifies this task relative to other currently spawned tasks.
    pub fn id(&self) -> Id {
        Id(intrinsics::join_id(self.task))
    }

    pub(super) fn task(&self) -> u32 {
        self.task
    }

    /// The result of a task that has ended as `how` says.
    pub(super) fn take(&mut self, how: u8) -> Result<T, JoinError> {
        if self.taken {
            panic!("JoinHandle polled after completion");
        }
        self.taken = true;
        match how {
            1 => Ok(self
                .output
                .0
                .value
                .take()
                .expect("a task that has completed leaves its result")),
            2 => Err(JoinError::cancelled(self.id())),
            _ => {
                let text = panic_text(self.task);
                let payload: Box<dyn Any + Send> = match self.output.0.literal.get() {
                    true => Box::new(&*text.leak()),
                    false => Box::new(text),
                };
                Err(JoinError::panicked(self.id(), payload))
            }
        }
    }
}

/// What a task said when it panicked.
fn panic_text(task: u32) -> String {
    let mut room = 256;
    loop {
        let mut bytes: Vec<u8> = Vec::with_capacity(room);
        let length = intrinsics::join_panic_text(task, bytes.as_mut_ptr(), room);
        if length <= room {
            unsafe { bytes.set_len(length) };
            return unsafe { String::from_utf8_unchecked(bytes) };
        }
        room = length;
    }
}

impl<T> Future for JoinHandle<T> {
    type Output = Result<T, JoinError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match intrinsics::join_poll(self.task, cx as *mut Context<'_> as *const ()) {
            0 => Poll::Pending,
            how => Poll::Ready(self.take(how)),
        }
    }
}

impl<T> Drop for JoinHandle<T> {
    fn drop(&mut self) {
        intrinsics::join_drop(self.task);
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle")
            .field("id", &self.id())
            .finish()
    }
}
