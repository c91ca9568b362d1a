//! What tells a task from the others.

use std::fmt;
use std::intrinsics;

#[derive(Clone, Copy, Debug, Hash, Eq, PartialEq, PartialOrd, Ord)]
pub struct Id(pub(crate) u64);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[track_caller]
pub fn id() -> Id {
    try_id().expect("Can't get a task id when not inside a task")
}

pub fn try_id() -> Option<Id> {
    match intrinsics::task_id() {
        // `main`, which `block_on` is given, is none.
        0 => None,
        id => Some(Id(id)),
    }
}
