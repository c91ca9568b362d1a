//! In a real browser: each lesson does on the event loop what it does on the simulated clock.

#![cfg(target_arch = "wasm32")]

use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Duration;

use async_playground::playground::{
    self,
    std::println,
    tokio::{
        sync,
        task::{spawn_local, yield_now},
        time::sleep,
    },
};
use async_playground::runtime::{Outcome, Runtime, browser, set_worker_factory, simulated};
use async_playground::scenario::{Scenario, Value};
use async_playground::scenarios::{SCENARIOS, find};
use async_playground::speed::Speed;
use async_playground::trace::{Event, State, TaskId, TaskKind};
use async_playground::web;
use js_sys::{Error, Function, Object, Promise, Reflect};
use serde_json::Value as Json;
use tokio::sync::oneshot;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

use browser_lessons::Expected;
use masked::masked;
use parameter_sets::{ENOUGH, assert_enough, parameter_sets};

wasm_bindgen_test_configure!(run_in_browser);

#[path = "common/masked.rs"]
mod masked;
#[path = "common/parameter_sets.rs"]
mod parameter_sets;

#[path = "common/browser_lessons.rs"]
mod browser_lessons;

/// Programs that are compared with tokio elsewhere.
#[path = "scheduling"]
mod scheduling {
    use async_playground::playground;
    mod programs;
    pub use programs::PROGRAMS;
}

#[wasm_bindgen(inline_js = r#"
    // A machine that has much else to do makes timers late, and every wait of a program adds to that, until another
    // task is first. So the clock of these tests stands still while a timer is late. It is never set back.
    const [now, set] = [performance.now.bind(performance), setTimeout];
    let [late, read] = [0, 0];
    performance.now = () => (read = now() - late);
    globalThis.setTimeout = (callback, ms) => {
        const due = performance.now() + ms;
        return set(() => {
            late += Math.max(0, now() - late - Math.max(due, read));
            callback();
        }, ms);
    };

    // For how many milliseconds the clock has stood still.
    export function stood() {
        return late;
    }

    // A worker is one more instance of the test's own wasm, in a thread of its own.
    export function startWorker(index, speed) {
        const glue = new URL("wasm-bindgen-test.js", location.href);
        const wasm = new URL("wasm-bindgen-test_bg.wasm", location.href);
        const script = `
            import init, { work } from "${glue}";
            await init({ module_or_path: "${wasm}" });
            postMessage("started");
            postMessage(work(${index}, ${speed}));
        `;
        const blob = new Blob([script], { type: "text/javascript" });
        return new Worker(URL.createObjectURL(blob), { type: "module" });
    }

    // One more instance, with JavaScript of its own, in which a program meets its fault. It is asked what it knows, as
    // the page asks it: `null` where it does not.
    export async function lose(fault) {
        const glue = await import(new URL(`wasm-bindgen-test.js?${fault}`, location.href));
        const wasm = new URL("wasm-bindgen-test_bg.wasm", location.href);
        const { __stack_pointer: stack } = await glue.default({ module_or_path: wasm });
        // A test has a panic hook of its own.
        glue.start();
        const top = stack.value;
        try {
            glue.run_into(fault);
            return "nothing was lost";
        } catch (error) {
            stack.value = top;
            const words = glue.last_words();
            return JSON.stringify([words ?? null, String(error), JSON.parse(glue.remains("lost"))]);
        }
    }
"#)]
extern "C" {
    #[wasm_bindgen(js_name = startWorker)]
    fn start_worker(index: u32, speed: u32) -> JsValue;

    async fn lose(fault: &str) -> JsValue;

    fn stood() -> f64;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Function, ms: u32);
}

/// The event loop has its turn: what is due by now happens.
async fn turn() {
    let promise = Promise::new(&mut |resolve, _| set_timeout(&resolve, 0));
    JsFuture::from(promise).await.unwrap();
}

/// Whatever stands in the queue of microtasks now happens.
async fn microtask() {
    let promise = Promise::resolve(&JsValue::NULL);
    JsFuture::from(promise).await.unwrap();
}

fn worker_factory() -> Function {
    let factory = Closure::<dyn Fn(u32, u32) -> JsValue>::new(start_worker);
    factory.into_js_value().unchecked_into()
}

