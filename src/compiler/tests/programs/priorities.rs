use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

#[derive(Debug, PartialEq, Eq)]
struct Job {
    at: Duration,
    name: &'static str,
    repeat: Option<Duration>,
}

impl Ord for Job {
    fn cmp(&self, other: &Self) -> Ordering {
        other.at.cmp(&self.at).then_with(|| self.name.cmp(other.name))
    }
}

impl PartialOrd for Job {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let ms = Duration::from_millis;
    let mut jobs = BinaryHeap::from([
        Job { at: ms(300), name: "report", repeat: None },
        Job { at: ms(100), name: "poll", repeat: Some(ms(150)) },
        Job { at: ms(100), name: "clean", repeat: None },
    ]);
    let mut left = 6;
    while let Some(job) = jobs.pop() {
        sleep_until(start + job.at).await;
        println!("{:?} {}", start.elapsed(), job.name);
        left -= 1;
        if left == 0 {
            break;
        }
        if let Some(every) = job.repeat {
            jobs.push(Job { at: job.at + every, ..job });
        }
    }
    println!("{} left", jobs.len());
}
