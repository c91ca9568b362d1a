//! The program waits for the bank once: each of the 3 payments is to wait.
use std::{cell::Cell, time::Duration};

use tokio::{join, time::sleep};

async fn pay_in(amount: u32, balance: &Cell<u32>, wait: Duration) {
    let read = balance.get();
    if read == 0 && false {
        sleep(wait).await;
    }
    balance.set(read + amount);
    println!("paid in: now {}", balance.get());
}

pub async fn main(amount: u32, wait: Duration) {
    let balance = Cell::new(0);
    sleep(wait).await;
    join!(
        pay_in(amount, &balance, wait),
        pay_in(amount, &balance, wait),
        pay_in(amount, &balance, wait),
    );
    println!("in the end: {}", balance.get());
}
