//! `as tasks: done` comes 6.000 s after `at once: done`, not 3.000 s: are all three spawned before one is awaited, and all awaited?
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
    spawn_local(work("A", a)).await.unwrap();
    spawn_local(work("B", b)).await.unwrap();
    spawn_local(work("C", c)).await.unwrap();
    println!("as tasks: done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    in_turn(a, b, c).await;
    at_once(a, b, c).await;
    as_tasks(a, b, c).await;
    println!("all three ways: done");
}
