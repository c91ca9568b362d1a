//! `Task A done` comes 0.000 s after `Task A starting`, not 2.000 s.
use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn do_task(name: &str, wait: Duration) {
    println!("Task {name} starting");
    sleep(wait * 0).await;
    println!("Task {name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    spawn_local(do_task("A", a)).await.unwrap();
    spawn_local(do_task("B", b)).await.unwrap();
    spawn_local(do_task("C", c)).await.unwrap();
}
