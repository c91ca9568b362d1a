//! `main has the result of job 1` comes at 1.000 s, and the job was done at 0.600 s: what did main wait for?
use std::{sync::Arc, time::Duration};

use tokio::{sync::Semaphore, task::JoinSet, time::sleep};

async fn job(n: u32) -> u32 {
    println!("job {n} starts");
    sleep(Duration::from_millis(200) * (n * 7 % 5 + 1)).await;
    println!("job {n} is done");
    n
}

pub async fn main(jobs: u32, at_once: u32) {
    let permits = Arc::new(Semaphore::new(at_once as usize));
    let mut set = JoinSet::new();
    for n in 1..=jobs {
        let permit = permits.clone().acquire_owned().await.unwrap();
        set.spawn_local(async move {
            let n = job(n).await;
            drop(permit);
            n
        });
    }
    while let Some(n) = set.join_next().await {
        println!("main has the result of job {}", n.unwrap());
    }
}
