//! `doubled: 14` is printed, and 0 and 0 make `doubled: 0`.
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

pub async fn main() {
    let sum = add(3, 4).await;
    println!("doubled: {}", double(sum).await);
}
