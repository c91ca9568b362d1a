//! `3` is never printed: does anybody run the line that prints it?
use std::time::Duration;

use tokio::time::sleep;

async fn count_down(pause: Duration) {
    for number in [3, 2, 1] {
        println!("{number}");
        sleep(pause).await;
    }
}

pub async fn main(seconds: Duration) {
    count_down(seconds);
    println!("lift-off");
}
