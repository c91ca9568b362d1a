//! `A done` comes 1.000 s after `A starting`, not 2.000 s.
use std::time::Duration;

use tokio::{join, time::sleep};

async fn work(name: &str, wait: Duration) -> String {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
    format!("{name} result")
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let (b, a, c) = join!(work("B", a), work("A", b), work("C", c));
    println!("{a}, {b}, {c}");
}
