//! What is said of a trace. Of who blocked the loop: for how long, each line with its own time.
#![cfg(not(target_arch = "wasm32"))]

use std::rc::Rc;
use std::time::Duration;

use async_playground::diagnose::diagnose;
use async_playground::playground::std::thread;
use async_playground::playground::tokio::sync::mpsc::unbounded_channel;
use async_playground::playground::tokio::sync::{Mutex, Notify};
use async_playground::playground::tokio::{join, select, task, time};
use async_playground::runtime::simulated;
use async_playground::speed::Speed;
use async_playground::trace::{Entry, Event, Location, TaskId, TaskKind};
use proptest::prelude::*;

/// A trace in short: milliseconds, lane, event.
fn trace(short: &[(u64, u32, Event)]) -> Vec<Entry> {
    let entry = |(ms, task, event): &(u64, u32, Event)| Entry {
        at: Duration::from_millis(*ms),
        task: TaskId(*task),
        event: event.clone(),
    };
    short.iter().map(entry).collect()
}

fn spawn(kind: TaskKind) -> Event {
    let location = Location {
        file: "",
        line: 1,
        column: 1,
    };
    Event::Spawn {
        parent: (kind != TaskKind::Main).then_some(TaskId::MAIN),
        kind,
        name: None,
        location,
    }
}

fn block(ms: u64, line: u32) -> Event {
    Event::Block {
        lasted: Duration::from_millis(ms),
        line,
    }
}

const PENDING: Event = Event::PollEnd { ready: false };

/// What is said, up to the colon, by whom.
fn said(short: &[(u64, u32, Event)], speed: Speed) -> Vec<(String, u32)> {
    let found = diagnose(&trace(short), speed, |task| format!("lane {}", task.0));
    let said = found.into_iter().map(|found| {
        let (before, after) = found.message.split_once(": ").expect("a colon");
        assert_eq!(after, "until its poll ended, nothing else could run.");
        (before.to_string(), found.task.0)
    });
    said.collect()
}

#[test]
fn a_line_that_blocks_answers_for_its_own_time_and_the_poll_for_the_rest() {
    let short = [
        (0, 0, spawn(TaskKind::Main)),
        (0, 0, Event::PollStart),
        (1000, 0, block(1000, 7)),
        (1400, 0, PENDING),
    ];
    let expected = [
        ("lane 0 blocked the loop for 1.00 s in line 7", 0),
        ("lane 0 blocked the loop for 0.40 s", 0),
    ];
    assert_eq!(
        said(&short, Speed::NORMAL),
        expected.map(|(text, task)| (text.into(), task))
    );
}

#[test]
fn each_line_and_each_branch_has_its_own_time() {
    let short = [
        (0, 0, spawn(TaskKind::Main)),
        (0, 0, Event::PollStart),
        (0, 1, spawn(TaskKind::Branch)),
        (0, 2, spawn(TaskKind::Branch)),
        (0, 1, Event::PollStart),
        (100, 1, block(100, 3)),
        (160, 1, block(60, 4)),
        (260, 1, block(100, 3)),
        (260, 1, PENDING),
        (260, 2, Event::PollStart),
        (320, 2, block(60, 4)),
        (320, 2, PENDING),
        (330, 0, PENDING),
    ];
    let expected = [
        (
            "lane 1 blocked the loop for 0.26 s (0.20 s in line 3 and 0.06 s in line 4)",
            1,
        ),
        ("lane 2 blocked the loop for 0.06 s in line 4", 2),
    ];
    assert_eq!(
        said(&short, Speed::NORMAL),
        expected.map(|(text, task)| (text.into(), task))
    );
}

#[test]
fn a_block_is_long_or_short_in_the_program_s_own_seconds() {
    let short = [
        (0, 0, spawn(TaskKind::Main)),
        (0, 0, Event::PollStart),
        (20, 0, block(20, 7)),
        (20, 0, PENDING),
    ];
    assert_eq!(said(&short, Speed::NORMAL), []);
    assert_eq!(
        said(&short, Speed::from_thousandths(4000)),
        [(
            "lane 0 blocked the loop for 0.02 s in line 7".to_string(),
            0
        )]
    );
}

