use std::time::Duration;

use tokio::time::sleep;

async fn work(name: &str, wait: Duration) {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let tasks = [
        tokio::task::spawn_local(work("A", a)),
        tokio::task::spawn_local(work("B", b)),
        tokio::task::spawn_local(work("C", c)),
    ];
    for task in tasks {
        task.await.unwrap();
    }
}
