use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

async fn cook(dish: &str, wait: Duration) {
    println!("{dish} is on the stove");
    sleep(wait).await;
    println!("{dish} is ready");
}

async fn dinner(soup: Duration, rice: Duration) {
    sleep(Duration::from_millis(50)).await;
    let mut group = JoinSet::new();
    group.spawn_local(cook("soup", soup));
    group.spawn_local(cook("rice", rice));
    group.join_all().await;
    println!("dinner is served");
}

pub async fn main(soup: Duration, rice: Duration, patience: Duration) {
    match timeout(patience, dinner(soup, rice)).await {
        Ok(()) => println!("the guests eat"),
        Err(_) => println!("the guests leave"),
    }
    sleep(Duration::from_secs(1)).await;
    println!("the stove is off");
}
