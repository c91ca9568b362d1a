//! `2` comes 0.000 s after `3`, not 1.000 s: is the pause awaited, and once?
use std::time::Duration;

use tokio::time::sleep;

async fn count_down(pause: Duration) {
    for number in [3, 2, 1] {
        println!("{number}");
        sleep(pause);
    }
}

pub async fn main(seconds: Duration) {
    count_down(seconds).await;
    println!("lift-off");
}
