//! Runs a program of the course.

use js_sys::{Function, Object, Promise};
use wasm_bindgen::prelude::*;

use super::run::{Run, entries, read_speed};
use crate::memory;
use crate::runtime;
use crate::scenario::{Main, Scenario, Value};
use crate::scenarios;

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
    let chosen = Chosen::new(id, params)?;
    let run = chosen.run(&speed, source)?;
    runtime::set_worker_factory(start_worker);
    Ok(run.start(chosen.main()))
}

/// Runs a scenario on the simulated clock, to its end.
#[wasm_bindgen]
pub fn simulate(id: &str, params: &Object, speed: JsValue, source: String) -> Result<(), JsError> {
    let chosen = Chosen::new(id, params)?;
    let run = chosen.run(&speed, source)?;
    if let Some(why) = chosen.scenario.browser_only {
        return Err(JsError::new(&format!(
            "\"{id}\" cannot be simulated: {why}"
        )));
    }
    run.simulate(chosen.main());
    Ok(())
}

/// The program as the Rust Playground can run it, against tokio; none, if it needs a browser.
#[wasm_bindgen]
pub fn tokio_program(id: &str, params: &Object, source: &str) -> Result<Option<String>, JsError> {
    let Chosen { scenario, values } = Chosen::new(id, params)?;
    let runs_there = scenario.browser_only.is_none();
    Ok(runs_there.then(|| scenario.tokio_program(source, &values)))
}

/// A worker's work: the function at `index`. Returns the size of this instance's memory in bytes.
#[wasm_bindgen]
pub fn work(index: u32, speed: u32) -> Result<f64, JsValue> {
    runtime::work(index, speed)?;
    Ok(memory::instance_bytes())
}

/// A scenario and its checked parameters.
struct Chosen {
    scenario: &'static Scenario,
    values: Vec<Value>,
}

impl Chosen {
    fn new(id: &str, params: &Object) -> Result<Chosen, JsError> {
        let scenario = scenarios::find(id).map_err(|error| JsError::new(&error))?;
        let values = scenario.values(&entries(params));
        let values = values.map_err(|error| JsError::new(&error))?;
        Ok(Chosen { scenario, values })
    }

    fn main(&self) -> Main {
        (self.scenario.start)(&self.values)
    }

    fn run(&self, speed: &JsValue, source: String) -> Result<Run, JsError> {
        let params = self.scenario.params.iter().zip(&self.values);
        let params = params.map(|(param, value)| (param.name.into(), *value));
        Ok(Run {
            scenario: self.scenario.id.into(),
            params: params.collect(),
            source,
            speed: read_speed(speed)?,
            measures_tasks: true,
        })
    }
}