/// A run on the browser's event loop.
struct Run {
    runtime: Runtime,
    ended: oneshot::Receiver<()>,
}

impl Run {
    fn start(scenario: &Scenario, given: &[(&str, &str)], speed: Speed) -> Run {
        Run::start_with(main(scenario, given), speed)
    }

    fn start_with(main: Main, speed: Speed) -> Run {
        set_worker_factory(worker_factory());
        let (runtime, ended) = browser::start(main, speed);
        Run { runtime, ended }
    }

    async fn end(self) -> Runtime {
        self.ended.await.unwrap();
        self.runtime
    }
}

type Main = async_playground::scenario::Main;

fn main(scenario: &Scenario, given: &[(&str, &str)]) -> Main {
    let given = given.iter();
    let given: Vec<_> = given
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect();
    (scenario.start)(&scenario.values(&given).unwrap())
}

fn simulate(scenario: &Scenario, given: &[(&str, &str)], speed: Speed) -> Runtime {
    simulated::run(main(scenario, given), speed)
}

/// The log, without what a clock on the wall says.
fn log(runtime: &Runtime) -> Vec<String> {
    runtime.trace(|trace| {
        let entries = trace.entries().iter();
        let lines = entries.filter_map(|entry| match &entry.event {
            Event::Log { text, .. } => Some(masked(text)),
            _ => None,
        });
        lines.collect()
    })
}

fn elapsed(runtime: &Runtime) -> Duration {
    runtime.outcome().unwrap().0
}

fn outcome(runtime: &Runtime) -> Outcome {
    runtime.outcome().unwrap().1
}

/// What takes a moment must not change who is first: what the simulated clock tells apart
/// is at least this far apart on the wall clock.
const APART: Duration = Duration::from_millis(100);

/// The highest speed at which the moments of a scenario stay [`APART`]; 1 if it has but one,
/// because it computes and speed does not matter.
fn speed_for(simulated: &Runtime) -> Speed {
    let mut moments: Vec<_> = simulated.trace(|trace| {
        let entries = trace.entries().iter();
        entries.map(|entry| entry.at).collect()
    });
    moments.dedup();
    let gaps = moments.windows(2).map(|pair| pair[1] - pair[0]);
    let closest = gaps.min().unwrap_or(APART);
    let thousandths = closest.as_millis() as u32 * 1000 / APART.as_millis() as u32;
    let (slowest, fastest) = (Speed::SLOWEST, Speed::FASTEST);
    Speed::from_thousandths(thousandths.clamp(slowest.thousandths(), fastest.thousandths()))
}

/// What holds for the trace of every run that has ended.
fn check_trace(id: &str, runtime: &Runtime) {
    runtime.trace(|trace| {
        let mut lanes: BTreeMap<TaskId, (TaskKind, State)> = BTreeMap::new();
        let mut before = Duration::ZERO;
        for entry in trace.entries() {
            assert!(entry.at >= before, "{id}: time ran backwards at {entry:?}");
            before = entry.at;
            if let Event::Fire { due } = entry.event {
                assert!(entry.at >= due, "{id}: fired too early: {entry:?}");
            }
            let lane = lanes.get(&entry.task);
            let (kind, state) = match (&entry.event, lane) {
                (Event::Spawn { kind, .. }, None) => (*kind, None),
                (_, lane) => {
                    let (kind, state) = *lane.unwrap_or_else(|| panic!("{id}: {entry:?}"));
                    (kind, Some(state))
                }
            };
            let after = State::after(state, &entry.event, kind);
            let after = after.unwrap_or_else(|| panic!("{id}: {state:?}, then {entry:?}"));
            lanes.insert(entry.task, (kind, after));
        }
        for (task, (_, state)) in lanes {
            assert_eq!(state, State::Ended, "{id}: {task:?} outlived the run");
        }
    });
    assert_eq!(runtime.live_tasks(), 0, "{id}: tasks");
    assert_eq!(runtime.armed_timers(), 0, "{id}: timers");
}

/// A scenario with certain values, and what it does with them on the simulated clock.
struct Case {
    scenario: &'static Scenario,
    values: Vec<Value>,
    speed: Speed,
    simulated: Runtime,
}

