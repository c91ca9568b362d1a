// What threads do with channels and locks of tasks.
use std::sync::Arc;
use tokio::sync::{Mutex, RwLock, Semaphore, broadcast, mpsc, oneshot};
use tokio::task::spawn_blocking;

#[tokio::main]
async fn main() {
    let (tx, mut rx) = mpsc::channel(8);
    let thread = spawn_blocking(move || {
        for i in 0..4 {
            tx.blocking_send(i).unwrap();
        }
        "sent"
    });
    while let Some(i) = rx.recv().await {
        println!("received {i}");
    }
    println!("{}", thread.await.unwrap());

    let (tx, mut rx) = mpsc::unbounded_channel();
    for i in 1..=4 {
        tx.send(i).unwrap();
    }
    drop(tx);
    let thread = spawn_blocking(move || {
        let mut sum = 0;
        while let Some(i) = rx.blocking_recv() {
            sum += i;
        }
        sum
    });
    println!("{}", thread.await.unwrap());

    let (tx, rx) = oneshot::channel();
    tx.send("one").unwrap();
    let thread = spawn_blocking(move || rx.blocking_recv());
    println!("{:?}", thread.await.unwrap());

    let (tx, mut rx) = broadcast::channel(4);
    tx.send(1).unwrap();
    drop(tx);
    let thread = spawn_blocking(move || (rx.blocking_recv(), rx.blocking_recv()));
    println!("{:?}", thread.await.unwrap());

    let lock = Arc::new(Mutex::new(vec![1]));
    let shared = lock.clone();
    spawn_blocking(move || shared.blocking_lock().push(2))
        .await
        .unwrap();
    println!("{:?}", lock.lock().await);

    let lock = Arc::new(RwLock::new(1));
    let shared = lock.clone();
    let thread = spawn_blocking(move || {
        *shared.blocking_write() += 1;
        *shared.blocking_read()
    });
    println!("{}", thread.await.unwrap());

    let semaphore = Arc::new(Semaphore::new(1));
    let thread = spawn_blocking(move || {
        let _permit = semaphore.blocking_acquire().unwrap();
        semaphore.available_permits()
    });
    println!("{}", thread.await.unwrap());

    let handle = tokio::runtime::Handle::current();
    let number = spawn_blocking(move || {
        handle.block_on(async {
            let (tx, rx) = oneshot::channel();
            tx.send(7).unwrap();
            rx.await.unwrap()
        })
    });
    println!("{}", number.await.unwrap());

    let (_tx, mut rx) = mpsc::channel::<u32>(1);
    let wrong = tokio::spawn(async move { rx.blocking_recv() });
    println!("{}", wrong.await.unwrap_err().is_panic());
    let wrong = tokio::spawn(async { tokio::task::block_in_place(|| 1) });
    println!("{}", wrong.await.unwrap_err().is_panic());
}
