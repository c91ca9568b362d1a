use std::time::Duration;

use tokio::{task::JoinSet, time::sleep};

async fn save(file: &str, wait: Duration) {
    println!("{file}: saving");
    sleep(wait).await;
    println!("{file}: saved");
}

pub async fn main(wait: Duration) {
    let mut set = JoinSet::new();
    set.spawn_local(save("notes", Duration::from_millis(700)));
    set.spawn_local(save("photo", wait));
    set.spawn_local(save("video", Duration::from_millis(1300)));
    set.join_all().await;
    println!("main ends");
}
