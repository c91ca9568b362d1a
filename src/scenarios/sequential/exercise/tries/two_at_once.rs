//! It takes 5.000 s, and the longest wait is 3.000 s: `C starting` comes only at 2.000 s.
use std::time::Duration;

use tokio::{join, time::sleep};

async fn work(name: &str, wait: Duration) {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    join!(work("A", a), work("B", b));
    work("C", c).await;
}
