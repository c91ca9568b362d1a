use std::time::Duration;

use tokio::time::{interval, sleep};

pub async fn main(seconds: Duration) {
    let mut every = interval(seconds);
    for n in (1..=3).rev() {
        every.tick().await;
        println!("{n}");
    }
    every.tick().await;
    println!("lift-off");
    let _ = sleep(seconds);
}
