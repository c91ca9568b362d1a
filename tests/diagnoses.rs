//! What is said of a trace. Of who blocked the loop: for how long, each line with its own time.
#![cfg(not(target_arch = "wasm32"))]

use std::rc::Rc;
use std::time::Duration;

use async_playground::diagnose::diagnose;
use async_playground::playground::std::thread;
use async_playground::playground::tokio::sync::Notify;
use async_playground::playground::tokio::{task, time};
use async_playground::runtime::simulated;
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

/// Code and words of each diagnosis.
fn found(entries: &[Entry]) -> Vec<(&'static str, String)> {
    let found = diagnose(entries, Speed::NORMAL, |task| format!("lane {}", task.0));
    let found = found.into_iter();
    found.map(|found| (found.code, found.message)).collect()
}

#[test]
fn short_pieces_in_one_poll_want_a_pause_and_long_ones_are_too_long_by_themselves() {
    let pieces = |ms: u64| {
        let mut short = vec![(0, 0, spawn(TaskKind::Main)), (0, 0, Event::PollStart)];
        short.extend((1..=3).map(|n| (n * ms, 0, block(ms, 7))));
        short.push((3 * ms, 0, PENDING));
        found(&trace(&short))
    };
    let until = "until its poll ended, nothing else could run.";
    assert_eq!(
        pieces(20),
        [(
            "never-yields",
            format!("lane 0 did 3 pieces of work without a pause, 0.06 s in line 7: {until}")
        )]
    );
    assert_eq!(
        pieces(50),
        [(
            "blocked-loop",
            format!("lane 0 blocked the loop for 0.15 s in line 7: {until}")
        )]
    );
    assert_eq!(pieces(16), []);
}

#[test]
fn a_task_that_is_dropped_before_its_first_poll_never_started_unless_the_run_was_stopped() {
    let begin = [
        (0, 0, spawn(TaskKind::Main)),
        (0, 0, Event::PollStart),
        (0, 1, spawn(TaskKind::Task)),
        (0, 2, spawn(TaskKind::Branch)),
        (0, 3, spawn(TaskKind::Task)),
        (1, 0, PENDING),
        (1, 2, Event::Abort),
        (1, 3, Event::PollStart),
        (1, 3, PENDING),
        (1, 3, Event::Abort),
    ];
    let with = |rest: &[(u64, u32, Event)]| found(&trace(&[&begin, rest].concat()));
    let message = |why: &str| {
        let message = format!(
            "lane 1 never started: {why} before its first poll, so that no line of it ran."
        );
        [("never-started", message)]
    };
    let aborted = [(2, 1, Event::Abort), (2, 0, Event::Abort)];
    assert_eq!(with(&aborted), message("it was aborted"));
    let ended = [
        (2, 0, Event::PollStart),
        (2, 0, Event::PollEnd { ready: true }),
        (2, 0, Event::Complete),
        (2, 1, Event::Abort),
    ];
    assert_eq!(with(&ended), message("main ended"));
    let stopped = [(2, 0, Event::Abort), (2, 1, Event::Abort)];
    assert_eq!(with(&stopped), []);
}

#[test]
fn tasks_that_wake_each_other_starve_timers_and_one_long_poll_is_told_of_by_itself() {
    async fn ping_pong(mine: Rc<Notify>, other: Rc<Notify>, work: Duration) {
        for _ in 0..100 {
            mine.notified().await;
            thread::sleep(work);
            other.notify_one();
        }
    }
    async fn main(work: Duration) {
        let (a, b) = (Rc::new(Notify::new()), Rc::new(Notify::new()));
        task::spawn_local(ping_pong(a.clone(), b.clone(), work));
        task::spawn_local(ping_pong(b, a.clone(), work));
        a.notify_one();
        time::sleep(Duration::from_millis(10)).await;
    }
    let codes = |work| {
        let run = simulated::run(main(Duration::from_millis(work)), Speed::NORMAL);
        run.trace(|trace| found(trace.entries()))
    };
    let [(code, message)] = &codes(2)[..] else {
        panic!("{:?}", codes(2));
    };
    assert_eq!(*code, "starved-timer");
    assert!(
        message.starts_with("A timer of lane 0 came 0."),
        "{message}"
    );
    assert_eq!(codes(0), []);
    let long = codes(60);
    assert!(
        long.iter().all(|(code, _)| *code == "blocked-loop"),
        "{long:?}"
    );
}
