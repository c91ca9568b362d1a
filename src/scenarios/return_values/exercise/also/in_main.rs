use std::time::Duration;

use tokio::time::sleep;

async fn add(a: u32, b: u32) -> u32 {
    sleep(Duration::from_millis(100)).await;
    a + b
}

pub async fn main(a: u32, b: u32) {
    let sum = add(a, b).await;
    println!("{a} + {b} = {sum}");
    sleep(Duration::from_millis(200)).await;
    println!("doubled: {}", sum * 2);
}
