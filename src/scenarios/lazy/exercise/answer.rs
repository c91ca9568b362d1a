use std::time::Duration;

use tokio::time::sleep;

async fn greet(name: &str) {
    println!("Hello, {name}!");
}

pub async fn main() {
    greet("Ada").await;
    greet("Grace").await;
    sleep(Duration::from_secs(1)).await;
    greet("Barbara").await;
    println!("all are greeted");
}
