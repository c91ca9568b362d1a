//! `eggs starts` comes before `toast starts`: coffee, toast, eggs is the order.
use std::time::Duration;

use tokio::time::sleep;

async fn prepare(what: &str, wait: Duration) {
    println!("{what} starts");
    sleep(wait).await;
    println!("{what} ready");
}

pub async fn main(coffee: Duration, toast: Duration) {
    let eggs = Duration::from_millis(500);
    prepare("eggs", eggs).await;
    prepare("coffee", coffee).await;
    prepare("toast", toast).await;
}
