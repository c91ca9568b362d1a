//! Which futures of a program are told of as never awaited: those that CPython would warn of, and none that was awaited
//! and lost before its turn came.

mod common;

use async_playground::machine;
use async_playground::speed::Speed;
use async_playground::trace::Event;

/// What every program here has.
const PRELUDE: &str = "
use std::{future::Future, time::Duration};
use tokio::{join, pin, select, spawn, sync::Mutex, time::{sleep, timeout}, try_join};
struct Oven;
impl Oven { async fn bake<T>(&self, _what: T) {} }
async fn greet(name: &str) { println!(\"Hello, {name}!\"); }
async fn later(work: impl Future<Output = ()>) { second().await; work.await; }
async fn second() { sleep(Duration::from_secs(1)).await; }
";

/// What is told of a body of `main`: each future, and its line in the body, from 1.
fn told(body: &str) -> Vec<(String, u32)> {
    let before = format!("{PRELUDE}pub async fn main() {{\n");
    let compiled = common::compile(&format!("{before}{body}\n}}"));
    let program = compiled
        .program
        .unwrap_or_else(|| panic!("{body}: {:?}", compiled.diagnostics));
    let run =
        machine::simulate(&program, &[], Speed::NORMAL).expect("a program that holds together");
    let above = before.lines().count() as u32;
    run.trace(|trace| {
        let entries = trace.entries().iter();
        let told = entries.filter_map(|entry| match &entry.event {
            Event::NeverAwaited { what, line } => Some((what.to_string(), line - above)),
            _ => None,
        });
        told.collect()
    })
}

#[test]
fn a_future_that_nobody_awaits_is_told_with_the_line_of_the_call() {
    let body = "
        let _ = greet(\"nobody\");
        let _ = Oven
            .bake(3);
        let block = async { 3 };
        second().await;
        drop(block);
        let boxed: Vec<_> = vec![Box::pin(greet(\"a list\"))];
        if boxed.is_empty() { greet(\"nobody\").await; }
        let lock = Mutex::new(());
        let _ = lock.lock();
        let _ = later(greet(\"both\"));
    ";
    let expected = [
        ("future of greet", 2),
        ("future of bake", 4),
        ("future of an async block", 5),
        ("future of lock", 11),
        ("future of later", 12),
        ("future of greet", 8),
    ];
    assert_eq!(
        told(body),
        expected.map(|(what, line)| (what.to_string(), line))
    );
}

#[test]
fn what_was_awaited_and_lost_before_its_turn_is_not_told() {
    let bodies = [
        // The first branch is ready: the others have no turn.
        "select! { biased; () = async {} => {} () = greet(\"b\") => {} () = sleep(Duration::ZERO) => {} }",
        "select! { () = second() => {} () = greet(\"b\"), if false => {} }",
        "let failed = try_join!(async { Err::<(), ()>(()) }, async { greet(\"b\").await; Ok(()) });
         assert!(failed.is_err());",
        // They are lent theirs.
        "let (one, two, nap) = (greet(\"one\"), greet(\"two\"), sleep(Duration::ZERO));
         pin!(one, two, nap);
         select! { biased; () = &mut one => {} () = &mut two => {} () = &mut nap => {} }",
        // Whoever would have awaited it is cancelled.
        "assert!(timeout(Duration::from_millis(1), later(greet(\"late\"))).await.is_err());",
        "select! { () = later(greet(\"late\")) => {} () = sleep(Duration::from_millis(1)) => {} }",
        "let task = spawn(later(async {}));
         sleep(Duration::from_millis(1)).await;
         task.abort();
         assert!(task.await.is_err());",
        "let task = spawn(greet(\"nobody\"));
         task.abort();
         assert!(task.await.is_err());",
        "spawn(later(async {}));",
        "spawn(greet(\"nobody\"));",
        "let task = spawn(async { let _work = async {}; panic!(); });
         assert!(task.await.is_err());",
        "join!(greet(\"a\"), later(greet(\"b\")));
         timeout(Duration::ZERO, greet(\"c\")).await.unwrap();
         Box::pin(greet(\"d\")).await;",
    ];
    for body in bodies {
        assert_eq!(told(body), [], "{body}");
    }
}

#[test]
fn a_branch_that_had_no_turn_hides_nothing_that_is_made_later() {
    let body = "select! { biased; () = async {} => {} () = greet(\"b\") => {} }
        let _ = greet(\"nobody\");
        let _ = sleep(Duration::ZERO);";
    let expected = [("future of greet", 2), ("sleep", 3)];
    assert_eq!(
        told(body),
        expected.map(|(what, line)| (what.to_string(), line))
    );
}
