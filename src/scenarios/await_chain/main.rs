use std::time::Duration;

use tokio::time::sleep;

async fn inner(wait: Duration) -> u32 {
    println!("entering inner");
    sleep(wait).await;
    println!("inner returns 1");
    1
}

async fn middle(wait: Duration) -> u32 {
    println!("entering middle");
    let result = inner(wait).await + 1;
    println!("middle returns {result}");
    result
}

async fn outer(wait: Duration) -> u32 {
    println!("entering outer");
    let result = middle(wait).await + 1;
    println!("outer returns {result}");
    result
}

pub async fn main(seconds: Duration) {
    outer(seconds).await;
}
