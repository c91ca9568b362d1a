//! What a set of tasks does for a task is as much, however many tasks there are.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::time::Duration;

use async_playground::playground::tokio::{task::JoinSet, time::sleep};
use async_playground::runtime::{Outcome, Runtime, simulated};
use async_playground::speed::Speed;
use async_playground::trace::{Cause, Event, TaskId};

/// Tasks of a set that end one after another, while somebody waits for each.
fn run(tasks: u32) -> Runtime {
    let main = async move {
        let mut set = JoinSet::new();
        for n in 0..tasks {
            set.spawn_local(sleep(Duration::from_millis(u64::from(n) + 1)));
        }
        for left in (0..tasks).rev() {
            set.join_next().await.unwrap().unwrap();
            assert_eq!(set.len(), left as usize);
        }
    };
    let runtime = simulated::run(main, Speed::NORMAL);
    assert_eq!(runtime.outcome().unwrap().1, Outcome::Completed);
    runtime
}

fn events(runtime: &Runtime) -> usize {
    runtime.trace(|trace| trace.entries().len())
}

/// Time would tell how fast this machine is, and what else it does. Events are what a set does: it says once of
/// each task that it is waited for, and is woken once by each.
#[test]
fn a_task_of_many_costs_as_much_as_one_of_few() {
    let (few, some, many) = (run(10), run(100), run(1_000));
    let each = (events(&some) - events(&few)) / 90;
    assert_eq!(events(&some) - events(&few), 90 * each);
    assert_eq!(events(&many) - events(&some), 900 * each);

    many.trace(|trace| {
        let (mut awaited, mut woke) = (Vec::new(), Vec::new());
        let of_main = trace
            .entries()
            .iter()
            .filter(|entry| entry.task == TaskId::MAIN);
        for entry in of_main {
            match entry.event {
                Event::Await { on, .. } => awaited.push(on),
                Event::Wake {
                    by: Cause::Task(by),
                } => woke.push(by),
                _ => {}
            }
        }
        let all: BTreeSet<_> = (1..=1_000).map(TaskId).collect();
        for tasks in [awaited, woke] {
            assert_eq!(tasks.len(), 1_000, "each task once");
            assert_eq!(BTreeSet::from_iter(tasks), all);
        }
    });
}
