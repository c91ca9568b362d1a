use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep};

struct Philosopher {
    name: &'static str,
    left: Arc<Mutex<u32>>,
    right: Arc<Mutex<u32>>,
}

impl Philosopher {
    async fn dine(&self, start: Instant) {
        let mut left = self.left.lock().await;
        let mut right = self.right.lock().await;
        *left += 1;
        *right += 1;
        println!("{} eats at {:?}", self.name, start.elapsed());
        sleep(Duration::from_millis(200)).await;
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let forks: Vec<_> = (0..4).map(|_| Arc::new(Mutex::new(0))).collect();
    let names = ["Ada", "Bob", "Cyd", "Dan"];
    let tasks: Vec<_> = names
        .into_iter()
        .enumerate()
        .map(|(i, name)| {
            let (a, b) = (i, (i + 1) % forks.len());
            let philosopher = Philosopher {
                name,
                left: forks[a.min(b)].clone(),
                right: forks[a.max(b)].clone(),
            };
            tokio::spawn(async move {
                for _ in 0..2 {
                    philosopher.dine(start).await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    for fork in &forks {
        print!("{} ", fork.lock().await);
    }
    println!("{:?}", start.elapsed());
}
