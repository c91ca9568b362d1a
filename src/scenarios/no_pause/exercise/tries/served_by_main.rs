//! `Anna is served` is printed by main itself: Anna is to stay a task of her own.
use std::{thread, time::Duration};

async fn compute(piece: u32) {
    thread::sleep(Duration::from_millis(20));
    println!("piece {piece}");
}

async fn customer(name: &str) {
    println!("{name} is served");
}

pub async fn main(pieces: u32) {
    for piece in 1..=pieces {
        compute(piece).await;
        if piece == 1 {
            customer("Anna").await;
        }
    }
}
