//! The names of `wasm-bindgen-futures`: promises are awaited, and its tasks are tasks of the run.

use std::future::Future;

use crate::runtime;
pub use crate::runtime::JsFuture;

/// Spawns a task that nobody awaits.
#[track_caller]
pub fn spawn_local(future: impl Future<Output = ()> + 'static) {
    drop(runtime::spawn_local(future));
}
