use std::time::Duration;

use tokio::{join, time::sleep, try_join};

async fn fetch(name: &str, wait: Duration) -> Result<&str, String> {
    sleep(wait).await;
    if name == "B" {
        return Err("B is down".to_string());
    }
    println!("{name} has come");
    Ok(name)
}

pub async fn main(wait: Duration) {
    let a = || fetch("A", Duration::from_millis(450));
    let b = || fetch("B", wait);
    let c = || fetch("C", Duration::from_millis(1350));

    match try_join!(a(), b(), c()) {
        Ok(_) => println!("all have come"),
        Err(error) => println!("the first error ends it: {error}"),
    }

    for result in <[_; 3]>::from(join!(a(), b(), c())) {
        match result {
            Ok(name) => println!("kept: {name}"),
            Err(error) => println!("kept: {error}"),
        }
    }
}
