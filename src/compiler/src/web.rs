//! What JavaScript may call. Lines and columns count from 1, and columns count UTF-16 units.
//!
//! A panic loses the instance, as this target cannot unwind: the page asks [`async_playground`]'s `last_words`, and takes
//! a new one.

use std::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use async_playground::machine::bytecode;
use ra_ap_span::Edition;
use ra_ap_syntax::SourceFile;
use ra_ap_syntax::ast::{HasModuleItem, HasName, Item, Pat};

use crate::completion;
use crate::database::World;
use crate::diagnostics::{self, Diagnostic};

thread_local! {
    /// What is known of std and tokio stays known from one question to the next.
    static WORLD: RefCell<World> = RefCell::new(World::new());
    static PROGRAM: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// What is said of the program, as JSON.
#[wasm_bindgen]
pub fn check(source: &str) -> String {
    WORLD.with_borrow_mut(|world| {
        world.set_program(source);
        json(&diagnostics::check(world))
    })
}

#[derive(Serialize)]
struct Compiled<'a> {
    diagnostics: &'a [Diagnostic],
    params: Vec<Parameter>,
}

/// A parameter of `main`.
#[derive(Serialize)]
struct Parameter {
    name: String,
    kind: &'static str,
}

/// What is said of the program, and the parameters of its `main`, as JSON. Its bytecode is [`program`].
#[wasm_bindgen]
pub fn compile(source: &str) -> String {
    WORLD.with_borrow_mut(|world| {
        world.set_program(source);
        let compiled = crate::compile(world);
        let program = compiled.program.as_ref();
        let answer = json(&Compiled {
            diagnostics: &compiled.diagnostics,
            params: program.map(|it| parameters(source, it)).unwrap_or_default(),
        });
        PROGRAM.set(compiled.program.map(|it| it.to_bytes()));
        answer
    })
}

/// The bytecode of the last program that was compiled, if it had no error.
#[wasm_bindgen]
pub fn program() -> Option<Vec<u8>> {
    PROGRAM.take()
}

/// What may be written at a place, as JSON.
#[wasm_bindgen]
pub fn complete(source: &str, line: u32, column: u32) -> String {
    WORLD.with_borrow_mut(|world| json(&completion::complete(world, source, line, column)))
}

/// What is known of the name at a place.
#[wasm_bindgen]
pub fn describe(source: &str, line: u32, column: u32) -> Option<String> {
    WORLD.with_borrow_mut(|world| completion::describe(world, source, line, column))
}

/// What the bytecode wants, by the names that the program gives.
fn parameters(source: &str, program: &bytecode::Program) -> Vec<Parameter> {
    let file = SourceFile::parse(source, Edition::Edition2024).tree();
    let main = file.items().find_map(|item| match item {
        Item::Fn(it) if it.name()?.text() == "main" => Some(it),
        _ => None,
    });
    let names = main
        .and_then(|it| it.param_list())
        .into_iter()
        .flat_map(|it| it.params());
    let kinds = program.parameters.iter().map(|it| match it {
        bytecode::Parameter::Duration => "seconds",
        bytecode::Parameter::Count => "count",
    });
    names
        .zip(kinds)
        .map(|(param, kind)| Parameter {
            name: match param.pat() {
                Some(Pat::IdentPat(it)) => it
                    .name()
                    .map(|it| it.text().to_string())
                    .unwrap_or_default(),
                _ => String::new(),
            },
            kind,
        })
        .collect()
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("text and numbers are JSON")
}
