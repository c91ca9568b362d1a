//! `photo: saving` comes at 0.700 s, not at 0.000 s: no file is to wait for another one.
use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn save(file: &str, wait: Duration) {
    println!("{file}: saving");
    sleep(wait).await;
    println!("{file}: saved");
}

pub async fn main(wait: Duration) {
    save("notes", Duration::from_millis(700)).await;
    save("photo", wait).await;
    save("video", Duration::from_millis(1300)).await;
    println!("main ends");
}
