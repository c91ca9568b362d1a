// As in tokio's documentation of `sync`.
use std::sync::Arc;
use tokio::sync::{Notify, Semaphore, broadcast, mpsc, oneshot, watch};
use tokio::time::{self, Duration, Instant};

async fn some_computation(input: u32) -> String {
    format!("the result of computation {}", input)
}

#[derive(Debug, Clone, PartialEq)]
struct Config {
    timeout: Duration,
}

impl Config {
    async fn load_from_file(step: u64) -> Config {
        Config { timeout: Duration::from_millis(100 * step) }
    }
}

async fn my_async_operation(done: &str) -> u64 {
    time::sleep(Duration::from_millis(250)).await;
    println!("operation {done}");
    7
}

#[tokio::main]
async fn main() {
    let (tx, mut rx) = mpsc::channel(100);
    tokio::spawn(async move {
        for i in 0..3 {
            let res = some_computation(i).await;
            tx.send(res).await.unwrap();
        }
    });
    while let Some(res) = rx.recv().await {
        println!("got = {}", res);
    }

    enum Command {
        Increment,
    }
    let (cmd_tx, mut cmd_rx) = mpsc::channel::<(Command, oneshot::Sender<u64>)>(100);
    tokio::spawn(async move {
        let mut counter: u64 = 0;
        while let Some((cmd, response)) = cmd_rx.recv().await {
            match cmd {
                Command::Increment => {
                    let prev = counter;
                    counter += 1;
                    response.send(prev).unwrap();
                }
            }
        }
    });
    let mut join_handles = vec![];
    for _ in 0..3 {
        let cmd_tx = cmd_tx.clone();
        join_handles.push(tokio::spawn(async move {
            let (resp_tx, resp_rx) = oneshot::channel();
            cmd_tx.send((Command::Increment, resp_tx)).await.ok().unwrap();
            let res = resp_rx.await.unwrap();
            println!("previous value = {}", res);
        }));
    }
    for join_handle in join_handles.drain(..) {
        join_handle.await.unwrap();
    }

    let (tx, mut rx1) = broadcast::channel(16);
    let mut rx2 = tx.subscribe();
    let one = tokio::spawn(async move { (rx1.recv().await.unwrap(), rx1.recv().await.unwrap()) });
    tx.send(10).unwrap();
    tx.send(20).unwrap();
    println!("{:?} {} {}", one.await.unwrap(), rx2.recv().await.unwrap(), rx2.recv().await.unwrap());

    let mut config = Config::load_from_file(1).await;
    let (tx, rx) = watch::channel(config.clone());
    tokio::spawn(async move {
        for step in 2..4 {
            time::sleep(Duration::from_millis(100)).await;
            let new_config = Config::load_from_file(step).await;
            if new_config != config {
                tx.send(new_config.clone()).unwrap();
                config = new_config;
            }
        }
        time::sleep(Duration::from_secs(1)).await;
    });
    let mut rx = rx.clone();
    let handle = tokio::spawn(async move {
        let op_start = Instant::now();
        let mut conf = rx.borrow().clone();
        let sleep = time::sleep_until(op_start + conf.timeout);
        tokio::pin!(sleep);
        let op = my_async_operation("done");
        tokio::pin!(op);
        loop {
            tokio::select! {
                biased;
                n = &mut op => return (n, op_start.elapsed()),
                _ = rx.changed() => {
                    conf = rx.borrow_and_update().clone();
                    sleep.as_mut().reset(op_start + conf.timeout);
                }
                _ = &mut sleep => return (0, op_start.elapsed()),
            }
        }
    });
    println!("{:?}", handle.await.unwrap());

    let semaphore = Arc::new(Semaphore::new(3));
    let a_permit = semaphore.acquire().await.unwrap();
    let two_permits = semaphore.acquire_many(2).await.unwrap();
    println!("{} {}", semaphore.available_permits(), semaphore.try_acquire().is_err());
    drop((a_permit, two_permits));
    let notify = Arc::new(Notify::new());
    let notified = notify.notified();
    notify.notify_waiters();
    notified.await;
    println!("notified");
}
