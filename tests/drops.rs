//! Drops, counted: what is left of a task, of a run, and of two runs at once.
#![cfg(not(target_arch = "wasm32"))]

use std::cell::RefCell;
use std::future::{pending, poll_fn};
use std::rc::Rc;
use std::task::Poll;
use std::time::Duration;

use async_playground::playground::{
    std::{println, thread},
    tokio::{
        join, select, sync,
        task::{JoinError, JoinHandle, JoinSet, spawn_blocking, spawn_local, yield_now},
        time::{sleep, timeout},
    },
};
use async_playground::runtime::{Outcome, Runtime, simulated};
use async_playground::speed::Speed;
use async_playground::trace::{Cause, Event, TaskId};

/// Who was dropped, in order.
#[derive(Clone, Default)]
struct Drops(Rc<RefCell<Vec<&'static str>>>);

/// Says that it is dropped.
struct Guard {
    name: &'static str,
    drops: Drops,
}

impl Drops {
    fn guard(&self, name: &'static str) -> Guard {
        let drops = self.clone();
        Guard { name, drops }
    }

    fn names(&self) -> Vec<&'static str> {
        self.0.borrow().clone()
    }

    /// How many guards there still are.
    fn alive(&self) -> usize {
        Rc::strong_count(&self.0) - 1
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.drops.0.borrow_mut().push(self.name);
    }
}

/// Runs a program that notes drops. What it asserts itself must hold: a panic of its `main` fails the test.
fn run<F>(program: impl FnOnce(Drops) -> F) -> (Runtime, Drops)
where
    F: Future<Output = ()> + 'static,
{
    let (runtime, drops) = run_to_any_outcome(program);
    if let Outcome::Failed(message) = outcome(&runtime) {
        panic!("the program failed: {message}");
    }
    (runtime, drops)
}

fn run_to_any_outcome<F>(program: impl FnOnce(Drops) -> F) -> (Runtime, Drops)
where
    F: Future<Output = ()> + 'static,
{
    let drops = Drops::default();
    let runtime = simulated::run(program(drops.clone()), Speed::NORMAL);
    assert_nothing_alive(&runtime);
    assert_eq!(drops.alive(), 0);
    (runtime, drops)
}

fn assert_nothing_alive(runtime: &Runtime) {
    assert_eq!(runtime.live_tasks(), 0);
    assert_eq!(runtime.armed_timers(), 0);
    assert!(Runtime::all().iter().all(|run| run.id() != runtime.id()));
}

fn outcome(runtime: &Runtime) -> Outcome {
    runtime.outcome().unwrap().1
}

fn log(runtime: &Runtime) -> Vec<String> {
    runtime.trace(|trace| {
        let lines = trace.entries().iter();
        let lines = lines.filter_map(|entry| match &entry.event {
            Event::Log { text, .. } => Some(text.to_string()),
            _ => None,
        });
        lines.collect()
    })
}

/// How often this happened to a task.
fn count(runtime: &Runtime, task: u32, what: impl Fn(&Event) -> bool) -> usize {
    runtime.trace(|trace| {
        let entries = trace.entries().iter();
        let found = entries.filter(|entry| entry.task == TaskId(task) && what(&entry.event));
        found.count()
    })
}

async fn forever(guard: Guard) {
    pending::<()>().await;
    drop(guard);
}

async fn for_a_second(guard: Guard) {
    sleep(Duration::from_secs(1)).await;
    drop(guard);
}

#[test]
fn a_finished_task_is_dropped_once_before_its_handle_is_ready() {
    let (_, drops) = run(|drops| async move {
        spawn_local(for_a_second(drops.guard("task")))
            .await
            .unwrap();
        assert_eq!(drops.names(), ["task"]);
    });
    assert_eq!(drops.names(), ["task"]);
}

