//! What is diagnosed of a program of one's own: what the same program would be told of as a lesson.

mod common;

use async_playground::diagnose::diagnose;
use async_playground::machine;
use async_playground::speed::Speed;

/// What is told of a program with this body of `main`; lines are those of the body, from 1.
fn told(body: &str) -> Vec<String> {
    let source = format!("pub async fn main() {{{body}\n}}");
    let compiled = common::compile(&source);
    let program = compiled
        .program
        .unwrap_or_else(|| panic!("{body}: {:?}", compiled.diagnostics));
    let run =
        machine::simulate(&program, &[], Speed::NORMAL).expect("a program that holds together");
    let found = run.trace(|trace| {
        diagnose(trace.entries(), Speed::NORMAL, |task| {
            format!("lane {}", task.0)
        })
    });
    found.into_iter().map(|found| found.message).collect()
}

/// Three tasks that hold a lock for half a second each, and use it before, after or both.
fn held(lock: &str, before: &str, after: &str) -> Vec<String> {
    told(&format!(
        "
        use std::sync::Arc;
        use tokio::{{spawn, sync::Mutex, time::{{sleep, Duration}}}};
        let lock = Arc::new(Mutex::new(vec![0]));
        let hold = |lock: Arc<Mutex<Vec<i32>>>| async move {{
            let mut guard = {lock};
            {before};
            sleep(Duration::from_millis(500)).await;
            {after};
        }};
        let tasks: Vec<_> = (0..3).map(|_| spawn(hold(lock.clone()))).collect();
        for task in tasks {{ task.await.unwrap(); }}
    "
    ))
}

#[test]
fn a_lock_that_is_held_for_nothing_while_others_wait_is_told() {
    let words = |holder, others, waited| {
        format!(
            "{holder} held a lock while it waited in line 8, for 0.50 s: {others} waited for the lock meanwhile, \
         {waited}. The guard itself was not used both before and after that wait. Unless what it guards is \
         needed on both sides, or by the wait itself, drop the guard before, or take the lock after."
        )
    };
    let expected = [
        words("lane 1", "lane 2 and lane 3", "1.00 s in all"),
        words("lane 2", "lane 3", "0.50 s"),
    ];
    for lock in ["lock.lock().await", "lock.clone().lock_owned().await"] {
        assert_eq!(
            held(lock, "guard.push(1)", "let _ = &mut guard"),
            expected,
            "{lock}"
        );
        assert_eq!(
            held(lock, "let _ = &mut guard", "guard[0] += 1"),
            expected,
            "{lock}"
        );
        assert_eq!(
            held(lock, "guard.push(1)", "guard[0] += 1"),
            [""; 0],
            "{lock}"
        );
        assert_eq!(
            held(lock, "guard.push(1); drop(guard)", ""),
            [""; 0],
            "{lock}"
        );
    }
}

/// What is told of two tasks that do this with a lock, the first one in this way, after which it may be aborted.
fn locked(body: &str, first: &str, abort: &str) -> Vec<String> {
    told(&format!(
        "
        use std::{{sync::Arc, time::Duration}};
        use tokio::{{spawn, sync::Mutex, time::{{sleep, timeout}}}};
        async fn wait(ms: u64) {{ sleep(Duration::from_millis(ms)).await }}
        async fn update(values: &mut Vec<i32>) {{
            let read = values.len();
            wait(500).await;
            values[0] = read as i32;
        }}
        async fn job(lock: Arc<Mutex<Vec<i32>>>) {{ {body} }}
        let lock = Arc::new(Mutex::new(vec![1, 2]));
        let a = spawn({{ let lock = lock.clone(); async move {{ {first} }} }});
        let b = spawn(job(lock));
        wait(100).await;
        {abort};
        let (_, _) = (a.await, b.await);
    "
    ))
}

