//! A random program: plain data, interpreted as async code.
//!
//! This file is compiled twice, once beside this crate's `playground` and once
//! beside tokio's.

use std::cell::Cell;
use std::future::Future;
use std::pin::{Pin, pin};
use std::rc::Rc;

use super::playground::{
    std::{println, thread},
    tokio::{
        join, select, sync,
        task::{JoinError, JoinSet, spawn_blocking, spawn_local, yield_now},
        time::{Instant, MissedTickBehavior, interval_at, sleep, sleep_until, timeout},
    },
};
use crate::ops::{Missed, Op, SetOp, Ticking};

/// Does `ops`, as `main`.
pub async fn main(ops: Vec<Op>) {
    ALIVE.set(0);
    let scope = Scope {
        name: "main".into(),
        shared: Rc::new(Shared::new()),
        is_task: false,
    };
    program(scope, ops).await;
}

/// How many guards there are on this thread.
pub fn alive() -> usize {
    ALIVE.get()
}

/// Where ops are done.
#[derive(Clone)]
struct Scope {
    /// Whatever is printed begins with this, and the number of the op.
    name: String,
    shared: Rc<Shared>,
    /// Whether it is in a task, which may panic: a panic of `main` is the end.
    is_task: bool,
}

/// What all tasks of a program have in common.
struct Shared {
    bounded: (
        sync::mpsc::Sender<Guard>,
        Receiver<sync::mpsc::Receiver<Guard>>,
    ),
    unbounded: (
        sync::mpsc::UnboundedSender<Guard>,
        Receiver<sync::mpsc::UnboundedReceiver<Guard>>,
    ),
    lock: sync::Mutex<u32>,
    permits: sync::Semaphore,
}

/// Whose turn it is to receive.
type Receiver<R> = sync::Mutex<R>;

impl Shared {
    fn new() -> Self {
        let (sender, receiver) = sync::mpsc::channel(2);
        let bounded = (sender, sync::Mutex::new(receiver));
        let (sender, receiver) = sync::mpsc::unbounded_channel();
        Shared {
            bounded,
            unbounded: (sender, sync::Mutex::new(receiver)),
            lock: sync::Mutex::new(0),
            permits: sync::Semaphore::new(3),
        }
    }
}

thread_local! {
    static ALIVE: Cell<usize> = const { Cell::new(0) };
}

/// Says when it is dropped.
struct Guard {
    name: String,
    panics: bool,
}

impl Guard {
    fn new(name: String) -> Self {
        ALIVE.set(ALIVE.get() + 1);
        let panics = false;
        Guard { name, panics }
    }

    /// Its destructor panics, unless there is a panic already: two of them end a process.
    fn panicking(name: String) -> Self {
        let mut guard = Guard::new(name);
        guard.panics = true;
        guard
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        ALIVE.set(ALIVE.get() - 1);
        println!("{} is dropped", self.name);
        if self.panics && !std::thread::panicking() {
            panic!("on purpose: {}", self.name);
        }
    }
}

impl Scope {
    fn inner(&self, name: impl std::fmt::Display) -> Scope {
        let name = format!("{}.{name}", self.name);
        let (shared, is_task) = (self.shared.clone(), self.is_task);
        Scope {
            name,
            shared,
            is_task,
        }
    }

    fn task(&self, name: impl std::fmt::Display) -> Scope {
        let is_task = true;
        Scope {
            is_task,
            ..self.inner(name)
        }
    }
}

/// What a task gave, in words; its output is dropped.
fn outcome(result: Result<Guard, JoinError>) -> String {
    match result {
        Ok(output) => output.name.clone(),
        Err(error) => error.to_string().split("task ").map(unnumbered).collect(),
    }
}

/// What follows the number of a task: that is another one in each run.
fn unnumbered(text: &str) -> &str {
    text.trim_start_matches(|character: char| character.is_ascii_digit())
}

