//! `Hello, Ada!` comes at 3.000 s, not at 0.000 s: the only pause is one of 1 s, before Barbara.
use std::time::Duration;

use tokio::time::sleep;

async fn greet(name: &str) {
    println!("Hello, {name}!");
}

pub async fn main() {
    sleep(Duration::from_secs(3)).await;
    greet("Ada").await;
    greet("Grace").await;
    sleep(Duration::from_secs(1)).await;
    greet("Barbara").await;
    println!("all are greeted");
}
