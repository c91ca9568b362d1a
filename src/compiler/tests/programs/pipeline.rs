use std::time::Duration;
use tokio::sync::mpsc::{self, Receiver};
use tokio::time::sleep;

fn stage<A, B>(mut input: Receiver<A>, name: &'static str, ms: u64, f: impl Fn(A) -> B + Send + 'static) -> Receiver<B>
where
    A: Send + 'static,
    B: Send + 'static,
{
    let (tx, rx) = mpsc::channel(1);
    tokio::spawn(async move {
        while let Some(item) = input.recv().await {
            sleep(Duration::from_millis(ms)).await;
            if tx.send(f(item)).await.is_err() {
                break;
            }
        }
        println!("{name} ends");
    });
    rx
}

#[tokio::main]
async fn main() {
    let (tx, rx) = mpsc::channel(1);
    let words = stage(rx, "double", 100, |n: u32| n * 2);
    let mut out = stage(words, "name", 50, |n| format!("#{n}"));
    tokio::spawn(async move {
        for n in 1..=4 {
            tx.send(n).await.unwrap();
        }
    });
    while let Some(text) = out.recv().await {
        println!("{text}");
        if text == "#6" {
            out.close();
        }
    }
}
