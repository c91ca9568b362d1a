//! A trace keeps what it is told: it packs its events, and gives them back as they were.
#![cfg(not(target_arch = "wasm32"))]

use std::time::Duration;

use async_playground::trace::{Cause, Entry, Event, Location, RECORDED_TASKS, TaskId};
use async_playground::trace::{TaskKind, Trace};

const HERE: Location = Location {
    file: "main.rs",
    line: 70_000,
    column: 5,
};

/// What may happen to a task again and again, with small numbers and with the largest.
fn poll(due: Duration, other: TaskId, line: u32) -> Vec<Event> {
    let (lasted, what) = (due, "sleep".into());
    vec![
        Event::PollStart,
        Event::Sleep { until: due, line },
        Event::Await { on: other, line },
        Event::Log {
            text: "ü".into(),
            line,
        },
        Event::Block { lasted, line },
        Event::NeverAwaited { what, line },
        Event::LockHeld { lock: line, lasted },
        Event::LockWait { lock: line, lasted },
        Event::Backlog {
            on: other,
            waiting: line,
            line,
        },
        Event::Cancel { due },
        Event::PollEnd { ready: false },
        Event::Fire { due },
        Event::Wake { by: Cause::Timer },
        Event::PollStart,
        Event::Wake { by: Cause::Js },
        Event::PollEnd { ready: false },
        Event::PollStart,
        Event::Wake {
            by: Cause::Task(other),
        },
        Event::PollEnd { ready: false },
    ]
}

/// A trace of many events, and what it was told.
fn told() -> (Trace, Vec<Entry>) {
    let (mut trace, mut told) = (Trace::default(), Vec::new());
    let mut at = Duration::ZERO;
    for task in (0..500).map(TaskId) {
        let parent = task.0.checked_sub(1).map(TaskId);
        let name = parent.map(|TaskId(id)| format!("branch {id}").into());
        let kind = TaskKind::Task;
        trace.spawn(at, parent, kind, name.clone(), HERE);
        let event = Event::Spawn {
            parent,
            kind,
            name,
            location: HERE,
        };
        told.push(Entry { at, task, event });
        let far = Duration::from_secs(60 * 60 * 24 * 365 * 500);
        let mut events = poll(Duration::from_nanos(task.0.into()), task, task.0);
        events.extend(poll(far, TaskId(u32::MAX), u32::MAX));
        let message = "gone".into();
        let ends = [Event::Complete, Event::Panic { message }, Event::Abort];
        let end = ends[task.0 as usize % 3].clone();
        if end != Event::Abort {
            events.pop();
            events.push(Event::PollEnd { ready: true });
        }
        events.push(end);
        for event in events {
            at += Duration::from_nanos(u64::from(task.0) * 12_345);
            trace.push(at, task, event.clone());
            told.push(Entry { at, task, event });
        }
    }
    (trace, told)
}

#[test]
fn what_is_told_is_kept_as_it_was() {
    let (trace, told) = told();
    assert_eq!(trace.len(), told.len());
    assert!(trace.entries() == told);
}

#[test]
fn every_slice_is_a_part_of_the_whole() {
    let (trace, told) = told();
    for from in (0..told.len() + 500).step_by(97) {
        for limit in [0, 1, 500] {
            let part = told.get(from..).unwrap_or_default();
            let part = &part[..limit.min(part.len())];
            assert!(trace.slice(from, limit) == part, "{limit} from {from}");
        }
    }
    assert!(trace.slice(0, usize::MAX) == told);
}

#[test]
fn who_asks_in_between_hears_of_what_comes_later() {
    let mut trace = Trace::default();
    trace.spawn(Duration::ZERO, None, TaskKind::Main, None, HERE);
    assert_eq!(trace.entries().len(), 1);
    trace.push(Duration::ZERO, TaskId::MAIN, Event::PollStart);
    assert_eq!(trace.entries().len(), 2);
}

#[test]
fn only_so_many_tasks_are_kept() {
    let mut trace = Trace::default();
    for _ in 0..RECORDED_TASKS + 10 {
        trace.spawn(Duration::ZERO, None, TaskKind::Main, None, HERE);
    }
    let last = TaskId(RECORDED_TASKS + 9);
    trace.push(Duration::ZERO, last, Event::PollStart);
    assert_eq!(trace.len(), RECORDED_TASKS as usize);
    assert_eq!(trace.spawned(), RECORDED_TASKS + 10);
}
