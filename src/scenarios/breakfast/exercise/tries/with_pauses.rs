//! `toast starts` comes at 2.500 s, not at 2.000 s: each has the plug as soon as the one before is ready, and no sooner.
use std::time::Duration;

use tokio::time::sleep;

async fn prepare(what: &str, wait: Duration) {
    println!("{what} starts");
    sleep(wait).await;
    println!("{what} ready");
}

pub async fn main(coffee: Duration, toast: Duration) {
    let eggs = Duration::from_millis(500);
    prepare("coffee", coffee).await;
    sleep(eggs).await;
    prepare("toast", toast).await;
    sleep(eggs).await;
    prepare("eggs", eggs).await;
}
