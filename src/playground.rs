//! What a scenario finds in the place of `std` and `tokio`.
//!
//! A scenario is a plain tokio program. Its file is included in a module that imports
//! [`std`], its `println!` and `panic!`, and [`tokio`] from `crate::playground`, and what a module imports
//! goes before crates and the prelude. A test includes the same file where these are the
//! real ones on paused time, and the logs must be equal.
//!
//! A program that needs a browser finds its crates for that: `wasm_bindgen_futures` and
//! `gloo_timers` here, as they wake tasks; `js_sys` and `web_sys` as they are.

#[cfg(target_arch = "wasm32")]
pub mod gloo_timers;
pub mod std;
pub mod tokio;
#[cfg(target_arch = "wasm32")]
pub mod wasm_bindgen_futures;
