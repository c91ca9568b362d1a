use std::time::Duration;
use tokio::task::{JoinHandle, spawn_local};
use tokio::time::sleep;

async fn work() -> u32 {
    println!("work: starts");
    sleep(Duration::from_millis(500)).await;
    42
}

fn plain() -> JoinHandle<u32> {
    println!("plain: spawns the work, returns the handle");
    spawn_local(work())
}

pub async fn main() {
    let handle = plain();
    println!("main: has the handle, not yet the result");
    println!("main: the result is {}", handle.await.unwrap());
}
