use std::time::Duration;

use tokio::time::sleep;

async fn job(n: u32) -> u32 {
    println!("job {n} starts");
    sleep(Duration::from_millis(200) * (n * 7 % 5 + 1)).await;
    println!("job {n} is done");
    n
}

pub async fn main(jobs: u32, at_once: u32) {
    println!("{jobs} jobs, {at_once} at a time");
    for n in 1..=jobs {
        println!("main has the result of job {}", job(n).await);
    }
}
