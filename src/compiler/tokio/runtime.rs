//! The run that a program is part of.
//!
//! There is one, which has begun before the program does: a plain `main` only seems to make it.

mod builder;
mod context;
mod handle;
mod id;
#[allow(clippy::module_inception)]
mod runtime;

pub use builder::{Builder, LocalOptions};
pub use context::EnterGuard;
pub(crate) use context::{expect_entered, expect_timers, is_asynchronous};
pub use handle::{Handle, RuntimeFlavor, TryCurrentError};
pub use id::Id;
pub use runtime::{LocalRuntime, Runtime};