/// Waiting for nothing, for a timer, for a turn, for its first poll, for a worker: all are dropped, as tokio does it.
#[test]
fn the_end_of_main_drops_what_is_still_alive() {
    fn work() {
        thread::sleep(Duration::from_secs(9));
    }
    let (runtime, drops) = run(|drops| async move {
        let idle = spawn_local(forever(drops.guard("idle")));
        let asleep = spawn_local(for_a_second(drops.guard("asleep")));
        let guard = drops.guard("yields");
        let yields = spawn_local(async move {
            let _guard = guard;
            loop {
                yield_now().await;
            }
        });
        let guard = drops.guard("joins");
        let joins = spawn_local(async move {
            let _guard = guard;
            spawn_blocking(work).await.unwrap();
        });
        yield_now().await;
        let unpolled = spawn_local(forever(drops.guard("never polled")));
        let _main = drops.guard("main");
        drop((idle, asleep, yields, joins, unpolled));
        assert_eq!(drops.names(), [""; 0]);
    });
    // tokio keeps its tasks in four lists, by their numbers from 1 on, and empties one after the other.
    let order = ["main", "joins", "idle", "asleep", "never polled", "yields"];
    assert_eq!(drops.names(), order);
    assert_eq!(outcome(&runtime), Outcome::Completed);
    assert_eq!(runtime.outcome().unwrap().0, Duration::ZERO);
}

#[test]
fn a_stopped_run_drops_all_once() {
    let (runtime, drops) = run(|drops| async move {
        let _main = drops.guard("main");
        let asleep = spawn_local(for_a_second(drops.guard("asleep")));
        sleep(Duration::from_millis(500)).await;
        let run = Runtime::current().unwrap();
        run.stop();
        run.stop();
        println!("what has begun goes on to its next await");
        asleep.await.unwrap();
        unreachable!();
    });
    assert_eq!(drops.names(), ["main", "asleep"]);
    assert_eq!(outcome(&runtime), Outcome::Stopped);
    assert_eq!(runtime.outcome().unwrap().0, Duration::from_millis(500));
    assert_eq!(log(&runtime), ["what has begun goes on to its next await"]);
}

#[test]
fn dropping_a_handle_detaches_the_task() {
    let (runtime, drops) = run(|drops| async move {
        let guard = drops.guard("task");
        drop(spawn_local(async move {
            for_a_second(guard).await;
            println!("ran to its end");
        }));
        sleep(Duration::from_millis(500)).await;
        assert_eq!(drops.names(), [""; 0]);
        sleep(Duration::from_secs(1)).await;
        assert_eq!(drops.names(), ["task"]);
    });
    assert_eq!(log(&runtime), ["ran to its end"]);
    assert_eq!(drops.names(), ["task"]);
}

#[test]
fn a_result_that_nobody_takes_is_dropped_once() {
    let (_, drops) = run(|drops| async move {
        let detached = drops.guard("detached");
        drop(spawn_local(async { detached }));
        let kept = drops.guard("kept");
        let handle = spawn_local(async { kept });
        yield_now().await;
        assert_eq!(drops.names(), ["detached"]);
        assert!(handle.is_finished());
    });
    assert_eq!(drops.names(), ["detached", "kept"]);
}

/// Says that it is dropped, in the log, and may panic then.
struct Says {
    name: &'static str,
    panics: bool,
}

impl Drop for Says {
    fn drop(&mut self) {
        println!("{} is dropped", self.name);
        if self.panics {
            panic!("on purpose");
        }
    }
}

const fn says(name: &'static str) -> Says {
    let panics = false;
    Says { name, panics }
}

/// What happened to a task after its last poll began.
fn last_events(runtime: &Runtime, task: u32) -> Vec<Event> {
    runtime.trace(|trace| {
        let own = trace.entries().iter();
        let own: Vec<_> = own.filter(|entry| entry.task == TaskId(task)).collect();
        let begun = own
            .iter()
            .rposition(|entry| entry.event == Event::PollStart);
        let last = &own[begun.map_or(0, |at| at + 1)..];
        let mut last: Vec<_> = last.iter().map(|entry| entry.event.clone()).collect();
        for event in &mut last {
            if let Event::Log { line, .. } = event {
                *line = 0;
            }
        }
        last
    })
}

