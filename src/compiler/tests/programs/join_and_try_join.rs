use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio::{join, try_join};

async fn fetch(name: &str, ms: u64) -> String {
    println!("{name} starts");
    sleep(Duration::from_millis(ms)).await;
    println!("{name} ends");
    name.to_uppercase()
}

async fn check(n: u32, ms: u64) -> Result<u32, String> {
    sleep(Duration::from_millis(ms)).await;
    println!("checked {n}");
    if n % 2 == 0 { Ok(n) } else { Err(format!("{n} is odd")) }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (a, b, c) = join!(fetch("x", 300), fetch("y", 100), async { 5 });
    println!("{a} {b} {c} {:?}", start.elapsed());
    println!("{:?}", try_join!(check(2, 100), check(4, 200)));
    println!("{:?}", try_join!(check(2, 500), check(3, 100), check(5, 200)));
    let mut total = 0;
    let (left, right) = join!(
        async {
            sleep(Duration::from_millis(100)).await;
            1
        },
        async { 2 }
    );
    total += left + right;
    println!("{total} {:?}", start.elapsed());
}
