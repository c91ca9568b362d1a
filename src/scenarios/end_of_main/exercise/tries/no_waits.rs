//! `notes: saved` comes 0.000 s after `notes: saving`, not 0.700 s.
use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn save(file: &str, wait: Duration) {
    println!("{file}: saving");
    sleep(wait).await;
    println!("{file}: saved");
}

pub async fn main(wait: Duration) {
    let notes = spawn_local(save("notes", Duration::ZERO));
    let photo = spawn_local(save("photo", wait));
    let video = spawn_local(save("video", Duration::ZERO));
    for file in [notes, photo, video] {
        file.await.unwrap();
    }
    println!("main ends");
}