impl Case {
    fn new(scenario: &'static Scenario, values: Vec<Value>) -> Case {
        let speed = speed_for(&simulated::run((scenario.start)(&values), Speed::NORMAL));
        let simulated = simulated::run((scenario.start)(&values), speed);
        Case {
            scenario,
            values,
            speed,
            simulated,
        }
    }

    /// The defaults, and so many other sets of values that it is enough: first of all those with the fewest sleeps
    /// that end at the same moment, as on the wall they do not, and of these the shortest.
    fn all(scenario: &'static Scenario) -> Vec<Case> {
        let mut sets = parameter_sets(scenario).into_iter();
        let defaults = Case::new(scenario, sets.next().expect("the defaults are a set"));
        let mut others: Vec<_> = sets.map(|values| Case::new(scenario, values)).collect();
        others.sort_by_key(|case| (case.equal_sleeps(), elapsed(&case.simulated)));
        others.truncate(ENOUGH - 1);
        others.insert(0, defaults);
        others
    }

    fn equal_sleeps(&self) -> usize {
        let mut ends = self.simulated.trace(|trace| {
            let entries = trace.entries().iter();
            let ends = entries.filter_map(|entry| match entry.event {
                Event::Sleep { until, .. } => Some(until),
                _ => None,
            });
            ends.collect::<Vec<_>>()
        });
        let all = ends.len();
        ends.sort();
        ends.dedup();
        all - ends.len()
    }

    /// Which lines are printed at one moment of the simulated clock. Where sleeps of tasks end together there, one may
    /// end a moment before the other on the wall, and whoever it wakes goes first.
    fn moments(&self) -> Vec<Range<usize>> {
        let printed: Vec<_> = self.simulated.trace(|trace| {
            let entries = trace.entries().iter();
            let lines = entries.filter(|entry| matches!(entry.event, Event::Log { .. }));
            lines.map(|entry| entry.at).collect()
        });
        let mut end = 0;
        let moments = printed.chunk_by(|one, next| one == next).map(|lines| {
            let start = end;
            end += lines.len();
            start..end
        });
        moments.collect()
    }

    /// Whether it keeps the thread, from whoever runs at the same time, too.
    fn blocks(&self) -> bool {
        self.simulated.trace(|trace| {
            let mut entries = trace.entries().iter();
            entries.any(|entry| matches!(entry.event, Event::Block { .. }))
        })
    }

    fn start(&self) -> Run {
        Run::start_with((self.scenario.start)(&self.values), self.speed)
    }

    /// That a run on the wall did the same, and how long it took.
    fn assert_done_by(&self, run: &Runtime) -> Duration {
        let values: Vec<_> = self.values.iter().map(Value::to_string).collect();
        let id = format!("{}({})", self.scenario.id, values.join(", "));
        assert_eq!(outcome(run), Outcome::Completed, "{id}");
        let (mut done, mut expected) = (log(run), log(&self.simulated));
        assert_eq!(done.len(), expected.len(), "{id}: {done:?}");
        if self.equal_sleeps() > 0 {
            for moment in self.moments() {
                done[moment.clone()].sort();
                expected[moment].sort();
            }
        }
        assert_eq!(done, expected, "{id}");
        let (took, least) = (elapsed(run), elapsed(&self.simulated));
        assert!(took >= least, "{id}: {took:?} is less than {least:?}");
        check_trace(&id, run);
        took
    }
}

#[wasm_bindgen_test]
async fn every_scenario_does_what_it_does_on_the_simulated_clock() {
    let simulated = |scenario: &&Scenario| scenario.browser_only.is_none();
    for scenario in SCENARIOS.iter().filter(simulated) {
        let id = scenario.id;
        let cases = Case::all(scenario);
        let (defaults, others) = cases.split_first().expect("the defaults are a case");
        let stood_before = stood();
        let took = defaults.assert_done_by(&defaults.start().end().await);
        let late = Duration::from_secs_f64((stood() - stood_before) / 1e3);
        let seconds = defaults.speed.program(took + late).as_secs_f64();

        let (blocking, peaceful): (Vec<_>, Vec<_>) = others.iter().partition(|case| case.blocks());
        for case in blocking {
            case.assert_done_by(&case.start().end().await);
        }
        // Those that wait need not wait for each other.
        let runs: Vec<_> = peaceful.iter().map(|case| case.start()).collect();
        for (case, run) in peaceful.iter().zip(runs) {
            case.assert_done_by(&run.end().await);
        }
        assert_eq!(web::alive(), 0, "{id}");
        assert_enough(id, scenario.params, cases.len());
        console_log!("ORACLE\t{id}\t{seconds:.3}\t{}", cases.len());
    }
}

