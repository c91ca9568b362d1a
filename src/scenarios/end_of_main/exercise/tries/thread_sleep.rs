//! Line 8 blocks the thread for 0.700 s: for that time the loop can run nobody else.
use std::time::Duration;

use tokio::task::spawn_local;

async fn save(file: &str, wait: Duration) {
    println!("{file}: saving");
    std::thread::sleep(wait);
    println!("{file}: saved");
}

pub async fn main(wait: Duration) {
    let notes = spawn_local(save("notes", Duration::from_millis(700)));
    let photo = spawn_local(save("photo", wait));
    let video = spawn_local(save("video", Duration::from_millis(1300)));

    for file in [notes, photo, video] {
        file.await.unwrap();
    }
    println!("main ends");
}
