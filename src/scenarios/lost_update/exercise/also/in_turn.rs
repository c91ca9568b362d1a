use std::time::Duration;

use tokio::time::sleep;

async fn pay_in(amount: u32, balance: &mut u32, wait: Duration) {
    let read = *balance;
    sleep(wait).await;
    *balance = read + amount;
    println!("paid in: now {balance}");
}

pub async fn main(amount: u32, wait: Duration) {
    let mut balance = 0;
    for _ in 0..3 {
        pay_in(amount, &mut balance, wait).await;
    }
    println!("in the end: {balance}");
    println!("the bank closes");
}