#[wasm_bindgen_test]
async fn what_cannot_be_simulated_prints_what_it_must() {
    let expected = browser_lessons::expected();
    for scenario in SCENARIOS
        .iter()
        .filter(|scenario| scenario.browser_only.is_some())
    {
        let Scenario { id, params, .. } = scenario;
        let cases = expected.iter().filter(|case| case.id == *id);
        let cases: Vec<_> = cases.collect();
        let mut totals = Vec::new();
        for Expected {
            values,
            log: lines,
            least,
            speed,
            ..
        } in &cases
        {
            let speed = Speed::from_thousandths(1000 * speed);
            let stood_before = stood();
            let run = Run::start_with((scenario.start)(values), speed).end().await;
            assert_eq!(outcome(&run), Outcome::Completed, "{id} {values:?}");
            assert_eq!(log(&run), *lines, "{id} {values:?}");
            check_trace(id, &run);
            assert_eq!(web::alive(), 0, "{id} {values:?}");
            let late = Duration::from_secs_f64((stood() - stood_before) / 1e3);
            // `setTimeout` may be early by what a browser takes off the precision of its clock.
            let took = speed.program(elapsed(&run) + late + Duration::from_millis(1));
            assert!(took >= *least, "{id} {values:?}: {took:?}");
            totals.push(took);
        }
        assert_enough(id, params, cases.len());
        console_log!(
            "ORACLE\t{id}\t{:.3}\t{}",
            totals[0].as_secs_f64(),
            cases.len()
        );
    }
}

/// Stops a run when `moment` has come, and checks that nothing of it is left.
async fn stop_at(scenario: &Scenario, moment: impl AsyncFnOnce(&Runtime)) {
    let id = scenario.id;
    let run = Run::start(scenario, &[], Speed::FASTEST);
    moment(&run.runtime).await;
    let before = run.runtime.outcome().map(|(_, outcome)| outcome);
    run.runtime.stop();
    let run = run.end().await;
    assert_eq!(outcome(&run), before.unwrap_or(Outcome::Stopped), "{id}");
    check_trace(id, &run);
    assert_eq!(web::alive(), 0, "{id}");
}

#[wasm_bindgen_test]
async fn a_run_stops_after_any_number_of_microtasks() {
    for scenario in SCENARIOS {
        for microtasks in 0..12 {
            stop_at(scenario, async |_| {
                for _ in 0..microtasks {
                    microtask().await;
                }
            })
            .await;
        }
    }
}

#[wasm_bindgen_test]
async fn a_run_stops_after_any_number_of_events() {
    for id in ["gather", "spawn", "blocking-sleep", "threads"] {
        let scenario = find(id).unwrap();
        let simulated = simulate(scenario, &[], Speed::NORMAL);
        let events = simulated.trace(|trace| trace.entries().len());
        for stop in 1..=events {
            stop_at(scenario, async |runtime| {
                while runtime.outcome().is_none()
                    && runtime.trace(|trace| trace.entries().len()) < stop
                {
                    turn().await;
                }
            })
            .await;
        }
    }
}

#[wasm_bindgen_test]
async fn runs_at_the_same_time_never_meet() {
    type Given = &'static [(&'static str, &'static str)];
    let programs: [(&str, Given, u32); 5] = [
        ("gather", &[], 10),
        ("gather", &[("a", "1"), ("b", "3"), ("c", "2")], 5),
        ("sequential", &[], 20),
        ("spawn", &[], 8),
        ("hello", &[], 1),
    ];
    let programs = programs.map(|(id, given, speed)| {
        let speed = Speed::from_thousandths(1000 * speed);
        (find(id).unwrap(), given, speed)
    });
    let runs = programs.map(|(scenario, given, speed)| Run::start(scenario, given, speed));
    assert_eq!(Runtime::all().len(), runs.len());
    for (run, (scenario, given, speed)) in runs.into_iter().zip(programs) {
        let run = run.end().await;
        let alone = simulate(scenario, given, speed);
        assert_eq!(log(&run), log(&alone), "{}", scenario.id);
        assert!(elapsed(&run) >= elapsed(&alone), "{}", scenario.id);
        check_trace(scenario.id, &run);
    }
    assert_eq!(web::alive(), 0);
}

