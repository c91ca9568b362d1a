use std::time::Duration;

use tokio::{
    task::spawn_local,
    time::{sleep, timeout},
};

struct Bell;

impl Drop for Bell {
    fn drop(&mut self) {
        println!("the bell is put away");
    }
}

async fn download(each: Duration) {
    let _bell = Bell;
    sleep(Duration::from_millis(50)).await;
    for page in 1..=3 {
        sleep(each).await;
        println!("page {page} is here");
    }
}

pub async fn main(limit: Duration, each: Duration) {
    let mut task = spawn_local(download(each));
    match timeout(limit, &mut task).await {
        Ok(_) => println!("main: all pages in time"),
        Err(_) => {
            task.abort();
            println!("main: time is up")
        }
    }
    sleep(Duration::from_secs(1)).await;
    println!("main ends");
}