fn said(text: &str) -> Event {
    let (text, line) = (text.into(), 0);
    Event::Log { text, line }
}

/// Its output is what it gives, and its payload what it panics with.
#[test]
fn what_a_detached_task_leaves_is_dropped_before_its_end() {
    let (runtime, _) = run(|_| async {
        drop(spawn_local(async { says("output") }));
        drop(spawn_local(async {
            std::panic::panic_any(says("payload"));
        }));
        yield_now().await;
    });
    let ready = Event::PollEnd { ready: true };
    let events = [said("output is dropped"), ready.clone(), Event::Complete];
    assert_eq!(last_events(&runtime, 1), events);
    let message = "a panic without a message".into();
    let events = [said("payload is dropped"), ready, Event::Panic { message }];
    assert_eq!(last_events(&runtime, 2), events);
}

#[test]
fn what_nobody_took_is_dropped_by_whoever_drops_the_handle() {
    let (runtime, _) = run(|_| async {
        let handle = spawn_local(async { says("output") });
        yield_now().await;
        let taker = spawn_local(async move { drop(handle) });
        taker.await.unwrap();
    });
    let prints = |event: &Event| matches!(event, Event::Log { .. });
    let printed = [0, 1, 2].map(|task| count(&runtime, task, prints));
    assert_eq!(printed, [0, 0, 1]);
}

/// Dropped as it waits, as a branch of what waits, and with all that is left.
#[test]
fn a_destructor_that_panics_ends_its_task_with_a_panic() {
    let failing = || Says {
        name: "guard",
        panics: true,
    };
    async fn hold(guard: Says) {
        pending::<()>().await;
        drop(guard);
    }
    let (runtime, _) = run(move |_| async move {
        let waits = spawn_local(hold(failing()));
        let joins = spawn_local(async move {
            join!(hold(failing()), hold(says("other guard")));
        });
        drop(spawn_local(hold(failing())));
        yield_now().await;
        for task in [waits, joins] {
            task.abort();
            assert!(task.await.unwrap_err().is_panic());
        }
    });
    assert_eq!(outcome(&runtime), Outcome::Completed);
    let prints = |event: &Event| matches!(event, Event::Log { .. });
    let panics = |event: &Event| matches!(event, Event::Panic { .. });
    let ends = |event: &Event| panics(event) || *event == Event::Abort;
    // A task, a task, another one, and the two branches of the second.
    let printed = [1, 2, 3, 4, 5].map(|task| count(&runtime, task, prints));
    assert_eq!(printed, [1, 0, 1, 1, 1]);
    let panicked = [1, 2, 3, 4, 5].map(|task| count(&runtime, task, panics));
    assert_eq!(panicked, [1, 1, 1, 1, 0]);
    let ended = [1, 2, 3, 4, 5].map(|task| count(&runtime, task, ends));
    assert_eq!(ended, [1; 5]);
}

/// As in tokio: at its next turn, not inside of `abort`.
#[test]
fn an_aborted_task_is_dropped_once_at_its_turn() {
    let (runtime, drops) = run(|drops| async move {
        let handle = spawn_local(for_a_second(drops.guard("task")));
        yield_now().await;
        handle.abort();
        handle.abort();
        assert_eq!(drops.names(), [""; 0]);
        assert!(!handle.is_finished());
        assert!(handle.await.unwrap_err().is_cancelled());
        assert_eq!(drops.names(), ["task"]);
    });
    assert_eq!(drops.names(), ["task"]);
    assert_eq!(count(&runtime, 1, |event| *event == Event::Abort), 1);
}

#[test]
fn a_task_aborted_before_its_first_poll_runs_nothing() {
    let (runtime, drops) = run(|drops| async move {
        let guard = drops.guard("task");
        let handle = spawn_local(async move {
            println!("never");
            drop(guard);
        });
        handle.abort();
        assert!(handle.await.unwrap_err().is_cancelled());
    });
    assert_eq!(log(&runtime), [""; 0]);
    assert_eq!(count(&runtime, 1, |event| *event == Event::PollStart), 0);
    assert_eq!(drops.names(), ["task"]);
}

