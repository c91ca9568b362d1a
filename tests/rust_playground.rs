//! "Open in Rust Playground" gives a program that compiles and runs there.
//!
//! Every program is built by cargo against tokio, with the features that the Rust
//! Playground has, and run. Those that block the thread need real time; the others
//! pause it, so that a busy machine cannot change their order.
#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use async_playground::runtime::simulated;
use async_playground::scenario::Scenario;
use async_playground::scenarios::{LESSONS, SCENARIOS};
use async_playground::speed::Speed;
use async_playground::trace::{Event, TaskKind};

#[allow(dead_code, reason = "real time is no oracle of totals")]
#[path = "common/oracle.rs"]
mod oracle;

use oracle::{Observed, defaults};

/// The features are tokio's own `package.metadata.playground`.
const MANIFEST: &str = r#"
[package]
name = "rust-playground"
edition = "2024"

[dependencies]
tokio = { version = "1", features = ["full", "test-util"] }

[workspace]
"#;

/// The programs that tokio alone can run.
fn programs() -> impl Iterator<Item = &'static Scenario> {
    let all = SCENARIOS.iter().zip(LESSONS);
    all.filter(|(_, lesson)| lesson.about.browser_only.is_none())
        .map(|(scenario, _)| scenario)
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

/// Writes the package and builds it, from what cargo has downloaded already.
fn build(package: &Path, target: &Path) {
    let _ = fs::remove_dir_all(package);
    let bins = package.join("src/bin");
    fs::create_dir_all(&bins).unwrap();
    fs::write(package.join("Cargo.toml"), MANIFEST).unwrap();
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    fs::copy(lock, package.join("Cargo.lock")).unwrap();
    for scenario in programs() {
        let mut program = scenario.tokio_program(&defaults(scenario));
        if !blocks(scenario) {
            let (real, paused) = ("\"local\"", "\"local\", start_paused = true");
            program = program.replace(real, paused);
        }
        fs::write(bins.join(scenario.id).with_extension("rs"), program).unwrap();
    }
    let built = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--quiet", "--target-dir"])
        .arg(target)
        .current_dir(package)
        .status()
        .expect("cargo runs this test");
    assert!(built.success(), "the programs do not compile");
}

/// The line without what no simulation can know: a time of day, `12:34:56`, becomes `00:00:00`.
fn masked(line: &str) -> String {
    let is_time = |word: &str| {
        let parts: Vec<_> = word.split(':').collect();
        let two_digits = |part: &&str| part.len() == 2 && part.parse::<u8>().is_ok();
        parts.len() == 3 && parts.iter().all(two_digits)
    };
    let words = line.split(' ');
    let words = words.map(|word| if is_time(word) { "00:00:00" } else { word });
    words.collect::<Vec<_>>().join(" ")
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
    for scenario in programs() {
        let id = scenario.id;
        let output = Command::new(target.join("debug").join(id)).output();
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
