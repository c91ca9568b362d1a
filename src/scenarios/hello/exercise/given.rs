use std::time::Duration;

use tokio::time::sleep;

async fn count_down(pause: Duration) {
    println!("3");
    sleep(pause).await;
}

pub async fn main(seconds: Duration) {
    count_down(seconds);
    println!("lift-off");
}
