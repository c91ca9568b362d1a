//! `doubled: 14` comes at 0.100 s, not at 0.300 s: the sum takes 0.1 s, and the wait after it 0.2 s.
use std::time::Duration;

use tokio::time::sleep;

async fn add(a: u32, b: u32) -> u32 {
    sleep(Duration::from_millis(100)).await;
    a + b
}

async fn double(number: u32) -> u32 {
    number * 2
}

pub async fn main(a: u32, b: u32) {
    let sum = add(a, b).await;
    println!("{a} + {b} = {sum}");
    println!("doubled: {}", double(sum).await);
}
