//! Lessons on the simulated clock: the exact log, total and diagnoses of those that need no test of
//! their own (`loop_lessons.rs`). And what holds for every lesson.
#![cfg(not(target_arch = "wasm32"))]

use std::time::Duration;

use async_playground::diagnose::diagnose;
use async_playground::runtime::{Outcome, simulated};
use async_playground::scenario::{About, Lesson, Param, Source};
use async_playground::scenarios::{self, LESSONS, SCENARIOS};
use async_playground::speed::Speed;
use async_playground::trace::Event;

/// What a run shows: the same for the same parameters, always.
#[derive(Debug, PartialEq)]
struct Shown<'a> {
    log: Vec<&'a str>,
    total: Duration,
    diagnoses: Vec<&'a str>,
}

/// What is said by hand of scenarios with their default parameters: log, total in milliseconds, codes of the diagnoses.
/// A new lesson needs no row: tokio and CPython say what is right.
const EXPECTED: &[(&str, &[&str], u64, &[&str])] = &[
    (
        "two-orders",
        &[
            "pizza ordered",
            "pizza served",
            "burger ordered",
            "burger served",
            "blocking: 8 minutes",
            "pizza ordered",
            "burger ordered",
            "burger served",
            "pizza served",
            "async: 5 minutes",
        ],
        1300,
        &["blocked-loop"],
    ),
    (
        "hello",
        &[
            "Hello from an async function!",
            "Hello again, after the pause!",
        ],
        1000,
        &[],
    ),
    (
        "lazy",
        &[
            "called: nothing has run",
            "Hello, world!",
            "awaited: now it has",
            "forgotten: no greeting, no pause",
        ],
        0,
        &["never-awaited"],
    ),
    ("return-values", &["3 + 4 = 7"], 100, &[]),
    (
        "await-chain",
        &[
            "entering outer",
            "entering middle",
            "entering inner",
            "inner returns 1",
            "middle returns 2",
            "outer returns 3",
        ],
        1000,
        &[],
    ),
    (
        "breakfast",
        &[
            "coffee starts",
            "coffee ready",
            "toast starts",
            "toast ready",
            "breakfast, one after another",
            "coffee starts",
            "toast starts",
            "toast ready",
            "coffee ready",
            "breakfast, both at once",
        ],
        5000,
        &[],
    ),
    (
        "sequential",
        &[
            "A starting",
            "A done",
            "B starting",
            "B done",
            "C starting",
            "C done",
        ],
        6000,
        &[],
    ),
    (
        "gather",
        &[
            "A starting",
            "B starting",
            "C starting",
            "B done",
            "A done",
            "C done",
            "A result, B result, C result",
        ],
        3000,
        &[],
    ),
    (
        "gather-results",
        &[
            "3 + 4 is ready",
            "5 + 6 is ready",
            "1 + 2 is ready",
            "3, 7, 11",
        ],
        300,
        &[],
    ),
    (
        "user-and-posts",
        &[
            "fetching the user",
            "fetching the posts",
            "in turn: user 1, first post, second post",
            "fetching the user",
            "fetching the posts",
            "at once: user 1, first post, second post",
        ],
        3000,
        &[],
    ),
    (
        "schedule-or-await",
        &[
            "main: has spawned the task",
            "task: starts",
            "main: awaits the task",
            "task: ends",
            "main: goes on",
        ],
        300,
        &[],
    ),
    (
        "spawn",
        &[
            "Task A starting",
            "Task B starting",
            "Task C starting",
            "Task B done",
            "Task A done",
            "Task C done",
            "A result, B result, C result",
        ],
        3000,
        &[],
    ),
    (
        "spawn-await-each",
        &[
            "Task A starting",
            "Task A done",
            "Task B starting",
            "Task B done",
            "Task C starting",
            "Task C done",
        ],
        6000,
        &["sequential-tasks"],
    ),
    (
        "await-outside",
        &[
            "plain: spawns the work, returns the handle",
            "main: has the handle, not yet the result",
            "work: starts",
            "main: the result is 42",
        ],
        500,
        &[],
    ),
    (
        "awaitables",
        &[
            "function starts",
            "task starts",
            "result of the function",
            "result of the task",
            "result of the callback",
        ],
        300,
        &[],
    ),
    (
        "why",
        &[
            "one after another",
            "A is asked",
            "A answers",
            "B is asked",
            "B answers",
            "C is asked",
            "C answers",
            "all at once",
            "A is asked",
            "B is asked",
            "C is asked",
            "B answers",
            "A answers",
            "C answers",
        ],
        4500,
        &["blocked-loop"],
    ),
    (
        "the-way-in",
        &[
            "greet is a function",
            "greet(…) is a future",
            "no greeting yet",
            "Hello, you!",
        ],
        500,
        &[],
    ),
    (
        "no-pause",
        &[
            "piece 1",
            "piece 2",
            "piece 3",
            "piece 4",
            "piece 5",
            "Anna is served",
            "piece 1",
            "Ben is served",
            "piece 2",
            "piece 3",
            "piece 4",
            "piece 5",
        ],
        200,
        &["never-yields"],
    ),
    (
        "end-of-main",
        &[
            "notes: saving",
            "photo: saving",
            "video: saving",
            "notes: saved",
            "photo: saved",
            "main ends",
        ],
        1000,
        &[],
    ),
    (
        "threads-or-tasks",
        &["10 visitors counted", "the old library is done"],
        1000,
        &[],
    ),
    (
        "cancel",
        &[
            "A takes step 1",
            "A takes step 2",
            "the bell is put away",
            "main: A was cancelled",
        ],
        700,
        &["never-started"],
    ),
    (
        "timeout",
        &[
            "connected",
            "page 1 is here",
            "page 2 is here",
            "main: time is up",
            "main: no more pages came",
        ],
        2500,
        &[],
    ),
    (
        "errors",
        &[
            "the first error ends it: B is down",
            "A has come",
            "kept: A is here",
            "kept: B is down",
        ],
        1350,
        &[],
    ),
    (
        "panic",
        &[
            "6 cakes for 0 guests",
            "main: this task has no result",
            "6 cakes for 1 guests",
            "main: 6 for each",
            "main: continues",
        ],
        1000,
        &[],
    ),
    (
        "retry",
        &[
            "attempt 1: no answer",
            "pause of 500 ms",
            "attempt 2: no answer",
            "pause of 1000 ms",
            "attempt 3: 42",
        ],
        1800,
        &[],
    ),
    (
        "race",
        &[
            "A is asked",
            "B is asked",
            "C is asked",
            "B answers",
            "B was first",
            "nobody else answers",
        ],
        1950,
        &[],
    ),
    (
        "as-completed",
        &[
            "B is here, 2 to come",
            "A is here, 1 to come",
            "C is here, 0 to come",
            "all are here",
        ],
        3000,
        &[],
    ),
    (
        "task-group",
        &[
            "soup is on the stove",
            "rice is on the stove",
            "rice is ready",
            "soup is ready",
            "dinner is served",
            "the guests eat",
            "the stove is off",
        ],
        3050,
        &[],
    ),
    (
        "channel",
        &[
            "bread 1 is on the shelf",
            "bread 2 is on the shelf",
            "bread 1 is sold",
            "bread 3 is on the shelf",
            "bread 2 is sold",
            "bread 4 is on the shelf",
            "bread 3 is sold",
            "bread 5 is on the shelf",
            "the baker goes home",
            "bread 4 is sold",
            "bread 5 is sold",
            "the shop closes",
            "bread 1 is sold, 0 wait",
            "bread 2 is sold, 1 wait",
            "bread 3 is sold, 3 wait",
            "bread 4 is sold, 4 wait",
            "bread 5 is sold, 3 wait",
            "bread 6 is sold, 2 wait",
            "bread 7 is sold, 1 wait",
            "bread 8 is sold, 0 wait",
        ],
        13_000,
        &["growing-channel"],
    ),
    (
        "semaphore",
        &[
            "job 1 starts",
            "job 2 starts",
            "job 1 is done",
            "job 2 is done",
            "job 3 starts",
            "job 4 starts",
            "job 3 is done",
            "job 4 is done",
            "all jobs are done",
        ],
        2000,
        &[],
    ),
    (
        "lost-update",
        &[
            "reads 0, adds 10",
            "reads 0, adds 10",
            "without a lock: 10",
            "reads 0, adds 10",
            "reads 10, adds 10",
            "with a lock: 20",
        ],
        1500,
        &[],
    ),
    (
        "held-lock",
        &[
            "letter A has number 1",
            "letter B has number 2",
            "letter C has number 3",
            "posted, one after another",
            "letter D has number 4",
            "letter E has number 5",
            "letter F has number 6",
            "posted, all at once",
        ],
        2000,
        &["held-lock", "held-lock"],
    ),
    (
        "interval",
        &[
            "sleep: beat 1",
            "interval: beat 1",
            "interval: beat 2",
            "sleep: beat 2",
            "interval: beat 3",
            "sleep: beat 3",
            "interval: beat 4",
            "sleep: beat 4",
            "interval: ends",
            "sleep: ends",
        ],
        5000,
        &[],
    ),
    (
        "yield-now",
        &[
            "long job: piece 1",
            "Anna is served",
            "Ben is served",
            "long job: piece 2",
            "long job: piece 3",
            "long job: piece 4",
            "long job: done",
        ],
        80,
        &[],
    ),
];

