use std::time::Duration;

use tokio::{join, time::sleep};

async fn work(name: &str, wait: Duration) {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    join!(work("A", a), work("B", b), work("C", c));
}
