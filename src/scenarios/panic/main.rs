use std::time::Duration;

use tokio::{task::spawn_local, time::sleep};

async fn share(cakes: u32, guests: u32) -> u32 {
    sleep(Duration::from_millis(500)).await;
    println!("{cakes} cakes for {guests} guests");
    if guests == 0 {
        panic!("nobody to share with");
    }
    cakes / guests
}

pub async fn main(cakes: u32, guests: u32) {
    let today = spawn_local(share(cakes, guests));
    let tomorrow = spawn_local(share(cakes, guests + 1));

    for task in [today, tomorrow] {
        match task.await {
            Ok(each) => println!("main: {each} for each"),
            Err(_) => println!("main: this task has no result"),
        }
    }
    println!("main: continues");
}