#[test]
fn aborting_a_finished_task_does_nothing() {
    let (runtime, _) = run(|_| async {
        let handle = spawn_local(async { 7 });
        yield_now().await;
        assert!(handle.is_finished());
        handle.abort();
        yield_now().await;
        assert_eq!(handle.await.unwrap(), 7);
    });
    assert_eq!(count(&runtime, 1, |event| *event == Event::Abort), 0);
    assert_eq!(
        count(&runtime, 1, |event| matches!(event, Event::Wake { .. })),
        0
    );
}

/// It ends where it would wait next. As in tokio, it may finish before that.
#[test]
fn a_task_may_abort_itself() {
    async fn abort_itself(waits: bool) -> Result<&'static str, JoinError> {
        let own: Rc<RefCell<Option<JoinHandle<_>>>> = Rc::default();
        let given = own.clone();
        let handle = spawn_local(async move {
            given.borrow().as_ref().unwrap().abort();
            if waits {
                yield_now().await;
            }
            "finished"
        });
        own.replace(Some(handle));
        yield_now().await;
        own.take().unwrap().await
    }
    run(|_| async {
        assert!(abort_itself(true).await.unwrap_err().is_cancelled());
        assert_eq!(abort_itself(false).await.unwrap(), "finished");
    });
}

#[test]
fn an_error_tells_a_cancelled_task_from_one_that_panicked() {
    let (runtime, drops) = run(|drops| async move {
        let cancelled = spawn_local(forever(drops.guard("cancelled")));
        cancelled.abort();
        let error = cancelled.await.unwrap_err();
        assert!(error.is_cancelled() && !error.is_panic());
        assert_eq!(error.to_string(), "task 1 was cancelled");

        let guard = drops.guard("panics");
        let panics: JoinHandle<()> = spawn_local(async move {
            let _guard = guard;
            panic!("on purpose");
        });
        let error = panics.await.unwrap_err();
        assert!(error.is_panic() && !error.is_cancelled());
        let text = "task 2 panicked with message \"on purpose\"";
        assert_eq!(error.to_string(), text);
        let payload = error.into_panic().downcast::<&str>().unwrap();
        assert_eq!(*payload, "on purpose");
    });
    assert_eq!(outcome(&runtime), Outcome::Completed);
    assert_eq!(drops.names(), ["cancelled", "panics"]);
}

#[test]
fn a_panic_of_main_fails_the_run_and_drops_the_rest() {
    let (runtime, drops) = run_to_any_outcome(|drops| async move {
        let _main = drops.guard("main");
        let asleep = spawn_local(for_a_second(drops.guard("asleep")));
        yield_now().await;
        drop(asleep);
        panic!("on purpose");
    });
    assert_eq!(outcome(&runtime), Outcome::Failed("on purpose".into()));
    assert_eq!(drops.names(), ["main", "asleep"]);
}

#[test]
fn a_panic_in_a_branch_is_the_branchs_and_its_tasks() {
    let (runtime, drops) = run(|drops| async move {
        async fn fail(guard: Guard) {
            sleep(Duration::from_millis(100)).await;
            drop(guard);
            panic!("on purpose");
        }
        let (fails, other) = (drops.guard("fails"), drops.guard("other"));
        let task = spawn_local(async move {
            join!(for_a_second(other), fail(fails));
        });
        assert!(task.await.unwrap_err().is_panic());
    });
    assert_eq!(outcome(&runtime), Outcome::Completed);
    assert_eq!(drops.names(), ["fails", "other"]);
    let panic = |event: &Event| matches!(event, Event::Panic { .. });
    assert_eq!(count(&runtime, 1, panic), 1, "the task");
    assert_eq!(
        count(&runtime, 2, |event| *event == Event::Abort),
        1,
        "the other branch"
    );
    assert_eq!(count(&runtime, 3, panic), 1, "the branch that failed");
}

