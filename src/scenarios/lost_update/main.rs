use std::{cell::Cell, time::Duration};

use tokio::{join, sync::Mutex, time::sleep};

async fn pay_in(amount: u32, balance: &Cell<u32>, wait: Duration) {
    let read = balance.get();
    println!("reads {read}, adds {amount}");
    sleep(wait).await;
    balance.set(read + amount);
}

async fn pay_locked(amount: u32, balance: &Mutex<u32>, wait: Duration) {
    let mut balance = balance.lock().await;
    let read = *balance;
    println!("reads {read}, adds {amount}");
    sleep(wait).await;
    *balance = read + amount;
}

pub async fn main(amount: u32, wait: Duration) {
    let balance = Cell::new(0);
    join!(
        pay_in(amount, &balance, wait),
        pay_in(amount, &balance, wait)
    );
    println!("without a lock: {}", balance.get());

    let balance = Mutex::new(0);
    join!(
        pay_locked(amount, &balance, wait),
        pay_locked(amount, &balance, wait)
    );
    println!("with a lock: {}", balance.into_inner());
}
