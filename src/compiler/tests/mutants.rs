//! Of a changed program, the compiler says what rustc says; and it runs as on tokio, or not at all.

mod common;

use std::panic::{AssertUnwindSafe, catch_unwind};

use async_playground_compiler::database::World;
use common::{End, Message, Mutant, Run, answers, compile, run};

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

/// Whether the machine did what tokio did. Who was given five seconds and needed more has no answer.
fn same(run: &Run, expected: &Run) -> bool {
    expected.end == End::Never || run == expected
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

/// What is wrong with our answer, in words; and how it counts.
fn judge(mutant: &Mutant, count: &mut Count) -> Option<String> {
    let judged = AssertUnwindSafe(|| judge_answer(mutant, count));
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

fn judge_answer(mutant: &Mutant, count: &mut Count) -> Option<String> {
    let Mutant {
        program,
        kind,
        start,
        end,
        text,
        errors,
        run: expected,
    } = mutant;
    let mut source = common::program(program);
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

#[test]
fn mutants_mean_what_they_mean_to_rustc_and_tokio() {
    let mutants: Vec<Mutant> = answers("mutants.json");
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let counts = std::thread::scope(|scope| {
        let shares = mutants.chunks(mutants.len().div_ceil(threads));
        let threads = shares.map(|share| {
            scope.spawn(move || {
                let mut count = Count::default();
                for mutant in share {
                    if let Some(wrong) = judge(mutant, &mut count) {
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
    println!("{counts:?}");
    assert!(
        percent(counts.rejected_too, counts.rejected) >= 95.0,
        "rejected: {counts:?}"
    );
    assert!(
        percent(counts.on_its_line, counts.rejected) >= 92.0,
        "on rustc's line: {counts:?}"
    );
    assert!(
        percent(counts.accepted_too, counts.accepted) >= 98.0,
        "accepted: {counts:?}"
    );
    assert_eq!(counts.other_log, 0, "none runs with another log");
    assert_eq!(counts.crashes, 0, "the compiler has an answer to all");
}