/// Simulates a scenario, and gives what it shows to `check`.
fn simulate<R>(id: &str, given: &[(&str, &str)], check: impl FnOnce(Shown) -> R) -> R {
    let scenario = scenarios::find(id).unwrap();
    let owned = |(name, value): &(&str, &str)| (name.to_string(), value.to_string());
    let given: Vec<_> = given.iter().map(owned).collect();
    let values = scenario.values(&given).unwrap();
    let runtime = simulated::run((scenario.start)(&values), Speed::NORMAL);
    let (total, outcome) = runtime.outcome().expect("a simulated run ends");
    assert_eq!(outcome, Outcome::Completed, "{id}");
    runtime.trace(|trace| {
        let lines = trace
            .entries()
            .iter()
            .filter_map(|entry| match &entry.event {
                Event::Log { text, .. } => Some(&**text),
                _ => None,
            });
        let found = diagnose(trace.entries(), Speed::NORMAL, |task| format!("{task:?}"));
        check(Shown {
            log: lines.collect(),
            total,
            diagnoses: found.iter().map(|found| found.code).collect(),
        })
    })
}

#[test]
fn each_scenario_shows_what_it_must() {
    for &(id, log, total, diagnoses) in EXPECTED {
        let expected = Shown {
            log: log.to_vec(),
            total: Duration::from_millis(total),
            diagnoses: diagnoses.to_vec(),
        };
        simulate(id, &[], |shown| assert_eq!(shown, expected, "{id}"));
    }
}

