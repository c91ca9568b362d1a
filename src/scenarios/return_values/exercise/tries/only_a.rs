//! `doubled: 6` is printed, and 3 and 4 make `doubled: 14`.
use std::time::Duration;

use tokio::time::sleep;

async fn add(a: u32, b: u32) -> u32 {
    sleep(Duration::from_millis(100)).await;
    a + b
}

async fn double(number: u32) -> u32 {
    sleep(Duration::from_millis(200)).await;
    number * 2
}

pub async fn main(a: u32, b: u32) {
    let sum = add(a, b).await;
    println!("{a} + {b} = {sum}");
    println!("doubled: {}", double(a).await);
}
