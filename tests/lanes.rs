//! What the trace says of what waits, is given up, or ticks: lanes, deadlines and their lines.
#![cfg(not(target_arch = "wasm32"))]

use std::borrow::Cow;
use std::future::{pending, ready};
use std::pin::pin;
use std::time::Duration;

use async_playground::playground::{
    std::{println, thread},
    tokio::{
        select, sync,
        task::{JoinSet, spawn_local, yield_now},
        time::{Instant, interval, sleep, timeout},
        try_join,
    },
};
use async_playground::runtime::{Outcome, simulated};
use async_playground::speed::Speed;
use async_playground::trace::{Entry, Event, TaskId, TaskKind};

fn run(program: impl Future<Output = ()> + 'static) -> Vec<Entry> {
    let runtime = simulated::run(program, Speed::NORMAL);
    let outcome = runtime.outcome().expect("a simulated run has ended").1;
    assert_eq!(outcome, Outcome::Completed);
    assert_eq!(runtime.armed_timers(), 0);
    runtime.trace(|trace| trace.entries().to_vec())
}

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// The events of a kind, with their times and lanes.
fn events<R>(entries: &[Entry], what: impl Fn(&Event) -> Option<R>) -> Vec<(Duration, u32, R)> {
    let found = entries
        .iter()
        .filter_map(|Entry { at, task, event }| what(event).map(|what| (*at, task.0, what)));
    found.collect()
}

fn cancels(entries: &[Entry]) -> Vec<(Duration, u32, Duration)> {
    events(entries, |event| match event {
        Event::Cancel { due } => Some(*due),
        _ => None,
    })
}

fn sleeps(entries: &[Entry]) -> Vec<(Duration, u32, (Duration, u32))> {
    events(entries, |event| match event {
        Event::Sleep { until, line } => Some((*until, *line)),
        _ => None,
    })
}

fn log(entries: &[Entry]) -> Vec<(Duration, String)> {
    let lines = events(entries, |event| match event {
        Event::Log { text, .. } => Some(text.to_string()),
        _ => None,
    });
    lines.into_iter().map(|(at, _, text)| (at, text)).collect()
}

fn never_awaited(entries: &[Entry]) -> Vec<(&'static str, u32)> {
    let found = events(entries, |event| match event {
        Event::NeverAwaited {
            what: Cow::Borrowed(what),
            line,
        } => Some((*what, *line)),
        _ => None,
    });
    found.into_iter().map(|(_, _, found)| found).collect()
}

/// How each branch began and ended.
fn branches(entries: &[Entry]) -> Vec<(&str, TaskId, Event)> {
    let mut branches = Vec::new();
    for Entry { task, event, .. } in entries {
        if let Event::Spawn {
            kind: TaskKind::Branch,
            name,
            parent,
            ..
        } = event
        {
            let end = entries.iter().rfind(|entry| entry.task == *task);
            let end = end.expect("it was spawned").event.clone();
            branches.push((
                name.as_deref().expect("branches have one"),
                parent.expect("and a parent"),
                end,
            ));
        }
    }
    branches
}

async fn slow() -> &'static str {
    sleep(ms(200)).await;
    "slow"
}

async fn fast() -> &'static str {
    sleep(ms(100)).await;
    "fast"
}

#[test]
fn each_branch_of_select_is_a_lane_and_who_loses_takes_its_timer_back_and_is_aborted() {
    let entries = run(async {
        let first = select! {
            name = slow() => name,
            name = fast() => { name }
        };
        println!("{first}");
    });
    assert_eq!(log(&entries), [(ms(100), "fast".into())]);
    let ends = [
        ("slow()", TaskId::MAIN, Event::Abort),
        ("fast()", TaskId::MAIN, Event::Complete),
    ];
    assert_eq!(branches(&entries), ends);
    assert_eq!(cancels(&entries), [(ms(100), 1, ms(200))]);
}

