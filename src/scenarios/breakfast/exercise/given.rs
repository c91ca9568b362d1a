use std::time::Duration;

use tokio::{join, time::sleep};

async fn prepare(what: &str, wait: Duration) {
    println!("{what} starts");
    sleep(wait).await;
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
