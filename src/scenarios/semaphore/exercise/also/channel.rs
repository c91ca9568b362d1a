use std::{rc::Rc, time::Duration};

use tokio::{
    sync::{Semaphore, mpsc},
    task::spawn_local,
    time::sleep,
};

async fn job(n: u32) -> u32 {
    println!("job {n} starts");
    sleep(Duration::from_millis(200) * (n * 7 % 5 + 1)).await;
    println!("job {n} is done");
    n
}

pub async fn main(jobs: u32, at_once: u32) {
    let permits = Rc::new(Semaphore::new(at_once as usize));
    let (tx, mut rx) = mpsc::channel(1);
    for n in 1..=jobs {
        let (permits, tx) = (permits.clone(), tx.clone());
        spawn_local(async move {
            let permit = permits.acquire().await.unwrap();
            let n = job(n).await;
            drop(permit);
            tx.send(n).await.unwrap();
        });
    }
    drop(tx);
    while let Some(n) = rx.recv().await {
        println!("main has the result of job {n}");
    }
}
