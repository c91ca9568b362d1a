//! What the tests of the compiler share: rustc's and tokio's answers, and our own.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use async_playground::machine::{self, bytecode::Program};
use async_playground::runtime::Outcome;
use async_playground::speed::Speed;
use async_playground::trace::Event;
use async_playground_compiler::Compiled;
use async_playground_compiler::database::World;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// rustc's and tokio's answer, as `oracle` wrote it down.
#[derive(Deserialize)]
pub struct Answer {
    pub name: String,
    pub run: Option<Run>,
}

/// A change to a program of the corpus, and the answer then.
#[derive(Deserialize)]
pub struct Mutant {
    pub program: String,
    pub kind: String,
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub errors: Vec<Message>,
    pub run: Option<Run>,
}

/// What rustc said, and in which line.
#[derive(Deserialize, Debug)]
pub struct Message {
    pub code: String,
    pub line: u32,
    pub message: String,
}

/// What a program prints, and how it ends.
#[derive(Deserialize, PartialEq, Debug)]
pub struct Run {
    pub log: Vec<String>,
    pub end: End,
}

#[derive(Deserialize, PartialEq, Debug)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Completed(u64),
    Panicked,
    Never,
}

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The answers of a file.
pub fn answers<T: DeserializeOwned>(path: &str) -> Vec<T> {
    serde_json::from_str(&file(path)).expect("answers as the oracle writes them")
}

/// A program of the corpus.
pub fn program(name: &str) -> String {
    file(&format!("programs/{name}.rs"))
}

thread_local! {
    /// As on the page, what is known of std stays known.
    static WORLD: RefCell<World> = RefCell::new(World::new());
}

/// What is known, of the program that was compiled last, too.
pub fn with_world<R>(act: impl FnOnce(&mut World) -> R) -> R {
    WORLD.with_borrow_mut(act)
}

/// What the compiler makes of a program.
pub fn compile(source: &str) -> Compiled {
    with_world(|world| {
        world.set_program(source);
        async_playground_compiler::compile(world)
    })
}

/// What the machine makes of it.
pub fn run(program: &Program) -> Run {
    let run =
        machine::simulate(program, &[], Speed::NORMAL).expect("a program that holds together");
    let log = run.trace(|trace| {
        let lines = trace
            .entries()
            .iter()
            .filter_map(|entry| match &entry.event {
                Event::Log { text, .. } => Some(text.to_string()),
                _ => None,
            });
        lines.collect()
    });
    let end = match run.outcome() {
        Some((elapsed, Outcome::Completed)) => End::Completed(elapsed.as_millis() as u64),
        // tokio would wait for ever, too.
        Some((_, Outcome::Failed(message))) if message.starts_with("deadlock") => End::Never,
        Some((_, Outcome::Failed(message))) if message.starts_with("the run has reached") => {
            End::Never
        }
        _ => End::Panicked,
    };
    Run { log, end }
}
