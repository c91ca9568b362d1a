use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::thread;
use std::time::Duration;

use tokio::sync::{self, mpsc, oneshot};
use tokio::task::{JoinError, JoinSet, spawn_local, yield_now};
use tokio::time::{Instant, MissedTickBehavior, interval_at, sleep, sleep_until, timeout};
use tokio::{join, select};

/// What all tasks have in common.
struct Shared {
    bounded: (mpsc::Sender<Guard>, sync::Mutex<mpsc::Receiver<Guard>>),
    unbounded: (
        mpsc::UnboundedSender<Guard>,
        sync::Mutex<mpsc::UnboundedReceiver<Guard>>,
    ),
    lock: sync::Mutex<u32>,
    permits: sync::Semaphore,
}

impl Shared {
    fn new() -> Self {
        let (sender, receiver) = mpsc::channel(2);
        let bounded = (sender, sync::Mutex::new(receiver));
        let (sender, receiver) = mpsc::unbounded_channel();
        Shared {
            bounded,
            unbounded: (sender, sync::Mutex::new(receiver)),
            lock: sync::Mutex::new(0),
            permits: sync::Semaphore::new(3),
        }
    }
}

/// Says when it is dropped.
struct Guard {
    name: String,
    panics: bool,
}

impl Guard {
    fn new(name: String) -> Self {
        let panics = false;
        Guard { name, panics }
    }

    /// Its destructor panics, unless there is a panic already: two of them end a process.
    fn panicking(name: String) -> Self {
        let panics = true;
        Guard { name, panics }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        println!("{} is dropped", self.name);
        if self.panics && !thread::panicking() {
            panic!("on purpose: {}", self.name);
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

fn received(name: String, message: Option<Guard>) {
    match message {
        Some(message) => println!("{name} has received {}", message.name),
        None => println!("{name} has received nothing"),
    }
}

async fn branch(program: impl Future<Output = Guard>) {
    program.await;
}
