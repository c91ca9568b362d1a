//! After `paid in: now 10` comes `paid in: now 30`: what did that payment read, and when?
use std::{cell::Cell, time::Duration};

use tokio::time::sleep;

async fn pay_in(amount: u32, balance: &Cell<u32>, wait: Duration) {
    let read = balance.get();
    sleep(wait).await;
    balance.set(read + amount);
    println!("paid in: now {}", balance.get());
}

pub async fn main(amount: u32, wait: Duration) {
    let balance = Cell::new(0);
    pay_in(amount, &balance, wait).await;
    pay_in(amount * 2, &balance, wait).await;

    println!("in the end: {}", balance.get());
}
