use std::time::Duration;

use tokio::{task::JoinSet, time::sleep};

async fn do_task(name: &str, wait: Duration) {
    println!("Task {name} starting");
    sleep(wait).await;
    println!("Task {name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let mut set = JoinSet::new();
    set.spawn_local(do_task("A", a));
    set.spawn_local(do_task("B", b));
    set.spawn_local(do_task("C", c));
    while let Some(done) = set.join_next().await {
        done.unwrap();
    }
}
