//! `toast starts` is never printed: is it awaited?
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
    let _toast = prepare("toast", toast);
    prepare("eggs", eggs).await;
}
