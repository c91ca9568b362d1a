use std::time::Duration;

use tokio::{join, task::spawn_local, time::sleep};

async fn do_task(name: &str, wait: Duration) {
    println!("Task {name} starting");
    sleep(wait).await;
    println!("Task {name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let (a, b, c) = join!(
        spawn_local(do_task("A", a)),
        spawn_local(do_task("B", b)),
        spawn_local(do_task("C", c))
    );
    a.unwrap();
    b.unwrap();
    c.unwrap();
}
