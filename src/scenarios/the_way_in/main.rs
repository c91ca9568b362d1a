use std::{future::Future, time::Duration};

use tokio::time::sleep;

async fn greet(name: &'static str, wait: Duration) -> String {
    sleep(wait).await;
    format!("Hello, {name}!")
}

fn is_a_function<F: Future>(_: impl Fn(&'static str, Duration) -> F) {
    println!("greet is a function");
}

fn is_a_future(_: &impl Future<Output = String>) {
    println!("greet(…) is a future");
}

pub async fn main(wait: Duration) {
    is_a_function(greet);
    let greeting = greet("you", wait);
    is_a_future(&greeting);

    println!("no greeting yet");
    println!("{}", greeting.await);
}
