//! Line 7 blocks the thread for 1.000 s: for that time the loop can run nobody else.
use std::{thread, time::Duration};

async fn count_down(pause: Duration) {
    for number in [3, 2, 1] {
        println!("{number}");
        thread::sleep(pause);
    }
}

pub async fn main(seconds: Duration) {
    count_down(seconds).await;
    println!("lift-off");
}
