//! A diagnosis is left: The sleep made in line 13 was dropped without being awaited: nobody waited for it.
use std::time::Duration;

use tokio::time::sleep;

async fn greet(name: &str) {
    println!("Hello, {name}!");
}

pub async fn main() {
    greet("Ada").await;
    greet("Grace").await;
    let _pause = sleep(Duration::from_secs(1));
    sleep(Duration::from_secs(1)).await;
    greet("Barbara").await;
    println!("all are greeted");
}
