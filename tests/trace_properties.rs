//! What holds for the trace of every program, held against random ones; and every
//! random program does on the real tokio what it does simulated.
#![cfg(not(target_arch = "wasm32"))]

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Once;
use std::time::Duration;

use async_playground::json;
use async_playground::record::{Clock, Memory, Program, events, head, read};
use async_playground::runtime::{Outcome, Runtime, simulated as clockwork};
use async_playground::speed::Speed;
use async_playground::trace::{Entry, Event, State, TaskKind};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
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

use oracle::Observed;

/// What a random program does.
#[derive(Clone, Debug)]
pub enum Op {
    /// Print a line.
    Log,
    /// Sleep, and wait for it.
    Sleep(Duration),
    /// Let the others run, and sleep until a moment that was chosen before.
    SleepUntil(Duration),
    /// Make a sleep and drop it.
    DropSleep(Duration),
    /// Make a sleep, block the thread, and wait for the sleep only then.
    SleepLate(Duration, Duration),
    /// Wait for a sleep for some time at most, and let it begin anew.
    ResetSleep(Duration, Duration, Duration),
    /// Block the thread.
    Block(Duration),
    /// Let the others run.
    Yield,
    /// Print a line when the program is dropped.
    Guard,
    /// Print a line when the program is dropped, and panic.
    PanickingGuard,
    /// Panic.
    Panic,
    /// Spawn a program and keep its handle.
    Spawn(Vec<Op>),
    /// Spawn a program and drop its handle. Its output's destructor may panic.
    SpawnDetached(Vec<Op>, bool),
    /// Spawn as many programs that are all the same.
    SpawnMany(u8, Vec<Op>),
    /// Wait for one of the handles, and let go of it.
    Await(usize),
    /// Abort by one of the handles, and keep it.
    Abort(usize),
    /// Drop one of the handles.
    Drop(usize),
    /// Block another thread, and keep its handle.
    Work(fn()),
    /// Wait for all other threads.
    AwaitWork,
    /// Run two or three programs as branches.
    Join(Vec<Op>, Vec<Op>, Option<Vec<Op>>),
    /// Run two programs as branches, always in this order.
    JoinBiased(Vec<Op>, Vec<Op>),
    /// Run a program for some time at most.
    Timeout(Duration, Vec<Op>),
    /// Run two programs as branches until one of them ends.
    Select(Vec<Op>, Vec<Op>),
    /// Spawn programs as one group, two of them at once.
    JoinSet(Vec<Vec<Op>>, Vec<SetOp>),
    /// Wait for ticks, and do something else meanwhile.
    Interval(Ticking),
    /// Send a message through the channel that all tasks share, which holds two.
    Send(Duration),
    /// Send a message through the channel that holds any number.
    SendUnbounded,
    /// Receive from the one.
    Receive(Duration),
    /// Receive from the other.
    ReceiveUnbounded(Duration),
    /// Spawn a program that sends its output, and wait for that.
    Oneshot(Duration, Vec<Op>),
    /// Run a program that holds the lock of all tasks.
    Lock(Duration, Vec<Op>),
    /// Run a program that holds some of the three permits of all tasks.
    Acquire(u32, Duration, Vec<Op>),
}

/// What is done with a group.
#[derive(Clone, Debug)]
pub enum SetOp {
    /// Spawn one more of its programs.
    Spawn,
    /// Wait for the next of them to end.
    JoinNext,
    /// Take what has ended.
    TryJoinNext,
    /// Abort all.
    AbortAll,
    /// Let go of all.
    DetachAll,
    /// Abort all, and wait for their end.
    Shutdown,
    /// Wait for all.
    JoinAll,
    /// Let the others run.
    Yield,
}

/// What is done in [`Op::Interval`].
#[derive(Clone, Debug)]
pub struct Ticking {
    /// When the first tick is.
    pub start: Duration,
    /// The time from tick to tick.
    pub period: Duration,
    /// What is done about missed ticks.
    pub missed: Missed,
    /// How many ticks are waited for.
    pub ticks: u8,
    /// Before which of them it begins anew.
    pub reset: Option<u8>,
    /// How long the thread is blocked at each of them.
    pub block: Duration,
    /// How long each of them is waited for, if not until it comes.
    pub patience: Option<Duration>,
}

/// `MissedTickBehavior`, of which there are two.
#[allow(missing_docs, reason = "they are tokio's")]
#[derive(Clone, Copy, Debug)]
pub enum Missed {
    Burst,
    Delay,
    Skip,
}

/// A panic that is part of a program says nothing on the terminal.
fn quiet_on_purpose() {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let default = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let cancelled =
                |text: &str| text.starts_with("task ") && text.ends_with(" was cancelled");
            let on_purpose = |text: &str| text.starts_with("on purpose") || cancelled(text);
            if !panic.payload_as_str().is_some_and(on_purpose) {
                default(panic);
            }
        }));
    });
}

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

/// None, some tens of milliseconds, some milliseconds, or less than one.
fn time() -> impl Strategy<Value = Duration> {
    prop_oneof![
        4 => (0..6u64).prop_map(|n| Duration::from_millis(10 * n)),
        1 => (0..25u64).prop_map(Duration::from_millis),
        1 => (0..50u64).prop_map(|n| Duration::from_micros(250 * n)),
    ]
}

fn period() -> impl Strategy<Value = Duration> {
    time().prop_filter("an interval has a period", |period| !period.is_zero())
}

