//! Of a changed program, the compiler says what rustc says; and it runs as on tokio, or not at all.

mod common;
#[path = "../../../tests/common/masked.rs"]
mod masked;

use std::panic::{AssertUnwindSafe, catch_unwind};

use async_playground::scenarios::{LESSONS, SCENARIOS};
use async_playground_compiler::database::World;
use common::{End, Message, Mutant, Run, answers, compile, run};
use masked::masked;

/// How the answers compare, counted.
#[derive(Default, Debug)]
struct Count {
    rejected: usize,
    rejected_too: usize,
    on_its_line: usize,
    accepted: usize,
    accepted_too: usize,
    other_log: usize,
    crashes: usize,
}

impl Count {
    fn and(self, other: Count) -> Count {
        Count {
            rejected: self.rejected + other.rejected,
            rejected_too: self.rejected_too + other.rejected_too,
            on_its_line: self.on_its_line + other.on_its_line,
            accepted: self.accepted + other.accepted,
            accepted_too: self.accepted_too + other.accepted_too,
            other_log: self.other_log + other.other_log,
            crashes: self.crashes + other.crashes,
        }
    }
}

/// Whether the machine did what tokio did, but for the time of day. Who was given five seconds and needed more has no
/// answer.
fn same(run: &Run, expected: &Run) -> bool {
    let log = |run: &Run| Vec::from_iter(run.log.iter().map(|line| masked(line)));
    expected.end == End::Never || (run.end == expected.end && log(run) == log(expected))
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

/// Where two runs differ first.
fn difference(run: &Run, expected: &Run) -> String {
    let mut lines = 0..run.log.len().max(expected.log.len());
    match lines.find(|line| run.log.get(*line) != expected.log.get(*line)) {
        Some(line) => {
            let (run, expected) = (run.log.get(line), expected.log.get(line));
            format!("{run:?} instead of {expected:?} as line {line}")
        }
        None => format!("{:?} instead of {:?} in the end", run.end, expected.end),
    }
}

/// What is wrong with our answer, in words; and how it counts. `original` has the programs by name.
fn judge(mutant: &Mutant, original: fn(&str) -> String, count: &mut Count) -> Option<String> {
    let judged = AssertUnwindSafe(|| judge_answer(mutant, original, count));
    catch_unwind(judged).unwrap_or_else(|_| {
        count.crashes += 1;
        // What it knew may be half made.
        common::with_world(|world| *world = World::new());
        let Mutant {
            program,
            kind,
            start,
            text,
            ..
        } = mutant;
        Some(format!(
            "a crash: {program}, {kind} at byte {start} (text {text:?})\n"
        ))
    })
}

fn judge_answer(
    mutant: &Mutant,
    original: fn(&str) -> String,
    count: &mut Count,
) -> Option<String> {
    let Mutant {
        program,
        kind,
        start,
        end,
        text,
        errors,
        run: expected,
    } = mutant;
    let mut source = original(program);
    let line = source[..*start].matches('\n').count() + 1;
    source.replace_range(start..end, text);
    let compiled = compile(&source);
    let said = compiled.diagnostics.iter().filter(|said| said.is_error());
    let said: Vec<_> = said.collect();
    let what = match expected {
        None => {
            let on_line = errors
                .iter()
                .any(|error| said.iter().any(|said| said.line == error.line));
            count.rejected += 1;
            count.rejected_too += usize::from(!said.is_empty());
            count.on_its_line += usize::from(on_line);
            match (said.is_empty(), on_line) {
                (true, _) => "accepted".into(),
                (false, false) => "on another line".into(),
                (false, true) => return None,
            }
        }
        Some(expected) => {
            count.accepted += 1;
            let run = compiled.program.as_ref().map(run);
            count.accepted_too += usize::from(run.is_some());
            match run {
                Some(run) if same(&run, expected) => return None,
                Some(run) => {
                    count.other_log += 1;
                    format!("another log, {}", difference(&run, expected))
                }
                None => "refused".into(),
            }
        }
    };
    let mut words = format!("{what}: {program}, {kind} in line {line} (text {text:?})\n");
    for Message {
        code,
        line,
        message,
    } in errors.iter().take(2)
    {
        words += &format!("    rustc, line {line}: {code} {message}\n");
    }
    for said in said.iter().take(2) {
        words += &format!(
            "    here, line {}: {} {}\n",
            said.line, said.code, said.message
        );
    }
    Some(words)
}

/// A lesson as a program of its own.
fn lesson(id: &str) -> String {
    let mut lessons = SCENARIOS.iter().zip(LESSONS);
    let (scenario, lesson) = lessons.find(|(it, _)| it.id == id).expect("a lesson");
    let defaults: Vec<_> = scenario.params.iter().map(|param| param.default).collect();
    scenario.tokio_program(lesson.source.rust, &defaults)
}

/// Judges all mutants of a file.
fn count(file: &str, original: fn(&str) -> String) -> Count {
    let mutants: Vec<Mutant> = answers(file);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let count = std::thread::scope(|scope| {
        let shares = mutants.chunks(mutants.len().div_ceil(threads));
        let threads = shares.map(|share| {
            scope.spawn(move || {
                let mut count = Count::default();
                for mutant in share {
                    if let Some(wrong) = judge(mutant, original, &mut count) {
                        print!("{wrong}");
                    }
                }
                count
            })
        });
        let threads: Vec<_> = threads.collect();
        let counts = threads
            .into_iter()
            .map(|thread| thread.join().expect("no panic"));
        counts.fold(Count::default(), Count::and)
    });
    println!("{count:?}");
    count
}

#[test]
fn mutants_mean_what_they_mean_to_rustc_and_tokio() {
    let count = count("mutants.json", common::program);
    assert!(
        percent(count.rejected_too, count.rejected) >= 95.0,
        "rejected: {count:?}"
    );
    assert!(
        percent(count.on_its_line, count.rejected) >= 92.0,
        "on rustc's line: {count:?}"
    );
    assert!(
        percent(count.accepted_too, count.accepted) >= 98.0,
        "accepted: {count:?}"
    );
    assert_eq!(count.other_log, 0, "none runs with another log");
    assert_eq!(count.crashes, 0, "the compiler has an answer to all");
}

/// The first thing that a learner does is to delete an `.await`. If this fails for another place than it names, a lesson
/// has changed: `cargo run -- lessons` in `tests/oracle` asks anew.
#[test]
fn lessons_that_are_changed_mean_what_they_mean_to_rustc_and_tokio() {
    let count = count("lessons.json", lesson);
    assert_eq!(
        (count.on_its_line, count.accepted_too, count.other_log),
        (count.rejected, count.accepted, 0),
        "{count:?}"
    );
}