#[test]
fn one_after_another_takes_the_sum_and_keeps_the_order() {
    let given = [("a", "0.5"), ("b", "7"), ("c", "0.1")];
    simulate("sequential", &given, |shown| {
        let expected = [
            "A starting",
            "A done",
            "B starting",
            "B done",
            "C starting",
            "C done",
        ];
        assert_eq!(shown.log, expected);
        assert_eq!(shown.total, Duration::from_millis(7600));
    });
}

#[test]
fn at_once_takes_the_longest_and_ends_in_the_order_of_the_waits() {
    let given = [("a", "0.5"), ("b", "7"), ("c", "0.1")];
    simulate("gather", &given, |shown| {
        let expected = [
            "A starting",
            "B starting",
            "C starting",
            "C done",
            "A done",
            "B done",
            "A result, B result, C result",
        ];
        assert_eq!(shown.log, expected);
        assert_eq!(shown.total, Duration::from_secs(7));
    });
}

#[test]
fn results_keep_the_places_of_their_arguments() {
    let given = [("a", "10"), ("b", "20"), ("e", "0")];
    simulate("gather-results", &given, |shown| {
        assert_eq!(shown.log.last(), Some(&"30, 7, 6"));
    });
}

/// What a lesson lacks, in words.
fn lacks(lesson: &Lesson) -> Vec<String> {
    let (about, python) = (&lesson.about, lesson.source.python);
    let mut lacks = Vec::new();
    for (name, text) in [
        ("title", about.title),
        ("summary", about.summary),
        ("text", about.text),
    ] {
        if text.is_empty() {
            lacks.push(format!("it has no {name}"));
        }
    }
    let words = about.text.split_whitespace().count();
    if words > 120 {
        lacks.push(format!(
            "its text has {words} words: at most 120 are allowed"
        ));
    }
    if about.predict.is_empty() {
        lacks.push("it asks nothing".into());
    }
    for param in about.params {
        let (name, min, max) = (param.name, param.min, param.max);
        if min >= max {
            lacks.push(format!(
                "its parameter \"{name}\" has no bounds: from {min} to {max}"
            ));
        }
        if !(min..=max).contains(&param.default) {
            let default = param.default;
            lacks.push(format!(
                "its parameter \"{name}\" is {default}, which is not allowed"
            ));
        }
    }
    let names: Vec<_> = about.params.iter().map(|param| param.name).collect();
    let twin = format!("async def main({}):", names.join(", "));
    if !python.contains(&twin) {
        lacks.push(format!("it has no twin: main.py has no `{twin}`"));
    }
    if about.compare == Some(lesson.id) {
        lacks.push("it is compared with itself".into());
    }
    lacks
}

#[test]
fn each_lesson_has_all_that_a_lesson_has() {
    let simulated = |lesson: &&Lesson| lesson.about.browser_only.is_none();
    let told: Vec<_> = LESSONS
        .iter()
        .filter(simulated)
        .map(|lesson| lesson.id)
        .collect();
    let run: Vec<_> = SCENARIOS.iter().map(|scenario| scenario.id).collect();
    assert_eq!(told, run);
    for lesson in LESSONS {
        let id = lesson.id;
        assert_eq!(lacks(lesson), [""; 0], "\"{id}\"");
        if let Some(other) = lesson.about.compare {
            scenarios::find(other).unwrap();
        }
        if simulated(&lesson) {
            simulate(id, &[], |shown| {
                assert!(!shown.log.is_empty(), "\"{id}\" prints nothing");
            });
        }
    }
}

#[test]
fn a_lesson_without_text_bounds_question_or_twin_is_refused() {
    const NO_BOUNDS: Param = Param::count("many", "how many", 3, 2, 2);
    let empty = Lesson {
        id: "empty",
        part: "Why",
        about: About {
            params: &[NO_BOUNDS],
            compare: Some("empty"),
            ..About::EMPTY
        },
        source: Source {
            rust: "pub async fn main(many: u32) {}",
            python: "",
        },
    };
    let expected = [
        "it has no title",
        "it has no summary",
        "it has no text",
        "it asks nothing",
        "its parameter \"many\" has no bounds: from 2 to 2",
        "its parameter \"many\" is 3, which is not allowed",
        "it has no twin: main.py has no `async def main(many):`",
        "it is compared with itself",
    ];
    assert_eq!(lacks(&empty), expected);
}
