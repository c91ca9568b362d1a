use std::time::Duration;

use tokio::{task::JoinSet, time::sleep};

async fn job(n: u32) -> u32 {
    println!("job {n} starts");
    sleep(Duration::from_millis(200) * (n * 7 % 5 + 1)).await;
    println!("job {n} is done");
    n
}

pub async fn main(jobs: u32, at_once: u32) {
    let mut set = JoinSet::new();
    for n in 1..=jobs {
        if set.len() as u32 == at_once {
            println!(
                "main has the result of job {}",
                set.join_next().await.unwrap().unwrap()
            );
        }
        set.spawn_local(job(n));
    }
    while let Some(n) = set.join_next().await {
        println!("main has the result of job {}", n.unwrap());
    }
}
