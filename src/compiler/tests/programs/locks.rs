use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Barrier, Mutex, Notify, OnceCell, RwLock, Semaphore};
use tokio::task::spawn_local;
use tokio::time::{Instant, sleep};

async fn wait(ms: u64) {
    sleep(Duration::from_millis(ms)).await;
}

#[tokio::main(flavor = "local")]
async fn main() {
    let start = Instant::now();
    let shared = Arc::new(Mutex::new(vec![]));
    let mut tasks = vec![];
    for i in 0..3 {
        let shared = shared.clone();
        tasks.push(spawn_local(async move {
            let mut guard = shared.lock().await;
            println!("{i} has the lock");
            wait(100).await;
            guard.push(i);
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    println!("{:?} {:?}", shared.lock().await, start.elapsed());
    println!("{}", shared.try_lock().is_ok());

    let permits = Arc::new(Semaphore::new(2));
    let jobs: Vec<_> = (0..5)
        .map(|i| {
            let permits = permits.clone();
            spawn_local(async move {
                let _permit = permits.acquire().await.unwrap();
                println!("job {i} starts");
                wait(100 + i * 100).await;
                println!("job {i} ends");
            })
        })
        .collect();
    for job in jobs {
        job.await.unwrap();
    }
    println!("{} {:?}", permits.available_permits(), start.elapsed());

    let notify = Arc::new(Notify::new());
    let waiting = {
        let notify = notify.clone();
        spawn_local(async move {
            notify.notified().await;
            println!("notified");
        })
    };
    wait(100).await;
    notify.notify_one();
    waiting.await.unwrap();
    notify.notify_one();
    notify.notified().await;
    println!("a permit was kept");

    let lock = Arc::new(RwLock::new(0));
    let readers: Vec<_> = (0..2)
        .map(|i| {
            let lock = lock.clone();
            spawn_local(async move {
                let value = lock.read().await;
                println!("reader {i} sees {}", *value);
                wait(100).await;
            })
        })
        .collect();
    let writer = {
        let lock = lock.clone();
        spawn_local(async move {
            *lock.write().await += 1;
            println!("written");
        })
    };
    for reader in readers {
        reader.await.unwrap();
    }
    writer.await.unwrap();
    println!("{}", *lock.read().await);

    let barrier = Arc::new(Barrier::new(3));
    let runners: Vec<_> = (1..=3u64)
        .map(|i| {
            let barrier = barrier.clone();
            spawn_local(async move {
                wait(i * 100).await;
                println!("{i} arrives");
                barrier.wait().await.is_leader()
            })
        })
        .collect();
    for runner in runners {
        println!("{}", runner.await.unwrap());
    }
    let cell = OnceCell::new();
    println!("{} {}", cell.get_or_init(|| async { wait(100).await; 5 }).await, cell.get_or_init(|| async { 6 }).await);
}