#[test]
fn a_reference_that_outlives_the_wait_is_not_seen_so_that_the_words_leave_it_open() {
    for body in [
        "let mut guard = lock.lock().await; let values = &mut *guard; let read = values.len(); wait(500).await; \
         values[0] = read as i32",
        "update(&mut *lock.lock().await).await",
        "for _ in lock.lock().await.iter() { wait(500).await; }",
    ] {
        let said = locked(body, "job(lock).await", "");
        let [message] = &said[..] else {
            panic!("{body}: {said:?}");
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
    let body = "let mut guard = lock.lock().await; guard.push(3); wait(500).await; guard.push(4);";
    for (first, abort) in [
        ("job(lock).await", "a.abort()"),
        (
            "let _ = timeout(Duration::from_millis(100), job(lock)).await;",
            "",
        ),
        (
            "tokio::select! { () = job(lock) => {} () = wait(100) => {} }",
            "",
        ),
    ] {
        let said = locked(body, first, abort);
        assert_eq!(said, [""; 0], "{first}");
    }
    let panics = "let mut guard = lock.lock().await; guard.push(3); wait(500).await; panic!()";
    assert_eq!(locked(panics, "job(lock).await", ""), [""; 0]);
}

#[test]
fn tasks_of_which_so_many_run_at_once_do_not_run_one_after_another() {
    let jobs = |limit: u32| {
        told(&format!(
            "
        use tokio::{{task::JoinSet, time::{{sleep, Duration}}}};
        let mut set = JoinSet::new();
        for n in [1000, 100, 200, 300, 400] {{
            if set.len() == {limit} {{ set.join_next().await.unwrap().unwrap(); }}
            set.spawn(async move {{ sleep(Duration::from_millis(n)).await }});
        }}
        while let Some(done) = set.join_next().await {{ done.unwrap(); }}
    "
        ))
    };
    assert_eq!(jobs(2), [""; 0]);
    assert_eq!(jobs(4), [""; 0]);
    let [one_by_one] = &jobs(1)[..] else {
        panic!("{:?}", jobs(1));
    };
    assert!(
        one_by_one.starts_with("lane 1, lane 2, lane 3, lane 4 and lane 5 ran one after another")
    );
}

#[test]
fn a_queue_of_work_that_leads_to_more_work_is_no_heap() {
    let crawl = |read: &str| {
        told(&format!(
            "
        use tokio::{{spawn, sync::mpsc::unbounded_channel, time::{{sleep, Duration}}}};
        async fn wait(ms: u64) {{ sleep(Duration::from_millis(ms)).await }}
        let (sender, mut queue) = unbounded_channel();
        let (fetched, mut parse) = unbounded_channel();
        sender.send(1).unwrap();
        let links = sender.clone();
        spawn(async move {{
            while let Some(page) = parse.recv().await {{
                wait(1).await;
                if page < 16 {{ for n in 0..2 {{ links.send(2 * page + n).unwrap(); }} }}
            }}
        }});
        for _ in 0..31 {{
            let page: u32 = queue.recv().await.unwrap();
            let (sender, fetched) = (sender.clone(), fetched.clone());
            let read = async move {{
                if {read} {{ fetched.send(page).unwrap(); }}
                else if page < 16 {{ for n in 0..2 {{ sender.send(2 * page + n).unwrap(); }} }}
            }};
            if page % 2 == 0 {{ read.await; }} else {{ drop(spawn(read)); }}
            wait(10).await;
        }}
    "
        ))
    };
    assert_eq!(crawl("true"), [""; 0]);
    assert_eq!(crawl("false"), [""; 0]);
}

#[test]
fn a_channel_that_only_grows_is_told() {
    let channel = |many: u32, pause: u32| {
        told(&format!(
            "
        use tokio::{{spawn, sync::mpsc::unbounded_channel, time::{{sleep, Duration}}}};
        let (sender, mut receiver) = unbounded_channel();
        spawn(async move {{
            for n in 0..16 {{
                for _ in 0..{many} {{ sender.send(n).unwrap(); }}
                sleep(Duration::from_millis({pause})).await;
            }}
        }});
        sleep(Duration::from_millis(5)).await;
        while receiver.recv().await.is_some() {{
            sleep(Duration::from_millis(10)).await;
        }}
    "
        ))
    };
    let expected = "More and more values waited in the unbounded channel made in line 3, 16 of them at 0.16 s: lane 1 \
                    sends faster than lane 0 receives, and nothing holds it back. In a bounded channel, `send` waits \
                    until there is room.";
    assert_eq!(channel(2, 10), [expected]);
    assert_eq!(channel(1, 10), [""; 0]);
    assert_eq!(channel(2, 40), [""; 0]);
}
