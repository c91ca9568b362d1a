use std::{thread, time::Duration};
use tokio::join;
use tokio::time::{Instant, sleep};

const MINUTE: Duration = Duration::from_millis(100);

fn order_and_stand_there(dish: &str, minutes: u32) {
    println!("{dish} ordered");
    thread::sleep(MINUTE * minutes);
    println!("{dish} served");
}

async fn order(dish: &str, minutes: u32) {
    println!("{dish} ordered");
    sleep(MINUTE * minutes).await;
    println!("{dish} served");
}

fn minutes(elapsed: Duration) -> u32 {
    (elapsed + MINUTE / 2).as_millis() as u32 / 100
}

pub async fn main(pizza: u32, burger: u32) {
    let start = Instant::now();
    order_and_stand_there("pizza", pizza);
    order_and_stand_there("burger", burger);
    println!("blocking: {} minutes", minutes(start.elapsed()));

    let start = Instant::now();
    join!(order("pizza", pizza), order("burger", burger));
    println!("async: {} minutes", minutes(start.elapsed()));
}
