//! At 0.600 s only 1 job is at work, though 2 may be, and others wait to begin.
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
    for first in (1..=jobs).step_by(at_once as usize) {
        let mut batch = JoinSet::new();
        for n in first..=jobs.min(first + at_once - 1) {
            batch.spawn_local(job(n));
        }
        while let Some(result) = batch.join_next().await {
            println!("main has the result of job {}", result.unwrap());
        }
    }
}
