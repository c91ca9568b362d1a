//! The browser's clock: `performance.now()` and one armed `setTimeout`.
//!
//! One timeout serves all sleepers of a run: a million `setTimeout`s would cost
//! more than the tasks that wait for them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::MessageChannel;

use super::Clock;

/// The longest delay that `setTimeout` takes: a larger one overflows to zero
/// (HTML standard, "timer initialization steps", a signed 32-bit integer).
const LONGEST_TIMEOUT: Duration = Duration::from_millis(i32::MAX as u64);

#[wasm_bindgen]
extern "C" {
    /// `performance` stands on the global object of windows and workers alike.
    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static PERFORMANCE: web_sys::Performance;
}

/// Milliseconds since the page was opened, as `performance.now()` has them.
pub fn performance_now() -> f64 {
    PERFORMANCE.with(web_sys::Performance::now)
}

/// Real time. Dropping it takes back what it has asked the browser for.
pub struct BrowserClock {
    origin: f64,
    started: Duration,
    on_due: Rc<dyn Fn()>,
    armed: RefCell<Option<(Duration, Timeout)>>,
    turn: MessageChannel,
    turn_asked: Rc<Cell<bool>>,
    _on_turn: Closure<dyn FnMut()>,
}

impl BrowserClock {
    /// A clock that starts now, and calls `on_due` and `on_turn` when asked to.
    pub fn start(on_due: Rc<dyn Fn()>, on_turn: Rc<dyn Fn()>) -> Self {
        let turn = MessageChannel::new().expect("every browser with wasm has MessageChannel");
        let turn_asked = Rc::new(Cell::new(false));
        let asked = turn_asked.clone();
        let on_message = Closure::new(move || {
            if asked.take() {
                on_turn();
            }
        });
        turn.port1()
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        BrowserClock {
            origin: performance_now(),
            started: Duration::from_millis(js_sys::Date::now() as u64),
            on_due,
            armed: RefCell::default(),
            turn,
            turn_asked,
            _on_turn: on_message,
        }
    }
}

impl Clock for BrowserClock {
    fn now(&self) -> Duration {
        // Never negative by the specification (High Resolution Time, "monotonic clock").
        Duration::from_secs_f64((performance_now() - self.origin).max(0.0) / 1e3)
    }

    fn arm(&self, deadline: Option<Duration>) {
        let mut armed = self.armed.borrow_mut();
        if armed.as_ref().map(|(deadline, _)| *deadline) == deadline {
            return;
        }
        *armed = deadline.map(|deadline| {
            let wait = deadline.saturating_sub(self.now()).min(LONGEST_TIMEOUT);
            let on_due = self.on_due.clone();
            // Rounded up: `setTimeout` takes whole milliseconds and cuts off the rest.
            let millis = wait.as_nanos().div_ceil(1_000_000) as u32;
            (deadline, Timeout::new(millis, move || on_due()))
        });
    }

    /// A message, not a timeout: nested timeouts are held back for 4 ms.
    fn arm_turn(&self) {
        if !self.turn_asked.replace(true) {
            let message = self.turn.port2().post_message(&JsValue::NULL);
            message.expect("null can be cloned");
        }
    }

    fn block(&self, duration: Duration) {
        super::block_thread(duration);
    }

    fn started(&self) -> Duration {
        self.started
    }
}

impl Drop for BrowserClock {
    fn drop(&mut self) {
        self.turn.port1().set_onmessage(None);
        self.turn.port1().close();
    }
}
