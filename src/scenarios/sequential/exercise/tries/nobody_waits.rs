//! `A done` is never printed: A, B and C are all to run to their ends.
use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn work(name: &str, wait: Duration) {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    spawn_local(work("A", a));
    spawn_local(work("B", b));
    spawn_local(work("C", c));
    sleep(b).await;
}
