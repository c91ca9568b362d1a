//! Line 8 blocks the thread for 0.500 s: for that time the loop can run nobody else.
use std::{cell::Cell, thread, time::Duration};

use tokio::join;

async fn pay_in(amount: u32, balance: &Cell<u32>, wait: Duration) {
    let read = balance.get();
    thread::sleep(wait);
    balance.set(read + amount);
    println!("paid in: now {}", balance.get());
}

pub async fn main(amount: u32, wait: Duration) {
    let balance = Cell::new(0);
    join!(
        pay_in(amount, &balance, wait),
        pay_in(amount, &balance, wait),
        pay_in(amount, &balance, wait),
    );
    println!("in the end: {}", balance.get());
}
