//! `posts fetched` comes 1.000 s after `pause over`, not 0.500 s: each of the two takes 0.5 s, and does not need the other.
use std::time::Duration;

use tokio::time::sleep;

async fn read_settings() {
    sleep(Duration::from_millis(300)).await;
    println!("settings read");
}

async fn fetch(name: &str) {
    sleep(Duration::from_millis(500)).await;
    println!("{name} fetched");
}

pub async fn main() {
    read_settings().await;

    sleep(Duration::from_secs(2)).await;
    println!("pause over");

    fetch("user").await;
    fetch("posts").await;
}
