//! Small async Rust programs on the browser's own event loop: predict, run, see.

pub mod diagnose;
pub mod json;
mod memory;
pub mod playground;
pub mod record;
pub mod runtime;
pub mod scenario;
pub mod scenarios;
pub mod speed;
pub mod trace;
#[cfg(target_arch = "wasm32")]
pub mod web;
