use std::{thread, time::Duration};

use tokio::{join, time::sleep};

fn ask_and_block(server: &str, wait: Duration) {
    println!("{server} is asked");
    thread::sleep(wait);
    println!("{server} answers");
}

async fn ask(server: &str, wait: Duration) {
    println!("{server} is asked");
    sleep(wait).await;
    println!("{server} answers");
}

pub async fn main(a: Duration, b: Duration, c: Duration) {
    println!("one after another");
    ask_and_block("A", a);
    ask_and_block("B", b);
    ask_and_block("C", c);

    println!("all at once");
    join!(ask("A", a), ask("B", b), ask("C", c));
}
