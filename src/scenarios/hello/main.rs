use std::time::Duration;

use tokio::time::sleep;

pub async fn main(seconds: Duration) {
    println!("Hello from an async function!");
    sleep(seconds).await;
    println!("Hello again, after the pause!");
}
