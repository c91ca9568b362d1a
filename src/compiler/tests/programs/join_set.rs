use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let mut set = JoinSet::new();
    for i in [3u64, 1, 2] {
        set.spawn(async move {
            sleep(Duration::from_millis(i * 100)).await;
            if i == 2 {
                panic!("two fails");
            }
            i
        });
    }
    println!("{}", set.len());
    while let Some(result) = set.join_next().await {
        match result {
            Ok(i) => println!("{i} joined"),
            Err(e) => println!("panic {} cancelled {}", e.is_panic(), e.is_cancelled()),
        }
    }
    println!("{}", set.is_empty());
    for i in 0..3u64 {
        set.spawn(async move {
            sleep(Duration::from_millis(100 + i)).await;
            println!("task {i}");
            i
        });
    }
    println!("{:?}", set.join_next().await.unwrap().unwrap());
    set.abort_all();
    let mut cancelled = 0;
    while let Some(result) = set.join_next().await {
        cancelled += u32::from(result.is_err());
    }
    println!("{cancelled} cancelled");
    let mut dropped = JoinSet::new();
    dropped.spawn(async {
        sleep(Duration::from_millis(100)).await;
        println!("never");
    });
    drop(dropped);
    sleep(Duration::from_millis(300)).await;
    let mut results: Vec<u32> = (0..4).map(|i| async move { i * i }).collect::<JoinSet<_>>().join_all().await;
    results.sort();
    println!("{results:?}");
}
