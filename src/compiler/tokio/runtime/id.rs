//! What tells a runtime from the others.

use std::fmt;

/// An opaque ID that uniquely identifies a runtime relative to all other currently running runtimes.
#[derive(Clone, Copy, Debug, Hash, Eq, PartialEq)]
pub struct Id(pub(super) u64);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
