use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::sleep;

async fn worker(id: u32, mut stop: watch::Receiver<bool>, done: mpsc::Sender<u32>) {
    let mut jobs = 0;
    loop {
        tokio::select! {
            biased;
            _ = stop.changed() => break,
            _ = sleep(Duration::from_millis(100 * u64::from(id))) => jobs += 1,
        }
    }
    sleep(Duration::from_millis(10 * u64::from(id))).await;
    println!("worker {id} did {jobs}");
    done.send(jobs).await.unwrap();
}

#[tokio::main]
async fn main() {
    let (stop, stopped) = watch::channel(false);
    let (done, mut finished) = mpsc::channel(4);
    for id in 1..=3 {
        tokio::spawn(worker(id, stopped.clone(), done.clone()));
    }
    drop((done, stopped));
    sleep(Duration::from_millis(650)).await;
    stop.send(true).unwrap();
    let mut total = 0;
    while let Some(jobs) = finished.recv().await {
        total += jobs;
    }
    println!("{total} jobs");
}
