//! `A done` comes 0.000 s after `A starting`, not 2.000 s.
use std::time::Duration;

use tokio::time::sleep;

async fn work(name: &str, wait: Duration) {
    println!("{name} starting");
    sleep(wait - wait).await;
    println!("{name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    work("A", a).await;
    work("B", b).await;
    work("C", c).await;
}
