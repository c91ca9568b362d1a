//! `main ends` comes at 2.000 s, not at 1.300 s: does main wait for the files, or for a time?
use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn save(file: &str, wait: Duration) {
    println!("{file}: saving");
    sleep(wait).await;
    println!("{file}: saved");
}

pub async fn main(wait: Duration) {
    spawn_local(save("notes", Duration::from_millis(700)));
    let photo = spawn_local(save("photo", wait));
    spawn_local(save("video", Duration::from_millis(1300)));

    photo.await.unwrap();
    sleep(Duration::from_secs(1)).await;
    println!("main ends");
}
