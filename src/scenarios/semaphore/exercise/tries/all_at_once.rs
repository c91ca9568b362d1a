//! `job 3 starts` makes 3 jobs at work, and 2 are allowed.
use std::time::Duration;

use tokio::{task::JoinSet, time::sleep};

async fn job(n: u32) -> u32 {
    println!("job {n} starts");
    sleep(Duration::from_millis(200) * (n * 7 % 5 + 1)).await;
    println!("job {n} is done");
    n
}

pub async fn main(jobs: u32, at_once: u32) {
    println!("{jobs} jobs, {at_once} at a time");
    let mut running = JoinSet::new();
    for n in 1..=jobs {
        running.spawn_local(job(n));
    }
    while let Some(result) = running.join_next().await {
        println!("main has the result of job {}", result.unwrap());
    }
}
