use std::time::Duration;

use tokio::join;
use tokio::time::{interval, sleep};

async fn beat_and_sleep(work: Duration) {
    for beat in 1..=4 {
        println!("sleep: beat {beat}");
        sleep(work).await;
        sleep(Duration::from_secs(1)).await;
    }
    println!("sleep: ends");
}

async fn beat_and_tick(work: Duration) {
    let mut ticks = interval(Duration::from_secs(1));
    ticks.tick().await;
    for beat in 1..=4 {
        println!("interval: beat {beat}");
        sleep(work).await;
        ticks.tick().await;
    }
    println!("interval: ends");
}

pub async fn main(work: Duration) {
    join!(beat_and_sleep(work), beat_and_tick(work));
}