#[wasm_bindgen_test]
async fn stopping_one_run_leaves_the_other_alone() {
    let gather = find("gather").unwrap();
    let (stopped, other) = (
        Run::start(gather, &[], Speed::FASTEST),
        Run::start(gather, &[], Speed::FASTEST),
    );
    turn().await;
    stopped.runtime.stop();
    let (stopped, other) = (stopped.end().await, other.end().await);
    assert_eq!(outcome(&stopped), Outcome::Stopped);
    assert_eq!(outcome(&other), Outcome::Completed);
    assert_eq!(log(&other), log(&simulate(gather, &[], Speed::FASTEST)));
}

/// Numbers that look random and are the same in every run (Numerical Recipes, "quick and dirty" generator).
fn pseudo_random(count: u32) -> impl Iterator<Item = u32> {
    let mut state = count;
    (0..count).map(move |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 8
    })
}

#[wasm_bindgen_test]
async fn no_timer_fires_early() {
    for thousandths in [250, 700, 1000, 3000, 20_000] {
        let speed = Speed::from_thousandths(thousandths);
        let main = async move {
            let sleeper = |number: u32| {
                let asked = Duration::from_micros(u64::from(number % 200_000));
                let duration = speed.program(asked);
                async move {
                    let runtime = Runtime::current().unwrap();
                    let begun = runtime.now();
                    sleep(duration).await;
                    let (slept, asked) = (runtime.now() - begun, speed.wall(duration));
                    assert!(slept >= asked, "asked for {asked:?}, slept {slept:?}");
                }
            };
            let sleepers = pseudo_random(500).map(sleeper);
            let sleepers: Vec<_> = sleepers.map(spawn_local).collect();
            for sleeper in sleepers {
                sleeper.await.unwrap();
            }
        };
        let (runtime, ended) = browser::start(main, speed);
        ended.await.unwrap();
        assert_eq!(outcome(&runtime), Outcome::Completed);
        check_trace("sleepers", &runtime);
    }
}

/// Runs a program that is no scenario to its end.
async fn run_to_end(main: impl Future<Output = ()> + 'static) -> Runtime {
    let (runtime, ended) = browser::start(main, Speed::NORMAL);
    ended.await.unwrap();
    check_trace("program", &runtime);
    assert_eq!(web::alive(), 0);
    runtime
}

/// The same happened to the same tasks in the same order.
fn assert_same_events(name: &str, run: &Runtime, simulated: &Runtime) {
    run.trace(|run| {
        simulated.trace(|simulated| {
            assert_eq!(run.entries().len(), simulated.entries().len(), "{name}");
            let pairs = run.entries().iter().zip(simulated.entries());
            // All but the spawn of `main`, which is this file's.
            for (ours, theirs) in pairs.skip(1) {
                let (ours, theirs) = ((ours.task, &ours.event), (theirs.task, &theirs.event));
                assert_eq!(ours, theirs, "{name}");
            }
        });
    });
}

/// As far as it is no matter of time.
#[wasm_bindgen_test]
async fn tasks_are_scheduled_as_on_tokio() {
    let timeless = [
        "the last to yield goes on first",
        "main is polled first in a round",
        "who yields twice in a row is woken once",
        "who aborts itself is dropped where it waits",
    ];
    for name in timeless {
        let program = scheduling::PROGRAMS.iter().find(|(id, _)| *id == name);
        let (_, program) = program.unwrap_or_else(|| panic!("no program: {name}"));
        let run = run_to_end(program()).await;
        let simulated = simulated::run(program(), Speed::NORMAL);
        assert_same_events(name, &run, &simulated);
    }
}

