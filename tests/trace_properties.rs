//! What holds for the trace of every program, held against random ones; and every
//! random program does on the real tokio what it does simulated.
#![cfg(not(target_arch = "wasm32"))]

use std::future::poll_fn;
use std::pin::pin;
use std::time::Duration;

use async_playground::json;
use async_playground::record::{Clock, Memory, Program, events, head, read};
use async_playground::runtime::{Outcome, Runtime, simulated as clockwork};
use async_playground::speed::Speed;
use async_playground::trace::{Entry, Event, State, TaskKind};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde_json::Value;

#[path = "trace_properties/ops.rs"]
mod ops;
#[allow(dead_code, reason = "random programs are no scenarios")]
#[path = "common/oracle.rs"]
mod oracle;
#[allow(dead_code, unused_imports, reason = "tokio's names, used here or not")]
#[path = "common/playground.rs"]
mod playground;
#[path = "trace_properties/quiet.rs"]
mod quiet;

#[path = "trace_properties"]
mod simulated {
    use async_playground::playground;
    pub mod program;
}

#[allow(
    clippy::duplicate_mod,
    reason = "the same program beside another playground"
)]
#[path = "trace_properties"]
mod on_tokio {
    use crate::playground;
    pub mod program;
}

use ops::{Op, crowd, ops, ops_at_work};
use oracle::Observed;
use quiet::quiet_on_purpose;

fn simulate(ops: &[Op], speed: Speed) -> Runtime {
    quiet_on_purpose();
    let runtime = clockwork::run(simulated::program::main(ops.to_vec()), speed);
    assert_eq!(simulated::program::alive(), 0, "all is dropped once");
    assert_eq!((runtime.live_tasks(), runtime.armed_timers()), (0, 0));
    runtime
}

fn same_as_tokio(ops: &[Op]) {
    let simulated = Observed::of(&simulate(ops, Speed::NORMAL));
    let tokio = playground::run(on_tokio::program::main(ops.to_vec()));
    assert_eq!(on_tokio::program::alive(), 0, "all is dropped once");
    if let Some(difference) = simulated.difference("simulated", &tokio, "tokio") {
        panic!("{difference}");
    }
}

/// The log is that of speed 1, and the total that divided by the speed.
fn same_at(speed: Speed, ops: &[Op]) {
    let mut usual = Observed::of(&simulate(ops, Speed::NORMAL));
    let other = Observed::of(&simulate(ops, speed));
    usual.total = speed.wall(usual.total);
    if let Some(difference) = usual.difference("at speed 1", &other, &format!("at {speed:?}")) {
        panic!("{difference}");
    }
}

/// Stops the run before the poll of `main` with this number, and lets that poll happen.
async fn stopped_at(poll: usize, ops: Vec<Op>) {
    let mut main = pin!(simulated::program::main(ops));
    let mut polls = 0;
    poll_fn(|cx| {
        if polls == poll {
            Runtime::current().expect("it is polled").stop();
        }
        polls += 1;
        main.as_mut().poll(cx)
    })
    .await;
}

/// A stopped run does what it would have done until then, and drops what it has.
fn stops_cleanly(poll: usize, ops: &[Op]) -> Sound {
    let whole = simulate(ops, Speed::NORMAL);
    let stopped = clockwork::run(stopped_at(poll, ops.to_vec()), Speed::NORMAL);
    prop_assert_eq!(simulated::program::alive(), 0, "all is dropped once");
    prop_assert_eq!((stopped.live_tasks(), stopped.armed_timers()), (0, 0));
    let (whole, stopped_log) = (log(&whole), log(&stopped));
    let outcome = stopped.outcome().map(|(_, outcome)| outcome);
    if outcome == Some(Outcome::Completed) {
        prop_assert_eq!(whole, stopped_log);
        return Ok(());
    }
    prop_assert_eq!(outcome, Some(Outcome::Stopped));
    let same = whole.iter().zip(&stopped_log);
    let same = same.take_while(|(whole, stopped)| whole == stopped).count();
    for line in &stopped_log[same..] {
        prop_assert!(line.ends_with(" is dropped"), "after the stop: {line}");
    }
    stopped.trace(|trace| is_sound(trace.entries()))
}

fn log(runtime: &Runtime) -> Vec<String> {
    let text = |entry: &Entry| match &entry.event {
        Event::Log { text, .. } => Some(text.to_string()),
        _ => None,
    };
    runtime.trace(|trace| trace.entries().iter().filter_map(text).collect())
}

/// Slower, faster, and by what divides no millisecond.
fn speed() -> impl Strategy<Value = Speed> {
    prop::sample::select(vec![250, 700, 2000, 3000, 7500, 20_000]).prop_map(Speed::from_thousandths)
}

