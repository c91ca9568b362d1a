//! A random program: plain data, interpreted as async code.
//!
//! This file is compiled twice, once beside this crate's `playground` and once
//! beside tokio's.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use super::playground::{join, println, sleep, spawn_local, thread, yield_now};
use crate::Op;

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
