use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, mut rx) = mpsc::channel(1);
    let producer = tokio::spawn(async move {
        for i in 0..4 {
            tx.send(i).await.unwrap();
            println!("sent {i} at {:?}", start.elapsed());
        }
    });
    while let Some(i) = rx.recv().await {
        sleep(Duration::from_millis(200)).await;
        println!("handled {i} at {:?}", start.elapsed());
    }
    producer.await.unwrap();
    let (tx, mut rx) = mpsc::channel(3);
    let permit = tx.reserve().await.unwrap();
    println!("{}", tx.capacity());
    permit.send('p');
    println!("{:?} {:?}", rx.recv().await, rx.try_recv().is_err());
}
