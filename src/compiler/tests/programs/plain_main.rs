// A plain `main` that makes its runtime itself, as tokio's documentation does it.
use std::io;
use std::sync::Arc;
use tokio::runtime::{Builder, Handle, LocalRuntime, Runtime, RuntimeFlavor};
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::task::{self, LocalSet};

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("{} is dropped", self.0);
    }
}

async fn double(number: u32) -> u32 {
    task::yield_now().await;
    number * 2
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    match Handle::try_current() {
        Ok(_) => println!("in a runtime"),
        Err(error) => println!("{error}, {}", error.is_missing_context()),
    }

    let _outer = Noisy("main's own");
    let rt = Builder::new_current_thread()
        .worker_threads(2)
        .thread_name("worker")
        .enable_all()
        .build()?;

    // What is spawned runs when somebody waits.
    let handle = rt.spawn(async {
        println!("spawned");
        double(21).await
    });
    println!("before");
    let answer = rt.block_on(async {
        let _inner = Noisy("the block's");
        println!("inside");
        handle.await
    })?;
    println!("{answer}");

    // References into main's own variables, and the value of a loop.
    let mut log = vec![1];
    for number in 2..5 {
        let doubled = rt.block_on(double(number));
        rt.block_on(async {
            log.push(doubled);
            task::yield_now().await;
        });
    }
    println!("{log:?}");

    {
        let _guard = rt.enter();
        let handle = Handle::current();
        println!(
            "{:?}",
            handle.runtime_flavor() == RuntimeFlavor::CurrentThread
        );
        tokio::spawn(async { println!("spawned by the one who entered") });
    }
    println!("{}", Handle::try_current().is_err());
    let path = Runtime::block_on(&rt, async { "by its path" });
    println!("{path}");
    println!("{}", rt.handle().block_on(async { 16 }));

    // What a task says by a channel.
    let (tx, mut rx) = mpsc::channel(1);
    rt.spawn(async move {
        for i in 0..3 {
            tx.send(i).await.unwrap();
        }
    });
    rt.block_on(async {
        while let Some(i) = rx.recv().await {
            println!("got {i}");
        }
    });

    // Outside of it, nothing is in the way of waiting.
    let lock = Arc::new(Mutex::new(1));
    *lock.blocking_lock() += 1;
    let (tx, rx) = oneshot::channel();
    tx.send("sent").unwrap();
    println!("{} {:?}", lock.blocking_lock(), rx.blocking_recv());

    let local = LocalSet::new();
    let number = local.block_on(&rt, async {
        let shared = std::rc::Rc::new(5);
        let theirs = shared.clone();
        task::spawn_local(async move { *theirs + 1 }).await.unwrap()
    });
    println!("{number}");

    let own = LocalRuntime::new()?;
    own.block_on(async {
        let shared = std::rc::Rc::new("local");
        println!(
            "{}",
            task::spawn_local(async move { *shared }).await.unwrap()
        );
    });

    let bad = rt.block_on(async { task::spawn(async { panic!("the task's") }).await });
    let error = io::Error::from(bad.unwrap_err());
    println!("{error} {:?}", error.kind());

    // A runtime cannot be waited for from within another.
    let within =
        rt.block_on(async { task::spawn(async { Handle::current().block_on(async {}) }).await });
    println!("{}", within.unwrap_err().is_panic());

    let failed: Result<u32, io::Error> = rt.block_on(async {
        double(1).await;
        Err(io::Error::new(io::ErrorKind::Other, "no more"))
    });
    println!("{failed:?}");
    let number = failed?;
    println!("not reached: {number}");
    Ok(())
}
