use std::time::Duration;
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio::task::spawn_local;
use tokio::time::sleep;

#[derive(Debug)]
enum Command {
    Add(u32),
    Get(oneshot::Sender<u32>),
}

async fn store(mut commands: mpsc::Receiver<Command>) {
    let mut total = 0;
    while let Some(command) = commands.recv().await {
        match command {
            Command::Add(n) => total += n,
            Command::Get(reply) => reply.send(total).unwrap(),
        }
    }
    println!("store closed at {total}");
}

#[tokio::main(flavor = "local")]
async fn main() {
    let (tx, rx) = mpsc::channel(2);
    let actor = spawn_local(store(rx));
    for n in 1..=3 {
        tx.send(Command::Add(n)).await.unwrap();
        println!("sent {n}");
    }
    let (reply, answer) = oneshot::channel();
    tx.send(Command::Get(reply)).await.unwrap();
    println!("total {}", answer.await.unwrap());
    drop(tx);
    actor.await.unwrap();

    let (tx, mut rx) = mpsc::unbounded_channel();
    let second = tx.clone();
    spawn_local(async move {
        for i in 0..2 {
            tx.send(format!("first {i}")).unwrap();
            sleep(Duration::from_millis(200)).await;
        }
    });
    spawn_local(async move {
        sleep(Duration::from_millis(100)).await;
        second.send("second".to_string()).unwrap();
    });
    while let Some(text) = rx.recv().await {
        println!("{text}");
    }
    println!("all senders gone");

    let (tx, rx) = oneshot::channel::<u32>();
    drop(tx);
    println!("{:?}", rx.await.is_err());
    let (tx, rx) = mpsc::channel::<u32>(1);
    println!("{:?} {:?}", tx.try_send(1).is_ok(), tx.try_send(2).is_err());
    drop(rx);
    println!("{:?} {}", tx.send(3).await.is_err(), tx.is_closed());

    let (tx, mut one) = broadcast::channel(4);
    let mut two = tx.subscribe();
    tx.send("hello").unwrap();
    println!("{} {}", one.recv().await.unwrap(), two.recv().await.unwrap());
    for i in 0..6 {
        tx.send(["a", "b", "c", "d", "e", "f"][i]).unwrap();
    }
    println!("{:?} {:?}", one.recv().await, one.recv().await);

    let (tx, mut rx) = watch::channel(1);
    let watcher = spawn_local(async move {
        while rx.changed().await.is_ok() {
            println!("now {}", *rx.borrow_and_update());
        }
        println!("no more");
    });
    for n in 2..4 {
        sleep(Duration::from_millis(100)).await;
        tx.send(n).unwrap();
    }
    sleep(Duration::from_millis(100)).await;
    tx.send_modify(|n| *n *= 10);
    sleep(Duration::from_millis(100)).await;
    drop(tx);
    watcher.await.unwrap();
}
