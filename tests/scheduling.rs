//! Who is polled when, and who is dropped when, to the letter as on the real tokio.
#![cfg(not(target_arch = "wasm32"))]

use async_playground::runtime::simulated as clockwork;
use async_playground::speed::Speed;

#[allow(dead_code, reason = "these programs are no scenarios")]
#[path = "common/oracle.rs"]
mod oracle;
#[allow(dead_code, unused_imports, reason = "tokio's names, used here or not")]
#[path = "common/playground.rs"]
mod playground;

#[path = "scheduling"]
mod simulated {
    use async_playground::playground;
    mod programs;
    pub use programs::PROGRAMS;
}

#[allow(
    clippy::duplicate_mod,
    reason = "the same programs beside another playground"
)]
#[path = "scheduling"]
mod on_tokio {
    use crate::playground;
    mod programs;
    pub use programs::PROGRAMS;
}

use oracle::Observed;

#[test]
fn every_program_does_what_it_does_on_tokio() {
    let mut differences = String::new();
    for ((name, ours), (_, theirs)) in simulated::PROGRAMS.iter().zip(on_tokio::PROGRAMS) {
        let simulated = Observed::of(&clockwork::run(ours(), Speed::NORMAL));
        let tokio = playground::run(theirs());
        assert!(!tokio.log.is_empty(), "{name} prints nothing");
        if let Some(difference) = simulated.difference("simulated", &tokio, "tokio") {
            differences += &format!("{name}: {difference}");
        }
    }
    assert!(differences.is_empty(), "\n{differences}");
}

/// Ticks are those of the program's own time, so its order is the same at every speed.
#[test]
fn every_program_prints_the_same_at_every_speed() {
    for (name, program) in simulated::PROGRAMS {
        let log = |speed| Observed::of(&clockwork::run(program(), speed)).log;
        let normal = log(Speed::NORMAL);
        for thousandths in [250, 3000, 20_000] {
            let speed = Speed::from_thousandths(thousandths);
            assert_eq!(log(speed), normal, "{name} at speed {}", speed.to_f64());
        }
    }
}
