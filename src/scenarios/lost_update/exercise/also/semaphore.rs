use std::{cell::Cell, time::Duration};

use tokio::{join, sync::Semaphore, time::sleep};

async fn pay_in(amount: u32, balance: &Cell<u32>, desk: &Semaphore, wait: Duration) {
    let _permit = desk.acquire().await.unwrap();
    let read = balance.get();
    sleep(wait).await;
    balance.set(read + amount);
    println!("paid in: now {}", balance.get());
}

pub async fn main(amount: u32, wait: Duration) {
    let (balance, desk) = (Cell::new(0), Semaphore::new(1));
    join!(
        pay_in(amount, &balance, &desk, wait),
        pay_in(amount, &balance, &desk, wait),
        pay_in(amount, &balance, &desk, wait)
    );
    println!("in the end: {}", balance.get());
}
