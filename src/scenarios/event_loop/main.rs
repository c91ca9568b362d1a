use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn walk(name: &str, pause: Duration) {
    for step in 1..=3 {
        println!("{name} takes step {step}");
        sleep(pause).await;
    }
    println!("{name} is home");
}

pub async fn main() {
    let a = spawn_local(walk("A", Duration::from_millis(500)));
    let b = spawn_local(walk("B", Duration::from_millis(600)));
    let c = spawn_local(walk("C", Duration::from_millis(700)));
    println!("all are ready, none has run");

    for walker in [a, b, c] {
        walker.await.unwrap();
    }
    println!("all are home");
}
