use std::time::Duration;

use crate::playground::{println, spawn_blocking, spawn_local, thread};

fn block() {
    thread::sleep(Duration::from_secs(1));
}

pub async fn main(workers: u32) {
    let threads: Vec<_> = (0..workers).map(|_| spawn_blocking(block)).collect();
    for thread in threads {
        thread.await.unwrap();
    }
    println!("threads that block: {workers} done");

    let tasks: Vec<_> = (0..workers)
        .map(|_| spawn_local(async { block() }))
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    println!("tasks that block: {workers} done");
}
