//! The work of the bench, done by this runtime and by others.
//!
//! The work is one file, `work.rs`, which each peer in `peers/` compiles against its own `spawn_local`, `sleep`,
//! `select!` and so on, as the playground's lessons are compiled against its own and against tokio's.

// That is the idea.
#![allow(clippy::duplicate_mod)]

#[cfg(target_arch = "wasm32")]
mod compute;
pub mod peers;
#[cfg(target_arch = "wasm32")]
mod web;
