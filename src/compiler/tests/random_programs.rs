//! A random program, printed as Rust and interpreted, does what it does on tokio.

mod common;
#[path = "../../../tests/trace_properties/ops.rs"]
#[allow(dead_code, reason = "programs that have threads are not printed")]
mod ops;
#[path = "../../../tests/common/oracle.rs"]
#[allow(dead_code, reason = "the compiled run is held against tokio elsewhere")]
mod oracle;
#[path = "../../../tests/common/playground.rs"]
#[allow(dead_code, unused_imports, reason = "tokio's names, used here or not")]
mod playground;
#[path = "random_programs/printed.rs"]
mod printed;
#[path = "../../../tests/trace_properties/quiet.rs"]
mod quiet;

#[path = "../../../tests/trace_properties"]
#[allow(dead_code, reason = "what is left alive is counted elsewhere")]
mod on_tokio {
    use crate::playground;
    pub mod program;
}

use async_playground::machine;
use async_playground::speed::Speed;
use ops::{Op, crowd, ops};
use oracle::Observed;
use printed::printed;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use quiet::quiet_on_purpose;

fn same_as_tokio(ops: &[Op]) {
    quiet_on_purpose();
    let source = printed(ops);
    let compiled = common::compile(&source);
    let Some(program) = compiled.program else {
        let errors = compiled.diagnostics.iter().filter(|said| said.is_error());
        panic!("{source}\n{:#?}", errors.collect::<Vec<_>>());
    };
    let run =
        machine::simulate(&program, &[], Speed::NORMAL).expect("a program that holds together");
    let interpreted = Observed::of(&run);
    let tokio = playground::run(on_tokio::program::main(ops.to_vec()));
    if let Some(difference) = interpreted.difference("interpreted", &tokio, "tokio") {
        panic!("{source}\n{difference}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        // What was found once is tried first, ever after. `PROPTEST_CASES` says how many others are.
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/random_programs/regressions.txt"))),
        cases: std::env::var("PROPTEST_CASES").map_or(24, |cases| cases.parse().expect("a number")),
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_random_program_does_printed_what_it_does_on_tokio(ops in ops()) {
        same_as_tokio(&ops);
    }

    #[test]
    fn a_random_crowd_does_printed_what_it_does_on_tokio(ops in crowd()) {
        same_as_tokio(&ops);
    }
}
