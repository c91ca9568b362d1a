use std::time::Duration;

use tokio::{select, time::sleep};

async fn ask(server: &str, wait: Duration) -> &str {
    println!("{server} is asked");
    sleep(wait).await;
    println!("{server} answers");
    server
}

pub async fn main(wait: Duration) {
    let first = select! {
        biased;
        server = ask("A", wait) => server,
        server = ask("B", Duration::from_millis(950)) => server,
        server = ask("C", Duration::from_millis(1450)) => server,
    };
    println!("{first} was first");
    sleep(Duration::from_secs(1)).await;
    println!("nobody else answers");
}
