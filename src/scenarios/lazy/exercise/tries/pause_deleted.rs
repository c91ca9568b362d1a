//! `Hello, Barbara!` comes at 0.000 s, not at 1.000 s: the only pause is one of 1 s, before Barbara.
use std::time::Duration;

use tokio::time::sleep;

async fn greet(name: &str) {
    println!("Hello, {name}!");
}

pub async fn main() {
    greet("Ada").await;
    greet("Grace").await;
    greet("Barbara").await;
    println!("all are greeted");
}
