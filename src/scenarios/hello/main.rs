use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::sleep;

fn time_of_day() -> String {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let seconds = since_epoch.as_secs();
    let (hours, minutes) = (seconds / 3600 % 24, seconds / 60 % 60);
    format!("{hours:02}:{minutes:02}:{:02}", seconds % 60)
}

pub async fn main(seconds: Duration) {
    println!("Start: {}", time_of_day());
    println!("Hello from an async function!");
    sleep(seconds).await;
    println!("End: {}", time_of_day());
}
