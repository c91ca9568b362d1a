use std::{thread, time::Duration};

use tokio::task::{spawn_local, yield_now};

fn compute_a_piece() {
    thread::sleep(Duration::from_millis(20));
}

async fn long_job(pieces: u32) {
    for piece in 1..=pieces {
        compute_a_piece();
        println!("long job: piece {piece}");
        yield_now().await;
    }
    println!("long job: done");
}

async fn customer(name: &str) {
    println!("{name} is served");
}

pub async fn main(pieces: u32) {
    let job = spawn_local(long_job(pieces));
    let anna = spawn_local(customer("Anna"));
    let ben = spawn_local(customer("Ben"));
    for task in [job, anna, ben] {
        task.await.unwrap();
    }
}
