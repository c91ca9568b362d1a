//! Checks a file, and runs it on the simulated clock: `cargo run --example run -- file.rs`.
//!
//! With `STD=src/compiler`, std and tokio are read from the folders there: what is changed in them needs no compiling.

use std::path::Path;

use async_playground::machine;
use async_playground::speed::Speed;
use async_playground::trace::Event;
use async_playground_compiler::compile;
use async_playground_compiler::database::{Source, TOKIO, World};

fn main() {
    let path = std::env::args().nth(1).expect("the path of a program");
    let text = std::fs::read_to_string(&path).expect("a program");
    let mut world = match std::env::var("STD") {
        Ok(folder) => World::of(&read(&folder, "std"), &read(&folder, "tokio")),
        Err(_) => World::new(),
    };
    world.set_program(&text);
    let compiled = compile(&world);
    for diagnostic in &compiled.diagnostics {
        let (line, column) = (diagnostic.line, diagnostic.column);
        let (code, message) = (&diagnostic.code, &diagnostic.message);
        println!(
            "{path}:{line}:{column}: {:?} {code}: {message}",
            diagnostic.severity
        );
    }
    let Some(program) = compiled.program else {
        return;
    };
    let run =
        machine::simulate(&program, &[], Speed::NORMAL).expect("a program that holds together");
    run.trace(|trace| {
        for entry in trace.entries() {
            if let Event::Log { text, .. } = &entry.event {
                println!("{text}");
            }
        }
    });
    println!("{:?}", run.outcome());
}

/// A crate's files, the root first. What tokio's takes of the runtime is taken from there.
fn read(folder: &str, name: &str) -> Vec<Source> {
    fn walk(folder: &Path, root: &Path, found: &mut Vec<Source>) {
        for entry in std::fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                walk(&path, root, found);
            } else {
                let name = path
                    .strip_prefix(root)
                    .expect("within")
                    .to_string_lossy()
                    .into_owned();
                let text = std::fs::read_to_string(&path).expect("a source");
                found.push((name.leak(), text.leak()));
            }
        }
    }
    let root = Path::new(folder).join(name);
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    if name == "tokio" {
        let runtime = Path::new(folder).join("../runtime");
        for (name, _) in TOKIO {
            let file = Path::new(name).file_name().expect("a file");
            if found.iter().all(|it| it.0 != *name) {
                let text = std::fs::read_to_string(runtime.join(file)).expect("a source");
                found.push((name, text.leak()));
            }
        }
    }
    found.sort_by_key(|(name, _)| (*name != "lib.rs", *name));
    found
}
