//! `pause over` comes 0.000 s after `settings read`, not 2.000 s: where are the two seconds of the pause?
use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

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

    println!("pause over");

    let user = spawn_local(fetch("user"));
    let posts = spawn_local(fetch("posts"));
    user.await.unwrap();
    posts.await.unwrap();
}
