//! Line 15 blocks the thread for 2.000 s: for that time the loop can run nobody else.
use std::time::Duration;

use tokio::{join, time::sleep};

async fn work(name: &str, wait: Duration) -> String {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
    format!("{name} result")
}

async fn a_after_b(a: Duration, b: Duration) -> (String, String) {
    println!("A starting");
    std::thread::sleep(a);
    let b = work("B", b).await;
    println!("A done");
    ("A result".to_string(), b)
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let ((a, b), c) = join!(a_after_b(a, b), work("C", c));
    println!("{a}, {b}, {c}");
}
