//! `A starting` is never printed: no line is to be missing.
use std::time::Duration;

use tokio::{join, time::sleep};

async fn work(name: &str, wait: Duration) -> String {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
    format!("{name} result")
}

async fn a_after_b(a: Duration, b: Duration) -> (String, String) {
    let (_, b) = join!(sleep(a), work("B", b));
    println!("A done");
    ("A result".to_string(), b)
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let ((a, b), c) = join!(a_after_b(a, b), work("C", c));
    println!("{a}, {b}, {c}");
}
