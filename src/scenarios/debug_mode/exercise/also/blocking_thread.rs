use std::{thread, time::Duration};

use tokio::{join, task::spawn_blocking, time::sleep};

fn read_settings() {
    thread::sleep(Duration::from_millis(300));
    println!("settings read");
}

async fn fetch(name: &str) {
    sleep(Duration::from_millis(500)).await;
    println!("{name} fetched");
}

pub async fn main() {
    spawn_blocking(read_settings).await.unwrap();
    let pause = sleep(Duration::from_secs(2));
    pause.await;
    println!("pause over");
    join!(fetch("user"), fetch("posts"));
}