#[test]
fn select_takes_what_tokios_takes() {
    let entries = run(async {
        let (sender, mut receiver) = sync::mpsc::channel(1);
        let mut deadline = pin!(sleep(ms(50)));
        let mut seen = Vec::new();
        let send = async {
            for number in [Some(1), None, Some(2)] {
                sleep(ms(20)).await;
                sender.send(number).await.unwrap();
            }
            pending::<()>().await
        };
        let mut send = pin!(send);
        loop {
            select! {
                biased;
                () = &mut deadline, if seen.len() < 2 => seen.push("deadline".to_string()),
                Some(Some(mut number)) = receiver.recv() => {
                    number += 1;
                    seen.push(number.to_string());
                    if number == 3 { break }
                }
                () = &mut send => unreachable!()
            }
        }
        println!("{}", seen.join(" "));
        let none = select! {
            biased;
            1 = ready(2) => "a match",
            _ = ready(3), if false => "disabled",
            else => "none",
        };
        println!("{none}");
    });
    let expected = [(ms(60), "2 deadline 3".into()), (ms(60), "none".into())];
    assert_eq!(log(&entries), expected);
    assert_eq!(never_awaited(&entries), []);
}

/// A sleep that outlives a branch is the next branch's.
#[test]
fn a_deadline_belongs_to_the_lane_that_waits_for_it() {
    let entries = run(async {
        let mut deadline = pin!(sleep(ms(30)));
        for _ in 0..2 {
            select! {
                biased;
                () = &mut deadline => println!("deadline"),
                () = sleep(ms(20)) => println!("sleep"),
            }
        }
        sleep(ms(10)).await;
    });
    let at = [(ms(20), "sleep".into()), (ms(30), "deadline".into())];
    assert_eq!(log(&entries), at);
    let until: Vec<_> = sleeps(&entries)
        .into_iter()
        .map(|(at, lane, (until, _))| (at, lane, until))
        .collect();
    let expected = [
        (ms(0), 1, ms(30)),
        (ms(0), 2, ms(20)),
        (ms(20), 3, ms(30)),
        (ms(20), 4, ms(40)),
        (ms(30), 0, ms(40)),
    ];
    assert_eq!(until, expected);
    // The first branch had ended when its sleep was polled by another one.
    assert_eq!(cancels(&entries), [(ms(30), 4, ms(40))]);
}

/// It may fire while nobody waits for it, which is nobody's event.
#[test]
fn a_deadline_whose_lane_has_ended_fires_for_nobody() {
    let entries = run(async {
        let mut late = pin!(sleep(ms(10)));
        select! {
            biased;
            () = &mut late => unreachable!(),
            () = ready(()) => {}
        }
        sleep(ms(20)).await;
        late.await;
    });
    let fired = events(&entries, |event| match event {
        Event::Fire { due } => Some(*due),
        _ => None,
    });
    assert_eq!(fired, [(ms(20), 0, ms(20))]);
}

#[test]
fn a_wait_that_is_over_is_counted_once() {
    let runtime = simulated::run(
        async {
            let mut over = pin!(sleep(ms(30)));
            over.as_mut().await;
            for _ in 0..3 {
                over.as_mut().await;
                select! {
                    biased;
                    () = yield_now() => unreachable!(),
                    () = &mut over => {}
                }
            }
            // What is given up is not waited to the end.
            timeout(ms(10), sleep(ms(20))).await.unwrap_err();
        },
        Speed::NORMAL,
    );
    assert_eq!(runtime.outcome(), Some((ms(40), Outcome::Completed)));
    assert_eq!(runtime.waited(), ms(40));
}

