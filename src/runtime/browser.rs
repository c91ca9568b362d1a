//! A run on the browser's own event loop.
//!
//! The scheduler is one future among those of `wasm_bindgen_futures`, so tasks are polled
//! in microtasks. It asks the browser for what it waits for: one `setTimeout` for the
//! earliest deadline, as a million of them would cost more than the tasks that wait for
//! them; and a message to itself for a turn of the event loop.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::rc::Rc;
use std::task::Waker;
use std::time::Duration;

use gloo_timers::callback::Timeout;
use tokio::sync::oneshot;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageChannel, MessagePort};

use super::driver::{Driver, Park};
use super::join_handle::Completer;
use super::limits::Limit;
use super::{Runtime, worker};
use crate::speed::Speed;
use crate::trace::{Location, TaskId, nanos};

/// For how long tasks are polled before the page has its turn: half of a frame at 60 Hz.
const SLICE: Duration = Duration::from_millis(8);

/// The longest delay that `setTimeout` takes: a larger one overflows to zero
/// (HTML standard, "timer initialization steps", a signed 32-bit integer).
const LONGEST_TIMEOUT: Duration = Duration::from_millis(i32::MAX as u64);

#[wasm_bindgen]
extern "C" {
    /// `performance` stands on the global object of windows and workers alike. To look for it there takes longer than to
    /// ask it for the time.
    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static PERFORMANCE: web_sys::Performance;
}

/// Starts `main`, and returns at once: it is first polled in a microtask.
///
/// The receiver hears when the run has ended. Dropping the runtime stops nothing:
/// call [`Runtime::stop`].
#[track_caller]
pub fn start<F>(main: F, speed: Speed) -> (Runtime, oneshot::Receiver<()>)
where
    F: Future<Output = ()> + 'static,
{
    let location = Location::caller();
    let driver = Browser::new(speed);
    let parked = driver.parked.clone();
    let runtime = Runtime::new(Box::new(driver), speed);
    let ended = runtime.start(main, location);
    let scheduled = runtime.clone();
    spawn_local(poll_fn(move |cx| {
        parked.waker.replace(Some(cx.waker().clone()));
        scheduled.run(SLICE)
    }));
    (runtime, ended)
}

/// What goes on when what the scheduler waits for has come.
struct Parked {
    waker: RefCell<Option<Waker>>,
    /// For when the timeout is set that has not fired.
    deadline: Cell<Option<Duration>>,
    /// What is posted here comes back in a turn of its own.
    turn: MessagePort,
    turn_asked: Cell<bool>,
}

impl Parked {
    /// A message, not a timeout: those that are set by one another are held back for 4 ms
    /// (HTML standard, "timer initialization steps", nesting level).
    fn ask_for_turn(&self) {
        if !self.turn_asked.replace(true) {
            let message = self.turn.post_message(&JsValue::NULL);
            debug_assert!(message.is_ok(), "null can be cloned");
        }
    }

    fn unpark(&self) {
        let waker = self.waker.take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// Real time. Dropping it takes back what it has asked the browser for.
struct Browser {
    /// When the run began, as `performance.now()` has it.
    origin: f64,
    started: Duration,
    speed: Speed,
    parked: Rc<Parked>,
    timeout: RefCell<Option<Timeout>>,
    /// Where what was posted comes back.
    turns: MessagePort,
    _on_turn: Closure<dyn FnMut()>,
}

impl Browser {
    fn new(speed: Speed) -> Self {
        // No `expect`: it would put into the page how JavaScript's values are printed.
        let Ok(channel) = MessageChannel::new() else {
            unreachable!("every browser with wasm has MessageChannel");
        };
        let parked = Rc::new(Parked {
            waker: RefCell::default(),
            deadline: Cell::default(),
            turn: channel.port2(),
            turn_asked: Cell::default(),
        });
        let waits = parked.clone();
        let on_turn = Closure::new(move || {
            if waits.turn_asked.take() {
                waits.unpark();
            }
        });
        let turns = channel.port1();
        turns.set_onmessage(Some(on_turn.as_ref().unchecked_ref()));
        Browser {
            origin: performance_now(),
            started: Duration::from_millis(js_sys::Date::now() as u64),
            speed,
            parked,
            timeout: RefCell::default(),
            turns,
            _on_turn: on_turn,
        }
    }

    fn set_timeout(&self, deadline: Option<Duration>) {
        if self.parked.deadline.replace(deadline) == deadline {
            return;
        }
        *self.timeout.borrow_mut() = deadline.map(|deadline| {
            let wait = deadline.saturating_sub(self.now()).min(LONGEST_TIMEOUT);
            let parked = self.parked.clone();
            // Rounded up: `setTimeout` takes whole milliseconds and cuts off the rest.
            let millis = nanos(wait).div_ceil(1_000_000) as u32;
            Timeout::new(millis, move || {
                // It may have fired too early, and is set again then. Not here, where it would be one that is set
                // by another.
                parked.deadline.set(None);
                parked.ask_for_turn();
            })
        });
    }
}

impl Driver for Browser {
    fn now(&self) -> Duration {
        // Never negative by the specification (High Resolution Time, "monotonic clock").
        duration(performance_now() - self.origin)
    }

    fn program_at(&self, now: Duration) -> Duration {
        self.speed.program(now)
    }

    fn started(&self) -> Duration {
        self.started
    }

    fn block(&self, program: Duration) {
        block_thread(self.speed.wall(program));
    }

    fn park(&self, park: Park) {
        match park {
            Park::Turn => self.parked.ask_for_turn(),
            Park::Until(deadline) => self.set_timeout(Some(deadline)),
            Park::Over => {
                self.set_timeout(None);
                // Its future is polled once more, and ends.
                self.parked.unpark();
            }
        }
    }

    fn unpark(&self) {
        self.parked.unpark();
    }

    fn spawn_blocking(&self, runtime: &Runtime, lane: TaskId, work: fn(), completer: Completer) {
        worker::browser::start(runtime, lane, work, completer);
    }

    fn longest_run(&self) -> Limit {
        Limit::Real
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.turns.set_onmessage(None);
        self.turns.close();
    }
}

/// Since the page was opened.
pub fn since_page() -> Duration {
    duration(performance_now())
}

/// Milliseconds since the page was opened.
fn performance_now() -> f64 {
    PERFORMANCE.with(web_sys::Performance::now)
}

/// So many milliseconds; `Duration::from_secs_f64` would take longer than to ask for them.
fn duration(millis: f64) -> Duration {
    let secs = (millis / 1e3) as u64;
    let nanos = (millis - secs as f64 * 1e3) * 1e6;
    Duration::new(secs, nanos as u32)
}

/// Blocks the thread for real: a browser has nothing for that but to spin.
pub fn block_thread(duration: Duration) {
    let end = performance_now() + duration.as_secs_f64() * 1e3;
    while performance_now() < end {
        std::hint::spin_loop();
    }
}
