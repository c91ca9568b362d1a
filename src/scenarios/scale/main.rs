use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn nap() {
    sleep(Duration::from_secs(1)).await;
}

pub async fn main(tasks: u32) {
    let naps: Vec<_> = (0..tasks).map(|_| spawn_local(nap())).collect();
    println!("{tasks} tasks spawned");

    let mut woken = 0;
    for nap in naps {
        nap.await.unwrap();
        woken += 1;
    }
    println!("{woken} tasks woke up");
}
