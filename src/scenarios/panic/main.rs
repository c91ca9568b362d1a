use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn share(wait: Duration, cakes: u32, guests: u32) -> u32 {
    sleep(wait).await;
    println!("{cakes} cakes for {guests} guests");
    if guests == 0 {
        panic!("nobody to share with");
    }
    cakes / guests
}

pub async fn main(cakes: u32, guests: u32) {
    let today = spawn_local(share(Duration::from_millis(500), cakes, guests));
    let tomorrow = spawn_local(share(Duration::from_secs(1), cakes, guests + 1));

    for task in [today, tomorrow] {
        match task.await {
            Ok(each) => println!("main: {each} for each"),
            Err(_) => println!("main: this task has no result"),
        }
    }
    println!("main: continues");
}
