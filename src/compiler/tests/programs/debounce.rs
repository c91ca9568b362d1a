use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, timeout};

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut rx) = mpsc::unbounded_channel::<char>();
    tokio::spawn(async move {
        for (pause, key) in [(0, 'h'), (50, 'e'), (60, 'l'), (400, 'p'), (10, '!')] {
            sleep(Duration::from_millis(pause)).await;
            if tx.send(key).is_err() {
                return;
            }
        }
    });
    let mut typed = String::new();
    while let Some(key) = rx.recv().await {
        typed.push(key);
        while let Ok(Some(key)) = timeout(Duration::from_millis(200), rx.recv()).await {
            typed.push(key);
        }
        println!("search {typed:?} at {:?}", start.elapsed());
    }
}
