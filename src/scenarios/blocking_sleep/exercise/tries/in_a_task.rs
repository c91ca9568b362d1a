//! `heartbeat 3` comes at 1.250 s, not at 0.400 s: who has the thread at that moment?
use std::{thread, time::Duration};

use tokio::{task::spawn_local, time::sleep};

async fn heartbeat() {
    for beat in 1.. {
        println!("heartbeat {beat}");
        sleep(Duration::from_millis(200)).await;
    }
}

async fn rest(seconds: Duration) {
    thread::sleep(seconds);
}

pub async fn main(seconds: Duration) {
    let heart = spawn_local(heartbeat());
    sleep(Duration::from_millis(250)).await;

    println!("main falls asleep");
    spawn_local(rest(seconds)).await.unwrap();
    println!("main wakes up");

    sleep(Duration::from_millis(300)).await;
    heart.abort();
}
