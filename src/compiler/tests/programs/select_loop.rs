use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, interval, sleep};

#[tokio::main(flavor = "local")]
async fn main() {
    let (tx, mut rx) = mpsc::channel::<u32>(8);
    let (stop, mut stopped) = oneshot::channel::<&str>();
    tokio::task::spawn_local(async move {
        for i in 0..4 {
            sleep(Duration::from_millis(150)).await;
            tx.send(i).await.unwrap();
        }
        sleep(Duration::from_millis(400)).await;
        stop.send("enough").unwrap();
    });
    let start = Instant::now();
    let mut ticks = interval(Duration::from_millis(250));
    let mut open = true;
    loop {
        tokio::select! {
            biased;
            why = &mut stopped => {
                println!("stopped: {}", why.unwrap());
                break;
            }
            got = rx.recv(), if open => match got {
                Some(n) => println!("got {n} at {:?}", start.elapsed()),
                None => {
                    println!("closed");
                    open = false;
                }
            },
            _ = ticks.tick() => println!("tick at {:?}", start.elapsed()),
        }
    }
    let value = tokio::select! {
        biased;
        Some(n) = async { None::<u32> } => n,
        n = async { sleep(Duration::from_millis(100)).await; 7 } => n,
        else => 0,
    };
    println!("{value}");
    let none = tokio::select! {
        biased;
        Some(n) = async { None::<u32> } => n,
        else => 42,
    };
    println!("{none}");
    let sleeping = sleep(Duration::from_millis(300));
    tokio::pin!(sleeping);
    let mut laps = 0;
    loop {
        tokio::select! {
            biased;
            () = &mut sleeping => break,
            () = sleep(Duration::from_millis(120)) => laps += 1,
        }
    }
    println!("{laps} laps");
}
