//! What a scenario finds in the place of `std` and `tokio`.
//!
//! A scenario is a plain tokio program. Its file is included in a module that imports
//! [`std`], its `println!` and `panic!`, and [`tokio`] from `crate::playground`, and what a module imports
//! goes before crates and the prelude. A test includes the same file where these are the
//! real ones on paused time, and the logs must be equal.

pub mod std;
pub mod tokio;
