use std::time::Duration;

use tokio::time::sleep;

async fn work(name: &str, wait: Duration) {
    println!("{name} starting");
    sleep(wait).await;
    println!("{name} done");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    work("A", a).await;
    work("B", b).await;
    work("C", c).await;
}
