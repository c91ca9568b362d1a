use std::time::Duration;

use tokio::time::sleep;

async fn greet(name: &str) {
    println!("Hello, {name}!");
}

pub async fn main() {
    greet("Ada").await;
    greet("Grace");
    let _pause = sleep(Duration::from_secs(1));
    let barbara = greet("Barbara");
    println!("all are greeted");
    drop(barbara);
}
