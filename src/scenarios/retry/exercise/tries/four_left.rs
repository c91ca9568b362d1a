//! Before attempt 5 the pause is 0.000 s, not 2.000 s: each is twice the one before, up to 2.000 s.
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
    let mut pause = first.min(longest);
    for attempt in 1..=6 {
        match call(attempt, failures).await {
            Ok(answer) => return println!("attempt {attempt}: {answer}"),
            Err(error) => println!("attempt {attempt}: {error}"),
        }
        if attempt < 4 {
            println!("pause of {} ms", pause.as_millis());
            sleep(pause).await;
            pause = longest.min(pause * 2);
        }
    }
    println!("given up");
}