/// Does `ops` one after another, and gives an output that says when it is dropped.
fn program(scope: Scope, ops: Vec<Op>) -> Pin<Box<dyn Future<Output = Guard>>> {
    Box::pin(async move {
        let output = Guard::new(format!("{}, output", scope.name));
        let mut handles = Vec::new();
        let mut workers = Vec::new();
        let mut guards = Vec::new();
        for (n, op) in ops.into_iter().enumerate() {
            let scope = scope.inner(n);
            let name = scope.name.clone();
            match op {
                Op::Log => println!("{name} is here"),
                Op::Sleep(time) => sleep(time).await,
                Op::SleepUntil(time) => {
                    let deadline = Instant::now() + time;
                    yield_now().await;
                    sleep_until(deadline).await;
                }
                Op::DropSleep(time) => drop(sleep(time)),
                Op::SleepLate(time, block) => {
                    let late = sleep(time);
                    thread::sleep(block);
                    late.await;
                }
                Op::ResetSleep(time, patience, other) => {
                    let mut nap = pin!(sleep(time));
                    let in_time = timeout(patience, nap.as_mut()).await.is_ok();
                    println!("{name}: {in_time} {}", nap.is_elapsed());
                    nap.as_mut().reset(Instant::now() + other);
                    yield_now().await;
                    println!("{name}: {}", nap.is_elapsed());
                    nap.await;
                }
                Op::Block(time) => thread::sleep(time),
                Op::Yield => yield_now().await,
                Op::Guard => guards.push(Guard::new(name)),
                Op::PanickingGuard if scope.is_task => guards.push(Guard::panicking(name)),
                Op::Panic if scope.is_task => panic!("on purpose: {name}"),
                Op::PanickingGuard | Op::Panic => println!("{name} would panic"),
                Op::Spawn(ops) => handles.push(spawn_local(program(scope.task("t"), ops))),
                Op::SpawnDetached(ops, panics) => {
                    let program = program(scope.task("d"), ops);
                    drop(spawn_local(async move {
                        let mut output = program.await;
                        output.panics = panics;
                        output
                    }));
                }
                Op::SpawnMany(count, ops) => {
                    for n in 0..count {
                        handles.push(spawn_local(program(scope.task(n), ops.clone())));
                    }
                }
                Op::Await(at) if !handles.is_empty() => {
                    let handle = handles.remove(at % handles.len());
                    println!("{name}: {}", outcome(handle.await));
                }
                Op::Abort(at) if !handles.is_empty() => handles[at % handles.len()].abort(),
                Op::Drop(at) if !handles.is_empty() => {
                    let handle = handles.remove(at % handles.len());
                    println!("{name} drops a handle: {}", handle.is_finished());
                }
                Op::Await(_) | Op::Abort(_) | Op::Drop(_) => println!("{name} has no handle"),
                Op::Work(work) => workers.push(spawn_blocking(work)),
                Op::AwaitWork => {
                    for worker in workers.drain(..) {
                        println!("{name}: {}", worker.await.is_ok());
                    }
                }
                Op::Join(a, b, None) => {
                    join!(branch(&scope, "a", a), branch(&scope, "b", b));
                }
                Op::Join(a, b, Some(c)) => {
                    let c = branch(&scope, "c", c);
                    join!(branch(&scope, "a", a), branch(&scope, "b", b), c);
                }
                Op::JoinBiased(a, b) => {
                    join!(biased; branch(&scope, "a", a), branch(&scope, "b", b));
                }
                Op::Timeout(time, ops) => {
                    match timeout(time, program(scope.inner("o"), ops)).await {
                        Ok(_) => println!("{name} was in time"),
                        Err(elapsed) => println!("{name}: {elapsed}"),
                    }
                }
                Op::Select(a, b) => select! {
                    biased;
                    () = branch(&scope, "a", a) => println!("{name}: a was first"),
                    () = branch(&scope, "b", b) => println!("{name}: b was first"),
                },
                Op::JoinSet(programs, set_ops) => join_set(scope, programs, set_ops).await,
                Op::Interval(ticking) => tick(name, ticking).await,
                Op::Send(time) => {
                    let message = Guard::new(format!("{name}, message"));
                    let sent = timeout(time, scope.shared.bounded.0.send(message)).await;
                    println!("{name}: {:?}", sent.map(|sent| sent.is_ok()));
                }
                Op::SendUnbounded => {
                    let message = Guard::new(format!("{name}, message"));
                    let sent = scope.shared.unbounded.0.send(message);
                    println!("{name}: {}", sent.is_ok());
                }
                Op::Receive(time) => {
                    let receive = async { scope.shared.bounded.1.lock().await.recv().await };
                    received(&name, timeout(time, receive).await.ok().flatten());
                }
                Op::ReceiveUnbounded(time) => {
                    let receive = async { scope.shared.unbounded.1.lock().await.recv().await };
                    received(&name, timeout(time, receive).await.ok().flatten());
                }
                Op::Oneshot(time, ops) => {
                    let (sender, receiver) = sync::oneshot::channel();
                    let program = program(scope.task("s"), ops);
                    drop(spawn_local(async move {
                        let message = program.await;
                        println!("{}: {}", message.name.clone(), sender.send(message).is_ok());
                    }));
                    match timeout(time, receiver).await {
                        Ok(message) => received(&name, message.ok()),
                        Err(elapsed) => println!("{name}: {elapsed}"),
                    }
                }
                Op::Lock(time, ops) => match timeout(time, scope.shared.lock.lock()).await {
                    Ok(mut count) => {
                        *count += 1;
                        println!("{name} is the {count}. to hold the lock");
                        branch(&scope, "l", ops).await;
                    }
                    Err(elapsed) => println!("{name}: {elapsed}"),
                },
                Op::Acquire(permits, time, ops) => {
                    match timeout(time, scope.shared.permits.acquire_many(permits)).await {
                        Ok(permits) => {
                            println!("{name} has {}", permits.unwrap().num_permits());
                            branch(&scope, "p", ops).await;
                        }
                        Err(elapsed) => println!("{name}: {elapsed}"),
                    }
                }
            }
        }
        // Not at the end of the block: what a block gives is leaked where the destructor of
        // something else in it panics (rust-lang/rust#47949).
        drop(guards);
        output
    })
}

