//! Checks a small async Rust program, and makes bytecode of it for the playground's machine.
//!
//! - [`database`]: rust-analyzer's library, with our std and tokio (`../std`, `../tokio`) and one file of a learner's.
//! - [`diagnostics`]: what rustc would say of it.
//! - [`completion`]: what may be written at a place, and what is known of a name.
//! - [`thir`]: the program with everything known. [`build`] makes it, [`codegen`] makes bytecode of it.
//! - `web`: what JavaScript may call.

pub mod build;
pub mod codegen;
pub mod completion;
pub mod database;
pub mod diagnostics;
pub mod thir;
#[cfg(target_arch = "wasm32")]
pub mod web;

use async_playground::machine::bytecode;

use database::World;
use diagnostics::Diagnostic;

/// What there is to say of a program, and its bytecode if nothing speaks against it.
pub struct Compiled {
    /// Errors and warnings.
    pub diagnostics: Vec<Diagnostic>,
    /// None, if there is an error.
    pub program: Option<bytecode::Program>,
}

/// Checks the program of the world, and makes bytecode of it.
pub fn compile(world: &World) -> Compiled {
    let mut diagnostics = diagnostics::check(world);
    if diagnostics.iter().any(Diagnostic::is_error) {
        return Compiled {
            diagnostics,
            program: None,
        };
    }
    let program = match build::program(world) {
        Ok(thir) => {
            Some(codegen::program(&thir).expect("`build` makes programs that hold together"))
        }
        Err(unsupported) => {
            diagnostics.extend(diagnostics::unsupported(world, &unsupported));
            None
        }
    };
    Compiled {
        diagnostics,
        program,
    }
}