fn config() -> ProptestConfig {
    // What was found once is tried first, ever after. What is known stands below, as a test of its own.
    let file = FileFailurePersistence::Direct("tests/trace_properties/regressions.txt");
    ProptestConfig {
        failure_persistence: Some(Box::new(file)),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_random_program_runs_as_on_tokio(ops in ops()) {
        same_as_tokio(&ops);
    }

    #[test]
    fn a_random_crowd_runs_as_on_tokio(ops in crowd()) {
        same_as_tokio(&ops);
    }

    #[test]
    fn a_random_program_prints_the_same_at_any_speed(speed in speed(), ops in ops()) {
        same_at(speed, &ops);
    }

    #[test]
    fn a_random_program_is_stopped_at_any_moment(poll in 0..12usize, ops in prop_oneof![ops(), ops_at_work()]) {
        stops_cleanly(poll, &ops)?;
    }

    #[test]
    fn the_trace_of_a_random_program_is_sound(ops in prop_oneof![ops(), ops_at_work()]) {
        let runtime = simulate(&ops, Speed::NORMAL);
        runtime.trace(|trace| {
            let entries = trace.entries();
            prop_assert_eq!(kinds(entries).len(), trace.spawned() as usize);
            is_sound(entries)?;
            the_record_is_accepted(&runtime, entries)
        })?;
    }
}

/// Tens of milliseconds.
const fn t(tens: u64) -> Duration {
    Duration::from_millis(10 * tens)
}

#[test]
fn a_deadline_that_passed_while_the_thread_was_blocked_is_noticed_by_the_loop_only() {
    same_as_tokio(&[Op::Join(
        vec![Op::SleepLate(t(1), t(1)), Op::Block(t(1)), Op::Log],
        vec![Op::Log, Op::Sleep(t(1))],
        None,
    )]);
}

#[test]
fn who_came_due_goes_before_who_has_yielded() {
    same_as_tokio(&[
        Op::Spawn(vec![Op::Sleep(t(1)), Op::Log]),
        Op::Yield,
        Op::Block(t(1)),
        Op::Yield,
        Op::Log,
    ]);
}

#[test]
fn who_always_yields_does_not_hold_up_time() {
    let turns = (0..3).flat_map(|_| [Op::Block(t(1)), Op::Yield, Op::Log]);
    let naps = vec![Op::Sleep(t(1)), Op::Log, Op::Sleep(t(1)), Op::Log];
    let mut ops = vec![Op::Spawn(naps)];
    ops.extend(turns);
    same_as_tokio(&ops);
}

#[test]
fn the_end_of_main_drops_the_oldest_first_though_others_are_ready() {
    same_as_tokio(&[
        Op::Spawn(vec![Op::Guard, Op::Sleep(t(2))]),
        Op::Spawn(vec![Op::Guard, Op::Sleep(t(1))]),
        Op::Sleep(t(1)),
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

fn is_sound(entries: &[Entry]) -> Sound {
    let kinds = kinds(entries);
    times_never_run_backwards(entries)?;
    nothing_fires_early(entries)?;
    every_deadline_is_over_once(entries)?;
    every_event_is_legal_and_every_task_ends_once(entries, &kinds)?;
    polls_nest_and_never_overlap(entries, &kinds)?;
    every_poll_but_the_first_follows_a_wake(entries, &kinds)
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
        let worker = kinds[entry.task.0 as usize] == TaskKind::Worker;
        match entry.event {
            Event::Spawn { parent, .. } => parents.push(parent),
            // What a worker does happens elsewhere.
            _ if worker => {}
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
    let source = include_str!("trace_properties/program.rs");
    let program = Program {
        scenario: "lazy",
        params: Vec::new(),
        source,
    };
    let memory = Memory::default();
    let head = json::write(&head(program, runtime, Clock::Simulated, memory, entries));
    let events = json::write(&events(entries, 0, source));
    let record = format!("{},\"events\":{events}}}", &head[..head.len() - 1]);
    let again = read(&record).map(|(head, events)| [json::write(&head), json::write(&events)]);
    prop_assert_eq!(again, Ok([head, events]));

    // Read by another reader, it has every event with its number and its time.
    let record: Value = serde_json::from_str(&record).expect("a record is JSON");
    let events = record["events"].as_array().expect("a list");
    prop_assert_eq!(events.len(), entries.len());
    for (n, (event, entry)) in events.iter().zip(entries).enumerate() {
        prop_assert_eq!(event["n"].as_u64(), Some(n as u64));
        prop_assert_eq!(nanos(&event["at_ms"]), entry.at);
        prop_assert_eq!(event["task"].as_u64(), Some(entry.task.0.into()));
        if let Event::Log { text, .. } = &entry.event {
            prop_assert_eq!(event["text"].as_str(), Some(&**text));
        }
    }
    prop_assert_eq!(&record["outcome"], &Value::from("completed"));
    let ended = runtime.outcome().map(|(at, _)| at);
    prop_assert_eq!(Some(nanos(&record["elapsed_ms"])), ended);
    Ok(())
}

/// Milliseconds of a record, as whole nanoseconds.
fn nanos(ms: &Value) -> Duration {
    let ms = ms.as_f64().expect("a number");
    Duration::from_nanos((ms * 1e6).round() as u64)
}
