use std::time::Duration;

use tokio::{join, sync::Mutex, time::sleep};

async fn hold(letter: &str, last: &Mutex<u32>, post: Duration) {
    let mut last = last.lock().await;
    *last += 1;
    println!("letter {letter} has number {}", *last);
    sleep(post).await;
}

async fn let_go(letter: &str, last: &Mutex<u32>, post: Duration) {
    {
        let mut last = last.lock().await;
        *last += 1;
        println!("letter {letter} has number {}", *last);
    }
    sleep(post).await;
}

pub async fn main(post: Duration) {
    let last = Mutex::new(0);
    join!(
        hold("A", &last, post),
        hold("B", &last, post),
        hold("C", &last, post)
    );
    println!("posted, one after another");
    join!(
        let_go("D", &last, post),
        let_go("E", &last, post),
        let_go("F", &last, post)
    );
    println!("posted, all at once");
}