#[test]
fn what_a_guard_says_belongs_to_the_task_that_is_dropped() {
    struct Says;
    impl Drop for Says {
        fn drop(&mut self) {
            println!("dropped");
        }
    }
    async fn wait(_guard: Says) {
        pending::<()>().await;
    }
    let (runtime, _) = run(|_| async {
        let aborted = spawn_local(wait(Says));
        let ended = spawn_local(wait(Says));
        yield_now().await;
        aborted.abort();
        aborted.await.unwrap_err();
        drop(ended);
    });
    for task in [1, 2] {
        let said = count(&runtime, task, |event| matches!(event, Event::Log { .. }));
        assert_eq!(said, 1, "task {task}");
    }
}

#[test]
fn what_a_guard_spawns_at_the_end_is_dropped_without_a_poll() {
    struct Spawns(Drops);
    impl Drop for Spawns {
        fn drop(&mut self) {
            drop(spawn_local(forever(self.0.guard("spawned"))));
        }
    }
    let (runtime, drops) = run(|drops| async move {
        let guard = Spawns(drops);
        drop(spawn_local(async move {
            let _guard = guard;
            pending::<()>().await;
        }));
        yield_now().await;
    });
    assert_eq!(drops.names(), ["spawned"]);
    assert_eq!(count(&runtime, 2, |event| *event == Event::PollStart), 0);
}

#[test]
fn a_dropped_sleep_takes_its_deadline_back() {
    let (runtime, _) = run(|_| async {
        let run = Runtime::current().unwrap();
        let handle = spawn_local(async { sleep(Duration::from_secs(60)).await });
        yield_now().await;
        assert_eq!(run.armed_timers(), 1);
        handle.abort();
        handle.await.unwrap_err();
        assert_eq!(run.armed_timers(), 0);
    });
    assert_eq!(runtime.outcome().unwrap().0, Duration::ZERO);
    assert_eq!(runtime.waited(), Duration::ZERO);
}

#[test]
fn the_losers_of_select_are_dropped_once_before_the_handler_runs() {
    let (runtime, drops) = run(|drops| async move {
        let guard = drops.guard("winner");
        select! {
            biased;
            () = forever(drops.guard("waits for nothing")) => unreachable!(),
            () = for_a_second(drops.guard("waits for a timer")) => unreachable!(),
            () = async { drop(guard) } => {
                let order = ["winner", "waits for nothing", "waits for a timer", "never polled"];
                assert_eq!(drops.names(), order);
            }
            () = for_a_second(drops.guard("never polled")) => unreachable!(),
        }
        assert_eq!(Runtime::current().unwrap().armed_timers(), 0);
    });
    assert_eq!(outcome(&runtime), Outcome::Completed);
    assert_eq!(drops.names().len(), 4);
    for (branch, aborts) in [(1, 1), (2, 1), (3, 0), (4, 1)] {
        let abort = |event: &Event| *event == Event::Abort;
        assert_eq!(count(&runtime, branch, abort), aborts, "branch {branch}");
    }
}

/// As in tokio: not when its time has elapsed, but with the timeout.
#[test]
fn a_future_that_has_timed_out_is_dropped_once_with_its_timeout() {
    let (runtime, drops) = run(|drops| async move {
        let half = Duration::from_millis(500);
        let mut slow = Box::pin(timeout(half, for_a_second(drops.guard("slow"))));
        assert!(slow.as_mut().await.is_err());
        assert_eq!(drops.names(), [""; 0]);
        drop(slow);
        assert_eq!(drops.names(), ["slow"]);
        let slower = timeout(half, for_a_second(drops.guard("slower")));
        assert!(slower.await.is_err());
        assert_eq!(drops.names(), ["slow", "slower"]);
        drop(timeout(half, for_a_second(drops.guard("never awaited"))));
        let run = Runtime::current().unwrap();
        assert_eq!(run.armed_timers(), 0);
    });
    assert_eq!(drops.names(), ["slow", "slower", "never awaited"]);
    assert_eq!(runtime.outcome().unwrap().0, Duration::from_secs(1));
}

