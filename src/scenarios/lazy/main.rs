use std::time::Duration;

use crate::playground::{println, sleep};

async fn greet(name: &str) {
    println!("Hello, {name}!");
}

pub async fn main() {
    let greeting = greet("world");
    println!("called: nothing of greet has run");
    greeting.await;
    println!("awaited: now it has");

    let forgotten = sleep(Duration::from_secs(1));
    drop(forgotten);
    println!("a sleep without await takes no time");
}
