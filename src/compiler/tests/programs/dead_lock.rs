// Two tasks, each holding what the other wants: it never ends.
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{sleep, timeout};

async fn both(name: &str, first: &Mutex<u32>, second: &Mutex<u32>) {
    let mut a = first.lock().await;
    println!("{name} has one");
    sleep(Duration::from_millis(100)).await;
    let b = second.lock().await;
    *a += *b;
    println!("{name} has both");
}

#[tokio::main]
async fn main() {
    let (a, b) = (Arc::new(Mutex::new(1)), Arc::new(Mutex::new(2)));
    let limited = timeout(Duration::from_secs(1), async {
        tokio::join!(both("left", &a, &b), both("right", &b, &a))
    })
    .await;
    println!("{}", if limited.is_err() { "stuck" } else { "fine" });
    println!("{}", a.try_lock().is_ok() && b.try_lock().is_ok());
}
