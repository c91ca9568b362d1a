use std::{rc::Rc, time::Duration};

use tokio::{sync::Semaphore, task::spawn_local, time::sleep};

async fn job(n: u32, permits: Rc<Semaphore>) {
    let _permit = permits.acquire().await.unwrap();
    println!("job {n} starts");
    sleep(Duration::from_secs(1)).await;
    println!("job {n} is done");
}

pub async fn main(jobs: u32, at_once: u32) {
    let permits = Rc::new(Semaphore::new(at_once as usize));
    let jobs: Vec<_> = (1..=jobs)
        .map(|n| spawn_local(job(n, permits.clone())))
        .collect();
    for job in jobs {
        job.await.unwrap();
    }
    println!("all jobs are done");
}