/// Oldest first and at their next turns, as if each had been aborted. A result that was not taken goes at once.
#[test]
fn a_dropped_set_drops_its_tasks_once() {
    let (runtime, drops) = run(|drops| async move {
        let mut set = JoinSet::new();
        let asleep = drops.guard("asleep");
        set.spawn_local(async {
            for_a_second(asleep).await;
            unreachable!()
        });
        let result = drops.guard("result");
        set.spawn_local(async { result });
        yield_now().await;
        let unpolled = drops.guard("never polled");
        set.spawn_local(async {
            forever(unpolled).await;
            unreachable!()
        });
        drop(set);
        assert_eq!(drops.names(), ["result"]);
        yield_now().await;
    });
    // The one that was never polled stood on the ready queue already.
    assert_eq!(drops.names(), ["result", "never polled", "asleep"]);
    assert_eq!(outcome(&runtime), Outcome::Completed);
    assert_eq!(runtime.outcome().unwrap().0, Duration::ZERO);
    let joiner_woken = |event: &Event| {
        *event
            == Event::Wake {
                by: Cause::Task(TaskId(1)),
            }
    };
    assert_eq!(count(&runtime, 0, joiner_woken), 0);
}

/// As in tokio: who has given up waiting is not woken.
#[test]
fn a_dropped_handle_wakes_nobody() {
    let (runtime, _) = run(|_| async {
        let task = spawn_local(sleep(Duration::from_secs(1)));
        assert!(timeout(Duration::from_millis(500), task).await.is_err());
        sleep(Duration::from_secs(1)).await;
    });
    let woken = |event: &Event| matches!(event, Event::Wake { .. });
    assert_eq!(count(&runtime, 0, woken), 2, "by two timers");
}

/// A run inside of a poll of another one: neither sees anything of the other.
#[test]
fn two_runs_at_once_never_meet() {
    let inner_drops = Drops::default();
    let inner_runtime = Rc::new(RefCell::new(None));
    let (program, kept) = (inner_drops.clone(), inner_runtime.clone());
    let (outer, outer_drops) = run(|drops| async move {
        let asleep = spawn_local(for_a_second(drops.guard("outer")));
        sleep(Duration::from_millis(500)).await;
        println!("outer, before");

        let guard = program.guard("inner");
        let left = program.guard("left by inner");
        let inner = simulated::run(
            async move {
                drop(spawn_local(forever(left)));
                println!("inner");
                spawn_local(for_a_second(guard)).await.unwrap();
                sleep(Duration::from_secs(2)).await;
            },
            Speed::NORMAL,
        );
        assert_eq!(outcome(&inner), Outcome::Completed);
        assert_nothing_alive(&inner);
        assert_eq!(program.names(), ["inner", "left by inner"]);
        assert_eq!(drops.names(), [""; 0]);
        kept.replace(Some(inner));

        println!("outer, after");
        asleep.await.unwrap();
    });
    let inner = inner_runtime.take().unwrap();
    assert_ne!(inner.id(), outer.id());
    assert_eq!(inner_drops.alive(), 0);
    assert_eq!(inner_drops.names(), ["inner", "left by inner"]);
    assert_eq!(outer_drops.names(), ["outer"]);
    assert_eq!(log(&inner), ["inner"]);
    assert_eq!(log(&outer), ["outer, before", "outer, after"]);
    let end = |runtime: &Runtime| runtime.outcome().unwrap();
    assert_eq!(end(&inner), (Duration::from_secs(3), Outcome::Completed));
    assert_eq!(end(&outer), (Duration::from_secs(1), Outcome::Completed));
    assert_eq!(outer.trace(|trace| trace.spawned()), 2);
    assert_eq!(inner.trace(|trace| trace.spawned()), 3);
}

