use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn heartbeat() {
    let mut every = tokio::time::interval(Duration::from_millis(200));
    for beat in 1.. {
        every.tick().await;
        println!("heartbeat {beat}");
    }
}

pub async fn main(seconds: Duration) {
    let heart = spawn_local(heartbeat());
    sleep(Duration::from_millis(250)).await;

    println!("main falls asleep");
    sleep(seconds).await;
    println!("main wakes up");

    sleep(Duration::from_millis(300)).await;
    heart.abort();
}
