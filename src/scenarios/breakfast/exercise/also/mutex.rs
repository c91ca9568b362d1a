use std::time::Duration;

use tokio::{join, time::sleep};

async fn prepare(plug: &tokio::sync::Mutex<()>, what: &str, wait: Duration) {
    let _plug = plug.lock().await;
    println!("{what} starts");
    sleep(wait).await;
    println!("{what} ready");
}

pub async fn main(coffee: Duration, toast: Duration) {
    let eggs = Duration::from_millis(500);
    let plug = tokio::sync::Mutex::new(());
    join!(
        prepare(&plug, "coffee", coffee),
        prepare(&plug, "toast", toast),
        prepare(&plug, "eggs", eggs)
    );
}
