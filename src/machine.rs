//! Runs a learner's own program: bytecode, as futures on the [runtime](crate::runtime) that compiled lessons run on.

pub mod bytecode;
