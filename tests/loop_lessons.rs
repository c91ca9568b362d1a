//! Part 3 of the course on the simulated clock: the exact log, total and diagnoses of every lesson.
#![cfg(not(target_arch = "wasm32"))]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use async_playground::diagnose::diagnose;
use async_playground::runtime::{Outcome, Runtime, simulated};
use async_playground::scenario::Scenario;
use async_playground::scenarios::{LESSONS, find};
use async_playground::speed::Speed;
use async_playground::trace::{Event, RECORDED_TASKS, TaskId, TaskKind};

/// A finished run of a lesson.
struct Run {
    runtime: Runtime,
}

fn lesson(id: &str) -> &'static Scenario {
    find(id).unwrap()
}

/// Runs a lesson with the defaults of its parameters.
fn run(id: &str) -> Run {
    start(id, &[])
}

/// Runs a lesson with a value of its only parameter.
fn run_with(id: &str, value: impl ToString) -> Run {
    let [param] = lesson(id).params else {
        panic!("{id} does not have one parameter");
    };
    start(id, &[(param.name.to_string(), value.to_string())])
}

fn start(id: &str, given: &[(String, String)]) -> Run {
    let lesson = lesson(id);
    let values = lesson.values(given).unwrap();
    let runtime = simulated::run((lesson.start)(&values), Speed::NORMAL);
    Run { runtime }
}

impl Run {
    fn log(&self) -> Vec<String> {
        self.timed_log().into_iter().map(|(_, text)| text).collect()
    }

    /// Each line with its time in milliseconds.
    fn timed_log(&self) -> Vec<(u128, String)> {
        self.runtime.trace(|trace| {
            let entries = trace.entries().iter();
            let lines = entries.filter_map(|entry| match &entry.event {
                Event::Log { text, .. } => Some((entry.at.as_millis(), text.to_string())),
                _ => None,
            });
            lines.collect()
        })
    }

    /// The total of a run that has completed.
    fn total(&self) -> Duration {
        let (total, outcome) = self.runtime.outcome().unwrap();
        assert_eq!(outcome, Outcome::Completed);
        total
    }

    /// Code, message and task of each diagnosis.
    fn diagnoses(&self) -> Vec<(&'static str, String, TaskId)> {
        let name = |task: TaskId| format!("task {}", task.0);
        let found = self
            .runtime
            .trace(|trace| diagnose(trace.entries(), Speed::NORMAL, name));
        let found = found.into_iter();
        found
            .map(|found| (found.code, found.message, found.task))
            .collect()
    }

    fn codes(&self) -> Vec<&'static str> {
        self.diagnoses()
            .into_iter()
            .map(|(code, ..)| code)
            .collect()
    }
}

