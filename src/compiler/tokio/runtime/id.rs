//! What tells a runtime from the others.

use std::fmt;
use std::start::IS_PLAIN;

/// An opaque ID that uniquely identifies a runtime relative to all other currently running runtimes.
#[derive(Clone, Copy, Debug, Hash, Eq, PartialEq)]
pub struct Id(pub(super) u64);

impl Id {
    /// One that nothing has: the run of an async `main` has the first.
    pub(crate) fn next() -> Self {
        static mut LAST: u64 = 0;
        unsafe {
            if LAST == 0 && !IS_PLAIN {
                LAST = 1;
            }
            LAST += 1;
            Id(LAST)
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