async fn ping_pong() {
    let (ping, mut pinged) = sync::mpsc::channel(1);
    let (pong, mut ponged) = sync::mpsc::channel(1);
    drop(spawn_local(async move {
        while pinged.recv().await.is_some() {
            pong.send(()).await.unwrap();
        }
    }));
    loop {
        ping.send(()).await.unwrap();
        ponged.recv().await.unwrap();
    }
}

/// In slices, between which the page has its turns: the order does not depend on them.
#[wasm_bindgen_test]
async fn a_ping_pong_ends_as_simulated_and_the_page_stays_alive() {
    let (runtime, ended) = browser::start(ping_pong(), Speed::NORMAL);
    let mut turns = 0;
    while runtime.outcome().is_none() {
        turn().await;
        turns += 1;
    }
    ended.await.unwrap();
    let simulated = simulated::run(ping_pong(), Speed::NORMAL);
    assert_eq!(outcome(&runtime), outcome(&simulated));
    assert_same_events("ping-pong", &runtime, &simulated);
    assert!(turns > 1, "the page had {turns} turns");
}

/// A timer is looked at between the polls of tasks that never wait.
#[wasm_bindgen_test]
async fn who_wakes_itself_starves_no_timer() {
    let run = run_to_end(async {
        drop(spawn_local(std::future::poll_fn(|cx| {
            cx.waker().wake_by_ref();
            std::task::Poll::<()>::Pending
        })));
        sleep(Duration::from_millis(20)).await;
    });
    assert_eq!(outcome(&run.await), Outcome::Completed);
}

/// What only the browser could wake, waits.
#[wasm_bindgen_test]
async fn who_waits_for_a_promise_is_not_stuck() {
    let late = async || {
        let promise = Promise::new(&mut |resolve, _| set_timeout(&resolve, 20));
        playground::wasm_bindgen_futures::JsFuture::from(promise)
            .await
            .unwrap();
    };
    let run = run_to_end(async move { late().await }).await;
    assert_eq!(outcome(&run), Outcome::Completed);
}

/// A `setTimeout` waits for the end of the microtasks. The runtime's own timers are looked at between polls.
#[wasm_bindgen_test]
async fn microtasks_starve_the_timers_of_the_browser() {
    let scenario = find("microtask-macrotask").unwrap();
    let run = Run::start(scenario, &[("pieces", "5")], Speed::NORMAL);
    let run = run.end().await;
    let late = run.trace(|trace| {
        let mut entries = trace.entries().iter();
        entries.find_map(|entry| match entry.event {
            Event::Fire { due } => Some(entry.at - due),
            _ => None,
        })
    });
    // Of each piece, `Date.now` may cut off a part of a millisecond.
    assert!(late >= Some(Duration::from_millis(5 * 19)), "{late:?}");
}

#[wasm_bindgen_test]
async fn who_only_yields_ends_as_simulated() {
    async fn main() {
        loop {
            yield_now().await;
        }
    }
    let run = run_to_end(main()).await;
    let simulated = simulated::run(main(), Speed::NORMAL);
    assert_eq!(outcome(&run), outcome(&simulated));
    assert!(matches!(outcome(&run), Outcome::Failed(_)));
}

#[wasm_bindgen_test]
async fn a_deadlock_is_told_as_simulated() {
    async fn main() {
        let (sender, receiver) = sync::oneshot::channel::<()>();
        let waits = spawn_local(async { receiver.await.unwrap() });
        waits.await.unwrap();
        drop(sender);
    }
    let run = run_to_end(main()).await;
    let simulated = simulated::run(main(), Speed::NORMAL);
    assert_eq!(outcome(&run), outcome(&simulated));
    assert!(matches!(outcome(&run), Outcome::Failed(why) if why.starts_with("deadlock")));
}

/// How much memory the tasks of a program take, `main` included. Each of 20 keeps so many bytes while it sleeps.
fn bytes_of_tasks<const KEPT: usize>() -> f64 {
    async fn nap<const KEPT: usize>() {
        let kept = std::hint::black_box([1_u8; KEPT]);
        sleep(Duration::from_millis(1)).await;
        std::hint::black_box(kept);
    }
    let main = async {
        for _ in 0..20 {
            drop(spawn_local(nap::<KEPT>()));
        }
        sleep(Duration::from_millis(2)).await;
    };
    let run = simulated::run(main, Speed::NORMAL);
    assert_eq!(outcome(&run), Outcome::Completed);
    21.0 * run.bytes_per_task().expect("here, the allocator counts")
}

