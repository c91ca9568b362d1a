//! Line 8 blocks the thread for 2.000 s: for that time the loop can run nobody else.
use std::time::Duration;

use tokio::join;

async fn prepare(what: &str, wait: Duration) {
    println!("{what} starts");
    std::thread::sleep(wait);
    println!("{what} ready");
}

pub async fn main(coffee: Duration, toast: Duration) {
    let eggs = Duration::from_millis(500);
    join!(
        prepare("coffee", coffee),
        prepare("toast", toast),
        prepare("eggs", eggs)
    );
}