/// Who wakes a task is told in the words of the task's own run.
#[test]
fn a_wake_from_another_run_is_from_outside() {
    let causes = |runtime: &Runtime, task: u32| {
        runtime.trace(|trace| {
            let entries = trace.entries().iter();
            let entries = entries.filter(|entry| entry.task == TaskId(task));
            let causes = entries.filter_map(|entry| match entry.event {
                Event::Wake { by } => Some(by),
                _ => None,
            });
            causes.collect::<Vec<_>>()
        })
    };
    let kept = Rc::new(RefCell::new(None));
    let keep = kept.clone();
    let (outer, _) = run(|_| async move {
        let (sender, receiver) = sync::oneshot::channel();
        let waits = spawn_local(receiver);
        yield_now().await;
        let inner = simulated::run(
            async {
                sleep(Duration::from_secs(1)).await;
                sender.send(7).unwrap();
            },
            Speed::NORMAL,
        );
        keep.replace(Some(inner));
        assert_eq!(waits.await.unwrap(), Ok(7));
    });
    let inner = kept.take().unwrap();
    assert_eq!(causes(&inner, 0), [Cause::Timer]);
    assert_eq!(causes(&outer, 1), [Cause::Js]);
}

/// A waker is no more than a number: it may be cloned, kept and dropped at will, and outlive whom it wakes.
#[test]
fn a_waker_that_is_left_over_wakes_nobody() {
    let kept = Rc::new(RefCell::new(Vec::new()));
    let keep = kept.clone();
    let waker = || poll_fn(|cx| Poll::Ready(cx.waker().clone()));
    let (ended, _) = run(move |_| async move {
        let others = spawn_local(async move { waker().await });
        let (own, others) = (waker().await, others.await.unwrap());
        assert!(own.will_wake(&waker().await) && own.clone().will_wake(&own));
        assert!(!own.will_wake(&others));
        // Who is over is not woken.
        others.wake_by_ref();
        keep.borrow_mut().extend([own, others]);
    });
    let events = ended.trace(|trace| trace.len());
    let (next, _) = run(move |_| async move {
        spawn_local(async {}).await.unwrap();
        for waker in kept.take() {
            let elsewhere = waker.clone();
            let woken = std::thread::spawn(move || elsewhere.wake()).join();
            woken.expect("another thread has no runs");
            waker.wake_by_ref();
            drop(waker.clone());
            waker.wake();
        }
        sleep(Duration::from_secs(1)).await;
    });
    assert_eq!(ended.trace(|trace| trace.len()), events);
    let by = Cause::Task(TaskId::MAIN);
    let woken = [0, 1].map(|task| count(&next, task, |event| *event == Event::Wake { by }));
    assert_eq!(woken, [0, 0]);
    let polled = |event: &Event| matches!(event, Event::PollStart);
    assert_eq!(count(&next, 1, polled), 1);
}

/// A result that nobody took is dropped with its run, and its handle says that there is none.
#[test]
fn a_handle_that_outlives_its_run_has_no_result() {
    let kept = Rc::new(RefCell::new(None));
    let keep = kept.clone();
    let drops = Drops::default();
    let guard = drops.guard("result");
    let runtime = simulated::run(
        async move {
            keep.replace(Some(spawn_local(async { guard })));
            yield_now().await;
        },
        Speed::NORMAL,
    );
    assert_nothing_alive(&runtime);
    drop(runtime);
    assert_eq!(drops.names(), ["result"]);
    run(move |_| async move {
        let left = kept.take().unwrap();
        assert!(left.is_finished());
        assert!(left.await.is_err_and(|error| error.is_cancelled()));
    });
}

/// Its failure is its handle's, and the next run is as good as any.
#[test]
fn a_worker_has_no_run() {
    fn prints() {
        println!("from a worker");
    }
    let (runtime, _) = run(|_| async {
        let error = spawn_blocking(prints).await.unwrap_err();
        assert!(error.is_panic());
        thread::sleep(Duration::from_secs(1));
    });
    assert_eq!(outcome(&runtime), Outcome::Completed);
    assert_eq!(runtime.outcome().unwrap().0, Duration::from_secs(1));
    assert_eq!(log(&runtime), [""; 0]);
}
