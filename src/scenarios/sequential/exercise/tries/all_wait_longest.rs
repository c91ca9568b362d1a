//! `A done` comes 3.000 s after `A starting`, not 2.000 s.
use std::time::Duration;

use tokio::{join, time::sleep};

async fn work(name: &str, wait: Duration) {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let m = a.max(b).max(c);
    join!(work("A", m), work("B", m), work("C", m));
}
