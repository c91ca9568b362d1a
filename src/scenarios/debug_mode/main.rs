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

    let _pause = sleep(Duration::from_secs(2));
    println!("pause over");

    spawn_local(fetch("user")).await.unwrap();
    spawn_local(fetch("posts")).await.unwrap();
}
