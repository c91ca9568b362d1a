use std::time::Duration;

use crate::playground::{println, sleep, spawn_local};

async fn work() {
    println!("task: starts");
    sleep(Duration::from_millis(300)).await;
    println!("task: ends");
}

pub async fn main() {
    let task = spawn_local(work());
    println!("main: has spawned the task");
    sleep(Duration::from_millis(100)).await;
    println!("main: awaits the task");
    task.await.unwrap();
    println!("main: goes on");
}