fn seconds(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

fn millis(lines: &[(u128, &str)]) -> Vec<(u128, String)> {
    lines
        .iter()
        .map(|(at, text)| (*at, text.to_string()))
        .collect()
}

/// The line of the lesson's source that has this text in it, and no other has.
fn line_of(id: &str, text: &str) -> usize {
    let lesson = LESSONS.iter().find(|lesson| lesson.id == id).unwrap();
    let lines = lesson.source.rust.lines().enumerate();
    let found: Vec<_> = lines.filter(|(_, line)| line.contains(text)).collect();
    assert_eq!(found.len(), 1, "{text} in {id}");
    found[0].0 + 1
}

#[test]
fn event_loop_takes_strict_turns() {
    let run = run("event-loop");
    let expected = [
        (0, "all are ready, none has run"),
        (0, "A takes step 1"),
        (0, "B takes step 1"),
        (0, "C takes step 1"),
        (500, "A takes step 2"),
        (600, "B takes step 2"),
        (700, "C takes step 2"),
        (1000, "A takes step 3"),
        (1200, "B takes step 3"),
        (1400, "C takes step 3"),
        (1500, "A is home"),
        (1800, "B is home"),
        (2100, "C is home"),
        (2100, "all are home"),
    ];
    assert_eq!(run.timed_log(), millis(&expected));
    assert_eq!(run.total(), seconds(2.1));
    assert_eq!(run.codes(), [""; 0]);
}

/// The most tasks that were on the ready queue at once, and that slept at once.
#[test]
fn event_loop_fills_both_lists() {
    let run = run("event-loop");
    let (mut ready, mut sleeping) = (0, 0);
    let (mut most_ready, mut most_sleeping) = (0, 0);
    run.runtime.trace(|trace| {
        for entry in trace.entries() {
            match entry.event {
                Event::Spawn { .. } | Event::Wake { .. } => ready += 1,
                Event::PollStart => ready -= 1,
                Event::Sleep { .. } => sleeping += 1,
                Event::Fire { .. } => sleeping -= 1,
                _ => {}
            }
            most_ready = most_ready.max(ready);
            most_sleeping = most_sleeping.max(sleeping);
        }
    });
    assert_eq!((most_ready, most_sleeping), (3, 3));
}

#[test]
fn blocking_sleep_stops_the_heartbeat() {
    let run = run("blocking-sleep");
    let expected = [
        (0, "heartbeat 1"),
        (200, "heartbeat 2"),
        (250, "main falls asleep"),
        (1250, "main wakes up"),
        (1250, "heartbeat 3"),
        (1450, "heartbeat 4"),
    ];
    assert_eq!(run.timed_log(), millis(&expected));
    assert_eq!(run.total(), seconds(1.55));
    let line = line_of("blocking-sleep", "thread::sleep(");
    let message = format!(
        "task 0 blocked the loop for 1.00 s in line {line}: until its poll ended, nothing else could run."
    );
    assert_eq!(run.diagnoses(), [("blocked-loop", message, TaskId::MAIN)]);
}

#[test]
fn async_sleep_lets_the_heart_beat() {
    let run = run("async-sleep");
    let expected = [
        (0, "heartbeat 1"),
        (200, "heartbeat 2"),
        (250, "main falls asleep"),
        (400, "heartbeat 3"),
        (600, "heartbeat 4"),
        (800, "heartbeat 5"),
        (1000, "heartbeat 6"),
        (1200, "heartbeat 7"),
        (1250, "main wakes up"),
        (1400, "heartbeat 8"),
    ];
    assert_eq!(run.timed_log(), millis(&expected));
    assert_eq!(run.total(), seconds(1.55));
    assert_eq!(run.codes(), [""; 0]);
}

/// Deadlines that are 50 ms apart: the order of the lines is no accident.
fn assert_no_equal_deadlines(run: &Run) {
    let mut deadlines: Vec<_> = run.runtime.trace(|trace| {
        let entries = trace.entries().iter();
        let until = entries.filter_map(|entry| match entry.event {
            Event::Sleep { until, .. } => Some(until),
            _ => None,
        });
        until.collect()
    });
    deadlines.sort();
    for pair in deadlines.windows(2) {
        assert!(pair[1] - pair[0] >= Duration::from_millis(50), "{pair:?}");
    }
}

#[test]
fn no_deadlines_are_equal() {
    assert_no_equal_deadlines(&run("event-loop"));
    for tenths in 1..=100 {
        let seconds = f64::from(tenths) / 10.0;
        assert_no_equal_deadlines(&run_with("blocking-sleep", seconds));
        assert_no_equal_deadlines(&run_with("async-sleep", seconds));
    }
}

#[test]
fn cpu_bound_counts_one_after_another() {
    for (work, primes) in [(1, 168), (10, 1229)] {
        let run = run_with("cpu-bound", work);
        let expected = ["A", "B", "C"].map(|name| {
            let found = format!("{name} found {primes} primes");
            [format!("{name} starts to count"), found]
        });
        assert_eq!(run.log(), expected.concat());
        assert_eq!(run.total(), Duration::ZERO);
    }
}

/// Branches of one poll: nobody else could have run between them.
#[test]
fn cpu_bound_is_a_single_poll_of_main() {
    let run = run_with("cpu-bound", 1);
    let polls = run.runtime.trace(|trace| {
        let entries = trace.entries().iter();
        let polls = entries.filter(|entry| entry.event == Event::PollStart);
        polls.map(|entry| entry.task.0).collect::<Vec<_>>()
    });
    assert_eq!(polls, [0, 1, 2, 3]);
}

#[test]
fn threads_overlap_and_tasks_do_not() {
    for workers in [1, 3, 8] {
        let run = run_with("threads", workers);
        let expected = [
            (1000, format!("{workers} blocking threads are done")),
            (
                1000 + 1000 * workers as u128,
                format!("{workers} blocking tasks are done"),
            ),
        ];
        assert_eq!(run.timed_log(), expected);
        assert_eq!(run.total(), Duration::from_secs(1 + workers as u64));
        assert_eq!(run.codes(), vec!["blocked-loop"; workers as usize]);
        let kinds = run.runtime.trace(|trace| {
            let entries = trace.entries().iter();
            let kinds = entries.filter_map(|entry| match entry.event {
                Event::Spawn { kind, .. } => Some(kind),
                _ => None,
            });
            kinds.collect::<Vec<_>>()
        });
        let count = |kind| kinds.iter().filter(|found| **found == kind).count();
        assert_eq!(count(TaskKind::Worker), workers as usize);
        assert_eq!(count(TaskKind::Task), workers as usize);
    }
}

#[test]
fn scale_takes_a_second_however_many_sleep() {
    for tasks in [1, 10_000, 1_000_000_u32] {
        let began = Instant::now();
        let run = run_with("scale", tasks);
        let log = [
            format!("{tasks} tasks spawned"),
            format!("{tasks} tasks woke up"),
        ];
        assert_eq!(run.log(), log);
        assert_eq!(run.total(), seconds(1.0));
        let spawned = run.runtime.trace(|trace| trace.spawned());
        assert_eq!(spawned, tasks + 1, "all are counted, and main");
        let recorded = run.runtime.trace(|trace| {
            let entries = trace.entries().iter();
            entries.map(|entry| entry.task.0).max().unwrap() + 1
        });
        assert_eq!(recorded, spawned.min(RECORDED_TASKS));
        assert_eq!(run.runtime.waited(), Duration::from_secs(tasks as u64));
        println!("{tasks} tasks: {:?}", began.elapsed());
    }
}

#[test]
fn nested_run_refuses_and_goes_on() {
    let run = run("nested-run");
    let expected = [
        (0, "a loop runs main"),
        (0, "refused: Cannot start a runtime from within a runtime."),
        (500, "hello from inside the loop"),
        (500, "no second loop was needed"),
    ];
    assert_eq!(run.timed_log(), millis(&expected));
    assert_eq!(run.total(), seconds(0.5));
}

/// What tokio really says. `BLESS=1` writes it down.
#[test]
fn nested_run_quotes_tokio() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let panic = runtime.block_on(async {
        let nested = || tokio::runtime::Handle::current().block_on(async {});
        catch_unwind(AssertUnwindSafe(nested)).unwrap_err()
    });
    let words = match panic.downcast::<String>() {
        Ok(words) => *words,
        Err(panic) => panic.downcast::<&str>().unwrap().to_string(),
    };

    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scenarios/nested_run/tokio.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, format!("{words}\n")).unwrap();
    }
    let shown = std::fs::read_to_string(&file).unwrap();
    assert_eq!(shown.trim_end(), words, "to be renewed with BLESS=1");

    let log = run("nested-run").log();
    let refusal = log.iter().find_map(|line| line.strip_prefix("refused: "));
    let rest = words.strip_prefix(refusal.unwrap()).unwrap();
    assert!(
        rest.starts_with(' '),
        "a whole sentence, then the next: {rest:?}"
    );
}

#[test]
fn debug_mode_finds_the_three_mistakes() {
    let run = run("debug-mode");
    let expected = [
        (300, "settings read"),
        (300, "pause over"),
        (800, "user fetched"),
        (1300, "posts fetched"),
    ];
    assert_eq!(run.timed_log(), millis(&expected));
    assert_eq!(run.total(), seconds(1.3));
    let blocking = line_of("debug-mode", "thread::sleep(");
    let forgotten = line_of("debug-mode", "let _pause");
    let expected = [
        (
            "blocked-loop",
            format!(
                "task 0 blocked the loop for 0.30 s in line {blocking}: until its poll ended, nothing else could run."
            ),
        ),
        (
            "never-awaited",
            format!("The sleep made in line {forgotten} was dropped without being awaited: nobody waited for it."),
        ),
        (
            "sequential-tasks",
            "task 1 and task 2 ran one after another: each was awaited before the next was spawned. \
             If none needs the result of the one before, spawn all of them first."
                .to_string(),
        ),
    ];
    let expected = expected.map(|(code, message)| (code, message, TaskId::MAIN));
    assert_eq!(run.diagnoses(), expected);
}
