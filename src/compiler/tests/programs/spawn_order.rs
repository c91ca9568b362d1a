use std::time::Duration;
use tokio::task::{spawn_local, yield_now};
use tokio::time::sleep;

async fn steps(name: &'static str, count: u32) -> u32 {
    for i in 0..count {
        println!("{name}{i}");
        yield_now().await;
    }
    count
}

#[tokio::main(flavor = "local")]
async fn main() {
    let a = spawn_local(steps("a", 3));
    let b = spawn_local(steps("b", 2));
    println!("spawned");
    yield_now().await;
    println!("main again");
    println!("{} {}", b.await.unwrap(), a.await.unwrap());
    let nested = spawn_local(async {
        let inner = spawn_local(async {
            sleep(Duration::from_millis(200)).await;
            println!("inner");
            1
        });
        println!("outer waits");
        inner.await.unwrap() + 1
    });
    sleep(Duration::from_millis(100)).await;
    println!("{} {}", nested.is_finished(), nested.await.unwrap());
    let tasks: Vec<_> = (1..=3u64)
        .rev()
        .map(|i| {
            spawn_local(async move {
                sleep(Duration::from_millis(i * 100)).await;
                println!("slept {i}");
                i
            })
        })
        .collect();
    let mut sum = 0;
    for task in tasks {
        sum += task.await.unwrap();
    }
    println!("{sum}");
    drop(spawn_local(async { println!("detached") }));
    yield_now().await;
}
