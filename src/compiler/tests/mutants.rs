//! Of a changed program, the compiler says what rustc says; and it runs as on tokio, or not at all.

mod common;

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
}

/// Whether the machine did what tokio did. Who was given five seconds and needed more has no answer.
fn same(run: &Run, expected: &Run) -> bool {
    expected.end == End::Never || run == expected
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

#[test]
fn mutants_mean_what_they_mean_to_rustc_and_tokio() {
    let mut count = Count::default();
    let mutants: Vec<Mutant> = answers("mutants.json");
    for Mutant {
        program,
        kind,
        start,
        end,
        text,
        errors,
        run: expected,
    } in &mutants
    {
        let mut source = common::program(program);
        let line = source[..*start].matches('\n').count() + 1;
        source.replace_range(start..end, text);
        let compiled = compile(&source);
        let said: Vec<_> = compiled
            .diagnostics
            .iter()
            .filter(|said| said.is_error())
            .collect();
        let tell = |what: &str| {
            println!("{what}: {program}, {kind} in line {line} (text {text:?})");
            for Message {
                code,
                line,
                message,
            } in errors.iter().take(2)
            {
                println!("    rustc, line {line}: {code} {message}");
            }
            for said in said.iter().take(2) {
                println!(
                    "    here, line {}: {} {}",
                    said.line, said.code, said.message
                );
            }
        };
        match expected {
            None => {
                count.rejected += 1;
                let on_line = errors
                    .iter()
                    .any(|error| said.iter().any(|said| said.line == error.line));
                count.rejected_too += usize::from(!said.is_empty());
                count.on_its_line += usize::from(on_line);
                if said.is_empty() {
                    tell("accepted");
                } else if !on_line {
                    tell("on another line");
                }
            }
            Some(expected) => {
                count.accepted += 1;
                let Some(program) = compiled.program else {
                    tell("refused");
                    continue;
                };
                count.accepted_too += 1;
                let run = run(&program);
                if !same(&run, expected) {
                    count.other_log += 1;
                    tell("another log");
                    println!("{run:?}\n{expected:?}");
                }
            }
        }
    }
    println!("{count:?}");
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
}
