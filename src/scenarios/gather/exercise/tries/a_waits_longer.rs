//! It takes 0.200 s, and the longest wait is 0.100 s: what is still waited for then?
use std::time::Duration;

use tokio::{join, time::sleep};

async fn work(name: &str, wait: Duration) -> String {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
    format!("{name} result")
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let (b, a, c) = join!(work("B", b), work("A", a + b), work("C", c));
    println!("{a}, {b}, {c}");
}
