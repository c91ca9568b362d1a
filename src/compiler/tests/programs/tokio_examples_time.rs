// Examples of the documentation of tokio, as they are: time.

#[tokio::main]
async fn main() {
    println!("clock_0108");
    let _ = clock_0108::main().await;
    println!("instant_0115");
    let _ = instant_0115::main().await;
    println!("interval_0026");
    let _ = interval_0026::main().await;
    println!("interval_0052");
    let _ = interval_0052::main().await;
    println!("interval_0092");
    let _ = interval_0092::main().await;
    println!("interval_0148");
    let _ = interval_0148::main().await;
    println!("interval_0196");
    let _ = interval_0196::main().await;
    println!("interval_0255");
    let _ = interval_0255::main().await;
    println!("interval_0306");
    let _ = interval_0306::main().await;
    println!("interval_0411");
    let _ = interval_0411::main().await;
    println!("interval_0497");
    let _ = interval_0497::main().await;
    println!("interval_0529");
    let _ = interval_0529::main().await;
    println!("interval_0561");
    let _ = interval_0561::main().await;
    println!("interval_0598");
    let _ = interval_0598::main().await;
    println!("mod_0026");
    let _ = mod_0026::main().await;
    println!("sleep_0088");
    let _ = sleep_0088::main().await;
    println!("sleep_0321");
    let _ = sleep_0321::main().await;
}

mod clock_0108 {
    pub async fn main() {
        println!("Hello world");
    }
}

mod instant_0115 {
    use tokio::time::{Duration, Instant, sleep};

    pub async fn main() {
        let instant = Instant::now();
        let three_secs = Duration::from_secs(3);
        sleep(three_secs).await;
        assert!(instant.elapsed() >= three_secs);
    }
}

mod interval_0026 {
    use tokio::time::{self, Duration};

    pub async fn main() {
        let mut interval = time::interval(Duration::from_millis(10));

        interval.tick().await; // ticks immediately
        interval.tick().await; // ticks after 10ms
        interval.tick().await; // ticks after 10ms

        // approximately 20ms have elapsed.
    }
}

mod interval_0052 {
    use tokio::time;

    async fn task_that_takes_a_second() {
        println!("hello");
        time::sleep(time::Duration::from_secs(1)).await
    }

    pub async fn main() {
        let mut interval = time::interval(time::Duration::from_secs(2));
        for _i in 0..5 {
            interval.tick().await;
            task_that_takes_a_second().await;
        }
    }
}

mod interval_0092 {
    use tokio::time::{Duration, Instant, interval_at};

    pub async fn main() {
        let start = Instant::now() + Duration::from_millis(50);
        let mut interval = interval_at(start, Duration::from_millis(10));

        interval.tick().await; // ticks after 50ms
        interval.tick().await; // ticks after 10ms
        interval.tick().await; // ticks after 10ms

        // approximately 70ms have elapsed.
    }
}

mod interval_0148 {
    use tokio::time::{self, Duration};
    async fn task_that_takes_one_to_three_millis() {}

    pub async fn main() {
        // ticks every 2 milliseconds
        let mut interval = time::interval(Duration::from_millis(2));
        for _ in 0..5 {
            interval.tick().await;
            // if this takes more than 2 milliseconds, a tick will be delayed
            task_that_takes_one_to_three_millis().await;
        }
    }
}

mod interval_0196 {
    use tokio::time::{Duration, interval};
    async fn task_that_takes_200_millis() {}

    pub async fn main() {
        let mut interval = interval(Duration::from_millis(50));

        // First tick resolves immediately after creation
        interval.tick().await;

        task_that_takes_200_millis().await;
        // The `Interval` has missed a tick

        // Since we have exceeded our timeout, this will resolve immediately
        interval.tick().await;

        // Since we are more than 100ms after the start of `interval`, this will
        // also resolve immediately.
        interval.tick().await;

        // Also resolves immediately, because it was supposed to resolve at
        // 150ms after the start of `interval`
        interval.tick().await;

        // Resolves immediately
        interval.tick().await;

        // Since we have gotten to 200ms after the start of `interval`, this
        // will resolve after 50ms
        interval.tick().await;
    }
}

