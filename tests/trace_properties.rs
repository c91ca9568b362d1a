//! What holds for the trace of every program, held against random ones; and every
//! random program does on the real tokio what it does simulated.
#![cfg(not(target_arch = "wasm32"))]

use std::time::Duration;

use async_playground::json;
use async_playground::record::{Clock, Memory, Program, read, record};
use async_playground::runtime::{Runtime, simulated as clockwork};
use async_playground::trace::{Entry, Event, State, TaskKind};
use proptest::prelude::*;
use serde_json::Value;

#[allow(dead_code, reason = "random programs are no scenarios")]
#[path = "common/oracle.rs"]
mod oracle;
#[allow(dead_code, unused_imports, reason = "tokio's names, used here or not")]
#[path = "common/playground.rs"]
mod playground;

#[path = "trace_properties"]
mod simulated {
    use async_playground::playground;
    mod program;
    pub use program::program;
}

#[allow(
    clippy::duplicate_mod,
    reason = "the same program beside another playground"
)]
#[path = "trace_properties"]
mod on_tokio {
    use crate::playground;
    mod program;
    pub use program::program;
}

use oracle::Observed;

/// What a random program does. Times are in units of 10 ms.
#[derive(Clone, Debug)]
pub enum Op {
    /// Print a line.
    Log,
    /// Sleep, and wait for it.
    Sleep(u8),
    /// Make a sleep and drop it.
    DropSleep(u8),
    /// Make a sleep, block the thread, and wait for the sleep only then.
    SleepLate(u8, u8),
    /// Block the thread.
    Block(u8),
    /// Let the others run.
    Yield,
    /// Print a line when the program is dropped.
    Guard,
    /// Spawn a program and keep its handle.
    Spawn(Vec<Op>),
    /// Wait for one of the handles, and let go of it.
    Await(usize),
    /// Abort by one of the handles, and keep it.
    Abort(usize),
    /// Run two or three programs as branches.
    Join(Vec<Op>, Vec<Op>, Option<Vec<Op>>),
    /// Run a program for some time at most.
    Timeout(u8, Vec<Op>),
    /// Run two programs as branches until one of them ends.
    Select(Vec<Op>, Vec<Op>),
    /// Spawn programs as one group, and wait for as many of them.
    JoinSet(Vec<Vec<Op>>, usize),
    /// Wait for ticks, and do something else meanwhile.
    Interval(Ticking),
}

/// What is done in [`Op::Interval`].
#[derive(Clone, Debug)]
pub struct Ticking {
    /// The time from tick to tick.
    pub period: u8,
    /// How many ticks are waited for.
    pub ticks: u8,
    /// How long the thread is blocked at each of them.
    pub block: u8,
    /// How long each of them is waited for, if not until it comes.
    pub patience: Option<u8>,
}

fn simulate(ops: &[Op]) -> Runtime {
    clockwork::run(simulated::program("main".into(), ops.to_vec()), 1.0)
}

fn same_as_tokio(ops: &[Op]) {
    let simulated = Observed::of(&simulate(ops));
    let tokio = playground::run(on_tokio::program("main".into(), ops.to_vec()));
    if let Some(difference) = simulated.difference("simulated", &tokio, "tokio") {
        panic!("{difference}");
    }
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let op = prop_oneof![
        2 => Just(Op::Log),
        4 => (0..6u8).prop_map(Op::Sleep),
        1 => (0..6u8).prop_map(Op::DropSleep),
        1 => (0..6u8, 0..6u8).prop_map(|(time, block)| Op::SleepLate(time, block)),
        1 => (0..6u8).prop_map(Op::Block),
        2 => Just(Op::Yield),
        1 => Just(Op::Guard),
        2 => any::<usize>().prop_map(Op::Await),
        1 => any::<usize>().prop_map(Op::Abort),
        1 => (1..4u8, 0..5u8, 0..6u8, prop::option::of(0..4u8)).prop_map(|(period, ticks, block, patience)| {
            Op::Interval(Ticking { period, ticks, block, patience })
        }),
    ];
    let ops = prop::collection::vec(op.clone(), 0..6);
    ops.prop_recursive(4, 48, 6, move |ops| {
        let compound = prop_oneof![
            3 => ops.clone().prop_map(Op::Spawn),
            1 => (ops.clone(), ops.clone(), prop::option::of(ops.clone()))
                .prop_map(|(a, b, c)| Op::Join(a, b, c)),
            1 => (0..6u8, ops.clone()).prop_map(|(time, ops)| Op::Timeout(time, ops)),
            1 => (ops.clone(), ops.clone()).prop_map(|(a, b)| Op::Select(a, b)),
            1 => (prop::collection::vec(ops, 0..4), 0..5usize)
                .prop_map(|(set, count)| Op::JoinSet(set, count)),
        ];
        prop::collection::vec(prop_oneof![op.clone(), compound], 0..8)
    })
}