#[test]
fn a_timeout_gives_the_result_or_says_that_it_has_elapsed() {
    let entries = run(async {
        println!("{:?}", timeout(ms(150), fast()).await);
        let line = line!() + 1;
        let elapsed = timeout(ms(150), slow()).await.unwrap_err();
        println!("{elapsed}, as set in line {line}");
        // Both at once: the result counts.
        println!("{:?}", timeout(ms(100), fast()).await);
        println!("{:?}", timeout(Duration::MAX, fast()).await);
    });
    let elapsed = sleeps(&entries)[3].2;
    let fast = "Ok(\"fast\")".to_string();
    let expected = [
        (ms(100), fast.clone()),
        (
            ms(250),
            format!("deadline has elapsed, as set in line {}", elapsed.1),
        ),
        (ms(350), fast.clone()),
        (ms(450), fast),
    ];
    assert_eq!(log(&entries), expected);
    assert_eq!(elapsed.0, ms(250));
    // Of each timeout, the deadline that did not come: its own or the sleep's inside.
    assert_eq!(
        cancels(&entries)[..2],
        [(ms(100), 0, ms(150)), (ms(250), 0, ms(300))]
    );
}

#[test]
fn what_was_made_and_never_awaited_is_told_and_what_lost_before_its_turn_is_not() {
    let entries = run(async {
        drop(timeout(ms(1), pending::<()>()));
        select! {
            biased;
            () = ready(()) => {}
            () = sleep(ms(1)) => {}
        }
        let mut lent = pin!(sleep(ms(1)));
        select! {
            biased;
            () = ready(()) => {}
            () = &mut lent => {}
        }
        let never = sleep(ms(1));
        let waits = async {
            never.await;
            Ok::<(), ()>(())
        };
        let failed = try_join!(ready(Err::<(), ()>(())), waits);
        assert!(failed.is_err());
        spawn_local(sleep(ms(1))).abort();
        timeout(ms(1), ready(())).await.unwrap();
        let _ = interval(ms(1));
        yield_now().await;
    });
    let found = never_awaited(&entries);
    let what: Vec<_> = found.iter().map(|(what, _)| *what).collect();
    assert_eq!(what, ["timeout"]);
}

#[test]
fn try_join_gives_all_results_or_the_first_error() {
    async fn after(wait: u64, result: Result<u32, &str>) -> Result<u32, &str> {
        sleep(ms(wait)).await;
        result
    }
    let entries = run(async {
        println!("{:?}", try_join!(after(20, Ok(1)), after(10, Ok(2))));
        println!("{:?}", try_join!(after(20, Ok(1)), after(10, Err("no"))));
    });
    let expected = [
        (ms(20), "Ok((1, 2))".into()),
        (ms(30), "Err(\"no\")".into()),
    ];
    assert_eq!(log(&entries), expected);
    let ends: Vec<_> = branches(&entries)
        .into_iter()
        .map(|(_, _, end)| end)
        .collect();
    let complete = Event::Complete;
    assert_eq!(
        ends,
        [complete.clone(), complete.clone(), Event::Abort, complete]
    );
}

#[test]
fn an_interval_ticks_at_once_and_does_not_drift() {
    let entries = run(async {
        sleep(ms(5)).await;
        let started = Instant::now();
        let mut interval = interval(ms(100));
        for _ in 0..3 {
            let tick = interval.tick().await;
            assert_eq!(tick, Instant::now());
            println!("{:?}", tick.duration_since(started));
            sleep(ms(30)).await;
        }
        assert_eq!(interval.period(), ms(100));
        interval.reset();
        interval.tick().await;
        println!("a period after the reset");
    });
    let at: Vec<_> = log(&entries).into_iter().map(|(at, _)| at).collect();
    assert_eq!(at, [ms(5), ms(105), ms(205), ms(335)]);
}

#[test]
fn missed_ticks_come_in_a_burst() {
    let entries = run(async {
        let mut interval = interval(ms(100));
        interval.tick().await;
        thread::sleep(ms(350));
        for _ in 0..4 {
            let tick = interval.tick().await;
            println!("{:?} late", Instant::now().duration_since(tick));
        }
    });
    let late = [(350, "250ms"), (350, "150ms"), (350, "50ms"), (400, "0ns")];
    let late = late.map(|(at, late)| (ms(at), format!("{late} late")));
    assert_eq!(log(&entries), late);
}

