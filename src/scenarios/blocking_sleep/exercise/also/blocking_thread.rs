use std::{thread, time::Duration};

use tokio::{task::spawn_local, time::sleep};

async fn heartbeat() {
    for beat in 1.. {
        println!("heartbeat {beat}");
        sleep(Duration::from_millis(200)).await;
    }
}

pub async fn main(seconds: Duration) {
    let heart = spawn_local(heartbeat());
    sleep(Duration::from_millis(250)).await;

    println!("main falls asleep");
    tokio::task::spawn_blocking(move || thread::sleep(seconds))
        .await
        .unwrap();
    println!("main wakes up");

    sleep(Duration::from_millis(300)).await;
    heart.abort();
}