proptest! {
    // What was found once stands below, as a test of its own.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_random_program_runs_as_on_tokio(ops in ops()) {
        same_as_tokio(&ops);
    }

    #[test]
    fn the_trace_of_a_random_program_is_sound(ops in ops()) {
        let runtime = simulate(&ops);
        prop_assert_eq!(runtime.live_tasks(), 0);
        prop_assert_eq!(runtime.armed_timers(), 0);
        runtime.trace(|trace| {
            let entries = trace.entries();
            let kinds = kinds(entries);
            prop_assert_eq!(kinds.len(), trace.spawned() as usize);
            times_never_run_backwards(entries)?;
            nothing_fires_early(entries)?;
            every_deadline_is_over_once(entries)?;
            every_event_is_legal_and_every_task_ends_once(entries, &kinds)?;
            polls_nest_and_never_overlap(entries, &kinds)?;
            every_poll_but_the_first_follows_a_wake(entries, &kinds)?;
            the_record_is_accepted(&runtime, entries)
        })?;
    }
}

#[test]
fn a_deadline_that_passed_while_the_thread_was_blocked_is_noticed_by_the_loop_only() {
    same_as_tokio(&[Op::Join(
        vec![Op::SleepLate(1, 1), Op::Block(1), Op::Log],
        vec![Op::Log, Op::Sleep(1)],
        None,
    )]);
}

#[test]
fn who_came_due_goes_before_who_has_yielded() {
    same_as_tokio(&[
        Op::Spawn(vec![Op::Sleep(1), Op::Log]),
        Op::Yield,
        Op::Block(1),
        Op::Yield,
        Op::Log,
    ]);
}

#[test]
fn who_always_yields_does_not_hold_up_time() {
    let turns = (0..3).flat_map(|_| [Op::Block(1), Op::Yield, Op::Log]);
    let mut ops = vec![Op::Spawn(vec![
        Op::Sleep(1),
        Op::Log,
        Op::Sleep(1),
        Op::Log,
    ])];
    ops.extend(turns);
    same_as_tokio(&ops);
}

#[test]
fn the_end_of_main_drops_the_oldest_first_though_others_are_ready() {
    same_as_tokio(&[
        Op::Spawn(vec![Op::Guard, Op::Sleep(2)]),
        Op::Spawn(vec![Op::Guard, Op::Sleep(1)]),
        Op::Sleep(1),
    ]);
}

type Sound = Result<(), TestCaseError>;

fn kinds(entries: &[Entry]) -> Vec<TaskKind> {
    let kind = |entry: &Entry| match entry.event {
        Event::Spawn { kind, .. } => Some(kind),
        _ => None,
    };
    entries.iter().filter_map(kind).collect()
}

fn times_never_run_backwards(entries: &[Entry]) -> Sound {
    prop_assert!(entries.is_sorted_by_key(|entry| entry.at));
    Ok(())
}

fn nothing_fires_early(entries: &[Entry]) -> Sound {
    for entry in entries {
        if let Event::Fire { due } = entry.event {
            prop_assert!(entry.at >= due, "{entry:?}");
        }
    }
    Ok(())
}

/// It fires, is taken back, or outlives its lane; nothing else fires or is taken back.
fn every_deadline_is_over_once(entries: &[Entry]) -> Sound {
    let mut set = Vec::new();
    for Entry { task, event, .. } in entries {
        match event {
            Event::Sleep { until, .. } => set.push((*task, *until)),
            Event::Fire { due } | Event::Cancel { due } => {
                let at = set.iter().position(|deadline| *deadline == (*task, *due));
                prop_assert!(at.is_some(), "{task:?} has not set {due:?}");
                set.remove(at.expect("asserted above"));
            }
            Event::Complete | Event::Abort | Event::Panic { .. } => {
                set.retain(|(sleeper, _)| sleeper != task);
            }
            _ => {}
        }
    }
    prop_assert!(set.is_empty(), "still set: {set:?}");
    Ok(())
}

