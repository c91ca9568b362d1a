//! The part of tokio that the playground knows: real Rust over the playground's std, run by the machine.
//!
//! It has tokio's signatures and tokio's order of events. A run has one thread, one queue of tasks and one clock, and
//! those are the playground's: see `core::intrinsics`.

#[macro_use]
#[doc(hidden)]
pub mod macros;

pub mod runtime;
pub mod sync;
pub mod task;
pub mod time;

pub use task::spawn;
pub use tokio_macros::{main, test};
