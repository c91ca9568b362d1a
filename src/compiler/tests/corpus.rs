//! Every program of the corpus is accepted, and does what it does on tokio.

mod common;

use common::{Answer, answers, compile, run};

/// What is wrong with a program, if anything is.
fn wrong(source: &str, answer: &Answer) -> Option<String> {
    let compiled = compile(source);
    let errors: Vec<_> = compiled
        .diagnostics
        .iter()
        .filter(|said| said.is_error())
        .collect();
    if !errors.is_empty() {
        return Some(format!("is refused: {errors:#?}"));
    }
    let program = compiled.program.expect("a program without an error");
    let expected = answer
        .run
        .as_ref()
        .expect("the corpus is accepted by rustc");
    let run = run(&program);
    (run != *expected).then(|| format!("differs:\n{run:#?}\nfrom tokio:\n{expected:#?}"))
}

#[test]
fn every_program_does_what_it_does_on_tokio() {
    let mut failed = Vec::new();
    let answers: Vec<Answer> = answers("programs.json");
    for answer in &answers {
        let source = common::program(&answer.name);
        if let Some(wrong) = wrong(&source, answer) {
            println!("{} {wrong}", answer.name);
            failed.push(&answer.name);
        }
    }
    assert!(
        failed.is_empty(),
        "{} of {} programs: {failed:?}",
        failed.len(),
        answers.len()
    );
}
