use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

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