/// What a future keeps counts once.
#[wasm_bindgen_test]
fn the_memory_of_a_task_is_that_of_its_future_and_little_else() {
    let (few, many) = (bytes_of_tasks::<0>(), bytes_of_tasks::<4096>());
    assert_eq!(many - few, 20.0 * 4096.0, "{few} bytes, and {many}");
    assert!(
        few < 21.0 * 500.0,
        "{few} bytes for tasks that keep nothing"
    );
}

/// An object as JavaScript would pass it.
fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value).unwrap();
    }
    object
}

fn json(text: Option<String>) -> Json {
    serde_json::from_str(&text.unwrap()).unwrap()
}

/// Starts a run as JavaScript does; the future ends with it.
fn start(id: &str, params: &Object, speed: JsValue) -> JsFuture {
    let ended = web::run(id, params, speed, String::new(), worker_factory());
    ended
        .unwrap_or_else(|_| panic!("allowed parameters"))
        .into()
}

#[wasm_bindgen_test]
async fn a_record_tells_the_run() {
    let params = object(&[("a", 0.5.into()), ("b", "0.2".into())]);
    let ended = start("gather", &params, 10.into());
    assert_eq!(json(web::head())["outcome"], "running");
    ended.await.unwrap();
    let record = json(web::head());
    assert_eq!(record["version"], 1);
    assert_eq!(record["scenario"], "gather");
    assert_eq!(record["clock"], "browser");
    assert_eq!(record["outcome"], "completed");
    assert_eq!(record["speed"], 10.0);
    assert_eq!(record["params"]["a"], 0.5);
    assert_eq!(record["params"]["b"], 0.2);
    let all = json(Some(web::events(0, usize::MAX)));
    let all = all.as_array().unwrap();
    let slices = (0..).map(|slice| json(Some(web::events(3 * slice, 3))));
    let slices: Vec<_> = slices
        .take_while(|slice| *slice != Json::Array(vec![]))
        .collect();
    let joined: Vec<_> = slices
        .iter()
        .flat_map(|slice| slice.as_array().unwrap())
        .collect();
    assert!(slices.len() > 3);
    assert_eq!(joined, all.iter().collect::<Vec<_>>());
    assert_eq!(web::alive(), 0);
}

#[wasm_bindgen_test]
async fn a_run_that_is_stopped_says_so() {
    let ended = start("gather", &Object::new(), 1.into());
    turn().await;
    web::stop();
    ended.await.unwrap();
    assert_eq!(json(web::head())["outcome"], "stopped");
    assert_eq!(web::alive(), 0);
}

#[wasm_bindgen_test]
async fn a_run_that_is_lost_is_over_at_once() {
    let ended = start("threads", &Object::new(), 1.into());
    turn().await;
    web::fail("the instance is lost");
    let record = json(web::head());
    assert_eq!(record["outcome"], "failed");
    assert_eq!(record["error"], "the instance is lost");
    assert_eq!(web::alive(), 0);
    ended.await.unwrap();
}

struct PanicsInDrop;

impl Drop for PanicsInDrop {
    fn drop(&mut self) {
        panic!("in a destructor");
    }
}

/// Calls itself until the stack is used up.
fn overflow(depth: u64) -> u64 {
    let frame = std::hint::black_box([depth; 128]);
    match frame[0] {
        u64::MAX => frame[1],
        depth => overflow(depth + 1) + frame[2],
    }
}

/// Meets a fault in a task of a program: for the page, on an instance that is lost by it.
#[wasm_bindgen]
pub fn run_into(fault: &str) {
    let meet: fn() = match fault {
        "panic" => || panic!("in a task"),
        "drop" => || drop(PanicsInDrop),
        "unreachable" => || core::arch::wasm32::unreachable(),
        "overflow" => || {
            std::hint::black_box(overflow(0));
        },
        "memory" => || loop {
            std::mem::forget(std::hint::black_box(Vec::<u8>::with_capacity(1 << 30)));
        },
        _ => || (),
    };
    let main = async move {
        let task = spawn_local(async move {
            sleep(Duration::from_secs(1)).await;
            println!("it is about to happen");
            meet();
        });
        task.await.unwrap();
    };
    simulated::run(main, Speed::NORMAL);
}

