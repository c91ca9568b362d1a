//! The Python twins under the real CPython: the same lines, the same total.
//!
//! They run on asyncio's own loop, on a clock that is advanced instead of waited for
//! (`cpython/virtual_loop.py`). Where the languages differ, a table here says how.
#![cfg(not(target_arch = "wasm32"))]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use async_playground::diagnose::diagnose;
use async_playground::runtime::simulated;
use async_playground::scenario::{Kind, Param, Scenario, Value};
use async_playground::scenarios::{LESSONS, SCENARIOS};
use async_playground::speed::Speed;
use serde::{Deserialize, Serialize};
use serde_json::Number;

#[path = "common/agreed.rs"]
mod agreed;
#[allow(dead_code, reason = "on this clock all runs have the same speed")]
#[path = "common/browser_lessons.rs"]
mod browser_lessons;
#[path = "common/oracle.rs"]
mod oracle;
#[path = "common/parameter_sets.rs"]
mod parameter_sets;

use agreed::Agreed;
use browser_lessons::Expected;
use oracle::Observed;
use parameter_sets::parameter_sets;

/// A line that is another one in Python. Each is a lesson, and its text says so.
struct Difference {
    scenario: &'static str,
    rust: &'static str,
    python: &'static str,
}

const DIFFERENCES: &[Difference] = &[
    Difference {
        scenario: "the-way-in",
        rust: "greet(…) is a future",
        python: "greet(…) is a coroutine",
    },
    Difference {
        scenario: "nested-run",
        rust: "refused: Cannot start a runtime from within a runtime.",
        python: "refused: asyncio.run() cannot be called from a running event loop",
    },
];

/// Whose branches may end in another order in Python if two of them wait equally long: each poll of a `join!` begins with
/// another branch.
const EQUAL_WAITS: &[&str] = &["why", "breakfast", "gather", "two-orders"];

/// Who turns on asyncio's debug mode, and makes a slow call for it to find.
const SLOW_CALLS: &[&str] = &["debug-mode"];

/// What `cpython/run.py` reads.
#[derive(Serialize)]
struct Program {
    file: PathBuf,
    values: Vec<Number>,
}

/// What `cpython/run.py` writes.
#[derive(Deserialize)]
struct Ran {
    log: Vec<String>,
    total_ms: Option<f64>,
    error: Option<String>,
    warnings: Vec<String>,
    said: String,
}

/// Every scenario that can be simulated with each set of parameters, the defaults first.
fn programs() -> Vec<(&'static Scenario, Vec<Value>)> {
    let sets = |scenario| {
        let sets = parameter_sets(scenario).into_iter();
        sets.map(move |values| (scenario, values))
    };
    SCENARIOS.iter().flat_map(sets).collect()
}

impl Program {
    /// The Python twin of a scenario, with these values.
    fn new(id: &str, params: &[Param], values: &[Value]) -> Program {
        let number = |(param, value): (&Param, &Value)| match param.kind {
            Kind::Seconds => Number::from_f64(value.to_f64()).expect("finite"),
            Kind::Count => Number::from(value.0 / 1000),
        };
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scenarios");
        Program {
            file: folder.join(id.replace('-', "_")).join("main.py"),
            values: params.iter().zip(values).map(number).collect(),
        }
    }
}

fn has_equals(values: &[Value]) -> bool {
    let mut others = 1..values.len();
    others.any(|n| values[..n].contains(&values[n]))
}

/// Runs them.
fn run_all(programs: &[Program]) -> Vec<Ran> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut python = Command::new("python3")
        // Whatever PYTHON* variables are set; and no compiled files among the tests.
        .args(["-E", "-B"])
        .arg(repository.join("tests/cpython/run.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| {
            panic!("`python3` (CPython 3.11 or later) is needed for this test: {error}")
        });
    let input = serde_json::to_vec(programs).expect("paths are UTF-8");
    let mut stdin = python.stdin.take().expect("piped");
    stdin.write_all(&input).expect("python3 reads its input");
    drop(stdin);
    let output = python.wait_with_output().expect("python3 was started");
    assert!(output.status.success(), "python3: {}", output.status);
    serde_json::from_slice(&output.stdout).expect("run.py writes JSON")
}

