use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn save(file: &str, wait: Duration) {
    println!("{file}: saving");
    sleep(wait).await;
    println!("{file}: saved");
}

pub async fn main(wait: Duration) {
    spawn_local(save("notes", wait));
    let photo = spawn_local(save("photo", wait));
    spawn_local(save("video", wait + Duration::from_millis(500)));

    photo.await.unwrap();
    println!("main ends");
}
