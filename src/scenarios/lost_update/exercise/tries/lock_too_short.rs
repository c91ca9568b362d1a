//! After `paid in: now 10` comes `paid in: now 10`: what did that payment read, and when?
use std::time::Duration;

use tokio::{join, sync::Mutex, time::sleep};

async fn pay_in(amount: u32, balance: &Mutex<u32>, wait: Duration) {
    let read = *balance.lock().await;
    sleep(wait).await;
    *balance.lock().await = read + amount;
    println!("paid in: now {}", read + amount);
}

pub async fn main(amount: u32, wait: Duration) {
    let balance = Mutex::new(0);
    join!(
        pay_in(amount, &balance, wait),
        pay_in(amount, &balance, wait),
        pay_in(amount, &balance, wait),
    );
    println!("in the end: {}", balance.into_inner());
}