mod interval_0255 {
    use tokio::time::{Duration, MissedTickBehavior, interval};
    async fn task_that_takes_more_than_50_millis() {}

    pub async fn main() {
        let mut interval = interval(Duration::from_millis(50));
        interval.set_missed_tick_behavior(MissedTickBehavior::Delay);

        task_that_takes_more_than_50_millis().await;
        // The `Interval` has missed a tick

        // Since we have exceeded our timeout, this will resolve immediately
        interval.tick().await;

        // But this one, rather than also resolving immediately, as might happen
        // with the `Burst` or `Skip` behaviors, will not resolve until
        // 50ms after the call to `tick` up above. That is, in `tick`, when we
        // recognize that we missed a tick, we schedule the next tick to happen
        // 50ms (or whatever the `period` is) from right then, not from when
        // were *supposed* to tick
        interval.tick().await;
    }
}

mod interval_0306 {
    use tokio::time::{Duration, MissedTickBehavior, interval};
    async fn task_that_takes_75_millis() {}

    pub async fn main() {
        let mut interval = interval(Duration::from_millis(50));
        interval.set_missed_tick_behavior(MissedTickBehavior::Skip);

        task_that_takes_75_millis().await;
        // The `Interval` has missed a tick

        // Since we have exceeded our timeout, this will resolve immediately
        interval.tick().await;

        // This one will resolve after 25ms, 100ms after the start of
        // `interval`, which is the closest multiple of `period` from the start
        // of `interval` after the call to `tick` up above.
        interval.tick().await;
    }
}

mod interval_0411 {
    use tokio::time;

    use std::time::Duration;

    pub async fn main() {
        let mut interval = time::interval(Duration::from_millis(10));

        interval.tick().await;
        // approximately 0ms have elapsed. The first tick completes immediately.
        interval.tick().await;
        interval.tick().await;

        // approximately 20ms have elapsed.
    }
}

mod interval_0497 {
    use tokio::time;

    use std::time::Duration;

    pub async fn main() {
        let mut interval = time::interval(Duration::from_millis(100));

        interval.tick().await;

        time::sleep(Duration::from_millis(50)).await;
        interval.reset();

        interval.tick().await;
        interval.tick().await;

        // approximately 250ms have elapsed.
    }
}

mod interval_0529 {
    use tokio::time;

    use std::time::Duration;

    pub async fn main() {
        let mut interval = time::interval(Duration::from_millis(100));

        interval.tick().await;

        time::sleep(Duration::from_millis(50)).await;
        interval.reset_immediately();

        interval.tick().await;
        interval.tick().await;

        // approximately 150ms have elapsed.
    }
}

mod interval_0561 {
    use tokio::time;

    use std::time::Duration;

    pub async fn main() {
        let mut interval = time::interval(Duration::from_millis(100));
        interval.tick().await;

        time::sleep(Duration::from_millis(50)).await;

        let after = Duration::from_millis(20);
        interval.reset_after(after);

        interval.tick().await;
        interval.tick().await;

        // approximately 170ms have elapsed.
    }
}

mod interval_0598 {
    use tokio::time::{self, Instant};

    use std::time::Duration;

    pub async fn main() {
        let mut interval = time::interval(Duration::from_millis(100));
        interval.tick().await;

        time::sleep(Duration::from_millis(50)).await;

        let deadline = Instant::now() + Duration::from_millis(30);
        interval.reset_at(deadline);

        interval.tick().await;
        interval.tick().await;

        // approximately 180ms have elapsed.
    }
}

mod mod_0026 {
    use std::time::Duration;
    use tokio::time::sleep;

    pub async fn main() {
        sleep(Duration::from_millis(100)).await;
        println!("100 ms have elapsed");
    }
}

mod sleep_0088 {
    use tokio::time::{Duration, sleep};

    pub async fn main() {
        sleep(Duration::from_millis(100)).await;
        println!("100 ms have elapsed");
    }
}

mod sleep_0321 {
    use tokio::time::{Duration, Instant};

    pub async fn main() {
        let sleep = tokio::time::sleep(Duration::from_millis(10));
        tokio::pin!(sleep);

        sleep
            .as_mut()
            .reset(Instant::now() + Duration::from_millis(20));
    }
}
