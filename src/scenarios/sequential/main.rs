use std::time::Duration;

use tokio::time::sleep;

async fn do_task(name: &str, wait: Duration) {
    println!("Task {name} starting");
    sleep(wait).await;
    println!("Task {name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    do_task("A", a).await;
    do_task("B", b).await;
    do_task("C", c).await;
}
