//! `settings read` comes at 0.000 s, not at 0.300 s: to read them takes that long.
use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

fn read_settings() {
    println!("settings read");
}

async fn fetch(name: &str) {
    sleep(Duration::from_millis(500)).await;
    println!("{name} fetched");
}

pub async fn main() {
    read_settings();

    sleep(Duration::from_secs(2)).await;
    println!("pause over");

    let user = spawn_local(fetch("user"));
    let posts = spawn_local(fetch("posts"));
    user.await.unwrap();
    posts.await.unwrap();
}