#[test]
fn every_python_twin_runs_as_simulated() {
    let mut differences = String::new();
    let mut agreed = Agreed::default();
    let mut unused: Vec<_> = DIFFERENCES.iter().collect();
    let programs = programs();
    let twins: Vec<_> = programs
        .iter()
        .map(|(scenario, values)| Program::new(scenario.id, scenario.params, values))
        .collect();
    for ((scenario, values), ran) in programs.iter().zip(run_all(&twins)) {
        let runtime = simulated::run((scenario.start)(values), Speed::NORMAL);
        let mut expected = Observed::of(&runtime);
        agreed.add(scenario.id, scenario.params, expected.total);
        for line in &mut expected.log {
            let stated = |difference: &&Difference| {
                difference.scenario == scenario.id && difference.rust == line.as_str()
            };
            if let Some(difference) = DIFFERENCES.iter().find(stated) {
                unused.retain(|unused| unused.rust != difference.rust);
                *line = difference.python.into();
            }
        }
        let given: Vec<_> = values.iter().map(Value::to_string).collect();
        let id = format!("{}({})", scenario.id, given.join(", "));
        let mut python = Observed {
            log: ran.log,
            total: Duration::from_secs_f64(ran.total_ms.unwrap_or_default() / 1e3),
        };
        if EQUAL_WAITS.contains(&scenario.id) && has_equals(values) {
            expected.log.sort();
            python.log.sort();
        }
        if let Some(difference) = expected.difference("simulated", &python, "CPython") {
            differences += &format!("{id}: {difference}");
        }
        if let Some(error) = ran.error {
            differences += &format!("{id}: {error}");
        }
        if ran
            .warnings
            .iter()
            .any(|warning| !warning.ends_with("was never awaited"))
        {
            differences += &format!("{id}: CPython warns: {:?}\n", ran.warnings);
        }
        let code = "never-awaited";
        let diagnosed = runtime
            .trace(|trace| diagnose(trace.entries(), Speed::NORMAL, |_| String::new()))
            .iter()
            .any(|found| found.code == code);
        if diagnosed == ran.warnings.is_empty() {
            differences += &format!(
                "{id}: diagnosed as {code}: {diagnosed}, but CPython warns: {:?}\n",
                ran.warnings
            );
        }
        if SLOW_CALLS.contains(&scenario.id) != ran.said.contains(" took 0.300 seconds") {
            differences += &format!("{id}: asyncio's debug mode says {:?}\n", ran.said);
        }
    }
    for difference in unused {
        let Difference { scenario, rust, .. } = difference;
        differences += &format!("{scenario}: the Rust program does not print {rust:?}\n");
    }
    differences += &twins_of_what_cannot_be_simulated(&mut agreed);
    assert!(differences.is_empty(), "\n{differences}");
    agreed.write_column("cpython");
}

/// They print what the Rust programs have to print in a browser. Gives what differs.
fn twins_of_what_cannot_be_simulated(agreed: &mut Agreed) -> String {
    let mut differences = String::new();
    let expected = browser_lessons::expected();
    let params = |id: &str| {
        let lesson = LESSONS.iter().find(|lesson| lesson.id == id);
        let lesson = lesson.unwrap_or_else(|| panic!("there is no lesson {id:?}"));
        assert!(lesson.about.browser_only.is_some(), "{id}");
        lesson.about.params
    };
    let twin = |Expected { id, values, .. }: &Expected| Program::new(id, params(id), values);
    let twins: Vec<_> = expected.iter().map(twin).collect();
    for (expected, ran) in expected.iter().zip(run_all(&twins)) {
        let total = Duration::from_secs_f64(ran.total_ms.unwrap_or_default() / 1e3);
        agreed.add(expected.id, params(expected.id), total);
        let id = format!("{}({:?})", expected.id, expected.values);
        if ran.log != expected.log {
            differences += &format!("{id}: CPython prints {:#?}\n", ran.log);
        }
        if total < expected.least {
            differences += &format!("{id}: {total:?} in CPython\n");
        }
        if let Some(error) = ran.error {
            differences += &format!("{id}: {error}");
        }
        if !ran.warnings.is_empty() || !ran.said.is_empty() {
            differences += &format!("{id}: CPython warns: {:?}, {:?}\n", ran.warnings, ran.said);
        }
    }
    differences
}

#[test]
fn each_difference_is_told() {
    for lesson in LESSONS {
        let differs = DIFFERENCES
            .iter()
            .any(|difference| difference.scenario == lesson.id);
        let told = lesson.about.python_differs.is_some();
        assert_eq!(differs, told, "\"{}\"", lesson.id);
    }
}

/// What the texts say of CPython, and no program of a lesson shows.
#[test]
fn what_is_said_of_asyncio_is_so() {
    let facts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cpython/facts.py");
    let python = Command::new("python3")
        .args(["-E", "-B"])
        .arg(facts)
        .output();
    let python =
        python.unwrap_or_else(|error| panic!("`python3` is needed for this test: {error}"));
    let said = String::from_utf8_lossy(&python.stdout);
    let wrong = String::from_utf8_lossy(&python.stderr);
    assert!(python.status.success(), "{said}\n{wrong}");
}