fn ticking() -> impl Strategy<Value = Ticking> {
    let missed = prop_oneof![Just(Missed::Burst), Just(Missed::Delay), Just(Missed::Skip)];
    let reset = prop::option::of(0..4u8);
    let times = (time(), period(), time(), prop::option::of(time()));
    (times, missed, 0..5u8, reset).prop_map(|(times, missed, ticks, reset)| {
        let (start, period, block, patience) = times;
        Ticking {
            start,
            period,
            missed,
            ticks,
            reset,
            block,
            patience,
        }
    })
}

fn set_op() -> impl Strategy<Value = SetOp> {
    prop_oneof![
        2 => Just(SetOp::Spawn),
        4 => Just(SetOp::JoinNext),
        2 => Just(SetOp::TryJoinNext),
        1 => Just(SetOp::AbortAll),
        1 => Just(SetOp::DetachAll),
        1 => Just(SetOp::Shutdown),
        1 => Just(SetOp::JoinAll),
        1 => Just(SetOp::Yield),
    ]
}

fn work() -> impl Strategy<Value = fn()> {
    use async_playground::playground::std::thread::sleep;
    fn nothing() {}
    fn some() {
        sleep(Duration::from_millis(15));
    }
    fn more() {
        sleep(Duration::from_millis(20));
        sleep(Duration::from_micros(1300));
    }
    fn panics() {
        panic!("on purpose: at work");
    }
    prop::sample::select(vec![nothing as fn(), some, more, panics])
}

/// Programs without other threads: when those end is left to chance on tokio.
fn ops() -> BoxedStrategy<Vec<Op>> {
    let op = prop_oneof![
        2 => Just(Op::Log),
        4 => time().prop_map(Op::Sleep),
        1 => time().prop_map(Op::SleepUntil),
        1 => time().prop_map(Op::DropSleep),
        1 => (time(), time()).prop_map(|(time, block)| Op::SleepLate(time, block)),
        1 => (time(), time(), time()).prop_map(|(a, b, c)| Op::ResetSleep(a, b, c)),
        1 => time().prop_map(Op::Block),
        3 => Just(Op::Yield),
        1 => Just(Op::Guard),
        1 => Just(Op::PanickingGuard),
        1 => Just(Op::Panic),
        3 => any::<usize>().prop_map(Op::Await),
        1 => any::<usize>().prop_map(Op::Abort),
        1 => any::<usize>().prop_map(Op::Drop),
        1 => ticking().prop_map(Op::Interval),
        1 => time().prop_map(Op::Send),
        1 => Just(Op::SendUnbounded),
        1 => time().prop_map(Op::Receive),
        1 => time().prop_map(Op::ReceiveUnbounded),
    ];
    ops_of(op.boxed())
}

/// Programs with other threads, too.
fn ops_at_work() -> BoxedStrategy<Vec<Op>> {
    let op = prop_oneof![
        2 => Just(Op::Log),
        2 => time().prop_map(Op::Sleep),
        2 => Just(Op::Yield),
        2 => work().prop_map(Op::Work),
        2 => Just(Op::AwaitWork),
        2 => any::<usize>().prop_map(Op::Await),
        1 => any::<usize>().prop_map(Op::Abort),
        1 => Just(Op::Guard),
    ];
    ops_of(op.boxed())
}

/// These, alone and nested.
fn ops_of(op: BoxedStrategy<Op>) -> BoxedStrategy<Vec<Op>> {
    let ops = prop::collection::vec(op.clone(), 0..6);
    let ops = ops.prop_recursive(4, 48, 6, move |ops| {
        let compound = prop_oneof![
            4 => ops.clone().prop_map(Op::Spawn),
            1 => (ops.clone(), any::<bool>())
                .prop_map(|(ops, panics)| Op::SpawnDetached(ops, panics)),
            1 => (ops.clone(), ops.clone(), prop::option::of(ops.clone()))
                .prop_map(|(a, b, c)| Op::Join(a, b, c)),
            1 => (ops.clone(), ops.clone()).prop_map(|(a, b)| Op::JoinBiased(a, b)),
            1 => (time(), ops.clone()).prop_map(|(time, ops)| Op::Timeout(time, ops)),
            1 => (ops.clone(), ops.clone()).prop_map(|(a, b)| Op::Select(a, b)),
            2 => (prop::collection::vec(ops.clone(), 0..4), prop::collection::vec(set_op(), 0..6))
                .prop_map(|(programs, ops)| Op::JoinSet(programs, ops)),
            1 => (time(), ops.clone()).prop_map(|(time, ops)| Op::Oneshot(time, ops)),
            1 => (time(), ops.clone()).prop_map(|(time, ops)| Op::Lock(time, ops)),
            1 => (1..4u32, time(), ops).prop_map(|(n, time, ops)| Op::Acquire(n, time, ops)),
        ];
        prop::collection::vec(prop_oneof![op.clone(), compound], 0..8)
    });
    ops.boxed()
}

/// More tasks than tokio polls between two looks at its timers, and a program among them.
fn crowd() -> impl Strategy<Value = Vec<Op>> {
    let op = prop_oneof![
        2 => Just(Op::Yield),
        1 => Just(Op::Log),
        1 => time().prop_map(Op::Sleep),
        1 => time().prop_map(Op::Block),
        1 => Just(Op::SendUnbounded),
        1 => time().prop_map(Op::ReceiveUnbounded),
    ];
    let each = prop::collection::vec(op.clone(), 1..4);
    let around = prop::collection::vec(op.boxed(), 0..4);
    let around = ops_of(around.prop_map(Op::Spawn).boxed());
    (around.clone(), 62..90u8, each, around).prop_map(|(before, count, each, after)| {
        let mut ops = before;
        ops.push(Op::SpawnMany(count, each));
        ops.extend(after);
        ops.push(Op::Await(0));
        ops
    })
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
