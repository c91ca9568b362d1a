//! What the texts of the course say of tokio, and no lesson shows: asked of it, with time paused.
#![cfg(not(target_arch = "wasm32"))]

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;
use std::time::Duration;

use tokio::runtime::{Builder, Handle};
use tokio::task::{LocalSet, spawn_blocking, spawn_local, yield_now};
use tokio::time::{Instant, sleep};

/// Runs a main on one thread.
fn run(main: impl Future<Output = ()> + 'static) {
    let runtime = Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap();
    LocalSet::new().block_on(&runtime, main);
}

#[test]
fn a_sleep_counts_from_the_call() {
    run(async {
        let start = Instant::now();
        let pause = sleep(Duration::from_secs(1));
        sleep(Duration::from_millis(500)).await;
        pause.await;
        assert_eq!(start.elapsed().as_secs(), 1);
        assert_eq!(start.elapsed().subsec_millis() / 10, 0);
    });
}

#[test]
fn an_await_that_need_not_wait_lets_nobody_run() {
    run(async {
        let ran = Rc::new(Cell::new(false));
        let task = {
            let ran = ran.clone();
            spawn_local(async move { ran.set(true) })
        };
        async {}.await;
        assert!(!ran.get());
        yield_now().await;
        assert!(ran.get());
        task.await.unwrap();
    });
}

#[test]
fn a_wake_of_one_branch_polls_them_all() {
    run(async {
        let polled = Rc::new(RefCell::new(Vec::new()));
        let branch = |name: &'static str, seconds| {
            let polled = polled.clone();
            let mut pause = Box::pin(sleep(Duration::from_secs(seconds)));
            poll_fn(move |context| {
                polled.borrow_mut().push(name);
                pause.as_mut().poll(context)
            })
        };
        tokio::join!(branch("A", 2), branch("B", 1));
        let polled = polled.borrow();
        assert_eq!(polled.iter().filter(|name| **name == "A").count(), 3);
    });
}

#[test]
fn those_who_yield_at_once_are_woken_the_last_one_first() {
    run(async {
        let ran = Rc::new(RefCell::new(Vec::new()));
        let step = |name: &'static str| {
            let ran = ran.clone();
            spawn_local(async move {
                yield_now().await;
                ran.borrow_mut().push(name);
            })
        };
        let (a, b) = (step("A"), step("B"));
        a.await.unwrap();
        b.await.unwrap();
        assert_eq!(*ran.borrow(), ["B", "A"]);
    });
}

#[test]
fn within_spawn_blocking_there_is_a_runtime_too() {
    run(async {
        let found = spawn_blocking(|| Handle::try_current().is_ok());
        assert!(found.await.unwrap());
    });
}

#[test]
fn a_task_that_is_pending_when_it_is_aborted_ends_at_its_await() {
    run(async {
        let task = spawn_local(poll_fn(|_| Poll::<()>::Pending));
        yield_now().await;
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
    });
}