/// How many tasks, timers and runs are alive after the run has been told why it is lost; its outcome; its log.
#[wasm_bindgen]
pub fn remains(words: &str) -> String {
    let run = Runtime::all().remove(0);
    run.fail(words);
    let outcome = format!("{:?}", outcome(&run));
    serde_json::to_string(&(web::alive(), outcome, log(&run))).unwrap()
}

#[wasm_bindgen_test]
async fn a_program_that_is_lost_leaves_its_trace() {
    let overflows = [
        "memory access out of bounds",
        "index out of bounds",
        "Maximum call stack",
        "too much recursion",
    ];
    let faults: [(&str, Option<&str>, &[&str]); 5] = [
        ("panic", Some("in a task"), &["unreachable"]),
        ("drop", Some("in a destructor"), &["unreachable"]),
        ("unreachable", None, &["unreachable"]),
        ("overflow", None, &overflows),
        (
            "memory",
            Some("out of memory: 1073741824 "),
            &["unreachable"],
        ),
    ];
    for (fault, words, errors) in faults {
        let lost = lose(fault).await.as_string().unwrap();
        let (said, error, remains): (Option<String>, String, Json) =
            serde_json::from_str(&lost).unwrap_or_else(|_| panic!("{fault}: {lost}"));
        match (&said, words) {
            (Some(said), Some(words)) => assert!(said.starts_with(words), "{fault}: {said}"),
            _ => assert_eq!(said.as_deref(), words, "{fault}"),
        }
        assert!(
            errors.iter().any(|part| error.contains(part)),
            "{fault}: {error}"
        );
        let expected = serde_json::json!([0, "Failed(\"lost\")", ["it is about to happen"]]);
        assert_eq!(remains, expected, "{fault}");
    }
}

/// What JavaScript would read as the error's message, from a run and from a simulation.
fn refusals(id: &str, params: &Object, speed: JsValue) -> [String; 2] {
    let message = |error: JsError| {
        let error: Error = JsValue::from(error).unchecked_into();
        String::from(error.message())
    };
    let run = web::run(id, params, speed.clone(), String::new(), worker_factory());
    let simulated = web::simulate(id, params, speed, String::new());
    [
        message(run.expect_err("a run that is refused")),
        message(simulated.expect_err("a simulation that is refused")),
    ]
}

#[wasm_bindgen_test]
fn what_is_not_allowed_is_named() {
    let none = Object::new();
    let cases: [(&str, Object, JsValue, &[&str]); 9] = [
        (
            "no-such",
            none.clone(),
            1.into(),
            &["\"no-such\"", "gather"],
        ),
        (
            "gather",
            object(&[("d", 1.into())]),
            1.into(),
            &["\"d\"", "a, b, c"],
        ),
        (
            "gather",
            object(&[("a", "x".into())]),
            1.into(),
            &["\"a\"", "\"x\"", "0.1 to 10"],
        ),
        (
            "gather",
            object(&[("a", 99.into())]),
            1.into(),
            &["\"a\"", "\"99\"", "0.1 to 10"],
        ),
        (
            "gather",
            object(&[("a", f64::NAN.into())]),
            1.into(),
            &["\"a\"", "\"NaN\""],
        ),
        (
            "scale",
            object(&[("tasks", 1.5.into())]),
            1.into(),
            &["\"tasks\"", "\"1.5\"", "whole"],
        ),
        (
            "gather",
            none.clone(),
            0.into(),
            &["\"speed\"", "\"0\"", "0.25 to 20"],
        ),
        (
            "gather",
            none.clone(),
            21.into(),
            &["\"speed\"", "\"21\"", "0.25 to 20"],
        ),
        (
            "gather",
            none,
            "fast".into(),
            &["\"speed\"", "\"fast\"", "0.25 to 20"],
        ),
    ];
    for (id, params, speed, named) in cases {
        for message in refusals(id, &params, speed) {
            for name in named {
                assert!(message.contains(name), "{message:?} does not say {name:?}");
            }
        }
    }
    assert_eq!(web::alive(), 0);
}