async fn branch(scope: &Scope, branch: &str, ops: Vec<Op>) {
    program(scope.inner(branch), ops).await;
}

fn received(name: &str, message: Option<Guard>) {
    match message {
        Some(message) => println!("{name} has received {}", message.name),
        None => println!("{name} has received nothing"),
    }
}

async fn join_set(scope: Scope, programs: Vec<Vec<Op>>, ops: Vec<SetOp>) {
    let name = &scope.name;
    let mut set = JoinSet::new();
    let mut programs = programs.into_iter().enumerate();
    for (n, ops) in programs.by_ref().take(2) {
        set.spawn_local(program(scope.task(n), ops));
    }
    for op in ops {
        match op {
            SetOp::Spawn => {
                if let Some((n, ops)) = programs.next() {
                    set.spawn_local(program(scope.task(n), ops));
                }
            }
            SetOp::JoinNext => {
                let next = set.join_next().await.map(outcome);
                println!("{name}: {next:?} has ended, {} are left", set.len());
            }
            SetOp::TryJoinNext => {
                let next = set.try_join_next().map(outcome);
                println!("{name}: {next:?} had ended, {} are left", set.len());
            }
            SetOp::AbortAll => set.abort_all(),
            SetOp::DetachAll => set.detach_all(),
            SetOp::Shutdown => {
                set.shutdown().await;
                println!("{name} is empty: {}", set.is_empty());
            }
            // It panics if one of the tasks does.
            SetOp::JoinAll if scope.is_task => {
                let all = std::mem::take(&mut set).join_all().await;
                let names: Vec<_> = all.iter().map(|output| &output.name).collect();
                println!("{name}: {names:?}");
            }
            SetOp::JoinAll => println!("{name} might panic"),
            SetOp::Yield => yield_now().await,
        }
    }
    println!("{name} ends with {}", set.len());
}

async fn tick(name: String, ticking: Ticking) {
    let started = Instant::now();
    let mut interval = interval_at(started + ticking.start, ticking.period);
    interval.set_missed_tick_behavior(match ticking.missed {
        Missed::Burst => MissedTickBehavior::Burst,
        Missed::Delay => MissedTickBehavior::Delay,
        Missed::Skip => MissedTickBehavior::Skip,
    });
    for n in 0..ticking.ticks {
        if Some(n) == ticking.reset {
            interval.reset();
        }
        select! {
            biased;
            tick = interval.tick() => {
                let since = tick.duration_since(started);
                println!("{name} ticks at {since:?}, it is {:?}", started.elapsed());
                thread::sleep(ticking.block);
            }
            () = sleep(ticking.patience.unwrap_or_default()), if ticking.patience.is_some() => {
                println!("{name} does not wait for its tick");
            }
        }
    }
}
