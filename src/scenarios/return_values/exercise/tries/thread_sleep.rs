//! Line 12 blocks the thread for 0.200 s: for that time the loop can run nobody else.
use std::{thread, time::Duration};

use tokio::time::sleep;

async fn add(a: u32, b: u32) -> u32 {
    sleep(Duration::from_millis(100)).await;
    a + b
}

async fn double(number: u32) -> u32 {
    thread::sleep(Duration::from_millis(200));
    number * 2
}

pub async fn main(a: u32, b: u32) {
    let sum = add(a, b).await;
    println!("{a} + {b} = {sum}");
    println!("doubled: {}", double(sum).await);
}
