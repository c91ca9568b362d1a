//! Web Workers.

use std::cell::RefCell;
use std::time::Duration;

use js_sys::Function;
use js_sys::WebAssembly::Table;
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use super::{Completer, WORKING, Worker, Working, fail};
use crate::runtime::Runtime;
use crate::speed::Speed;
use crate::trace::{Event, TaskId};

thread_local! {
    static FACTORY: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Says how to start a worker: a function of a table index and a speed in thousandths that
/// returns a `Worker`. The worker posts `"started"`, calls [`work`], and posts the
/// size of its memory in bytes.
pub fn set_worker_factory(factory: Function) {
    FACTORY.set(Some(factory));
}

/// A worker's side: calls the function at `index` of the function table.
pub fn work(index: u32, thousandths: u32) -> Result<(), JsValue> {
    WORKING.set(Some(Working {
        blocked: Duration::ZERO,
        real: Some(Speed::from_thousandths(thousandths)),
    }));
    let table: Table = wasm_bindgen::function_table().unchecked_into();
    let function: Function = table.get(index)?;
    function.call0(&JsValue::NULL)?;
    Ok(())
}

/// A worker of a run; dropping it terminates it.
pub struct Thread {
    worker: web_sys::Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(JsValue)>,
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Starts `work` in a worker. What goes wrong is the handle's error.
pub fn start(runtime: &Runtime, lane: TaskId, work: fn(), completer: Completer) {
    match spawn(runtime, lane, work) {
        Ok(thread) => {
            let _work = Box::new(thread);
            let pieces = None;
            let worker = Worker {
                completer,
                _work,
                pieces,
            };
            runtime.add_worker(lane, worker);
        }
        Err(message) => fail(runtime, lane, completer, message),
    }
}

fn spawn(runtime: &Runtime, lane: TaskId, work: fn()) -> Result<Thread, String> {
    let run = runtime.shared.id;
    let factory = FACTORY.with_borrow(Clone::clone);
    let factory = factory.ok_or("this page has not said how to start a worker")?;
    let index = work as usize as u32;
    let speed = runtime.speed().thousandths();
    let worker = factory.call2(&JsValue::NULL, &index.into(), &speed.into());
    let worker = worker.map_err(|error| String::from(js_sys::Error::from(error).message()))?;
    let worker: web_sys::Worker = worker.dyn_into().map_err(|_| "not a Worker")?;

    let on_message = Closure::new(move |message: MessageEvent| {
        let Some(runtime) = Runtime::find(run) else {
            return;
        };
        match message.data().as_f64() {
            Some(bytes) => {
                runtime.shared.worker_bytes.set(Some(bytes as u64));
                runtime.worker_done(lane);
            }
            None => runtime.record(lane, Event::PollStart),
        }
    });
    let on_error = Closure::new(move |event: JsValue| {
        let Some(runtime) = Runtime::find(run) else {
            return;
        };
        if let Some(worker) = runtime.take_worker(lane) {
            // A script that cannot be loaded is a plain `Event`, which says nothing.
            let said = js_sys::Reflect::get(&event, &"message".into());
            let said = said.ok().and_then(|said| said.as_string());
            let said = said.unwrap_or_else(|| "its script could not be loaded".into());
            let message = format!("a worker could not run: {said}");
            fail(&runtime, lane, worker.completer, message);
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    Ok(Thread {
        worker,
        _on_message: on_message,
        _on_error: on_error,
    })
}
