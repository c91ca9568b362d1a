use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use tokio::task::{LocalSet, spawn_local};
use tokio::time::sleep;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let log = Rc::new(RefCell::new(Vec::new()));
    let local = LocalSet::new();
    let seen = log.clone();
    local
        .run_until(async move {
            let tasks: Vec<_> = (0..3u64)
                .map(|i| {
                    let log = seen.clone();
                    spawn_local(async move {
                        sleep(Duration::from_millis(300 - i * 100)).await;
                        log.borrow_mut().push(i);
                    })
                })
                .collect();
            for task in tasks {
                task.await.unwrap();
            }
        })
        .await;
    println!("{:?} {}", log.borrow(), Rc::strong_count(&log));
}
