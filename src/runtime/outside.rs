//! What the browser does for a program: a promise, or a callback, that may wake a task at any time.

use super::{Context, Runtime};

/// As long as it is alive, a run in which every task waits is no deadlock.
pub struct Outside {
    run: u32,
}

impl Outside {
    /// Of the run that is being polled.
    #[track_caller]
    pub fn begin() -> Self {
        let Context { runtime, .. } = Context::expect();
        runtime.shared.outside.update(|count| count + 1);
        Outside { run: runtime.id() }
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        if let Some(runtime) = Runtime::find(self.run) {
            runtime.shared.outside.update(|count| count - 1);
        }
    }
}

impl Runtime {
    /// Whether the browser does something for the program that may wake a task.
    pub(super) fn hears_from_outside(&self) -> bool {
        self.shared.outside.get() > 0
    }
}
