use std::time::Duration;

use tokio::time::{sleep, timeout};

async fn download(each: Duration) {
    sleep(Duration::from_millis(50)).await;
    println!("connected");
    for page in 1..=3 {
        sleep(each).await;
        println!("page {page} is here");
    }
}

pub async fn main(limit: Duration, each: Duration) {
    match timeout(limit, download(each)).await {
        Ok(()) => println!("main: all pages in time"),
        Err(_) => println!("main: time is up"),
    }
    sleep(Duration::from_secs(1)).await;
    println!("main: no more pages came");
}
