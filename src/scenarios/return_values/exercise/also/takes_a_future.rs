use std::time::Duration;

use tokio::time::sleep;

async fn add(a: u32, b: u32) -> u32 {
    sleep(Duration::from_millis(100)).await;
    a + b
}

async fn double(sum: impl std::future::Future<Output = u32>) -> u32 {
    let sum = sum.await;
    sleep(Duration::from_millis(200)).await;
    sum * 2
}

pub async fn main(a: u32, b: u32) {
    println!("doubled: {}", double(add(a, b)).await);
}