#[test]
fn a_worker_blocks_no_loop_and_very_many_lines_are_summed_up() {
    let mut short = vec![
        (0, 0, spawn(TaskKind::Main)),
        (0, 1, spawn(TaskKind::Worker)),
        (0, 1, Event::PollStart),
        (500, 1, block(500, 1)),
        (500, 1, PENDING),
        (500, 0, Event::PollStart),
    ];
    short.extend((0..40).map(|line| (510 + 10 * u64::from(line), 0, block(10, line))));
    short.push((910, 0, PENDING));
    let said = said(&short, Speed::NORMAL);
    assert_eq!(said.len(), 1);
    assert!(
        said[0]
            .0
            .starts_with("lane 0 blocked the loop for 0.40 s (0.01 s in line 0, "),
        "{said:?}"
    );
    assert!(
        said[0]
            .0
            .ends_with(", 0.01 s in line 9 and 0.30 s in other lines)"),
        "{said:?}"
    );
}

/// Code and words of each diagnosis.
fn found(entries: &[Entry]) -> Vec<(&'static str, String)> {
    let found = diagnose(entries, Speed::NORMAL, |task| format!("lane {}", task.0));
    let found = found.into_iter();
    found.map(|found| (found.code, found.message)).collect()
}

#[test]
fn short_pieces_in_one_poll_want_a_pause_and_long_ones_are_too_long_by_themselves() {
    let pieces = |ms: u64| {
        let mut short = vec![(0, 0, spawn(TaskKind::Main)), (0, 0, Event::PollStart)];
        short.extend((1..=3).map(|n| (n * ms, 0, block(ms, 7))));
        short.push((3 * ms, 0, PENDING));
        found(&trace(&short))
    };
    let until = "until its poll ended, nothing else could run.";
    assert_eq!(
        pieces(20),
        [(
            "never-yields",
            format!("lane 0 did 3 pieces of work without a pause, 0.06 s in line 7: {until}")
        )]
    );
    assert_eq!(
        pieces(50),
        [(
            "blocked-loop",
            format!("lane 0 blocked the loop for 0.15 s in line 7: {until}")
        )]
    );
    assert_eq!(pieces(16), []);
}

#[test]
fn a_task_that_is_dropped_before_its_first_poll_never_started_unless_the_run_was_stopped() {
    let begin = [
        (0, 0, spawn(TaskKind::Main)),
        (0, 0, Event::PollStart),
        (0, 1, spawn(TaskKind::Task)),
        (0, 2, spawn(TaskKind::Branch)),
        (0, 3, spawn(TaskKind::Task)),
        (1, 0, PENDING),
        (1, 2, Event::Abort),
        (1, 3, Event::PollStart),
        (1, 3, PENDING),
        (1, 3, Event::Abort),
    ];
    let with = |rest: &[(u64, u32, Event)]| found(&trace(&[&begin, rest].concat()));
    let message = |why: &str| {
        let message = format!(
            "lane 1 never started: {why} before its first poll, so that no line of it ran."
        );
        [("never-started", message)]
    };
    let aborted = [(2, 1, Event::Abort), (2, 0, Event::Abort)];
    assert_eq!(with(&aborted), message("it was aborted"));
    let ended = [
        (2, 0, Event::PollStart),
        (2, 0, Event::PollEnd { ready: true }),
        (2, 0, Event::Complete),
        (2, 1, Event::Abort),
    ];
    assert_eq!(with(&ended), message("main ended"));
    let stopped = [(2, 0, Event::Abort), (2, 1, Event::Abort)];
    assert_eq!(with(&stopped), []);
}

#[test]
fn tasks_that_wake_each_other_starve_timers_and_one_long_poll_is_told_of_by_itself() {
    async fn ping_pong(mine: Rc<Notify>, other: Rc<Notify>, work: Duration) {
        for _ in 0..100 {
            mine.notified().await;
            thread::sleep(work);
            other.notify_one();
        }
    }
    async fn main(work: Duration) {
        let (a, b) = (Rc::new(Notify::new()), Rc::new(Notify::new()));
        task::spawn_local(ping_pong(a.clone(), b.clone(), work));
        task::spawn_local(ping_pong(b, a.clone(), work));
        a.notify_one();
        time::sleep(Duration::from_millis(10)).await;
    }
    let codes = |work| {
        let run = simulated::run(main(Duration::from_millis(work)), Speed::NORMAL);
        run.trace(|trace| found(trace.entries()))
    };
    let [(code, message)] = &codes(2)[..] else {
        panic!("{:?}", codes(2));
    };
    assert_eq!(*code, "starved-timer");
    assert!(
        message.starts_with("A timer of lane 0 came 0."),
        "{message}"
    );
    assert_eq!(codes(0), []);
    let long = codes(60);
    assert!(
        long.iter().all(|(code, _)| *code == "blocked-loop"),
        "{long:?}"
    );
}

