//! Runs a program.

use std::cell::{OnceCell, RefCell};

use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::{RESERVE, slice};
use crate::json::write as json;
use crate::memory;
use crate::record::{self, Clock, Memory};
use crate::runtime::{self, Runtime};
use crate::scenario::{Argument, SPEED, Scenario, Value};
use crate::scenarios;
use crate::speed::Speed;

/// How much memory is kept free.
const RESERVED: usize = 1 << 20;

/// The program of this instance.
struct Program {
    chosen: Chosen,
    /// Its source, from which tasks have their names: data of the page, which grows with the course.
    source: String,
    clock: Clock,
    /// None while it is simulated.
    runtime: OnceCell<Runtime>,
}

thread_local! {
    static PROGRAM: RefCell<Option<Program>> = const { RefCell::new(None) };
}

/// Starts a scenario on the browser's event loop; it is first polled in a microtask.
/// The promise is resolved when nothing of the run is alive any more.
///
/// `start_worker` is a function of a table index and a speed that returns a `Worker`.
#[wasm_bindgen]
pub fn run(
    id: &str,
    params: &Object,
    speed: JsValue,
    source: String,
    start_worker: Function,
) -> Result<Promise, JsError> {
    let program = Program::new(id, params, source, Clock::Browser)?;
    let speed = read_speed(&speed)?;
    runtime::set_worker_factory(start_worker);
    let (runtime, ended) = runtime::browser::start(program.chosen.main(), speed);
    let runtime = OnceCell::from(runtime);
    PROGRAM.set(Some(Program { runtime, ..program }));
    Ok(future_to_promise(async {
        // Its sender is dropped without a word if the runtime is.
        let _ = ended.await;
        Ok(JsValue::UNDEFINED)
    }))
}

/// Runs a scenario on the simulated clock, to its end.
#[wasm_bindgen]
pub fn simulate(id: &str, params: &Object, speed: JsValue, source: String) -> Result<(), JsError> {
    let program = Program::new(id, params, source, Clock::Simulated)?;
    let speed = read_speed(&speed)?;
    let main = program.chosen.main();
    PROGRAM.set(Some(program));
    let runtime = runtime::simulated::run(main, speed);
    with_program(|program| program.runtime.set(runtime).ok());
    Ok(())
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
            let entries = slice(trace.entries(), from, limit);
            Some(json(&record::events(entries, from, &program.source)))
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

/// The program as the Rust Playground can run it, against tokio.
#[wasm_bindgen]
pub fn tokio_program(id: &str, params: &Object, source: &str) -> Result<String, JsError> {
    let chosen = Chosen::new(id, params)?;
    Ok(chosen.scenario.tokio_program(source, &chosen.values))
}

/// A worker's work: the function at `index`. Returns the size of this instance's memory in bytes.
#[wasm_bindgen]
pub fn work(index: u32, speed: u32) -> Result<f64, JsValue> {
    runtime::work(index, speed)?;
    Ok(memory::instance_bytes())
}

/// How many tasks, timers and runs are alive: zero after every run has ended. For tests.
pub fn alive() -> usize {
    let runs = Runtime::all();
    let alive = |run: &Runtime| 1 + run.live_tasks() + run.armed_timers();
    runs.iter().map(alive).sum()
}

/// A scenario and its checked parameters.
struct Chosen {
    scenario: &'static Scenario,
    values: Vec<Value>,
}

impl Chosen {
    fn new(id: &str, params: &Object) -> Result<Chosen, JsError> {
        let scenario = scenarios::find(id).map_err(|error| JsError::new(&error))?;
        let given: Vec<_> = Object::entries(params)
            .iter()
            .map(|entry| Array::from(&entry))
            .map(|entry| (string(&entry.get(0)), string(&entry.get(1))))
            .collect();
        let values = scenario.values(&given);
        let values = values.map_err(|error| JsError::new(&error))?;
        Ok(Chosen { scenario, values })
    }

    fn main(&self) -> crate::scenario::Main {
        (self.scenario.start)(&self.values)
    }
}

impl Program {
    fn new(id: &str, params: &Object, source: String, clock: Clock) -> Result<Program, JsError> {
        let chosen = Chosen::new(id, params)?;
        RESERVE.set(Vec::with_capacity(RESERVED));
        Ok(Program {
            chosen,
            source,
            clock,
            runtime: OnceCell::new(),
        })
    }

    fn runtime(&self) -> Option<Runtime> {
        let simulated = || Runtime::all().into_iter().next();
        self.runtime.get().cloned().or_else(simulated)
    }

    fn head(&self, runtime: &Runtime) -> String {
        let params = self.chosen.scenario.params.iter();
        let values = self.chosen.values.iter().copied();
        runtime.trace(|trace| {
            let program = record::Program {
                scenario: self.chosen.scenario.id,
                params: params.map(|param| param.name).zip(values).collect(),
                source: &self.source,
            };
            let memory = Memory {
                bytes_per_task: runtime.bytes_per_task(),
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

fn read_speed(speed: &JsValue) -> Result<Speed, JsError> {
    let speed = SPEED.parse(&string(speed));
    let speed = speed.map_err(|error| JsError::new(&error))?;
    Ok(Speed::from_value(speed))
}

#[wasm_bindgen]
extern "C" {
    /// `String(value)`: any value as a person would type it.
    #[wasm_bindgen(js_name = String)]
    fn string(value: &JsValue) -> String;
}
