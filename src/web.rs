//! What JavaScript may call: the only file that exports to it.
//!
//! Errors become JavaScript `Error`s here, and a panic becomes the end of every
//! run: this target cannot unwind, so the wasm instance is replaced by a fresh one
//! at the next call.

use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::json::write as json;
use crate::memory;
use crate::record::{self, Clock, Memory, Program};
use crate::runtime::{self, Runtime};
use crate::scenario::{About, SPEED, Scenario, Value};
use crate::scenarios::{self, SCENARIOS};

/// Called once, when the module is loaded.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(on_panic));
}

/// The last thing that this instance does: no promise of it is ever settled later.
fn on_panic(panic: &PanicHookInfo<'_>) {
    console_error_panic_hook::hook(panic);
    let message = panic.payload_as_str();
    for running in RUNNING.take() {
        let message = message.unwrap_or("a panic without a message");
        running.runtime.fail(message);
        running.finish();
    }
    wasm_bindgen::handler::schedule_reinit();
}

/// A run that has not ended, and who waits for its record.
struct Running {
    runtime: Runtime,
    chosen: Rc<Chosen>,
    resolve: Function,
}

thread_local! {
    static RUNNING: RefCell<Vec<Running>> = const { RefCell::new(Vec::new()) };
}

impl Running {
    /// Hands over the record of a run that has ended.
    fn finish(self) {
        let Running {
            runtime, chosen, ..
        } = self;
        let record = chosen.record(&runtime, Clock::Browser);
        // A promise's own resolver does not throw.
        let _ = self.resolve.call1(&JsValue::NULL, &record.into());
    }
}

#[derive(Serialize)]
struct Catalogued {
    id: &'static str,
    lesson: &'static str,
    #[serde(flatten)]
    about: About,
    source: Source,
}

#[derive(Serialize)]
struct Source {
    rust: &'static str,
    python: &'static str,
}

/// All scenarios, as JSON.
#[wasm_bindgen]
pub fn scenarios() -> String {
    let catalogued = |scenario: &Scenario| Catalogued {
        id: scenario.id,
        lesson: scenario.part,
        about: scenario.about,
        source: Source {
            rust: scenario.rust,
            python: scenario.python,
        },
    };
    json(&SCENARIOS.iter().map(catalogued).collect::<Vec<_>>())
}

/// Runs a scenario on the simulated clock; returns its RunRecord as JSON.
#[wasm_bindgen]
pub fn simulate(id: &str, params: &Object, speed: JsValue) -> Result<String, JsError> {
    let chosen = Chosen::new(id, params)?;
    let speed = read_speed(&speed)?;
    let runtime = runtime::simulated::run(chosen.main(), speed);
    Ok(chosen.record(&runtime, Clock::Simulated))
}

/// A RunRecord from outside, as JSON: checked, with all that follows from its events computed anew.
#[wasm_bindgen]
pub fn check_record(record: &str) -> Result<String, JsError> {
    let checked = record::read(record).map_err(|error| JsError::new(&error))?;
    Ok(json(&checked))
}

/// The program as the Rust Playground can run it, against tokio.
#[wasm_bindgen]
pub fn tokio_program(id: &str, params: &Object) -> Result<String, JsError> {
    let chosen = Chosen::new(id, params)?;
    Ok(chosen.scenario.tokio_program(&chosen.values))
}

/// Says how to start a worker: a function of a table index and a speed that returns a `Worker`.
#[wasm_bindgen]
pub fn set_worker_factory(factory: Function) {
    runtime::set_worker_factory(factory);
}

/// A worker's work: the function at `index`. Returns the size of this instance's memory in bytes.
#[wasm_bindgen]
pub fn work(index: u32, speed: f64) -> Result<f64, JsValue> {
    runtime::work(index, speed)?;
    Ok(memory::instance_bytes())
}

/// How many tasks, timers and runs are alive: zero after every run has ended.
#[wasm_bindgen]
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

    fn record(&self, runtime: &Runtime, clock: Clock) -> String {
        let params = self.scenario.about.params.iter();
        let values = self.values.iter().copied();
        runtime.trace(|trace| {
            let program = Program {
                scenario: self.scenario.id,
                params: params.map(|param| param.name).zip(values).collect(),
                source: self.scenario.rust,
            };
            let memory = Memory {
                bytes_per_task: runtime.bytes_per_task(),
                bytes_per_worker: runtime.worker_bytes().map(|bytes| bytes as f64),
            };
            let entries = trace.entries();
            json(&record::record(program, runtime, clock, memory, entries))
        })
    }
}

fn read_speed(speed: &JsValue) -> Result<f64, JsError> {
    let speed = SPEED.parse(&string(speed));
    let speed = speed.map_err(|error| JsError::new(&error))?;
    Ok(speed.to_f64())
}

#[wasm_bindgen]
extern "C" {
    /// `String(value)`: any value as a person would type it.
    #[wasm_bindgen(js_name = String)]
    fn string(value: &JsValue) -> String;
}

/// A run on the browser's event loop. Freeing it stops the run.
#[wasm_bindgen]
pub struct Run {
    chosen: Rc<Chosen>,
    runtime: Runtime,
    finished: Promise,
}

#[wasm_bindgen]
impl Run {
    /// Starts a scenario; it is first polled in a microtask.
    #[wasm_bindgen(constructor)]
    pub fn new(id: &str, params: &Object, speed: JsValue) -> Result<Run, JsError> {
        let chosen = Rc::new(Chosen::new(id, params)?);
        let speed = read_speed(&speed)?;
        let (runtime, ended) = runtime::browser::start(chosen.main(), speed);
        let finished = Promise::new(&mut |resolve, _| {
            let (runtime, chosen) = (runtime.clone(), chosen.clone());
            RUNNING.with_borrow_mut(|running| {
                running.push(Running {
                    runtime,
                    chosen,
                    resolve,
                });
            });
        });
        let id = runtime.id();
        spawn_local(async move {
            // Ended, or its runtime gone: which `RUNNING` holds.
            let _ = ended.await;
            let running = RUNNING.with_borrow_mut(|running| {
                let at = running.iter().position(|run| run.runtime.id() == id)?;
                Some(running.remove(at))
            });
            if let Some(running) = running {
                running.finish();
            }
        });
        Ok(Run {
            chosen,
            runtime,
            finished,
        })
    }

    /// A promise of the RunRecord as JSON, when nothing of the run is alive any more.
    pub fn finished(&self) -> Promise {
        self.finished.clone()
    }

    /// Stops the run: every task of it is dropped. Does nothing to a run that has ended.
    pub fn stop(&self) {
        self.runtime.stop();
    }

    /// The events from number `from` on, at most `limit`, as JSON.
    pub fn events(&self, from: usize, limit: usize) -> String {
        self.runtime.trace(|trace| {
            let entries = trace.entries();
            let end = from.saturating_add(limit).min(entries.len());
            let entries = entries.get(from..end).unwrap_or_default();
            json(&record::events(entries, from, self.chosen.scenario.rust))
        })
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        self.runtime.stop();
    }
}
