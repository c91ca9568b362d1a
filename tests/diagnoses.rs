//! Who blocked the loop, and for how long: each line with its own time.
#![cfg(not(target_arch = "wasm32"))]

use std::time::Duration;

use async_playground::diagnose::diagnose;
use async_playground::speed::Speed;
use async_playground::trace::{Entry, Event, Location, TaskId, TaskKind};

/// A trace in short: milliseconds, lane, event.
fn trace(short: &[(u64, u32, Event)]) -> Vec<Entry> {
    let entry = |(ms, task, event): &(u64, u32, Event)| Entry {
        at: Duration::from_millis(*ms),
        task: TaskId(*task),
        event: event.clone(),
    };
    short.iter().map(entry).collect()
}

fn spawn(kind: TaskKind) -> Event {
    let location = Location {
        file: "",
        line: 1,
        column: 1,
    };
    Event::Spawn {
        parent: (kind != TaskKind::Main).then_some(TaskId::MAIN),
        kind,
        name: None,
        location,
    }
}

fn block(ms: u64, line: u32) -> Event {
    Event::Block {
        lasted: Duration::from_millis(ms),
        line,
    }
}

const PENDING: Event = Event::PollEnd { ready: false };

/// What is said, up to the colon, by whom.
fn said(short: &[(u64, u32, Event)], speed: Speed) -> Vec<(String, u32)> {
    let found = diagnose(&trace(short), speed, |task| format!("lane {}", task.0));
    let said = found.into_iter().map(|found| {
        let (before, after) = found.message.split_once(": ").expect("a colon");
        assert_eq!(after, "until its poll ended, nothing else could run.");
        (before.to_string(), found.task.0)
    });
    said.collect()
}

#[test]
fn a_line_that_blocks_answers_for_its_own_time_and_the_poll_for_the_rest() {
    let short = [
        (0, 0, spawn(TaskKind::Main)),
        (0, 0, Event::PollStart),
        (1000, 0, block(1000, 7)),
        (1400, 0, PENDING),
    ];
    let expected = [
        ("lane 0 blocked the loop for 1.00 s in line 7", 0),
        ("lane 0 blocked the loop for 0.40 s", 0),
    ];
    assert_eq!(
        said(&short, Speed::NORMAL),
        expected.map(|(text, task)| (text.into(), task))
    );
}

#[test]
fn each_line_and_each_branch_has_its_own_time() {
    let short = [
        (0, 0, spawn(TaskKind::Main)),
        (0, 0, Event::PollStart),
        (0, 1, spawn(TaskKind::Branch)),
        (0, 2, spawn(TaskKind::Branch)),
        (0, 1, Event::PollStart),
        (100, 1, block(100, 3)),
        (160, 1, block(60, 4)),
        (260, 1, block(100, 3)),
        (260, 1, PENDING),
        (260, 2, Event::PollStart),
        (320, 2, block(60, 4)),
        (320, 2, PENDING),
        (330, 0, PENDING),
    ];
    let expected = [
        (
            "lane 1 blocked the loop for 0.26 s (0.20 s in line 3 and 0.06 s in line 4)",
            1,
        ),
        ("lane 2 blocked the loop for 0.06 s in line 4", 2),
    ];
    assert_eq!(
        said(&short, Speed::NORMAL),
        expected.map(|(text, task)| (text.into(), task))
    );
}

#[test]
fn a_block_is_long_or_short_in_the_program_s_own_seconds() {
    let short = [
        (0, 0, spawn(TaskKind::Main)),
        (0, 0, Event::PollStart),
        (20, 0, block(20, 7)),
        (20, 0, PENDING),
    ];
    assert_eq!(said(&short, Speed::NORMAL), []);
    assert_eq!(
        said(&short, Speed::from_thousandths(4000)),
        [(
            "lane 0 blocked the loop for 0.02 s in line 7".to_string(),
            0
        )]
    );
}

#[test]
fn a_worker_blocks_no_loop_and_very_many_lines_are_summed_up() {
    let mut short = vec![
        (0, 0, spawn(TaskKind::Main)),
        (0, 1, spawn(TaskKind::Worker)),
        (0, 1, Event::PollStart),
        (500, 1, block(500, 1)),
        (500, 1, PENDING),
        (500, 0, Event::PollStart),
    ];
    short.extend((0..40).map(|line| (510 + 10 * u64::from(line), 0, block(10, line))));
    short.push((910, 0, PENDING));
    let said = said(&short, Speed::NORMAL);
    assert_eq!(said.len(), 1);
    assert!(
        said[0]
            .0
            .starts_with("lane 0 blocked the loop for 0.40 s (0.01 s in line 0, "),
        "{said:?}"
    );
    assert!(
        said[0]
            .0
            .ends_with(", 0.01 s in line 9 and 0.30 s in other lines)"),
        "{said:?}"
    );
}
