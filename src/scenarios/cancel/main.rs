use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

struct Bell;

impl Drop for Bell {
    fn drop(&mut self) {
        println!("the bell is put away");
    }
}

async fn work(name: &str) {
    let _bell = Bell;
    for step in 1..=3 {
        println!("{name} takes step {step}");
        sleep(Duration::from_millis(500)).await;
    }
    println!("{name} is done");
}

pub async fn main(moment: Duration) {
    let a = spawn_local(work("A"));
    spawn_local(work("B")).abort();

    sleep(moment).await;
    a.abort();
    match a.await {
        Ok(()) => println!("main: too late to cancel A"),
        Err(_) => println!("main: A was cancelled"),
    }
}
