use std::time::Duration;

use tokio::{join, time::sleep};

async fn prepare(what: &str, wait: Duration) {
    println!("{what} starts");
    sleep(wait).await;
    println!("{what} ready");
}

pub async fn main(coffee: Duration, toast: Duration) {
    prepare("coffee", coffee).await;
    prepare("toast", toast).await;
    println!("breakfast, one after another");

    join!(prepare("coffee", coffee), prepare("toast", toast));
    println!("breakfast, both at once");
}
