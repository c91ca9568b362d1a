use std::time::Duration;

use tokio::time::sleep;

async fn greet(name: &str) {
    println!("Hello, {name}!");
}

pub async fn main() {
    let greeting = greet("world");
    println!("called: nothing has run");
    greeting.await;
    println!("awaited: now it has");

    drop(greet("nobody"));
    drop(sleep(Duration::from_secs(1)));
    println!("forgotten: no greeting, no pause");
}
