//! `video: saved` is never printed: for whom does main wait?
use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn save(file: &str, wait: Duration) {
    println!("{file}: saving");
    sleep(wait).await;
    println!("{file}: saved");
}

pub async fn main(wait: Duration) {
    let notes = spawn_local(save("notes", Duration::from_millis(700)));
    let photo = spawn_local(save("photo", wait));
    let _video = spawn_local(save("video", Duration::from_millis(1300)));

    notes.await.unwrap();
    photo.await.unwrap();
    println!("main ends");
}
