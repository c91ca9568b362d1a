//! `coffee starts` comes at 5.000 s, not at 0.000 s: the plug is free from the beginning.
use std::time::Duration;

use tokio::time::sleep;

async fn prepare(what: &str, wait: Duration) {
    println!("{what} starts");
    sleep(wait).await;
    println!("{what} ready");
}

pub async fn main(coffee: Duration, toast: Duration) {
    let eggs = Duration::from_millis(500);
    sleep(Duration::from_secs(5)).await;
    prepare("coffee", coffee).await;
    prepare("toast", toast).await;
    prepare("eggs", eggs).await;
}
