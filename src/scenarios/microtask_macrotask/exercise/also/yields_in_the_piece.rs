use std::{thread, time::Duration};

use tokio::{task::spawn_local, time::sleep};

async fn compute(piece: u32) {
    thread::sleep(Duration::from_millis(20));
    println!("piece {piece}");
    tokio::task::yield_now().await;
}

async fn job(pieces: u32) {
    for piece in 1..=pieces {
        spawn_local(compute(piece)).await.unwrap();
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
