//! `Task C done` is never printed: has main ended before the tasks?
use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn do_task(name: &str, wait: Duration) {
    println!("Task {name} starting");
    sleep(wait).await;
    println!("Task {name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let task_a = spawn_local(do_task("A", a));
    spawn_local(do_task("B", b));
    spawn_local(do_task("C", c));
    task_a.await.unwrap();
}
