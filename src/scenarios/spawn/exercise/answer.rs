use std::time::Duration;

use tokio::{join, task::spawn_local, time::sleep};

async fn work(name: &str, wait: Duration) {
    sleep(wait).await;
    println!("{name} done");
}

async fn in_turn(a: Duration, b: Duration, c: Duration) {
    work("A", a).await;
    work("B", b).await;
    work("C", c).await;
    println!("in turn: done");
}

async fn at_once(a: Duration, b: Duration, c: Duration) {
    join!(work("A", a), work("B", b), work("C", c));
    println!("at once: done");
}

async fn as_tasks(a: Duration, b: Duration, c: Duration) {
    let task_a = spawn_local(work("A", a));
    let task_b = spawn_local(work("B", b));
    let task_c = spawn_local(work("C", c));
    task_a.await.unwrap();
    task_b.await.unwrap();
    task_c.await.unwrap();
    println!("as tasks: done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    in_turn(a, b, c).await;
    at_once(a, b, c).await;
    as_tasks(a, b, c).await;
    println!("all three ways: done");
}
