use std::time::Duration;

use tokio::{join, time::sleep};

async fn add(a: u32, b: u32, wait: Duration) -> u32 {
    sleep(wait).await;
    println!("{a} + {b} is ready");
    a + b
}

pub async fn main(a: u32, b: u32, c: u32, d: u32, e: u32, f: u32) {
    let (first, second, third) = join!(
        add(a, b, Duration::from_millis(300)),
        add(c, d, Duration::from_millis(100)),
        add(e, f, Duration::from_millis(200)),
    );
    println!("{first}, {second}, {third}");
}
