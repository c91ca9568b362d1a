//! Whatever hands do to a program: the compiler has an answer, and what it accepts runs to an end that has a name.

mod common;
#[path = "edits/hands.rs"]
mod hands;
#[path = "oracle/src/random.rs"]
mod random;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use async_playground::machine::{self, bytecode};
use async_playground::runtime::Outcome;
use async_playground::scenario::Value;
use async_playground::scenarios::LESSONS;
use async_playground::speed::Speed;
use async_playground_compiler::completion;
use common::{Answer, answers};
use random::Random;

/// `EDITS` says how many edits there are, and `SEED` which.
fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |number| number.parse().expect("a number"))
}

#[derive(Default, Debug)]
struct Count {
    edits: usize,
    accepted: usize,
    slowest: Duration,
}

/// Runs what was accepted.
fn run(program: &bytecode::Program) -> Result<(), String> {
    let values = program.parameters.iter().map(|parameter| match parameter {
        bytecode::Parameter::Duration => Value::whole(1),
        bytecode::Parameter::Count => Value::whole(2),
    });
    let values: Vec<_> = values.collect();
    let run = machine::simulate(program, &values, Speed::NORMAL)?;
    match run.outcome() {
        Some((_, Outcome::Failed(message))) if message.contains("bytecode is broken") => {
            Err(message)
        }
        Some(_) => Ok(()),
        None => Err("a simulated run has ended".into()),
    }
}

/// What is wrong with the compiler or the machine, if this text shows it.
fn wrong(text: &str, cursor: usize, count: &mut Count) -> Option<String> {
    let start = Instant::now();
    let answer = catch_unwind(AssertUnwindSafe(|| {
        let compiled = common::compile(text);
        count.slowest = count.slowest.max(start.elapsed());
        let before = &text[..cursor];
        let line = 1 + before.matches('\n').count() as u32;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or("")
            .encode_utf16()
            .count() as u32
            + 1;
        common::with_world(|world| {
            completion::complete(world, text, line, column);
            completion::describe(world, text, line, column);
        });
        let errors = compiled.diagnostics.iter().any(|said| said.is_error());
        match &compiled.program {
            Some(program) => {
                count.accepted += 1;
                run(program)
            }
            None if errors => Ok(()),
            None => Err("it is refused without a word".into()),
        }
    }));
    match answer {
        Ok(answer) => answer.err(),
        Err(panic) => {
            // What it knew may be half made.
            common::with_world(|world| *world = Default::default());
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or(panic.downcast_ref::<&str>().copied());
            Some(format!("a panic: {}", text.unwrap_or("of another kind")))
        }
    }
}

#[test]
fn the_compiler_outlives_every_edit_and_what_it_accepts_runs() {
    let corpus: Vec<Answer> = answers("programs.json");
    let corpus: Vec<_> = corpus
        .iter()
        .map(|answer| common::program(&answer.name))
        .collect();
    let lessons = LESSONS.iter().map(|lesson| lesson.source.rust);
    let programs: Vec<&str> = corpus.iter().map(String::as_str).chain(lessons).collect();
    let mut random = Random::new(number("SEED", 1));
    let edits = number("EDITS", 60) as usize;
    let mut count = Count::default();
    let mut failed = Vec::new();
    while count.edits < edits {
        let mut text = random.choose(&programs).to_string();
        for _ in 0..8 {
            let before = text.clone();
            let cursor = hands::edit(&mut text, &programs, &mut random);
            count.edits += 1;
            if let Some(wrong) = wrong(&text, cursor, &mut count) {
                println!("--- {wrong}\n{text}");
                failed.push(wrong);
            }
            // As often as not, one takes it back.
            if random.below(2) == 0 {
                text = before;
            }
        }
    }
    println!("{count:?}");
    assert!(failed.is_empty(), "{failed:#?}");
}
