//! Asks rustc and tokio what programs mean, and writes their answers down.
//!
//! `cargo run -- programs` answers for each program of `../programs`, into `../programs.json`;
//! `cargo run -- mutants SEED COUNT` makes so many mutants of them, and answers for each, into `../mutants.json`;
//! `cargo run -- lessons` answers for each lesson with one `.await` less, and with what is called spawned or what is
//! spawned called, into `../lessons.json`.
//! What a test expects is thus never typed by hand, and another seed makes another test.

mod ask;
mod mutate;
mod random;
mod tokens;

use std::fs;
use std::path::{Path, PathBuf};

use ask::{Answer, Oracle};
use async_playground::scenarios::{LESSONS, SCENARIOS};
use serde::Serialize;

/// A program and what it means.
#[derive(Serialize)]
struct Program {
    name: String,
    #[serde(flatten)]
    answer: Answer,
}

/// A change to a program, and what it means then.
#[derive(Serialize)]
struct Mutant {
    program: String,
    #[serde(flatten)]
    change: mutate::Change,
    #[serde(flatten)]
    answer: Answer,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["programs"] => programs(),
        ["mutants", seed, count] => {
            let number = |text: &str| text.parse().expect("a number");
            mutants(number(seed), number(count) as usize);
        }
        ["lessons"] => lessons(),
        _ => panic!("usage: oracle programs | oracle mutants SEED COUNT | oracle lessons"),
    }
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The corpus, by name.
fn corpus() -> Vec<(String, String)> {
    let mut programs: Vec<_> = fs::read_dir(tests().join("programs"))
        .expect("the corpus")
        .map(|entry| entry.expect("a file").path())
        .map(|path| {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(path).expect("a program"))
        })
        .collect();
    programs.sort();
    programs
}

fn programs() {
    let oracle = Oracle::new();
    let mut answers = Vec::new();
    for (name, source) in corpus() {
        match oracle.ask(&source) {
            None => eprintln!("{name}: not always the same"),
            Some(Answer { errors, .. }) if !errors.is_empty() => eprintln!("{name}: {errors:#?}"),
            Some(answer) => answers.push(Program { name, answer }),
        }
    }
    write("programs.json", &answers);
}

fn mutants(seed: u64, count: usize) {
    let oracle = Oracle::new();
    let corpus = corpus();
    let mut random = random::Random::new(seed);
    let mut mutants: Vec<Mutant> = Vec::new();
    while mutants.len() < count {
        let (program, source) = random.choose(&corpus);
        let Some(change) = mutate::mutate(source, &mut random) else {
            continue;
        };
        let again = |mutant: &Mutant| mutant.program == *program && mutant.change == change;
        if mutants.iter().any(again) {
            continue;
        }
        // One that does now this and now that has no answer.
        let Some(answer) = oracle.ask(&change.apply(source)) else {
            continue;
        };
        eprintln!(
            "{} {program}: {} in line {}",
            mutants.len(),
            change.kind,
            change.line
        );
        mutants.push(Mutant {
            program: program.clone(),
            change,
            answer,
        });
    }
    write("mutants.json", &mutants);
}

/// Those that block a thread are left out: tokio's paused clock does not notice it.
fn lessons() {
    let oracle = Oracle::new();
    let mut mutants = Vec::new();
    for (scenario, lesson) in SCENARIOS.iter().zip(LESSONS) {
        let program = lesson.source.rust;
        if program.contains("thread::sleep") || lesson.about.browser_only.is_some() {
            continue;
        }
        let defaults: Vec<_> = scenario.params.iter().map(|it| it.default).collect();
        let source = scenario.tokio_program(program, &defaults);
        let kinds = [".await deleted", "spawned", "called"];
        for change in kinds.iter().flat_map(|kind| mutate::every(&source, kind)) {
            let Some(answer) = oracle.ask(&change.apply(&source)) else {
                continue;
            };
            eprintln!("{}: {} in line {}", lesson.id, change.kind, change.line);
            mutants.push(Mutant {
                program: lesson.id.into(),
                change,
                answer,
            });
        }
    }
    write("lessons.json", &mutants);
}

/// One answer per line, so that a difference can be read.
fn write(name: &str, answers: &[impl Serialize]) {
    let lines: Vec<_> = answers
        .iter()
        .map(|answer| serde_json::to_string(answer).expect("JSON"))
        .collect();
    fs::write(tests().join(name), format!("[\n{}\n]\n", lines.join(",\n")))
        .expect("a writable folder");
}
