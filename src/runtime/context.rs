//! What is being polled on this thread.

use std::cell::RefCell;

use super::Runtime;
use crate::trace::TaskId;

thread_local! {
    static CONTEXT: RefCell<Option<Context>> = const { RefCell::new(None) };
}

/// The run and the lane that are being polled, or whose future is being dropped.
#[derive(Clone)]
pub struct Context {
    pub runtime: Runtime,
    /// The innermost lane: a branch, or the task itself.
    pub lane: TaskId,
}

/// Puts the context back that was there before, when dropped.
pub struct Entered {
    before: Option<Context>,
}

impl Context {
    /// Makes this the context, until what is returned is dropped.
    pub fn enter(self) -> Entered {
        Entered {
            before: CONTEXT.replace(Some(self)),
        }
    }

    /// Takes the context away, until what is returned is dropped: what runs finds no run.
    pub fn leave() -> Entered {
        Entered {
            before: CONTEXT.take(),
        }
    }

    /// The context, if a program is being polled.
    pub fn current() -> Option<Context> {
        CONTEXT.with_borrow(Clone::clone)
    }

    /// The context that every name of the playground needs.
    #[track_caller]
    pub fn expect() -> Context {
        Context::current().expect("there is no run here: call this from inside a running program")
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        CONTEXT.set(self.before.take());
    }
}
