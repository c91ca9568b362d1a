// What a future holds is dropped when it is done, when it is cancelled, or when it was never polled.
use std::time::Duration;
use tokio::time::{sleep, timeout};

struct Guard(&'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        println!("{} dropped", self.0);
    }
}

async fn work(guard: Guard, ms: u64) -> &'static str {
    let _inner = Guard("inner");
    println!("{} works", guard.0);
    sleep(Duration::from_millis(ms)).await;
    println!("{} done", guard.0);
    "result"
}

#[tokio::main(flavor = "local")]
async fn main() {
    println!("{}", work(Guard("A"), 100).await);
    let never = work(Guard("B"), 100);
    println!("made");
    drop(never);
    let late = timeout(Duration::from_millis(100), work(Guard("C"), 500)).await;
    println!("{:?}", late.is_err());
    let handle = tokio::task::spawn_local(work(Guard("D"), 1000));
    sleep(Duration::from_millis(100)).await;
    handle.abort();
    println!("aborted");
    println!("{}", handle.await.unwrap_err().is_cancelled());
    let early = tokio::task::spawn_local(work(Guard("E"), 1000));
    early.abort();
    println!("{}", early.await.unwrap_err().is_cancelled());
    tokio::select! {
        biased;
        _ = work(Guard("F"), 300) => println!("F"),
        _ = work(Guard("G"), 200) => println!("G"),
    }
    let boom = tokio::task::spawn_local(async {
        let _held = Guard("held");
        sleep(Duration::from_millis(100)).await;
        let list: Vec<u32> = vec![];
        list[0]
    });
    println!("{}", boom.await.unwrap_err().is_panic());
    tokio::task::spawn_local(work(Guard("left"), 5000));
    sleep(Duration::from_millis(100)).await;
    println!("main ends");
}
