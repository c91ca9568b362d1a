//! `main has the result of job 3` comes at 1.000 s, and the job was done at 0.400 s: what did main wait for?
use std::{rc::Rc, time::Duration};

use tokio::{sync::Semaphore, task::spawn_local, time::sleep};

async fn job(n: u32, permits: Rc<Semaphore>) -> u32 {
    let _permit = permits.acquire().await.unwrap();
    println!("job {n} starts");
    sleep(Duration::from_millis(200) * (n * 7 % 5 + 1)).await;
    println!("job {n} is done");
    n
}

pub async fn main(jobs: u32, at_once: u32) {
    println!("{jobs} jobs, {at_once} at a time");
    let permits = Rc::new(Semaphore::new(at_once as usize));
    let mut running = Vec::new();
    for n in 1..=jobs {
        running.push(spawn_local(job(n, permits.clone())));
    }
    for handle in running {
        println!("main has the result of job {}", handle.await.unwrap());
    }
}
