use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep};

fn crunch(n: u64) -> u64 {
    (1..=n).filter(|k| n % k == 0).sum()
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let sum = spawn_blocking(|| crunch(360)).await.unwrap();
    println!("{sum}");
    let failed = spawn_blocking(|| {
        if crunch(6) == 12 {
            panic!("perfect");
        }
        1
    })
    .await;
    println!("{}", failed.is_err());
    let name = String::from("moved in");
    let length = spawn_blocking(move || name.len());
    sleep(Duration::from_millis(100)).await;
    println!("{} {}", length.await.unwrap(), start.elapsed().as_millis() >= 100);
}
