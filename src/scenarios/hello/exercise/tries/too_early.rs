//! `lift-off` comes before `1`.
use std::time::Duration;

use tokio::{join, time::sleep};

async fn count_down(pause: Duration) {
    for number in [3, 2, 1] {
        println!("{number}");
        sleep(pause).await;
    }
}

async fn lift_off() {
    println!("lift-off");
}

pub async fn main(seconds: Duration) {
    join!(count_down(seconds), lift_off());
}
