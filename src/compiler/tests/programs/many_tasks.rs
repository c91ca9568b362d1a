use std::time::Duration;
use tokio::time::{Instant, sleep};

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let tasks: Vec<_> = (0..1000u64)
        .map(|i| {
            tokio::spawn(async move {
                sleep(Duration::from_millis(i % 10 * 100)).await;
                i
            })
        })
        .collect();
    let mut sum = 0;
    for task in tasks {
        sum += task.await.unwrap();
    }
    println!("{sum} {:?}", start.elapsed());
}
