use std::time::Duration;

use tokio::{select, time::sleep};

async fn heartbeat() {
    for beat in 1.. {
        println!("heartbeat {beat}");
        sleep(Duration::from_millis(200)).await;
    }
}

async fn work(seconds: Duration) {
    sleep(Duration::from_millis(250)).await;
    println!("main falls asleep");
    sleep(seconds).await;
    println!("main wakes up");
}

pub async fn main(seconds: Duration) {
    select! { _ = heartbeat() => {} _ = work(seconds) => {} }
}
