//! "Open in Rust Playground" gives a program that compiles and runs there.
//!
//! Every program is compiled by cargo against tokio, with the features that the Rust
//! Playground has, and run. All stand in one binary, each in a module of its own: so
//! tokio is linked once, and only what has changed is compiled again. Those that block
//! the thread need real time; the others pause it, so that a busy machine cannot change
//! their order.
#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use async_playground::runtime::simulated;
use async_playground::scenario::{Lesson, Scenario, Value};
use async_playground::scenarios::{LESSONS, SCENARIOS};
use async_playground::speed::Speed;
use async_playground::trace::{Event, TaskKind};

#[allow(dead_code, reason = "real time is no oracle of totals")]
#[path = "common/oracle.rs"]
mod oracle;

#[path = "common/masked.rs"]
mod masked;

use masked::masked;
use oracle::Observed;

/// The values that a scenario has where none are given.
fn defaults(scenario: &Scenario) -> Vec<Value> {
    scenario.params.iter().map(|param| param.default).collect()
}

/// The features are tokio's own `package.metadata.playground`; the profile is this package's, which has
/// compiled tokio already.
const MANIFEST: &str = r#"
[package]
name = "rust-playground"
edition = "2024"

[dependencies]
tokio = { version = "1", features = ["full", "test-util"] }

[profile.dev]
opt-level = 1

[workspace]
"#;

/// The programs that tokio alone can run.
fn programs() -> impl Iterator<Item = (&'static Scenario, &'static Lesson)> {
    SCENARIOS.iter().zip(LESSONS)
}

/// Whether the program ever blocks a thread, which no paused clock would notice.
fn blocks(scenario: &Scenario) -> bool {
    let run = simulated::run((scenario.start)(&defaults(scenario)), Speed::NORMAL);
    run.trace(|trace| {
        let mut events = trace.entries().iter().map(|entry| &entry.event);
        events.any(|event| match event {
            Event::Block { .. } => true,
            Event::Spawn { kind, .. } => *kind == TaskKind::Worker,
            _ => false,
        })
    })
}

/// What is the same stays untouched, and is not compiled again.
fn write(file: &Path, text: &str) {
    if fs::read_to_string(file).ok().as_deref() != Some(text) {
        fs::write(file, text).unwrap();
    }
}

/// Writes the package and builds it, from what cargo has downloaded already. Its binary runs the program that its
/// argument names.
fn build(package: &Path, target: &Path) {
    let src = package.join("src");
    fs::create_dir_all(&src).unwrap();
    write(&package.join("Cargo.toml"), MANIFEST);
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    fs::copy(lock, package.join("Cargo.lock")).unwrap();
    let (mut modules, mut arms) = (String::new(), String::new());
    for (scenario, lesson) in programs() {
        let id = scenario.id;
        let mut program = scenario.tokio_program(lesson.source.rust, &defaults(scenario));
        if !blocks(scenario) {
            let (real, paused) = ("\"local\"", "\"local\", start_paused = true");
            program = program.replace(real, paused);
        }
        write(&src.join(id).with_extension("rs"), &program);
        let name = id.replace('-', "_");
        let _ = writeln!(
            modules,
            "mod {name} {{ include!(\"{id}.rs\"); pub fn run() {{ main() }} }}"
        );
        let _ = writeln!(arms, "        Some(\"{id}\") => {name}::run(),");
    }
    let main = format!(
        "{modules}\nfn main() {{\n    match std::env::args().nth(1).as_deref() {{\n{arms}        \
         id => panic!(\"there is no program {{id:?}}\"),\n    }}\n}}\n"
    );
    write(&src.join("main.rs"), &main);
    let built = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--quiet", "--target-dir"])
        .arg(target)
        .current_dir(package)
        .status()
        .expect("cargo runs this test");
    assert!(built.success(), "the programs do not compile");
}

fn lines(output: &Output) -> Vec<String> {
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().map(masked).collect()
}

#[test]
fn every_program_prints_the_simulated_log() {
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rust_playground");
    // Shared with this package: tokio is built there already, with the same features.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("..");
    build(&package, &target);

    let mut differences = String::new();
    // One after another: those that block share the machine with nobody.
    for (scenario, _) in programs() {
        let id = scenario.id;
        let output = Command::new(target.join("debug/rust-playground"))
            .arg(id)
            .output();
        let output = output.expect("cargo has built it");
        let mut simulated = Observed::of(&simulated::run(
            (scenario.start)(&defaults(scenario)),
            Speed::NORMAL,
        ));
        for line in &mut simulated.log {
            *line = masked(line);
        }
        let printed = Observed {
            log: lines(&output),
            total: simulated.total,
        };
        if let Some(difference) = simulated.difference("simulated", &printed, "tokio") {
            differences += &format!("{id}: {difference}");
        }
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let _ = writeln!(differences, "{id}: {}: {said}", output.status);
        }
    }
    assert!(differences.is_empty(), "\n{differences}");
}
