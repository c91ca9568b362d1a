//! Runs a program of one's own: its bytecode.

use js_sys::{Object, Promise};
use wasm_bindgen::prelude::*;

use super::run::{Run, entries, read_speed};
use crate::machine;
use crate::machine::bytecode::{Parameter, Program};
use crate::scenario::Value;

/// Starts a program on the browser's event loop; it is first polled in a microtask.
/// The promise is resolved when nothing of the run is alive any more.
///
/// `scenario` is the lesson that it began as, or "program". The parameters of its `main` are given in order.
#[wasm_bindgen]
pub fn run_program(
    program: &[u8],
    scenario: String,
    params: &Object,
    speed: JsValue,
    source: String,
) -> Result<Promise, JsError> {
    let (run, main) = prepare(program, scenario, params, &speed, source)?;
    Ok(run.start(main))
}

/// Runs a program on the simulated clock, to its end.
#[wasm_bindgen]
pub fn simulate_program(
    program: &[u8],
    scenario: String,
    params: &Object,
    speed: JsValue,
    source: String,
) -> Result<(), JsError> {
    let (run, main) = prepare(program, scenario, params, &speed, source)?;
    run.simulate(main);
    Ok(())
}

fn prepare(
    program: &[u8],
    scenario: String,
    params: &Object,
    speed: &JsValue,
    source: String,
) -> Result<(Run, impl Future<Output = ()> + use<>), JsError> {
    let program = Program::from_bytes(program).map_err(|error| JsError::new(&error))?;
    let params = values(&program.parameters, entries(params))?;
    let values: Vec<Value> = params.iter().map(|(_, value)| *value).collect();
    let run = Run {
        scenario,
        params,
        source,
        speed: read_speed(speed)?,
        // A future of the program stands in the memory of the program.
        measures_tasks: false,
    };
    let main = machine::main(program, &values).map_err(|error| JsError::new(&error))?;
    Ok((run, main))
}

/// The values of the parameters, which are given in order; their names are told as they are.
fn values(
    parameters: &[Parameter],
    given: Vec<(String, String)>,
) -> Result<Vec<(String, Value)>, JsError> {
    let value = |(at, (name, text)): (usize, (String, String))| {
        let whole = parameters.get(at) == Some(&Parameter::Count);
        let value = Value::parse(&text);
        let value = value.filter(|value| !whole || value.0.is_multiple_of(1000));
        match value {
            Some(value) => Ok((name, value)),
            None => {
                let number = if whole {
                    "a whole number"
                } else {
                    "a number of seconds"
                };
                Err(JsError::new(&format!(
                    "parameter \"{name}\" is \"{text}\": allowed is {number}"
                )))
            }
        }
    };
    given.into_iter().enumerate().map(value).collect()
}