#[test]
fn a_tick_that_was_not_waited_for_to_the_end_is_not_lost() {
    let entries = run(async {
        let mut interval = interval(ms(100));
        interval.tick().await;
        let line = line!() + 1;
        timeout(ms(40), interval.tick()).await.unwrap_err();
        interval.tick().await;
        println!("{line}");
    });
    let (at, line) = log(&entries)[0].clone();
    assert_eq!(at, ms(100));
    assert_eq!(sleeps(&entries)[0].2, (ms(100), line.parse().unwrap()));
    // The interval's next deadline was never set, so there is nothing to take back.
    assert_eq!(cancels(&entries), []);
}

#[test]
fn an_interval_without_a_period_panics() {
    let runtime = simulated::run(async { drop(interval(Duration::ZERO)) }, Speed::NORMAL);
    let failed = Outcome::Failed("`period` must be non-zero.".into());
    assert_eq!(runtime.outcome(), Some((Duration::ZERO, failed)));
}

/// Ticks are counted in the program's own time: none is early, at whatever speed.
#[test]
fn an_interval_keeps_its_pace_at_every_speed() {
    for thousandths in [250, 3000, 7000, 20_000] {
        let speed = Speed::from_thousandths(thousandths);
        let runtime = simulated::run(
            async {
                let mut interval = interval(ms(100));
                let first = interval.tick().await;
                for n in 1..=10 {
                    let tick = interval.tick().await;
                    assert_eq!(tick.duration_since(first), ms(100) * n);
                    assert!(tick <= Instant::now());
                }
            },
            speed,
        );
        let (total, outcome) = runtime.outcome().unwrap();
        assert_eq!(outcome, Outcome::Completed);
        assert!(total >= speed.wall(Duration::from_secs(1)));
    }
}

#[test]
fn a_set_gives_results_in_the_order_in_which_tasks_end() {
    let entries = run(async {
        let mut set = JoinSet::new();
        for wait in [30, 10, 20] {
            set.spawn_local(async move {
                sleep(ms(wait)).await;
                wait
            });
        }
        let aborted = set.spawn_local(pending());
        assert_eq!(set.len(), 4);
        assert!(timeout(ms(5), set.join_next()).await.is_err());
        while let Some(result) = set.join_next().await {
            match result {
                Ok(wait) => println!("{wait}"),
                Err(error) => println!("{error}"),
            }
            aborted.abort();
        }
        assert!(set.is_empty());
        println!("all");
    });
    let expected = [
        (10, "10"),
        (10, "task 4 was cancelled"),
        (20, "20"),
        (30, "30"),
        (30, "all"),
    ];
    assert_eq!(
        log(&entries),
        expected.map(|(at, line)| (ms(at), line.into()))
    );
    let awaits = events(&entries, |event| match event {
        Event::Await { on, .. } => Some(on.0),
        _ => None,
    });
    assert_eq!(awaits, [1, 2, 3, 4].map(|on| (ms(0), 0, on)));
}

#[test]
fn a_set_that_is_shut_down_waits_for_its_tasks_to_be_dropped() {
    struct Says;
    impl Drop for Says {
        fn drop(&mut self) {
            println!("dropped");
        }
    }
    let entries = run(async {
        let mut set = JoinSet::new();
        for _ in 0..2 {
            let says = Says;
            set.spawn_local(async move {
                let _says = says;
                pending::<()>().await;
            });
        }
        yield_now().await;
        set.shutdown().await;
        println!("shut down");
        assert!(set.join_next().await.is_none());
    });
    let lines: Vec<_> = log(&entries).into_iter().map(|(_, line)| line).collect();
    assert_eq!(lines, ["dropped", "dropped", "shut down"]);
}
