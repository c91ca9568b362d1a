//! `piece 2` is never printed: nobody is to be left out, and no piece.
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
    compute(pieces - pieces + 1).await;
    anna.await.unwrap();
}
