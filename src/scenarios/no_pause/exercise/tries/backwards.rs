//! `piece 2` comes before `piece 1`: the pieces are to keep their order.
use std::{thread, time::Duration};

use tokio::task::spawn_local;

async fn compute(piece: u32) {
    thread::sleep(Duration::from_millis(20));
    println!("piece {piece}");
}

async fn customer(name: &str) {
    println!("{name} is served");
}

pub async fn main(pieces: u32) {
    let anna = spawn_local(customer("Anna"));
    for piece in (1..=pieces).rev() {
        compute(piece).await;
    }
    anna.await.unwrap();
}
