use std::{thread, time::Duration};

use tokio::task::{spawn_blocking, spawn_local};

fn blocking_call() {
    thread::sleep(Duration::from_secs(1));
}

async fn blocking_task() {
    blocking_call();
}

pub async fn main(workers: u32) {
    let threads: Vec<_> = (0..workers)
        .map(|_| spawn_blocking(blocking_call))
        .collect();
    for thread in threads {
        thread.await.unwrap();
    }
    println!("{workers} blocking threads are done");

    let tasks: Vec<_> = (0..workers).map(|_| spawn_local(blocking_task())).collect();
    for task in tasks {
        task.await.unwrap();
    }
    println!("{workers} blocking tasks are done");
}
