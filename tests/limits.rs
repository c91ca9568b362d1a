//! Every run ends: one that would not passes a limit, fails with a message that names it, and keeps its trace.
#![cfg(not(target_arch = "wasm32"))]

use std::cell::Cell;
use std::future::pending;
use std::rc::Rc;
use std::time::Duration;

use async_playground::playground::{
    std::{println, thread},
    tokio::{
        join, sync,
        task::{JoinSet, spawn_blocking, spawn_local, yield_now},
        time::sleep,
    },
};
use async_playground::runtime::limits::{LONGEST_SIMULATED, MOST_EVENTS, MOST_POLLS, MOST_SPAWNED};
use async_playground::runtime::{Outcome, Runtime, simulated};
use async_playground::speed::Speed;
use async_playground::trace::{Event, RECORDED_TASKS, State, TaskId};

/// Runs a program that does not end by itself, and says why it failed.
fn failure(program: impl Future<Output = ()> + 'static) -> (Runtime, String) {
    let runtime = simulated::run(program, Speed::NORMAL);
    assert_eq!(runtime.live_tasks(), 0);
    assert_eq!(runtime.armed_timers(), 0);
    runtime.trace(|trace| {
        let recorded = (0..trace.spawned().min(RECORDED_TASKS)).map(TaskId);
        for task in recorded {
            assert_eq!(trace.state(task), Some(State::Ended), "{task:?}");
        }
    });
    match runtime.outcome().unwrap().1 {
        Outcome::Failed(message) => (runtime, message),
        outcome => panic!("{outcome:?}"),
    }
}

/// It has as many events as a run may have, and a few more with which its tasks ended.
fn assert_full(runtime: &Runtime) {
    let events = runtime.trace(|trace| trace.entries().len());
    let full = MOST_EVENTS..MOST_EVENTS + 10;
    assert!(full.contains(&events), "{events} events");
}

#[test]
fn who_only_yields_ends() {
    let (runtime, message) = failure(async {
        loop {
            yield_now().await;
        }
    });
    assert_eq!(
        message,
        "the run has reached the limit of 500,000 recorded events: main was polled last"
    );
    assert_full(&runtime);
}

#[test]
fn a_ping_pong_ends() {
    let line = line!() + 4;
    let (_, message) = failure(async {
        let (ping, mut pinged) = sync::mpsc::channel(1);
        let (pong, mut ponged) = sync::mpsc::channel(1);
        spawn_local(async move {
            while pinged.recv().await.is_some() {
                pong.send(()).await.unwrap();
            }
        });
        loop {
            ping.send(()).await.unwrap();
            ponged.recv().await.unwrap();
        }
    });
    let either = [
        "main".to_string(),
        format!("task 1 (spawned in line {line})"),
    ];
    let either = either.map(|last| {
        format!("the run has reached the limit of 500,000 recorded events: {last} was polled last")
    });
    assert!(either.contains(&message), "{message}");
}

/// Tasks of which nothing is recorded are counted.
#[test]
fn polls_without_events_end() {
    let turns = Rc::<Cell<u64>>::default();
    let counted = turns.clone();
    let (_, message) = failure(async move {
        let mut set = JoinSet::new();
        for n in 0..=RECORDED_TASKS {
            let turns = counted.clone();
            set.spawn_local(async move {
                loop {
                    turns.update(|turns| turns + 1);
                    yield_now().await;
                    if n < RECORDED_TASKS - 1 {
                        break;
                    }
                }
            });
        }
        while set.join_next().await.is_some() {}
    });
    let polls = "the run has reached the limit of 10,000,000 polls: task 10";
    assert!(message.starts_with(polls), "{message}");
    assert_eq!(MOST_POLLS, 10_000_000);
    // Each turn is a poll. The tasks that end, and main, have some more.
    let others = 3 * u64::from(RECORDED_TASKS);
    let polls = turns.get()..=turns.get() + others;
    assert!(polls.contains(&MOST_POLLS), "{polls:?} polls");
}

#[test]
fn a_single_poll_that_prints_ends() {
    let line = line!() + 4;
    let (runtime, message) = failure(async {
        spawn_local(async {
            loop {
                println!("and on");
            }
        });
        sleep(Duration::from_secs(1)).await;
        println!("main is never woken");
    });
    assert_eq!(
        message,
        format!(
            "the run has reached the limit of 500,000 recorded events: \
             task 1 (spawned in line {}) stands in line {line}",
            line - 2
        )
    );
    assert_full(&runtime);
    // The task has ended as one that panics does, and main was dropped.
    let last = runtime
        .trace(|trace| trace.entries().last().cloned())
        .unwrap();
    assert_eq!((last.task, last.event), (TaskId::MAIN, Event::Abort));
}

