use std::{thread, time::Duration};

use tokio::{task::JoinSet, time::sleep};

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
    let mut servers = JoinSet::new();
    servers.spawn_local(ask("A", a));
    servers.spawn_local(ask("B", b));
    servers.spawn_local(ask("C", c));
    servers.join_all().await;
}
