//! `the timer of 30 ms` comes at 0.100 s, after `piece 5`: it was due at 0.030 s, and nobody looked.
use std::{thread, time::Duration};

use tokio::{task::spawn_local, time::sleep};

async fn compute(piece: u32) {
    thread::sleep(Duration::from_millis(20));
    println!("piece {piece}");
}

async fn job(pieces: u32) {
    for piece in 1..=pieces {
        compute(piece).await;
    }
}

async fn timer() {
    sleep(Duration::from_millis(30)).await;
    println!("the timer of 30 ms");
}

pub async fn main(pieces: u32) {
    let timer = spawn_local(timer());
    let job = spawn_local(job(pieces));
    job.await.unwrap();
    timer.await.unwrap();
}
