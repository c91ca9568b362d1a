use std::time::Duration;

use tokio::time::sleep;

async fn greet(name: &str) {
    println!("Hello, {name}!");
}

pub async fn main() {
    tokio::task::spawn_local(greet("Ada")).await.unwrap();
    tokio::task::spawn_local(greet("Grace")).await.unwrap();
    let pause = sleep(Duration::from_secs(1));
    let barbara = greet("Barbara");
    pause.await;
    barbara.await;
    println!("all are greeted");
}
