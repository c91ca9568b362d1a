//! Line 8 blocks the thread for 2.000 s: for that time the loop can run nobody else.
use std::time::Duration;

use tokio::task::spawn_local;

async fn do_task(name: &str, wait: Duration) {
    println!("Task {name} starting");
    std::thread::sleep(wait);
    println!("Task {name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let task_a = spawn_local(do_task("A", a));
    let task_b = spawn_local(do_task("B", b));
    let task_c = spawn_local(do_task("C", c));

    task_a.await.unwrap();
    task_b.await.unwrap();
    task_c.await.unwrap();
}
