use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

struct Progress(u32);

impl Drop for Progress {
    fn drop(&mut self) {
        println!("progress lost at {}", self.0);
    }
}

async fn gather(rx: &mut mpsc::Receiver<u32>) -> u32 {
    let mut progress = Progress(0);
    for _ in 0..3 {
        progress.0 += rx.recv().await.unwrap_or(0);
    }
    progress.0
}

#[tokio::main]
async fn main() {
    let (tx, mut rx) = mpsc::channel(8);
    tokio::spawn(async move {
        for n in 1..=6 {
            sleep(Duration::from_millis(100)).await;
            if tx.send(n).await.is_err() {
                println!("nobody listens");
            }
        }
    });
    println!("{:?}", timeout(Duration::from_millis(250), gather(&mut rx)).await.is_err());
    println!("{}", gather(&mut rx).await);
    rx.close();
    println!("{:?}", rx.recv().await);
}
