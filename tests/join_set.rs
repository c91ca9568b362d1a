//! What a set of tasks does for a task takes as long, however many tasks there are.
#![cfg(not(target_arch = "wasm32"))]

use std::time::{Duration, Instant};

use async_playground::playground::{JoinSet, sleep};
use async_playground::runtime::{Outcome, simulated};
use async_playground::speed::Speed;

/// How long `JoinSet` takes for each of `count` tasks that end one after another, while
/// somebody waits for each: the least of some tries.
fn time_for_each(count: u32, tries: u32) -> Duration {
    let try_it = |_| {
        let started = Instant::now();
        let main = async move {
            let mut set = JoinSet::new();
            for n in 0..count {
                set.spawn_local(sleep(Duration::from_millis(u64::from(n))));
            }
            for left in (0..count).rev() {
                set.join_next().await.unwrap().unwrap();
                assert_eq!(set.len(), left as usize);
            }
        };
        let run = simulated::run(main, Speed::FASTEST);
        assert_eq!(run.outcome().unwrap().1, Outcome::Completed);
        started.elapsed() / count
    };
    let times = (0..tries).map(try_it);
    times.min().expect("there is a try")
}

/// Were all tasks looked at whenever one ends, each would take twenty times as long. That
/// memory is slower the more of it there is, is not the set's fault: few are no handful.
#[test]
fn a_task_of_many_takes_as_long_as_one_of_few() {
    let few = time_for_each(5_000, 5);
    let many = time_for_each(100_000, 2);
    assert!(many < 6 * few, "{few:?} each of few, {many:?} each of many");
}
