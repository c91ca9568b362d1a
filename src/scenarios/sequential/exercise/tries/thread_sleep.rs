//! Line 8 blocks the thread for 2.000 s: for that time the loop can run nobody else.
use std::time::Duration;

use tokio::join;

async fn work(name: &str, wait: Duration) {
    println!("{name} starting");
    std::thread::sleep(wait);
    println!("{name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    join!(work("A", a), work("B", b), work("C", c));
}