/// What is said of a program's run.
fn said_of(main: impl Future<Output = ()> + 'static) -> Vec<(&'static str, String)> {
    let run = simulated::run(main, Speed::NORMAL);
    run.trace(|trace| found(trace.entries()))
}

/// The first line of this file with this text.
fn line_of(text: &str) -> usize {
    let mut lines = include_str!("diagnoses.rs").lines();
    1 + lines.position(|line| line.contains(text)).expect("a line")
}

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// Takes a lock, waits, and uses what it guards before the wait, after it, or not at all.
async fn hold(lock: Rc<Mutex<u32>>, before: bool, wait: u64, after: bool) {
    let mut guard = lock.lock().await;
    if before {
        *guard += 1;
    }
    time::sleep(ms(wait)).await;
    if after {
        *guard += 1;
    }
}

#[test]
fn a_lock_that_is_held_for_nothing_while_others_wait_is_told() {
    let run = |before, after| {
        said_of(async move {
            let lock = Rc::new(Mutex::new(0));
            let hold = || hold(lock.clone(), before, 500, after);
            join!(hold(), hold(), hold());
        })
    };
    let line = line_of("ms(wait)");
    let expected = [
        ("lane 1", "lane 2 and lane 3", "1.00 s in all"),
        ("lane 2", "lane 3", "0.50 s"),
    ];
    let expected = expected.map(|(holder, others, waited)| {
        let message = format!(
            "{holder} held a lock while it waited in line {line}, for 0.50 s: {others} waited for the lock \
             meanwhile, {waited}. The guard itself was not used both before and after that wait. Unless what \
             it guards is needed on both sides, or by the wait itself, drop the guard before, or take the lock after."
        );
        ("held-lock", message)
    });
    assert_eq!(run(true, false), expected);
    assert_eq!(run(false, true), expected);
    // An update that must stay whole; a lock that guards nothing, and keeps order among other things.
    assert_eq!(run(true, true), []);
    assert_eq!(run(false, false), []);
}

/// Reads, waits and writes: by a reference that was taken from the guard before.
async fn update(balance: &mut u32) {
    let read = *balance;
    time::sleep(ms(500)).await;
    *balance = read + 1;
}

#[test]
fn a_reference_that_outlives_the_wait_is_not_seen_so_that_the_words_leave_it_open() {
    let by_reference = said_of(async {
        let lock = Mutex::new(0);
        let pay_in = async || update(&mut *lock.lock().await).await;
        join!(pay_in(), pay_in());
    });
    let by_iterator = said_of(async {
        let lock = Mutex::new(vec![1, 2]);
        let print = async || {
            for _ in lock.lock().await.iter() {
                time::sleep(ms(500)).await;
            }
        };
        join!(print(), print());
    });
    for said in [by_reference, by_iterator] {
        let [("held-lock", message)] = &said[..] else {
            panic!("{said:?}");
        };
        let (_, doubt) = message.split_once(". The guard itself ").unwrap();
        assert!(
            doubt.contains("Unless what it guards is needed on both sides"),
            "{message}"
        );
    }
}

#[test]
fn a_guard_that_is_dropped_with_a_future_that_was_given_up_is_not_told() {
    // Each would have used it after the wait.
    let aborted = said_of(async {
        let lock = Rc::new(Mutex::new(0));
        let held = task::spawn_local(hold(lock.clone(), true, 500, true));
        task::spawn_local(hold(lock.clone(), true, 0, false));
        time::sleep(ms(100)).await;
        held.abort();
        let _ = held.await;
    });
    let timed_out = said_of(async {
        let lock = Rc::new(Mutex::new(0));
        let limit = time::timeout(ms(100), hold(lock.clone(), true, 500, true));
        let (late, ()) = join!(limit, hold(lock.clone(), true, 0, false));
        late.unwrap_err();
    });
    let waiting_for_more_than_a_sleep = said_of(async {
        let lock = Mutex::new(0);
        let limit = time::timeout(ms(100), async {
            let mut guard = lock.lock().await;
            *guard += 1;
            std::future::pending::<()>().await;
            *guard += 1;
        });
        let other = async || drop(lock.lock().await);
        let (late, ()) = join!(limit, other());
        late.unwrap_err();
    });
    let selected = said_of(async {
        let lock = Rc::new(Mutex::new(0));
        let other = task::spawn_local(hold(lock.clone(), true, 0, false));
        select! {
            () = hold(lock.clone(), true, 500, true) => {}
            () = time::sleep(ms(100)) => {}
        }
        other.await.unwrap();
    });
    let polled_by_reference = said_of(async {
        let lock = Rc::new(Mutex::new(0));
        let other = task::spawn_local(hold(lock.clone(), true, 0, false));
        let mut held = std::pin::pin!(hold(lock.clone(), true, 500, true));
        select! {
            () = &mut held => {}
            () = time::sleep(ms(100)) => {}
        }
        drop(other);
    });
    let panicked = said_of(async {
        let lock = Rc::new(Mutex::new(0));
        let (mine, other) = (lock.clone(), lock.clone());
        let held = task::spawn_local(async move {
            let mut guard = mine.lock().await;
            *guard += 1;
            time::sleep(ms(100)).await;
            panic!("on purpose");
        });
        task::spawn_local(hold(other, true, 0, false));
        let _ = held.await;
    });
    for said in [
        aborted,
        timed_out,
        waiting_for_more_than_a_sleep,
        selected,
        polled_by_reference,
        panicked,
    ] {
        assert_eq!(said, []);
    }
}

