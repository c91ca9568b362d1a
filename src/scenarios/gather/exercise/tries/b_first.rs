//! It takes 4.000 s, and the longest wait is 3.000 s: `A starting` comes only at 1.000 s.
use std::time::Duration;

use tokio::{join, time::sleep};

async fn work(name: &str, wait: Duration) -> String {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
    format!("{name} result")
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let b = work("B", b).await;
    let (a, c) = join!(work("A", a), work("C", c));
    println!("{a}, {b}, {c}");
}
