//! A run whose program cannot unwind, because a machine runs it: what a panic would do, is told.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Context, Runtime};

/// The task that is polled has panicked: it is dropped when its poll comes back, which it must do now.
pub fn panic_in_task(message: String) {
    Context::expect().runtime.panicked(message);
}

/// What an interpreted program has told its run.
#[derive(Default)]
pub struct Interpreted {
    interpreted: Cell<bool>,
    /// What the poll that goes on has panicked with, or the drop.
    panic: RefCell<Option<String>>,
    /// The limit that has been reached, in words: the poll that goes on is to end.
    limit: RefCell<Option<String>>,
}

impl Runtime {
    /// From now on, nothing of this run is ended by a panic of Rust.
    pub(crate) fn interpret(&self) {
        self.shared.interpreted.interpreted.set(true);
    }

    /// The task that is polled or dropped has panicked with this message, and comes back as if nothing were.
    pub(crate) fn panicked(&self, message: String) {
        self.shared.interpreted.panic.replace(Some(message));
    }

    /// Runs what may panic, in either way.
    pub(super) fn catch<R>(&self, run: impl FnOnce() -> R) -> Result<R, Box<dyn Any + Send>> {
        let caught = catch_unwind(AssertUnwindSafe(run));
        match self.shared.interpreted.panic.take() {
            Some(message) => Err(Box::new(message)),
            None => caught,
        }
    }

    /// Why the poll that goes on is to end, if it is.
    pub(crate) fn exceeded(&self) -> Option<String> {
        self.shared.interpreted.limit.take()
    }

    /// Has an interpreted program end its poll; false if the program is none.
    pub(super) fn exceed(&self, message: &str) -> bool {
        let interpreted = &self.shared.interpreted;
        if interpreted.interpreted.get() {
            interpreted.limit.replace(Some(message.into()));
        }
        interpreted.interpreted.get()
    }
}
