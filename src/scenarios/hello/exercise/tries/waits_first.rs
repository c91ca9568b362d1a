//! `3` comes at 1.000 s, not at 0.000 s: nothing is to be waited for before it.
use std::time::Duration;

use tokio::time::sleep;

async fn count_down(pause: Duration) {
    for number in [3, 2, 1] {
        sleep(pause).await;
        println!("{number}");
    }
}

pub async fn main(seconds: Duration) {
    count_down(seconds).await;
    sleep(seconds).await;
    println!("lift-off");
}
