//! Programs whose order depends on how they are scheduled.
//!
//! This file is compiled twice, once beside this crate's `playground` and once
//! beside tokio's.

use std::future::{Future, pending, poll_fn};
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use super::playground::{
    std::{println, thread},
    tokio::{
        join, select, sync,
        task::{spawn_blocking, spawn_local, yield_now},
        time::{Instant, interval, sleep, timeout},
    },
};

type Main = Pin<Box<dyn Future<Output = ()>>>;

/// Its name, and what makes its `main`.
type Program = (&'static str, fn() -> Main);

pub const PROGRAMS: &[Program] = &[
    ("the last to yield goes on first", || Box::pin(yielders())),
    ("main is polled first in a round", || Box::pin(main_first())),
    ("timers are looked at after 61 polls", || {
        Box::pin(after_61_polls())
    }),
    ("who wakes itself starves no timer", || {
        Box::pin(self_waker())
    }),
    ("a ping-pong starves no timer", || Box::pin(ping_pong())),
    ("due timers go before yielders", || Box::pin(due_first())),
    ("sleep(0)", || Box::pin(sleep_zero())),
    ("deadlines are whole milliseconds", || {
        Box::pin(whole_milliseconds())
    }),
    (
        "equal deadlines fire in the order in which they were set",
        || Box::pin(equal_deadlines()),
    ),
    ("an interval's first tick is a deadline, too", || {
        Box::pin(first_tick())
    }),
    ("who aborts itself is dropped where it waits", || {
        Box::pin(aborts_itself())
    }),
    ("who yields twice in a row is woken once", || {
        Box::pin(yields_twice())
    }),
    ("what is left is dropped list by list", || Box::pin(left())),
];

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

struct Says(String);

impl Drop for Says {
    fn drop(&mut self) {
        println!("{} is dropped", self.0);
    }
}

async fn yielders() {
    let tasks: Vec<_> = (1..=3)
        .map(|task| {
            spawn_local(async move {
                for step in 1..=3 {
                    println!("task {task} takes step {step}");
                    yield_now().await;
                }
            })
        })
        .collect();
    for step in 1..=2 {
        println!("main takes step {step}");
        yield_now().await;
    }
    for task in tasks {
        task.await.unwrap();
    }
}

async fn main_first() {
    let (sender, mut receiver) = sync::mpsc::unbounded_channel();
    for task in 1..=3 {
        let sender = sender.clone();
        drop(spawn_local(async move {
            println!("task {task} sends");
            sender.send(task).unwrap();
            yield_now().await;
            println!("task {task} goes on");
            sender.send(task).unwrap();
            pending::<()>().await;
        }));
    }
    for _ in 0..6 {
        println!("main has {:?}", receiver.recv().await);
    }
}

async fn after_61_polls() {
    drop(spawn_local(async {
        sleep(ms(10)).await;
        println!("due");
        sleep(ms(10)).await;
        println!("due again");
    }));
    yield_now().await;
    thread::sleep(ms(10));
    for task in 1..=200 {
        drop(spawn_local(async move {
            println!("{task}");
            if task == 100 {
                thread::sleep(ms(10));
            }
            yield_now().await;
            println!("{task} again");
        }));
    }
    sleep(ms(30)).await;
}

async fn self_waker() {
    drop(spawn_local(async {
        for n in 1..=3 {
            sleep(ms(1)).await;
            println!("tick {n}");
        }
    }));
    let mut polls = 0;
    poll_fn(|cx| {
        polls += 1;
        println!("poll {polls}");
        if polls % 3 == 0 {
            thread::sleep(ms(1));
        }
        cx.waker().wake_by_ref();
        match polls {
            20 => Poll::Ready(()),
            _ => Poll::Pending,
        }
    })
    .await;
    let task = spawn_local(poll_fn(move |cx| {
        polls += 1;
        println!("poll {polls}");
        cx.waker().wake_by_ref();
        match polls {
            200 => Poll::Ready(()),
            _ => Poll::Pending,
        }
    }));
    drop(spawn_local(async {
        yield_now().await;
        println!("yielded");
    }));
    task.await.unwrap();
}

async fn ping_pong() {
    let (ping, mut pinged) = sync::mpsc::channel(1);
    let (pong, mut ponged) = sync::mpsc::channel(1);
    drop(spawn_local(async {
        sleep(ms(5)).await;
        println!("due");
    }));
    drop(spawn_local(async {
        for _ in 0..5 {
            yield_now().await;
            println!("yields");
        }
    }));
    drop(spawn_local(async move {
        while let Some(n) = pinged.recv().await {
            println!("ping {n}");
            pong.send(n).await.unwrap();
        }
    }));
    let game = spawn_local(async move {
        for n in 0..150 {
            if n == 20 {
                thread::sleep(ms(5));
            }
            ping.send(n).await.unwrap();
            println!("pong {:?}", ponged.recv().await);
        }
    });
    game.await.unwrap();
}

async fn due_first() {
    let sleeper = spawn_local(async {
        sleep(ms(1)).await;
        println!("due");
    });
    yield_now().await;
    thread::sleep(ms(1));
    yield_now().await;
    println!("yielded");
    sleeper.await.unwrap();
}

async fn sleep_zero() {
    println!("{:?}", timeout(ms(0), pending::<()>()).await.is_err());
    sleep(ms(0)).await;
    let task = spawn_local(async { println!("task") });
    sleep(ms(0)).await;
    println!("main did not wait");
    thread::sleep(ms(3));
    sleep(ms(0)).await;
    println!("main has waited for a look at the timers");
    sleep(ms(0)).await;
    task.await.unwrap();
    join!(
        async {
            thread::sleep(ms(1));
            sleep(ms(0)).await;
            println!("a");
        },
        async {
            sleep(ms(0)).await;
            println!("b");
        }
    );
}

async fn whole_milliseconds() {
    let started = Instant::now();
    for micros in [1, 999, 1000, 1001, 2500] {
        sleep(Duration::from_micros(micros)).await;
        println!("{micros} µs: {} ms", started.elapsed().as_millis());
    }
    let naps: Vec<_> = [900, 100, 500, 1100, 1000]
        .into_iter()
        .map(|micros| {
            spawn_local(async move {
                sleep(Duration::from_micros(micros)).await;
                println!("{micros} µs are over");
            })
        })
        .collect();
    for nap in naps {
        nap.await.unwrap();
    }
    for step in 0..4 {
        thread::sleep(Duration::from_micros(300));
        sleep(Duration::from_micros(300)).await;
        println!("step {step}");
    }
}

async fn equal_deadlines() {
    let started = Instant::now();
    let naps: Vec<_> = [(70, 30), (20, 80), (0, 100), (64, 36), (99, 1)]
        .into_iter()
        .map(|(before, then)| {
            spawn_local(async move {
                sleep(ms(before)).await;
                sleep(ms(then)).await;
                println!("{before} and {then}");
            })
        })
        .collect();
    for nap in naps {
        nap.await.unwrap();
    }
    println!("{:?}", started.elapsed());
}

async fn first_tick() {
    thread::sleep(ms(2));
    let mut ticks = interval(ms(10));
    for n in 1..=3 {
        select! {
            biased;
            _ = ticks.tick() => println!("tick {n}"),
            () = yield_now() => println!("yielded before tick {n}"),
        }
    }
    ticks.reset();
    ticks.tick().await;
    println!("reset");
    println!("a worker");
    spawn_blocking(|| thread::sleep(ms(5))).await.unwrap();
    println!("its end");
}

async fn aborts_itself() {
    let (sender, receiver) = sync::oneshot::channel();
    let task = spawn_local(async move {
        let _says = Says("who aborts itself".into());
        let own: super::playground::tokio::task::AbortHandle = receiver.await.unwrap();
        own.abort();
        println!("aborted, and not over");
        yield_now().await;
        unreachable!();
    });
    sender.send(task.abort_handle()).ok();
    for n in 1..=3 {
        let other = spawn_local(async move { println!("other {n}") });
        other.await.unwrap();
    }
    println!("{}", task.await.unwrap_err().is_cancelled());
}

async fn yields_twice() {
    drop(spawn_local(async {
        join!(yield_now(), yield_now());
        println!("both");
    }));
    for n in 1..=3 {
        yield_now().await;
        println!("main {n}");
    }
}

async fn left() {
    struct Spawns;
    impl Drop for Spawns {
        fn drop(&mut self) {
            let says = Says("what is spawned at the end".into());
            drop(spawn_local(async move {
                let _says = says;
                println!("never");
            }));
            println!("it was spawned");
        }
    }
    let mut aborted = None;
    for task in 1..=11 {
        let says = Says(format!("task {task}"));
        let task = spawn_local(async move {
            let _spawns = Spawns;
            let _says = says;
            match task % 3 {
                0 => pending().await,
                1 => sleep(ms(1000)).await,
                _ => loop {
                    yield_now().await;
                },
            }
        });
        aborted.get_or_insert(task);
    }
    let _says = Says("main".into());
    yield_now().await;
    aborted.unwrap().abort();
    drop(spawn_local(async { println!("never") }));
}
