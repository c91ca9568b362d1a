use std::time::Duration;

use tokio::{task::JoinSet, time::sleep};

async fn fetch(name: &str, wait: Duration) -> &str {
    sleep(wait).await;
    name
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let mut tasks = JoinSet::new();
    tasks.spawn_local(fetch("A", a));
    tasks.spawn_local(fetch("B", b));
    tasks.spawn_local(fetch("C", c));

    while let Some(result) = tasks.join_next().await {
        println!("{} is here, {} to come", result.unwrap(), tasks.len());
    }
    println!("all are here");
}
