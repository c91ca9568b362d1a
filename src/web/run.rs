//! The program of this instance, whatever it is: what there is to tell of its run, and how it is stopped.

use std::cell::{OnceCell, RefCell};

use js_sys::{Array, Object, Promise};
use tokio::sync::oneshot;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::RESERVE;
use crate::json::write as json;
use crate::record::{self, Clock, Memory};
use crate::runtime::{self, Runtime};
use crate::scenario::{Argument, SPEED, Value};
use crate::speed::Speed;

/// How much memory is kept free: a slice of the events is read as entries, and written as text.
const RESERVED: usize = 4 << 20;

/// The program of this instance.
struct Program {
    /// The scenario that it is, or has begun as.
    scenario: String,
    /// Its parameters.
    params: Vec<(String, Value)>,
    /// Its source, from which tasks have their names: data of the page, which grows with the course.
    source: String,
    measures_tasks: bool,
    clock: Clock,
    /// None while it is simulated.
    runtime: OnceCell<Runtime>,
}

thread_local! {
    static PROGRAM: RefCell<Option<Program>> = const { RefCell::new(None) };
}

/// What is run, and what its record says of it.
pub struct Run {
    pub scenario: String,
    pub params: Vec<(String, Value)>,
    pub source: String,
    pub speed: Speed,
    /// Whether all memory of a task is allocated where it is spawned, as that of a compiled one is.
    pub measures_tasks: bool,
}

impl Run {
    fn program(self, clock: Clock, runtime: OnceCell<Runtime>) {
        let Run {
            scenario,
            params,
            source,
            measures_tasks,
            ..
        } = self;
        PROGRAM.set(Some(Program {
            scenario,
            params,
            source,
            measures_tasks,
            clock,
            runtime,
        }));
    }

    /// Starts `main` on the browser's event loop; it is first polled in a microtask.
    /// The promise is resolved when nothing of the run is alive any more.
    pub fn start(self, main: impl Future<Output = ()> + 'static) -> Promise {
        // Before the clock is: as the memory grows, the browser may take some milliseconds to collect garbage.
        reserve();
        let (runtime, ended) = runtime::browser::start(main, self.speed);
        self.program(Clock::Browser, OnceCell::from(runtime));
        ended_promise(ended)
    }

    /// Runs `main` on the simulated clock, to its end.
    pub fn simulate(self, main: impl Future<Output = ()> + 'static) {
        let speed = self.speed;
        reserve();
        self.program(Clock::Simulated, OnceCell::new());
        let runtime = runtime::simulated::run(main, speed);
        with_program(|program| program.runtime.set(runtime).ok());
    }
}

fn reserve() {
    RESERVE.set(Vec::with_capacity(RESERVED));
}

fn ended_promise(ended: oneshot::Receiver<()>) -> Promise {
    future_to_promise(async {
        // Its sender is dropped without a word if the runtime is.
        let _ = ended.await;
        Ok(JsValue::UNDEFINED)
    })
}

/// Stops the run: every task of it is dropped. Does nothing to a run that has ended.
#[wasm_bindgen]
pub fn stop() {
    with_program(|program| program.runtime().inspect(Runtime::stop));
}

/// The events of the program from number `from` on, at most `limit`, as JSON. None, if there is no program.
#[wasm_bindgen]
pub fn events(from: usize, limit: usize) -> String {
    let events = with_program(|program| {
        program.runtime()?.trace(|trace| {
            let entries = trace.slice(from, limit);
            Some(json(&record::events(&entries, from, &program.source)))
        })
    });
    events.unwrap_or_else(|| "[]".into())
}

/// The head of the program's RunRecord as JSON: of all of it, or of what there is so far.
#[wasm_bindgen]
pub fn head() -> Option<String> {
    with_program(|program| Some(program.head(&program.runtime()?)))
}

/// Ends the run here and now with an error, because the instance is lost.
#[wasm_bindgen]
pub fn fail(message: &str) {
    with_program(|program| {
        let runtime = program.runtime()?;
        runtime.fail(message);
        // Once it has ended, nobody else knows one that was simulated.
        program.runtime.set(runtime).ok()
    });
}

/// How many tasks, timers and runs are alive: zero after every run has ended. For tests.
pub fn alive() -> usize {
    let runs = Runtime::all();
    let alive = |run: &Runtime| 1 + run.live_tasks() + run.armed_timers();
    runs.iter().map(alive).sum()
}

impl Program {
    fn runtime(&self) -> Option<Runtime> {
        let simulated = || Runtime::all().into_iter().next();
        self.runtime.get().cloned().or_else(simulated)
    }

    fn head(&self, runtime: &Runtime) -> String {
        let params = self.params.iter();
        runtime.trace(|trace| {
            let program = record::Program {
                scenario: &self.scenario,
                params: params
                    .map(|(name, value)| (name.as_str(), *value))
                    .collect(),
                source: &self.source,
            };
            let memory = Memory {
                bytes_per_task: runtime.bytes_per_task().filter(|_| self.measures_tasks),
                bytes_per_worker: runtime.worker_bytes().map(|bytes| bytes as f64),
            };
            let entries = trace.entries();
            json(&record::head(program, runtime, self.clock, memory, entries))
        })
    }
}

/// What does not return leaves its borrow behind: only a shared one does no harm.
fn with_program<R>(act: impl FnOnce(&Program) -> Option<R>) -> Option<R> {
    PROGRAM.with_borrow(|program| program.as_ref().and_then(act))
}

/// A speed as it was given.
pub fn read_speed(speed: &JsValue) -> Result<Speed, JsError> {
    let speed = SPEED.parse(&string(speed));
    let speed = speed.map_err(|error| JsError::new(&error))?;
    Ok(Speed::from_value(speed))
}

/// Parameters as they were given: names and values, as a person would type them.
pub fn entries(params: &Object) -> Vec<(String, String)> {
    Object::entries(params)
        .iter()
        .map(|entry| Array::from(&entry))
        .map(|entry| (string(&entry.get(0)), string(&entry.get(1))))
        .collect()
}

#[wasm_bindgen]
extern "C" {
    /// `String(value)`: any value as a person would type it.
    #[wasm_bindgen(js_name = String)]
    fn string(value: &JsValue) -> String;
}
