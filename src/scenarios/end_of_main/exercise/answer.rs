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
    let video = spawn_local(save("video", Duration::from_millis(1300)));

    for file in [notes, photo, video] {
        file.await.unwrap();
    }
    println!("main ends");
}
