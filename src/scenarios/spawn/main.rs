use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn do_task(name: &str, wait: Duration) -> String {
    println!("Task {name} starting");
    sleep(wait).await;
    println!("Task {name} done");
    format!("{name} result")
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let task_a = spawn_local(do_task("A", a));
    let task_b = spawn_local(do_task("B", b));
    let task_c = spawn_local(do_task("C", c));

    let a = task_a.await.unwrap();
    let b = task_b.await.unwrap();
    let c = task_c.await.unwrap();
    println!("{a}, {b}, {c}");
}
