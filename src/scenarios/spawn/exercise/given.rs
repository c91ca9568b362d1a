use std::time::Duration;

use tokio::{join, time::sleep};

async fn work(name: &str, wait: Duration) {
    sleep(wait).await;
    println!("{name} done");
}

async fn in_turn(a: Duration, b: Duration, c: Duration) {
    work("A", a).await;
    work("B", b).await;
    work("C", c).await;
    println!("in turn: done");
}

async fn at_once(a: Duration, b: Duration, c: Duration) {
    join!(work("A", a), work("B", b), work("C", c));
    println!("at once: done");
}

async fn as_tasks(a: Duration, b: Duration, c: Duration) {
    work("A", a);
    work("B", b);
    work("C", c);
    println!("as tasks: done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    in_turn(a, b, c);
    at_once(a, b, c);
    as_tasks(a, b, c);
    println!("all three ways: done");
}