#[test]
fn a_single_poll_that_spawns_ends() {
    let line = line!() + 3;
    let (runtime, message) = failure(async {
        loop {
            drop(spawn_local(pending::<()>()));
        }
    });
    assert_eq!(
        message,
        format!(
            "the run has reached the limit of 1,000,000 spawned tasks and branches: main stands in line {line}"
        )
    );
    let spawned = runtime.trace(|trace| trace.spawned());
    assert_eq!(spawned, MOST_SPAWNED + 1, "and main");
}

#[test]
fn a_single_poll_that_branches_ends() {
    let (_, message) = failure(async {
        loop {
            join!(async {}, async {});
        }
    });
    assert!(message.contains("1,000,000 spawned"), "{message}");
}

#[test]
fn a_single_poll_that_blocks_ends() {
    let line = line!() + 3;
    let (runtime, message) = failure(async {
        loop {
            thread::sleep(Duration::from_secs(60));
        }
    });
    assert_eq!(
        message,
        format!("the run has reached the limit of 24 simulated hours: main stands in line {line}")
    );
    assert_eq!(runtime.outcome().unwrap().0, LONGEST_SIMULATED);
}

#[test]
fn to_block_forever_ends() {
    let (runtime, message) = failure(async { thread::sleep(Duration::MAX) });
    assert!(message.contains("24 simulated hours"), "{message}");
    assert_eq!(runtime.outcome().unwrap().0, LONGEST_SIMULATED);
}

#[test]
fn a_worker_that_blocks_forever_ends() {
    fn work() {
        loop {
            thread::sleep(Duration::from_secs(60));
        }
    }
    let (_, message) = failure(async { drop(spawn_blocking(work).await) });
    assert_eq!(
        message,
        "the run has reached the limit of 24 simulated hours: a worker blocks"
    );
}

#[test]
fn who_sleeps_for_too_long_ends() {
    for seconds in [24 * 60 * 60, u64::MAX] {
        let (runtime, message) = failure(async move {
            sleep(Duration::from_secs(seconds)).await;
        });
        assert_eq!(
            message,
            "the run has reached the limit of 24 simulated hours: main was polled last"
        );
        assert_eq!(runtime.outcome().unwrap().0, LONGEST_SIMULATED);
    }
}

/// What drop guards say is kept, when the run was ended in between.
#[test]
fn guards_have_their_last_words() {
    struct Says;
    impl Drop for Says {
        fn drop(&mut self) {
            println!("dropped");
        }
    }
    let (runtime, _) = failure(async {
        let _says = Says;
        loop {
            yield_now().await;
        }
    });
    let said = runtime.trace(|trace| {
        let mut entries = trace.entries().iter().rev();
        entries.any(|entry| matches!(&entry.event, Event::Log { text, .. } if &**text == "dropped"))
    });
    assert!(said);
}

#[test]
fn a_guard_that_never_ends_is_ended() {
    struct Babbles;
    impl Drop for Babbles {
        fn drop(&mut self) {
            loop {
                println!("and on");
            }
        }
    }
    let (_, message) = failure(async {
        spawn_local(async {
            let _babbles = Babbles;
            pending::<()>().await;
        });
        yield_now().await;
    });
    assert!(message.contains("500,000 recorded events"), "{message}");
}

#[test]
fn a_deadlock_says_who_waits_for_what() {
    let line = line!() + 4;
    let (_, message) = failure(async {
        let (sender, receiver) = sync::oneshot::channel::<()>();
        let kept = sender;
        let waits = spawn_local(async { receiver.await.unwrap() });
        waits.await.unwrap();
        drop(kept);
    });
    assert_eq!(
        message,
        format!(
            "deadlock: every task waits, and nothing is left that could wake one: \
             main waits in line {} for task 1 (spawned in line {line}); \
             task 1 (spawned in line {line}) waits for what no task is left to do",
            line + 1
        )
    );
}

/// The names of those who wait are few enough to be read.
#[test]
fn a_deadlock_of_many_names_some() {
    let (_, message) = failure(async {
        for _ in 0..10 {
            drop(spawn_local(pending::<()>()));
        }
        pending::<()>().await;
    });
    assert!(message.ends_with("; 6 more wait"), "{message}");
    assert_eq!(message.matches(" waits for ").count(), 5, "{message}");
}
