//! A random program: plain data, interpreted as async code.
//!
//! This file is compiled twice, once beside this crate's `playground` and once
//! beside tokio's.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use super::playground::{
    Instant, JoinSet, interval, join, println, select, sleep, spawn_local, thread, timeout,
    yield_now,
};
use crate::{Op, Ticking};

/// Does `ops` one after another. Whatever it prints begins with `name` and the number of the op.
pub fn program(name: String, ops: Vec<Op>) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        let mut handles = Vec::new();
        let mut guards = Vec::new();
        for (n, op) in ops.into_iter().enumerate() {
            let name = format!("{name}.{n}");
            match op {
                Op::Log => println!("{name} is here"),
                Op::Sleep(time) => sleep(duration(time)).await,
                Op::DropSleep(time) => drop(sleep(duration(time))),
                Op::SleepLate(time, block) => {
                    let late = sleep(duration(time));
                    thread::sleep(duration(block));
                    late.await;
                }
                Op::Block(time) => thread::sleep(duration(time)),
                Op::Yield => yield_now().await,
                Op::Guard => guards.push(Guard(name)),
                Op::Spawn(ops) => handles.push(spawn_local(program(name, ops))),
                Op::Await(at) if !handles.is_empty() => {
                    let handle = handles.remove(at % handles.len());
                    match handle.await {
                        Ok(()) => println!("{name}: it has completed"),
                        Err(error) => println!("{name}: cancelled: {}", error.is_cancelled()),
                    }
                }
                Op::Abort(at) if !handles.is_empty() => handles[at % handles.len()].abort(),
                Op::Await(_) | Op::Abort(_) => println!("{name} has no handle"),
                Op::Join(a, b, None) => {
                    join!(branch(&name, "a", a), branch(&name, "b", b));
                }
                Op::Join(a, b, Some(c)) => {
                    let c = branch(&name, "c", c);
                    join!(branch(&name, "a", a), branch(&name, "b", b), c);
                }
                Op::Timeout(time, ops) => {
                    match timeout(duration(time), program(name.clone(), ops)).await {
                        Ok(()) => println!("{name} was in time"),
                        Err(elapsed) => println!("{name}: {elapsed}"),
                    }
                }
                Op::Select(a, b) => select! {
                    biased;
                    () = branch(&name, "a", a) => println!("{name}: a was first"),
                    () = branch(&name, "b", b) => println!("{name}: b was first"),
                },
                Op::JoinSet(programs, count) => {
                    let mut set = JoinSet::new();
                    for (task, ops) in programs.into_iter().enumerate() {
                        let program = program(format!("{name}.{task}"), ops);
                        set.spawn_local(async move {
                            program.await;
                            task
                        });
                    }
                    for _ in 0..count {
                        let next = set.join_next().await;
                        let task = next.map(|result| result.expect("nobody aborts it"));
                        println!("{name}: {task:?} has ended, {} are left", set.len());
                    }
                }
                Op::Interval(Ticking {
                    period,
                    ticks,
                    block,
                    patience,
                }) => {
                    let started = Instant::now();
                    let mut interval = interval(duration(period));
                    for _ in 0..ticks {
                        select! {
                            biased;
                            tick = interval.tick() => {
                                let since = tick.duration_since(started);
                                println!("{name} ticks at {since:?}, it is {:?}", started.elapsed());
                                thread::sleep(duration(block));
                            }
                            () = sleep(duration(patience.unwrap_or(0))), if patience.is_some() => {
                                println!("{name} does not wait for its tick");
                            }
                        }
                    }
                }
            }
        }
    })
}

async fn branch(name: &str, branch: &str, ops: Vec<Op>) {
    program(format!("{name}.{branch}"), ops).await;
}

/// Says when it is dropped.
struct Guard(String);

impl Drop for Guard {
    fn drop(&mut self) {
        println!("{} is dropped", self.0);
    }
}

fn duration(time: u8) -> Duration {
    Duration::from_millis(10 * u64::from(time))
}
