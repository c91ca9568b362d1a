use std::time::Duration;

use tokio::{join, sync::oneshot, time::sleep};

async fn a_work(wait: Duration, done: oneshot::Receiver<()>) -> String {
    println!("A starting");
    sleep(wait).await;
    done.await.unwrap();
    println!("A done");
    "A result".to_string()
}

async fn b_work(wait: Duration, done: oneshot::Sender<()>) -> String {
    println!("B starting");
    sleep(wait).await;
    println!("B done");
    done.send(()).unwrap();
    "B result".to_string()
}

async fn work(name: &str, wait: Duration) -> String {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
    format!("{name} result")
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    let (tx, rx) = oneshot::channel();
    let (a, b, c) = join!(a_work(a, rx), b_work(b, tx), work("C", c));
    println!("{a}, {b}, {c}");
}