#[test]
fn a_lock_for_which_nobody_waits_or_hardly_is_not_told() {
    let alone = said_of(async {
        let lock = Rc::new(Mutex::new(0));
        hold(lock.clone(), true, 500, false).await;
        hold(lock, true, 500, false).await;
    });
    assert_eq!(alone, []);
    let short = said_of(async {
        let lock = Rc::new(Mutex::new(0));
        join!(
            hold(lock.clone(), true, 9, false),
            hold(lock, true, 9, false)
        );
    });
    assert_eq!(short, []);
    let let_go = said_of(async {
        let lock = Rc::new(Mutex::new(0));
        let briefly = async || {
            *lock.lock().await += 1;
            time::sleep(ms(500)).await;
        };
        join!(briefly(), briefly());
    });
    assert_eq!(let_go, []);
}

#[test]
fn who_gave_up_has_waited_for_the_lock_too() {
    let said = said_of(async {
        let lock = Rc::new(Mutex::new(0));
        let held = task::spawn_local(hold(lock.clone(), true, 500, false));
        task::yield_now().await;
        let late = time::timeout(ms(700), async {
            select! {
                _ = lock.lock() => {}
                () = std::future::pending() => {}
            }
        });
        late.await.unwrap();
        held.await.unwrap();
    });
    let [("held-lock", message)] = &said[..] else {
        panic!("{said:?}");
    };
    assert!(message.starts_with("lane 1 held a lock"), "{message}");
}

/// Sends so many values at each tick, and receives one at each.
async fn send_and_receive(sends: &'static [usize]) {
    let (sender, mut receiver) = unbounded_channel();
    task::spawn_local(async move {
        for sends in sends {
            (0..*sends).for_each(|n| sender.send(n).unwrap());
            time::sleep(ms(10)).await;
        }
    });
    time::sleep(ms(5)).await;
    while receiver.recv().await.is_some() {
        time::sleep(ms(10)).await;
    }
}

#[test]
fn a_channel_that_only_grows_is_told_once_with_the_most_that_waited() {
    let said = said_of(send_and_receive(&[2; 16]));
    let line = line_of("= unbounded_channel()");
    let message = format!(
        "More and more values waited in the unbounded channel made in line {line}, 16 of them at 0.16 s: lane 1 \
         sends faster than lane 0 receives, and nothing holds it back. In a bounded channel, `send` waits until \
         there is room."
    );
    assert_eq!(said, [("growing-channel", message)]);
}

/// How many pages are read: each leads to two others, down to these.
const PAGES: u32 = 31;

/// The pages to which this one leads.
fn links(page: u32) -> impl Iterator<Item = u32> {
    [2 * page, 2 * page + 1]
        .into_iter()
        .filter(|page| *page <= PAGES)
}

