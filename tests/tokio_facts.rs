//! What the texts of the course say of tokio, and no lesson shows: asked of it, with time paused.
#![cfg(not(target_arch = "wasm32"))]

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::sync::mpsc;
use std::task::Poll;
use std::thread;
use std::time::Duration;

use tokio::runtime::{Builder, Handle};
use tokio::sync::Semaphore;
use tokio::task::{JoinSet, LocalSet, spawn_blocking, spawn_local, yield_now};
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

#[test]
fn a_join_set_that_is_dropped_aborts_its_tasks() {
    run(async {
        let held = Rc::new(());
        let mut group = JoinSet::new();
        let hold = held.clone();
        group.spawn_local(async move {
            let _hold = hold;
            sleep(Duration::from_secs(1)).await;
        });
        yield_now().await;
        drop(group);
        yield_now().await;
        assert_eq!(Rc::strong_count(&held), 1);
    });
}

#[test]
fn whoever_waits_longest_gets_the_permit() {
    run(async {
        let got = Rc::new(RefCell::new(Vec::new()));
        let permits = Rc::new(Semaphore::new(1));
        let jobs = ["A", "B", "C"].map(|name| {
            let (got, permits) = (got.clone(), permits.clone());
            spawn_local(async move {
                let _permit = permits.acquire().await.unwrap();
                got.borrow_mut().push(name);
                sleep(Duration::from_secs(1)).await;
            })
        });
        for job in jobs {
            job.await.unwrap();
        }
        assert_eq!(*got.borrow(), ["A", "B", "C"]);
    });
}

/// How long both sides of something that goes to and fro take, at the least.
fn least(mut run: impl FnMut()) -> Duration {
    let times = (0..5).map(|_| {
        let start = std::time::Instant::now();
        run();
        start.elapsed()
    });
    times.min().unwrap()
}

#[test]
fn a_switch_from_task_to_task_costs_less_than_one_from_thread_to_thread() {
    const TURNS: u32 = 2000;
    let threads = least(|| {
        let (to, there) = mpsc::channel();
        let (back, here) = mpsc::channel();
        let other = thread::spawn(move || {
            for () in there {
                back.send(()).unwrap();
            }
        });
        for _ in 0..TURNS {
            to.send(()).unwrap();
            here.recv().unwrap();
        }
        drop(to);
        other.join().unwrap();
    });
    let tasks = least(|| {
        run(async {
            let step = || {
                spawn_local(async {
                    for _ in 0..TURNS {
                        yield_now().await;
                    }
                })
            };
            let (a, b) = (step(), step());
            a.await.unwrap();
            b.await.unwrap();
        });
    });
    assert!(tasks < threads, "tasks: {tasks:?}, threads: {threads:?}");
}
