//! Tasks.

mod abort;
mod block_on;
pub mod coop;
mod id;
mod join_error;
mod join_handle;
mod join_set;
mod local;
mod spawn;
mod task_local;
mod yield_now;

pub use abort::AbortHandle;
pub(crate) use block_on::{block_on, on_thread};
pub use coop::{Unconstrained, consume_budget, unconstrained};
pub use id::{Id, id, try_id};
pub use join_error::JoinError;
pub use join_handle::JoinHandle;
pub use join_set::JoinSet;
pub use local::{LocalSet, spawn_local};
pub use spawn::{block_in_place, spawn, spawn_blocking};
pub use task_local::LocalKey;
pub use yield_now::yield_now;
