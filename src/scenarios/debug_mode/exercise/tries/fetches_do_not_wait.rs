//! `user fetched` comes 0.000 s after `pause over`, not 0.500 s: each of the two takes 0.5 s, and does not need the other.
use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn read_settings() {
    sleep(Duration::from_millis(300)).await;
    println!("settings read");
}

async fn fetch(name: &str) {
    println!("{name} fetched");
}

pub async fn main() {
    read_settings().await;

    sleep(Duration::from_secs(2)).await;
    println!("pause over");

    spawn_local(fetch("user")).await.unwrap();
    spawn_local(fetch("posts")).await.unwrap();
}