fn every_event_is_legal_and_every_task_ends_once(entries: &[Entry], kinds: &[TaskKind]) -> Sound {
    let mut states: Vec<Option<State>> = vec![None; kinds.len()];
    let mut ends = vec![0; kinds.len()];
    for entry in entries {
        let task = entry.task.0 as usize;
        prop_assert_eq!(ends[task], 0, "after its end: {:?}", entry);
        let after = State::after(states[task], &entry.event, kinds[task]);
        prop_assert!(after.is_some(), "{:?}, then {entry:?}", states[task]);
        states[task] = after;
        if let Event::Complete | Event::Abort | Event::Panic { .. } = entry.event {
            ends[task] += 1;
        }
    }
    prop_assert!(ends.iter().all(|ends| *ends == 1), "ends: {ends:?}");
    Ok(())
}

fn polls_nest_and_never_overlap(entries: &[Entry], kinds: &[TaskKind]) -> Sound {
    let mut polled = Vec::new();
    let mut parents = Vec::new();
    for entry in entries {
        match entry.event {
            Event::Spawn { parent, .. } => parents.push(parent),
            Event::PollStart => {
                let around = match kinds[entry.task.0 as usize] {
                    TaskKind::Branch => parents[entry.task.0 as usize],
                    _ => None,
                };
                prop_assert_eq!(polled.last(), around.as_ref(), "{:?}", entry);
                polled.push(entry.task);
            }
            Event::PollEnd { .. } => prop_assert_eq!(polled.pop(), Some(entry.task)),
            _ => {}
        }
    }
    prop_assert!(polled.is_empty(), "still polled: {polled:?}");
    Ok(())
}

fn every_poll_but_the_first_follows_a_wake(entries: &[Entry], kinds: &[TaskKind]) -> Sound {
    // To be spawned is to be woken. A branch is polled whenever its task is.
    let mut woken = vec![false; kinds.len()];
    for entry in entries {
        let task = entry.task.0 as usize;
        match entry.event {
            Event::Spawn { .. } | Event::Wake { .. } => woken[task] = true,
            Event::PollStart if kinds[task] != TaskKind::Branch => {
                prop_assert!(woken[task], "not woken: {entry:?}");
                woken[task] = false;
            }
            _ => {}
        }
    }
    Ok(())
}

/// What is written of a run is read again as it was: in all of it, as much may happen as in a run.
fn the_record_is_accepted(runtime: &Runtime, entries: &[Entry]) -> Sound {
    let program = Program {
        scenario: "lazy",
        params: Vec::new(),
        source: include_str!("trace_properties/program.rs"),
    };
    let record = record(
        program,
        runtime,
        Clock::Simulated,
        Memory::default(),
        entries,
    );
    let written = json::write(&record);
    let again = read(&written).map(|record| json::write(&record));
    prop_assert_eq!(again.as_ref(), Ok(&written));

    // Read by another reader, it has every event with its number and its time.
    let record: Value = serde_json::from_str(&written).expect("a record is JSON");
    let events = record["events"].as_array().expect("a list");
    prop_assert_eq!(events.len(), entries.len());
    for (n, (event, entry)) in events.iter().zip(entries).enumerate() {
        prop_assert_eq!(event["n"].as_u64(), Some(n as u64));
        let ms = event["at_ms"].as_f64().expect("a number");
        prop_assert_eq!((ms * 1e6).round() as u128, entry.at.as_nanos());
        prop_assert_eq!(event["task"].as_u64(), Some(entry.task.0.into()));
        if let Event::Log { text, .. } = &entry.event {
            prop_assert_eq!(event["text"].as_str(), Some(&**text));
        }
    }
    prop_assert_eq!(&record["outcome"], &Value::from("completed"));
    let elapsed = record["elapsed_ms"]
        .as_f64()
        .map(|ms| Duration::from_secs_f64(ms / 1e3));
    let ended = runtime.outcome().map(|(at, _)| at);
    prop_assert_eq!(elapsed, ended);
    Ok(())
}
