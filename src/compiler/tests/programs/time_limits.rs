use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval, interval_at, sleep, sleep_until, timeout, timeout_at};

async fn slow(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    ms
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    println!("{:?} {:?}", timeout(Duration::from_millis(200), slow(100)).await, start.elapsed());
    match timeout(Duration::from_millis(200), slow(300)).await {
        Ok(ms) => println!("{ms}"),
        Err(elapsed) => println!("{elapsed} at {:?}", start.elapsed()),
    }
    println!("{:?}", timeout_at(start + Duration::from_millis(350), slow(100)).await.is_err());
    sleep_until(start + Duration::from_secs(1)).await;
    println!("{:?}", start.elapsed());
    let mut ticks = interval(Duration::from_millis(100));
    for _ in 0..3 {
        ticks.tick().await;
        println!("tick {:?}", start.elapsed());
    }
    sleep(Duration::from_millis(250)).await;
    for _ in 0..3 {
        ticks.tick().await;
        println!("burst {:?}", start.elapsed());
    }
    let mut ticks = interval_at(Instant::now() + Duration::from_millis(50), Duration::from_millis(100));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks.tick().await;
    sleep(Duration::from_millis(250)).await;
    for _ in 0..2 {
        ticks.tick().await;
        println!("delay {:?}", start.elapsed());
    }
    let mut nap = std::pin::pin!(sleep(Duration::from_secs(5)));
    nap.as_mut().reset(Instant::now() + Duration::from_millis(100));
    nap.await;
    println!("{:?} {:?}", start.elapsed(), Duration::from_millis(1500) / 2);
    println!("{:?} {:?} {:?}", Duration::from_secs_f64(0.25), Duration::from_micros(1_500), Duration::from_secs(90).as_secs_f32());
    println!("{:?} {:?}", Duration::from_millis(5).checked_sub(Duration::from_millis(6)), Duration::MAX.saturating_add(Duration::from_nanos(1)) == Duration::MAX);
}
