use std::time::Duration;

use tokio::{join, time::sleep};

async fn do_task(name: &str, wait: Duration) -> String {
    println!("Task {name} starting");
    sleep(wait).await;
    println!("Task {name} done");
    format!("{name} result")
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let (a, b, c) = join!(do_task("A", a), do_task("B", b), do_task("C", c));
    println!("{a}, {b}, {c}");
}
