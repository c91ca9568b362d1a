//! Checks a small async Rust program, and makes bytecode of it for the playground's machine.
//!
//! - [`database`]: rust-analyzer's library, with our std and tokio (`../std`, `../tokio`) and one file of a learner's.
//! - [`diagnostics`]: what rustc would say of it.
//! - [`thir`]: the program with everything known. [`build`] makes it, [`codegen`] makes bytecode of it.

pub mod build;
pub mod codegen;
pub mod database;
pub mod diagnostics;
pub mod thir;
