//! The record of a program of one's own.

use async_playground::json;
use async_playground::record::{Clock, Memory, Program, events, head, read};

use crate::assembler::{Assembler, Body};

/// A record with these fields more, and the name of its scenario.
fn record(scenario: &str, more: &str) -> String {
    let mut assembler = Assembler::new();
    let mut main = Body::coroutine("main", 0);
    main.line(2);
    main.log(&mut assembler, "hello");
    main.ready();
    let runtime = assembler.run(main);
    let source = "async fn main() {\n    println!(\"hello\");\n}\n";
    let (params, memory) = (Vec::new(), Memory::default());
    let program = Program {
        scenario,
        params,
        source,
    };
    runtime.trace(|trace| {
        let entries = trace.entries();
        let head = json::write(&head(program, &runtime, Clock::Simulated, memory, entries));
        let events = json::write(&events(entries, 0, source));
        let head = &head[..head.len() - 1];
        format!("{head},\"events\":{events}{more}}}")
    })
}

const EDITED: &str = r#","source":"async fn main() {}","program":"AbC-_9""#;

#[test]
fn a_record_carries_its_program() {
    for scenario in ["program", "gather"] {
        let record = record(scenario, EDITED);
        let (head, _) = read(&record).expect("it is whole");
        let head = json::write(&head);
        assert!(head.contains(&EDITED[1..]), "{head}");
    }
}

#[test]
fn a_record_may_carry_a_program_without_its_bytecode() {
    let source = ",\"source\":\"async fn main() {}\"";
    let record = record("program", source);
    let (head, _) = read(&record).expect("it is whole");
    let head = json::write(&head);
    assert!(head.contains(&source[1..]), "{head}");
    assert!(!head.contains("\"program\":"), "{head}");
}

#[test]
fn a_program_of_ones_own_takes_parameters_as_they_are() {
    let record = record("program", EDITED).replace("\"params\":{}", "\"params\":{\"a\":0.5}");
    let (head, _) = read(&record).expect("it is whole");
    assert!(json::write(&head).contains("\"params\":{\"a\":0.5}"));
}

#[test]
fn what_a_record_may_not_carry_is_named() {
    let error = |scenario, more: &str| read(&record(scenario, more)).err().expect("an error");
    assert!(error("program", "").starts_with("there is no scenario \"program\""));
    assert!(error("other", EDITED).starts_with("there is no scenario \"other\""));
    assert_eq!(error("program", ",\"program\":\"A\""), "source is missing");
    let allowed = "base64url, at most 400000 characters long";
    for program in ["a+b".to_string(), "A".repeat(400_001)] {
        let more = format!(",\"source\":\"\",\"program\":\"{program}\"");
        assert!(error("program", &more).contains(allowed));
    }
    let more = format!(",\"program\":\"\",\"source\":\"{}\"", "é".repeat(30_001));
    assert!(error("program", &more).contains("at most 30000 characters long"));
}
