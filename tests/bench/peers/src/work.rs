//! The work. Each peer includes this file beside its `names`. What is given back are milliseconds, unless it says otherwise.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use tokio::sync::mpsc;

use super::names::{memory, now, select, sleep, spawn_local, timeout, yield_now};

/// Tasks of the ring, and of those that yield.
const TASKS: u32 = 1000;

/// Does the work of this name `count` times.
pub async fn work(name: &str, count: u32) -> Vec<f64> {
    if name == "deadlines" {
        return deadlines(count).await;
    }
    let started = now();
    match name {
        "sleepers" => sleepers(count).await,
        "spawns" => spawns(count).await,
        "ring" => ring(count).await,
        "yields" => yields(count).await,
        "races" => races(count).await,
        "bytes" => return vec![bytes(count).await],
        _ => panic!("there is no work \"{name}\""),
    }
    vec![now() - started]
}

async fn nap() {
    sleep(Duration::from_secs(1)).await;
}

/// All sleep for one second, at once.
async fn sleepers(count: u32) {
    let naps: Vec<_> = (0..count).map(|_| spawn_local(nap())).collect();
    for nap in naps {
        nap.await.unwrap();
    }
}

/// They do nothing, and are joined.
async fn spawns(count: u32) {
    let tasks: Vec<_> = (0..count)
        .map(|number| spawn_local(async move { number }))
        .collect();
    let mut sum = 0;
    for task in tasks {
        sum += u64::from(task.await.unwrap());
    }
    assert_eq!(sum, u64::from(count) * u64::from(count - 1) / 2);
}

/// A token goes from task to task, so many times.
async fn ring(passes: u32) {
    let channels = (0..TASKS).map(|_| mpsc::channel(1));
    let (mut senders, receivers): (Vec<_>, Vec<_>) = channels.unzip();
    let first = senders[0].clone();
    // Each task receives of its own channel, and sends to the next one's.
    senders.rotate_left(1);
    let ring = receivers.into_iter().zip(senders);
    let tasks: Vec<_> = ring
        .map(|(own, next)| spawn_local(pass(own, next)))
        .collect();
    first.send(passes).await.unwrap();
    drop(first);
    for task in tasks {
        task.await.unwrap();
    }
}

/// Passes the token on until it has been passed often enough; then one after another has nobody left to hear from.
async fn pass(mut own: mpsc::Receiver<u32>, next: mpsc::Sender<u32>) {
    while let Some(left) = own.recv().await {
        if left == 0 {
            break;
        }
        next.send(left - 1).await.unwrap();
    }
}

/// At so many deadlines within a second, how late each timer was.
async fn deadlines(count: u32) -> Vec<f64> {
    let mut random = 1_u32;
    let mut timers = Vec::new();
    for _ in 0..count {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let millis = (random >> 16) % 1000;
        timers.push(spawn_local(async move {
            let due = now() + f64::from(millis);
            sleep(Duration::from_millis(millis.into())).await;
            now() - due
        }));
    }
    let mut late = Vec::new();
    for timer in timers {
        late.push(timer.await.unwrap());
    }
    late
}

/// So many, by all tasks together.
async fn yields(count: u32) {
    let yielding = (0..TASKS).map(|_| {
        spawn_local(async move {
            for _ in 0..count / TASKS {
                yield_now().await;
            }
        })
    });
    for task in yielding.collect::<Vec<_>>() {
        task.await.unwrap();
    }
}

/// A timer is set and taken back twice each time: by a `select!` and by a `timeout`.
async fn races(count: u32) {
    for _ in 0..count {
        select! {
            biased;
            () = nap() => panic!("a second has passed"),
            () = soon() => {}
        }
        timeout(Duration::from_secs(1), soon()).await.unwrap();
    }
}

/// Is ready at the second poll, and asks for that itself.
async fn soon() {
    let mut polled = false;
    poll_fn(|cx| {
        if std::mem::replace(&mut polled, true) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// By how much the memory has grown while so many sleep: bytes for each.
async fn bytes(count: u32) -> f64 {
    let before = memory();
    let naps: Vec<_> = (0..count).map(|_| spawn_local(nap())).collect();
    sleep(Duration::from_millis(900)).await;
    let grown = memory() - before;
    for nap in naps {
        nap.await.unwrap();
    }
    grown / f64::from(count)
}
