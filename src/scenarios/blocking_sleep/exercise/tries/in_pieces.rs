//! `heartbeat 3` comes at 0.550 s, not at 0.400 s: who has the thread at that moment?
use std::{thread, time::Duration};

use tokio::{
    task::{spawn_local, yield_now},
    time::sleep,
};

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
    for _ in 0..10 {
        thread::sleep(seconds / 10);
        yield_now().await;
    }
    println!("main wakes up");

    sleep(Duration::from_millis(300)).await;
    heart.abort();
}
