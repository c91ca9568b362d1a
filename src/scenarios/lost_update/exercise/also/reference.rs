use std::time::Duration;

use tokio::{join, sync::Mutex, time::sleep};

async fn pay_in(amount: u32, balance: &Mutex<u32>, wait: Duration) {
    let mut guard = balance.lock().await;
    let balance = &mut *guard;
    let read = *balance;
    sleep(wait).await;
    *balance = read + amount;
    println!("paid in: now {balance}");
}

pub async fn main(amount: u32, wait: Duration) {
    let balance = Mutex::new(0);
    join!(
        pay_in(amount, &balance, wait),
        pay_in(amount, &balance, wait),
        pay_in(amount, &balance, wait)
    );
    println!("in the end: {}", balance.into_inner());
}