#[test]
fn a_queue_of_work_that_leads_to_more_work_is_no_heap() {
    let alone = said_of(async {
        let (sender, mut queue) = unbounded_channel();
        sender.send(1).unwrap();
        for _ in 0..PAGES {
            let page = queue.recv().await.unwrap();
            time::sleep(ms(10)).await;
            links(page).for_each(|page| sender.send(page).unwrap());
        }
    });
    let a_task_for_each_page = said_of(async {
        let (sender, mut queue) = unbounded_channel();
        sender.send(1).unwrap();
        for _ in 0..PAGES {
            let page = queue.recv().await.unwrap();
            let sender = sender.clone();
            task::spawn_local(async move {
                time::sleep(ms(1)).await;
                links(page).for_each(|page| sender.send(page).unwrap());
            });
            time::sleep(ms(10)).await;
        }
    });
    let by_another_task = |by_tasks: bool| {
        said_of(async move {
            let (sender, mut queue) = unbounded_channel();
            let (fetched, mut parse) = unbounded_channel();
            let fetch = async move {
                for _ in 0..PAGES {
                    let page = queue.recv().await.unwrap();
                    time::sleep(ms(10)).await;
                    let fetched = fetched.clone();
                    match by_tasks {
                        false => fetched.send(page).unwrap(),
                        true => drop(task::spawn_local(async move {
                            time::sleep(ms(1)).await;
                            fetched.send(page).unwrap();
                        })),
                    }
                }
            };
            let parse = async move {
                sender.send(1).unwrap();
                while let Some(page) = parse.recv().await {
                    time::sleep(ms(1)).await;
                    links(page).for_each(|page| sender.send(page).unwrap());
                }
            };
            match by_tasks {
                false => drop(join!(fetch, parse)),
                true => {
                    task::spawn_local(parse);
                    task::spawn_local(fetch).await.unwrap();
                }
            }
        })
    };
    assert_eq!(alone, []);
    assert_eq!(a_task_for_each_page, []);
    assert_eq!(by_another_task(false), []);
    assert_eq!(by_another_task(true), []);
}

#[test]
fn a_heap_whose_receiver_begins_to_send_is_told_no_more() {
    let said = said_of(async {
        let (sender, mut receiver) = unbounded_channel();
        let own = sender.clone();
        task::spawn_local(async move {
            for n in 0..32 {
                sender.send(n).unwrap();
                time::sleep(ms(5)).await;
            }
        });
        time::sleep(ms(5)).await;
        for received in 0..20 {
            receiver.recv().await.unwrap();
            time::sleep(ms(10)).await;
            if received == 18 {
                own.send(0).unwrap();
            }
        }
    });
    assert_eq!(said, []);
}

#[test]
fn a_channel_that_is_emptied_is_no_heap() {
    let correct: [&[usize]; 5] = [
        &[1; 32],
        // All at once, with the sender alive or not.
        &[100],
        &[100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        // Again and again.
        &[8, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0],
        &[
            2, 2, 2, 2, 0, 0, 0, 0, 2, 2, 2, 2, 0, 0, 0, 0, 2, 2, 2, 2, 0, 0, 0, 0,
        ],
    ];
    for sends in correct {
        assert_eq!(said_of(send_and_receive(sends)), [], "{sends:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tasks_of_which_so_many_run_at_once_do_not_run_one_after_another(
        limit in 2..5_usize,
        waits in proptest::collection::vec(0..50_u64, 1..12),
    ) {
        let said = said_of(async move {
            let mut set = task::JoinSet::new();
            for wait in waits {
                if set.len() == limit {
                    set.join_next().await.unwrap().unwrap();
                }
                set.spawn_local(async move { time::sleep(ms(wait)).await });
            }
            while set.join_next().await.is_some() {}
        });
        prop_assert_eq!(said, []);
    }
}

#[test]
fn tasks_that_are_awaited_one_by_one_are_told_whatever_else_runs() {
    let said = said_of(async {
        task::spawn_local(async { time::sleep(ms(500)).await });
        for _ in 0..2 {
            let job = task::spawn_local(async { time::sleep(ms(10)).await });
            job.await.unwrap();
        }
    });
    let message = "lane 2 and lane 3 ran one after another: each was awaited before the next was spawned. If none \
                   needs the result of the one before, spawn all of them first.";
    assert_eq!(said, [("sequential-tasks", message.to_string())]);
    // The first one was given up, and ran on.
    let side_by_side = said_of(async {
        for wait in [500, 10] {
            let job = task::spawn_local(async move { time::sleep(ms(wait)).await });
            let _ = time::timeout(ms(20), job).await;
        }
    });
    assert_eq!(side_by_side, []);
}

#[test]
fn any_future_that_was_dropped_unpolled_is_told_in_the_words_of_its_maker() {
    let short = [
        (0, 0, spawn(TaskKind::Main)),
        (0, 0, Event::PollStart),
        (
            0,
            0,
            Event::NeverAwaited {
                what: "future of greet".into(),
                line: 7,
            },
        ),
    ];
    let message = "The future of greet made in line 7 was dropped without being awaited: nobody waited for it.";
    assert_eq!(
        found(&trace(&short)),
        [("never-awaited", message.to_string())]
    );
}
