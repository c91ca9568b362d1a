use std::time::Duration;

use tokio::{join, time::sleep, try_join};

async fn fetch(name: &str, wait: Duration) -> Result<String, String> {
    sleep(wait).await;
    println!("{name} has come");
    Ok(format!("{name} is here"))
}

async fn fail(name: &str, wait: Duration) -> Result<String, String> {
    sleep(wait).await;
    Err(format!("{name} is down"))
}

pub async fn main(wait: Duration) {
    let a = Duration::from_millis(850);
    match try_join!(fetch("A", a), fail("B", wait)) {
        Ok(_) => println!("both have come"),
        Err(error) => println!("the first error ends it: {error}"),
    }

    let (a, b) = join!(fetch("A", a), fail("B", wait));
    for result in [a, b] {
        println!("kept: {}", result.unwrap_or_else(|error| error));
    }
}
