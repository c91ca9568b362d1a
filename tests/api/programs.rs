//! A program for each behaviour, named after it. Where a number would be another one in
//! each run, it is left out of what is printed.

use std::fmt;
use std::future::{Future, pending, poll_fn};
use std::panic::panic_any;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;

use super::playground::{
    std::{println, thread},
    tokio::{
        join, select, sync,
        task::{
            AbortHandle, Id, JoinError, JoinHandle, JoinSet, spawn, spawn_blocking, spawn_local,
            yield_now,
        },
        time::{
            Instant, Interval, MissedTickBehavior, interval_at, sleep, sleep_until, timeout,
            timeout_at,
        },
        try_join,
    },
};

/// Prints its name when it is dropped.
struct Says(&'static str);

impl Drop for Says {
    fn drop(&mut self) {
        println!("{} is dropped", self.0);
    }
}

/// Prints its name when it is dropped, and panics.
struct Fails(&'static str);

impl Drop for Fails {
    fn drop(&mut self) {
        println!("{} is dropped", self.0);
        panic!("{} has failed", self.0);
    }
}

/// Is ready at once, and holds on to something until it is dropped.
struct Holding<G, T>(#[allow(dead_code, reason = "held")] G, Option<T>);

impl<G: Unpin, T: Unpin> Future for Holding<G, T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<T> {
        Poll::Ready(self.1.take().unwrap())
    }
}

const fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// What is printed, without the number of the task.
fn without(id: Id, what: impl fmt::Display) -> String {
    what.to_string().replace(&id.to_string(), "N")
}

async fn turns(count: usize) {
    for _ in 0..count {
        yield_now().await;
    }
}

async fn forever<T>(guard: T) {
    pending::<()>().await;
    drop(guard);
}

fn say_error(error: &JoinError) {
    let id = error.id();
    println!("{}", without(id, error));
    println!("{}", without(id, format!("{error:?}")));
    println!(
        "cancelled {}, panicked {}",
        error.is_cancelled(),
        error.is_panic()
    );
}

pub async fn a_join_error_says_why() {
    let cancelled = spawn_local(forever(()));
    cancelled.abort();
    let error = cancelled.await.unwrap_err();
    say_error(&error);
    let error = error.try_into_panic().unwrap_err();
    say_error(&error);

    let number = 7;
    let panics: [fn(u32); 3] = [
        |_| panic!("plain \"words\""),
        |number| panic!("formatted: {number}"),
        |number| panic_any(number),
    ];
    for panic in panics {
        let handle = spawn_local(async move { panic(number) });
        let id = handle.id();
        let error = handle.await.unwrap_err();
        println!("{}", error.id() == id);
        say_error(&error);
        let payload = error.try_into_panic().unwrap();
        println!("{:?}", payload.downcast_ref::<u32>());
    }
}

pub async fn a_handle_says_which_task_it_is() {
    let first = spawn_local(async { 1 });
    let second = spawn_local(forever(()));
    let (a, b): (AbortHandle, AbortHandle) = (first.abort_handle(), second.abort_handle());
    println!("{}", first.id() == a.id() && second.id() == b.id());
    println!("{}", a.id() < b.id());
    println!(
        "{}",
        without(a.id(), format!("{first:?} {a:?} {:?}", a.id()))
    );
    println!("{} {}", a.is_finished(), b.is_finished());
    turns(2).await;
    println!("{} {}", a.is_finished(), b.is_finished());
    b.abort();
    println!("{} {}", b.is_finished(), second.is_finished());
    turns(2).await;
    println!("{} {}", b.is_finished(), second.is_finished());
    a.abort();
    println!("{:?}", first.await.unwrap());
    drop(second);
    println!("{}", b.clone().is_finished());

    fn work() {
        thread::sleep(ms(100));
    }
    let worker = spawn_blocking(work);
    let abort = worker.abort_handle();
    println!("{} {}", abort.is_finished(), abort.id() == worker.id());
    worker.await.unwrap();
    println!("{}", abort.is_finished());
}

pub async fn a_detached_output_is_dropped_in_its_task() {
    drop(spawn_local(async {
        println!("it runs");
        Says("output")
    }));
    let late = spawn_local(async {
        sleep(ms(10)).await;
        Says("late output")
    });
    let finished = late.abort_handle();
    drop(late);
    // A handle that its own task drops.
    let (sender, receiver) = sync::oneshot::channel::<JoinHandle<Says>>();
    let own = spawn_local(async {
        drop(receiver.await);
        println!("it has dropped its handle");
        Says("own output")
    });
    sender.send(own).map_err(drop).unwrap();
    println!("main waits");
    turns(3).await;
    println!("main sleeps");
    sleep(ms(20)).await;
    println!("{}", finished.is_finished());
}

pub async fn an_output_that_is_never_taken_is_dropped_with_its_handle() {
    let handle = spawn_local(async { Says("output") });
    turns(2).await;
    handle.abort();
    turns(2).await;
    println!("it has completed: {}", handle.is_finished());
    drop(handle);
    println!("its handle is dropped");

    let dropped_by_a_task = spawn_local(async { Says("other output") });
    spawn_local(async move {
        turns(2).await;
        drop(dropped_by_a_task);
        println!("its handle is dropped by a task");
    })
    .await
    .unwrap();

    let spawn_inner = || spawn_local(async { Says("inner output") });
    let in_an_output = spawn_local(poll_fn(move |_| Poll::Ready(spawn_inner())));
    turns(3).await;
    drop(in_an_output);
    println!("both handles are dropped");

    let _left = spawn_local(async { Says("output that main leaves") });
    turns(2).await;
    println!("main ends");
}

pub async fn what_a_panic_leaves_is_dropped_in_its_task() {
    drop(spawn_local(async {
        panic_any(Says("payload"));
    }));
    turns(2).await;
    println!("it has panicked");
    let handle = spawn_local(async { panic_any(Says("kept payload")) });
    turns(2).await;
    println!("it has panicked, too");
    let handle: JoinHandle<()> = handle;
    drop(handle);
    println!("its handle is dropped");
}

pub async fn an_output_whose_destructor_panics_hurts_nobody() {
    drop(spawn_local(async { Fails("detached output") }));
    turns(2).await;
    let handle = spawn_local(async { Fails("output") });
    turns(2).await;
    drop(handle);
    let mut set = JoinSet::new();
    for name in ["one of a set", "another of a set"] {
        set.spawn_local(async move { Fails(name) });
    }
    turns(2).await;
    drop(set);
    println!("all is well");
}

pub async fn a_destructor_that_panics_when_its_task_is_aborted_is_a_join_error() {
    for polled in [true, false] {
        let handle = spawn_local(forever((Fails("guard"), Says("next guard"))));
        if polled {
            turns(2).await;
        }
        handle.abort();
        say_error(&handle.await.unwrap_err());
    }
    let handle = spawn_local(forever(Fails("guard of a detached task")));
    let abort = handle.abort_handle();
    drop(handle);
    turns(2).await;
    abort.abort();
    turns(2).await;
    println!("{}", abort.is_finished());
}

pub async fn a_destructor_that_panics_when_its_task_is_done_is_a_join_error() {
    let held = Holding(Fails("what it held"), Some(Says("its output")));
    say_error(&spawn_local(held).await.map(drop).unwrap_err());
    let local = spawn_local(async {
        let _guard = Fails("what it had");
        Says("the output of the other")
    });
    say_error(&local.await.map(drop).unwrap_err());
}

pub async fn a_destructor_that_panics_in_a_branch_is_its_tasks() {
    let joined = spawn_local(async {
        join!(
            forever(Fails("guard of a branch")),
            forever(Says("other guard"))
        );
    });
    turns(2).await;
    joined.abort();
    say_error(&joined.await.unwrap_err());
    let selected = spawn_local(async {
        select! {
            biased;
            () = forever(Fails("guard of a loser")) => {}
            () = sleep(ms(10)) => println!("never printed"),
        }
    });
    say_error(&selected.await.unwrap_err());
    let held = spawn_local(async {
        join!(
            Holding(Fails("what a branch held"), Some(())),
            forever(Says("last guard"))
        );
    });
    say_error(&held.await.unwrap_err());
}

pub async fn a_destructor_that_panics_at_the_end_hurts_nobody() {
    for name in ["first", "second"] {
        drop(spawn_local(forever(Fails(name))));
    }
    drop(spawn_local(forever(Says("third"))));
    turns(2).await;
    println!("main ends");
}

pub async fn a_dropped_set_drops_its_outputs() {
    let mut set = JoinSet::new();
    for (name, turn) in [("third", 3), ("first", 1), ("never", 99), ("second", 2)] {
        set.spawn_local(async move {
            let guard = Says(name);
            turns(turn).await;
            guard
        });
    }
    turns(9).await;
    println!("{} of {:?}", set.len(), set);
    drop(set);
    println!("the set is dropped");
    turns(2).await;
    println!("main ends");
}

pub async fn a_detached_set_lets_its_tasks_run() {
    let mut set = JoinSet::new();
    set.spawn_local(async { Says("output") });
    set.spawn_local(async {
        sleep(ms(10)).await;
        println!("it runs on");
        Says("late output")
    });
    turns(2).await;
    set.detach_all();
    println!("{} {}", set.len(), set.is_empty());
    set.spawn_local(async { Says("output of another one") });
    drop(set.join_next().await);
    println!("{:?}", set.join_next().await.is_none());
    sleep(ms(20)).await;
}

pub async fn a_set_gives_all_results() {
    let mut set = JoinSet::default();
    for (name, wait) in [("slow", 30), ("fast", 10), ("faster", 5), ("at once", 0)] {
        set.spawn_local(async move {
            if wait > 0 {
                sleep(ms(wait)).await;
            }
            name
        });
    }
    println!("{}", set.len());
    println!("{:?}", set.join_all().await);
    println!("{:?}", JoinSet::<u8>::new().join_all().await);
    let set: JoinSet<u32> = (1..4).map(|n| async move { n * n }).collect();
    println!("{:?}", set.join_all().await);
    let mut set = JoinSet::new();
    set.extend((1..4).map(|n| async move { n + n }));
    println!("{:?}", set.join_all().await);
}

pub async fn a_set_gives_no_results_where_one_has_panicked() {
    let joiner = spawn_local(async {
        let mut set = JoinSet::new();
        set.spawn_local(async { drop(Says("output")) });
        set.spawn_local(forever(Says("guard")));
        set.spawn_local(async { panic!("on purpose") });
        set.join_all().await;
    });
    say_error(&joiner.await.unwrap_err());
    turns(2).await;
}

pub async fn a_set_gives_no_results_where_one_was_aborted() {
    let mut set = JoinSet::new();
    let aborted = set.spawn_local(forever(Says("aborted guard")));
    set.spawn_local(forever(Says("guard")));
    let id = aborted.id();
    let joiner = spawn_local(async move {
        set.join_all().await;
    });
    turns(2).await;
    aborted.abort();
    let payload = joiner.await.unwrap_err().into_panic();
    println!("{}", without(id, payload.downcast_ref::<String>().unwrap()));
    turns(2).await;
}

pub async fn a_set_gives_what_is_there() {
    let mut set = JoinSet::new();
    println!("{:?}", set.try_join_next().is_none());
    for n in 0..3 {
        set.spawn_local(async move {
            sleep(ms(10 * n)).await;
            n
        });
    }
    println!("{:?}", set.try_join_next().is_none());
    sleep(ms(15)).await;
    println!(
        "{:?} of {}",
        set.try_join_next().unwrap().unwrap(),
        set.len()
    );
    println!(
        "{:?} of {}",
        set.try_join_next().unwrap().unwrap(),
        set.len()
    );
    println!("{:?} of {}", set.try_join_next().is_none(), set.len());
    println!("{:?}", set.join_next().await.unwrap().unwrap());
    println!("{:?} of {}", set.try_join_next().is_none(), set.len());
}

pub async fn a_set_says_whose_result_it_is() {
    let mut set = JoinSet::new();
    let ids: Vec<_> = (0..3)
        .map(|n| {
            let task = set.spawn_local(async move {
                match n {
                    0 => panic!("on purpose"),
                    n => n,
                }
            });
            task.id()
        })
        .collect();
    let nth = |id| ids.iter().position(|other| *other == id);
    for _ in 0..2 {
        match set.join_next_with_id().await.unwrap() {
            Ok((id, n)) => println!("{n} is of {:?}", nth(id)),
            Err(error) => println!("failed: {:?}", nth(error.id())),
        }
    }
    let (id, n) = set.try_join_next_with_id().unwrap().unwrap();
    println!("{n} is of {:?}", nth(id));
    println!("{}", set.try_join_next_with_id().is_none());
}

/// More than it holds at any time: whoever is over is forgotten.
pub async fn a_set_is_used_again() {
    let mut set = JoinSet::new();
    let oldest = set.spawn_local(async {
        sleep(ms(1000)).await;
        (0, 0)
    });
    for round in 1..6 {
        for n in 0..round {
            set.spawn_local(async move {
                sleep(ms(10 - n)).await;
                (round, n)
            });
        }
        for _ in 0..round {
            println!(
                "{:?} of {}",
                set.join_next().await.unwrap().unwrap(),
                set.len()
            );
        }
    }
    set.spawn_local(async {
        let _guard = Says("youngest");
        pending().await
    });
    turns(2).await;
    oldest.abort();
    set.shutdown().await;
    println!("{}", set.len());
}

pub async fn an_aborted_set_drops_the_oldest_first() {
    let mut set = JoinSet::new();
    for (n, name) in ["a", "b", "c", "d", "e", "f"].into_iter().enumerate() {
        set.spawn_local(async move {
            let _guard = Says(name);
            match n % 2 {
                0 => pending().await,
                _ => turns(n).await,
            }
        });
    }
    turns(4).await;
    drop(set.join_next().await);
    set.spawn_local(forever(Says("g")));
    turns(2).await;
    set.abort_all();
    println!("{} are left", set.len());
    while let Some(result) = set.join_next().await {
        println!(
            "cancelled: {}",
            result.is_err_and(|error| error.is_cancelled())
        );
    }
}

pub async fn a_set_is_polled_by_hand() {
    let mut set = JoinSet::new();
    let poll = poll_fn(|cx| Poll::Ready(set.poll_join_next(cx).map(|none| none.is_none())));
    println!("{:?}", poll.await);
    set.spawn_local(async { sleep(ms(10)).await });
    let poll = poll_fn(|cx| Poll::Ready(set.poll_join_next(cx).map(|none| none.is_none())));
    println!("{:?}", poll.await);
    poll_fn(|cx| set.poll_join_next(cx)).await.unwrap().unwrap();
    println!("{}", set.len());
}

pub async fn a_set_takes_blocking_work() {
    // How long it takes is no matter of the paused clock.
    fn work() {}
    let mut set = JoinSet::new();
    let work = set.spawn_blocking(work);
    println!("{} {}", set.len(), work.is_finished());
    println!("{:?}", set.join_next().await.unwrap().is_ok());
    println!("{} {}", set.len(), work.is_finished());
}

pub async fn spawned_tasks_are_as_local_ones() {
    let (sender, mut receiver) = sync::mpsc::channel(2);
    // What tokio could send to another thread, this can: it would not compile otherwise.
    let tasks: Vec<_> = (0..3)
        .map(|n| {
            let sender = sender.clone();
            spawn(async move {
                println!("{n} begins");
                let inner = spawn(async move {
                    sleep(ms(10)).await;
                    n
                });
                let mut set = JoinSet::new();
                set.spawn(async move { yield_now().await });
                set.join_next().await.unwrap().unwrap();
                let mut ticks = interval_at(Instant::now(), ms(10));
                ticks.tick().await;
                let (n, ()) = join!(inner, sleep_until(Instant::now()));
                select! {
                    () = sleep(ms(5)) => {}
                }
                let sent = timeout(ms(10), sender.send(n.unwrap())).await;
                println!("sent: {}", sent.is_ok());
            })
        })
        .collect();
    drop(sender);
    while let Some(n) = receiver.recv().await {
        println!("got {n}");
    }
    for task in tasks {
        task.await.unwrap();
    }
}

pub async fn instants_are_added_and_subtracted() {
    let start = Instant::now();
    let mut later = start + ms(250);
    println!("{:?} {:?}", later - start, start - later);
    later += ms(50);
    println!("{:?}", later.duration_since(start));
    later -= ms(100);
    println!("{:?} {:?}", later - start, start.duration_since(later));
    println!("{:?}", later.checked_duration_since(start));
    println!("{:?}", start.checked_duration_since(later));
    println!("{:?}", later.saturating_duration_since(start));
    println!("{:?}", start.saturating_duration_since(later));
    println!("{:?}", start.checked_add(ms(1)).map(|then| then - start));
    println!("{:?}", start.checked_sub(ms(1)).map(|then| start - then));
    println!("{:?}", start.checked_add(Duration::MAX));
    println!("{:?}", start.checked_sub(Duration::MAX));
    println!("{:?}", start - (start - ms(86_400_000)));
    println!("{}", start < later && start == start.max(start - ms(1)));
    println!("{:?}", later.elapsed());
    sleep(ms(300)).await;
    println!("{:?} {:?}", later.elapsed(), start.elapsed());
    let failed = spawn_local(async move { start + Duration::MAX });
    say_error(&failed.await.unwrap_err());
    let failed = spawn_local(async move { start - Duration::MAX });
    say_error(&failed.await.unwrap_err());
}

pub async fn a_sleep_may_be_reset() {
    let start = Instant::now();
    let mut nap = pin!(sleep(ms(100)));
    println!("{:?} {}", nap.deadline() - start, nap.is_elapsed());
    nap.as_mut().reset(start + ms(50));
    println!("{:?} {}", nap.deadline() - start, nap.is_elapsed());
    nap.as_mut().await;
    println!("{:?} {}", start.elapsed(), nap.is_elapsed());
    nap.as_mut().await;
    println!("{:?} still", start.elapsed());

    nap.as_mut().reset(start + ms(200));
    println!("{}", nap.is_elapsed());
    println!("{}", timeout(ms(10), nap.as_mut()).await.is_err());
    nap.as_mut().reset(start + ms(80));
    nap.as_mut().await;
    println!("{:?}", start.elapsed());

    nap.as_mut().reset(start + ms(90));
    println!("{}", timeout(ms(5), nap.as_mut()).await.is_err());
    nap.as_mut().reset(start + ms(300));
    sleep(ms(10)).await;
    println!("{:?} {}", start.elapsed(), nap.is_elapsed());
    nap.as_mut().await;
    println!("{:?}", start.elapsed());

    // Not noticed before the loop has looked, although nobody polls it.
    nap.as_mut().reset(start + ms(310));
    sleep(ms(20)).await;
    println!("{:?} {}", start.elapsed(), nap.is_elapsed());
    nap.as_mut().reset(start);
    println!("{}", nap.is_elapsed());
    nap.await;
    println!("{:?}", start.elapsed());

    let unpolled = pin!(sleep(ms(10)));
    sleep(ms(20)).await;
    println!("{}", unpolled.is_elapsed());
    println!("{:?}", unpolled.deadline() < Instant::now());
    println!(
        "{}",
        sleep(Duration::MAX).deadline() - Instant::now() > ms(u64::from(u32::MAX))
    );
}

/// Equal deadlines fire in the order in which they were set, and to reset one is to set it.
pub async fn a_reset_sleep_keeps_its_place() {
    let deadline = Instant::now() + ms(100);
    let task = |name, reset, poll| async move {
        let mut nap = pin!(sleep(ms(500)));
        turns(reset).await;
        nap.as_mut().reset(deadline);
        turns(poll).await;
        nap.await;
        println!("{name}");
    };
    join!(
        spawn_local(task("reset second, polled first", 2, 0)),
        spawn_local(task("reset first, polled last", 1, 8)),
        spawn_local(task("reset third, polled second", 4, 1)),
    )
    .0
    .unwrap();
}

/// One that is postponed stays where it was, and goes behind all others when its old place in tokio's wheel is reached.
pub async fn a_postponed_sleep_loses_its_place() {
    let start = Instant::now();
    let deadline = start + ms(200);
    let task = |name, begin| async move {
        sleep_until(start + ms(begin)).await;
        sleep_until(deadline).await;
        println!("{name}");
    };
    let postponed = async move {
        let mut nap = pin!(sleep(ms(100)));
        nap.as_mut().reset(start + ms(100));
        nap.as_mut().reset(deadline);
        nap.await;
        println!("set first, postponed");
    };
    join!(
        spawn_local(postponed),
        spawn_local(task("set before its old place is reached", 10)),
        spawn_local(task("set afterwards", 120)),
    )
    .0
    .unwrap();
}

pub async fn a_sleep_until_is_a_sleep() {
    let start = Instant::now();
    let nap = sleep_until(start + ms(100));
    println!("{:?}", nap.deadline() - start);
    sleep(ms(30)).await;
    nap.await;
    println!("{:?}", start.elapsed());
    sleep_until(start).await;
    println!("{:?}", start.elapsed());
    sleep_until(start - ms(1000)).await;
    println!("{:?}", start.elapsed());
    sleep_until(start + Duration::from_micros(100_500)).await;
    println!("{:?}", start.elapsed());
}

pub async fn a_timeout_at_is_a_timeout() {
    let start = Instant::now();
    println!("{:?}", timeout_at(start + ms(100), pending::<()>()).await);
    println!("{:?}", start.elapsed());
    println!("{:?}", timeout_at(start + ms(150), sleep(ms(10))).await);
    println!("{:?}", start.elapsed());
    println!("{:?}", timeout_at(start, sleep(ms(10))).await);
    println!("{:?}", timeout_at(start, async { 7 }).await);
    println!("{:?}", start.elapsed());
    let mut held = timeout(ms(10), std::future::ready(Says("held")));
    println!("{:?}", std::ptr::eq(held.get_mut(), held.get_ref()));
    let held = held.into_inner();
    sleep(ms(20)).await;
    drop(held);
    println!("{:?}", timeout(Duration::MAX, sleep(ms(10))).await);
}

async fn tick(start: Instant, ticks: &mut Interval) {
    let due = ticks.tick().await;
    println!("due {:?}, {:?}", due - start, start.elapsed());
}

pub async fn an_interval_may_start_later() {
    let start = Instant::now();
    let mut ticks = interval_at(start + ms(50), ms(100));
    println!("{:?} {:?}", ticks.period(), ticks.missed_tick_behavior());
    for _ in 0..3 {
        tick(start, &mut ticks).await;
    }
    let mut ticks = interval_at(start, ms(100));
    for _ in 0..5 {
        tick(start, &mut ticks).await;
    }
    let failed = spawn_local(async move {
        interval_at(start, Duration::ZERO);
    });
    say_error(&failed.await.unwrap_err());
}

/// Late by nothing, by what is tolerated, by a millisecond more, by more than a period, by two periods.
async fn miss_ticks(behavior: MissedTickBehavior) {
    let start = Instant::now();
    let mut ticks = interval_at(start, ms(100));
    ticks.set_missed_tick_behavior(behavior);
    println!("{:?}", ticks.missed_tick_behavior());
    for block in [0, 105, 101, 30, 250, 0, 200, 430, 0, 0] {
        tick(start, &mut ticks).await;
        thread::sleep(ms(block));
    }
}

pub async fn missed_ticks_come_in_a_burst() {
    println!("{:?}", MissedTickBehavior::default());
    miss_ticks(MissedTickBehavior::Burst).await;
}

pub async fn missed_ticks_delay_the_next_one() {
    miss_ticks(MissedTickBehavior::Delay).await;
}

pub async fn missed_ticks_are_skipped() {
    miss_ticks(MissedTickBehavior::Skip).await;
}

pub async fn an_interval_may_be_reset() {
    let start = Instant::now();
    let mut ticks = interval_at(start + ms(10), ms(100));
    tick(start, &mut ticks).await;
    sleep(ms(30)).await;
    ticks.reset();
    tick(start, &mut ticks).await;
    sleep(ms(30)).await;
    ticks.reset_immediately();
    tick(start, &mut ticks).await;
    tick(start, &mut ticks).await;
    ticks.reset_after(ms(7));
    tick(start, &mut ticks).await;
    ticks.reset_at(start + ms(1000));
    tick(start, &mut ticks).await;
    tick(start, &mut ticks).await;
    println!("{}", timeout(ms(50), ticks.tick()).await.is_err());
    tick(start, &mut ticks).await;
    let polled = poll_fn(|cx| Poll::Ready(ticks.poll_tick(cx).is_ready()));
    println!("{}", polled.await);
    let due = poll_fn(|cx| ticks.poll_tick(cx)).await;
    println!("{:?}", due - start);
}

/// Says each of its polls.
async fn counting(name: &'static str, polls: usize) -> &'static str {
    for n in 1..polls {
        println!("{name} {n}");
        yield_now().await;
    }
    println!("{name} ends");
    name
}

pub async fn branches_are_polled_in_turn_or_in_order() {
    println!(
        "{:?}",
        join!(counting("a", 4), counting("b", 3), counting("c", 2))
    );
    println!(
        "{:?}",
        join!(biased; counting("a", 4), counting("b", 3), counting("c", 2),)
    );
    println!("{:?} {:?}", join!(), join!(biased;));
    println!("{:?}", join!(async { 1 },));
    println!("{:?}", join!(biased; async { 1 }));
    // The results of what `biased` is not a word for.
    let biased = async { 2 };
    println!("{:?}", join!(biased));
}

pub async fn a_failed_branch_ends_the_others() {
    async fn fallible(name: &'static str, polls: usize) -> Result<&'static str, String> {
        let _guard = Says(name);
        let name = counting(name, polls).await;
        match polls {
            2 => Err(format!("{name} has failed")),
            _ => Ok(name),
        }
    }
    println!("{:?}", try_join!(fallible("a", 4), fallible("b", 3)));
    println!(
        "{:?}",
        try_join!(biased; fallible("a", 4), fallible("b", 3))
    );
    println!("{:?}", try_join!(fallible("a", 4), fallible("b", 2)));
    println!(
        "{:?}",
        try_join!(biased; fallible("a", 4), fallible("b", 2),)
    );
    let nothing: Result<(), ()> = try_join!();
    println!("{nothing:?}");
    let nothing: Result<(), ()> = async { try_join!(biased;) }.await;
    println!("{nothing:?}");
}

/// tokio's grammar: `pattern = future [, if condition] => handler`, in all its forms.
pub async fn select_takes_what_tokio_takes() {
    // A block needs no comma, and the last arm needs none.
    let picked = select! {
        biased;
        _ = pending::<()>() => { "never" }
        n = async { 1 }, if false => { println!("{n}"); "disabled" }
        Some(n) = async { None::<u32> } => { println!("{n}"); "does not match" },
        Ok(n) | Err(n) = async { Err::<u32, u32>(4) } => match n {
            4 => "four",
            _ => "another",
        }
    };
    println!("{picked}");

    // `else`, with and without a comma, after a block and after an expression.
    for open in [true, false] {
        let picked = select! {
            n = async { 1 }, if open => n,
            else => 0,
        };
        println!("{picked}");
        select! {
            biased;
            Some(n) = async { open.then_some(5) } => { println!("{n}") }
            else => { println!("none") }
        }
    }
    let picked = select! { else => "only else" };
    println!("{picked}");
    let picked = select! { biased; else => "only else" };
    println!("{picked}");

    // Handlers may leave the function and the loop, and use what the futures borrowed.
    async fn early(fails: bool) -> Result<u32, String> {
        let mut rounds = 0;
        loop {
            select! {
                biased;
                result = async { match fails { true => Err("early"), false => Ok(rounds) } } => {
                    result?;
                    rounds += 1;
                    if rounds < 3 {
                        continue;
                    }
                    break Ok(rounds);
                }
                () = sleep(ms(10)) => unreachable!(),
            }
        }
    }
    println!("{:?} {:?}", early(true).await, early(false).await);

    // Futures that are kept from round to round, and patterns that bind in many ways.
    let (sender, mut receiver) = sync::mpsc::unbounded_channel::<(u32, &str)>();
    let (stop, mut stopped) = sync::oneshot::channel::<()>();
    let mut nap = pin!(sleep(ms(25)));
    sender.send((1, "one")).unwrap();
    sender.send((2, "two")).unwrap();
    let mut stop = Some(stop);
    let mut asleep = true;
    loop {
        select! {
            biased;
            Some((n @ 1, ref name)) = receiver.recv() => println!("{n} {name}"),
            () = &mut nap, if asleep => {
                asleep = false;
                stop.take().unwrap().send(()).unwrap();
            }
            Ok(_) = &mut stopped => break,
            _ = async {}, if receiver.is_empty() && !asleep => unreachable!(),
        }
    }
    println!("{:?}", receiver.try_recv().is_err());

    // The condition is read once, before anything is polled; the future is made in any case.
    let made = |name: &'static str| {
        println!("{name} is made");
        counting(name, 1)
    };
    let condition = |answer: bool| {
        println!("asked");
        answer
    };
    select! {
        biased;
        name = made("a"), if condition(false) => println!("{name}"),
        name = made("b"), if condition(true) => println!("{name}"),
        name = made("c") => println!("{name}"),
    }

    // A handle is a future, and what only turns into one is taken, too.
    let handle = spawn_local(async { 9 });
    select! { n = handle => println!("{n:?}") };
    struct Soon;
    impl std::future::IntoFuture for Soon {
        type Output = u8;
        type IntoFuture = std::future::Ready<u8>;
        fn into_future(self) -> std::future::Ready<u8> {
            std::future::ready(3)
        }
    }
    let n = select! { n = Soon => n };
    println!("{n}");

    // All branches out and no `else`: a panic, with tokio's words.
    let failed = spawn_local(async {
        select! { Some(()) = async { None::<()> } => {} }
    });
    say_error(&failed.await.unwrap_err());
}
