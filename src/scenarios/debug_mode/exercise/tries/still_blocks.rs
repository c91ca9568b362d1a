//! A diagnosis is left: main blocked the loop for 0.30 s in line 7: until its poll ended, nothing else could run.
use std::{thread, time::Duration};

use tokio::{task::spawn_local, time::sleep};

fn read_settings() {
    thread::sleep(Duration::from_millis(300));
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
