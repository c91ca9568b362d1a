//! `Task A starting` is printed by main itself: it is to be a task of its own.
use std::time::Duration;

use tokio::{join, time::sleep};

async fn do_task(name: &str, wait: Duration) {
    println!("Task {name} starting");
    sleep(wait).await;
    println!("Task {name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    join!(do_task("A", a), do_task("B", b), do_task("C", c));
}
