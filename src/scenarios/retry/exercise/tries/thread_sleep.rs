//! Line 5 blocks the thread for 0.100 s: for that time the loop can run nobody else.
use std::time::Duration;

async fn call(attempt: u32, failures: u32) -> Result<&'static str, &'static str> {
    std::thread::sleep(Duration::from_millis(100));
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
        if attempt < 6 {
            println!("pause of {} ms", pause.as_millis());
            std::thread::sleep(pause);
            pause = longest.min(pause * 2);
        }
    }
    println!("given up");
}
