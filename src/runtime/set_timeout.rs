//! Timers that are the browser's own, one `setTimeout` each, as `gloo_timers` has them.
//!
//! Those of `sleep` are the scheduler's: it looks at the clock between polls. These fire when the browser has a turn for
//! them, which is what a lesson shows.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context as TaskContext, Poll, Waker};
use std::time::Duration;

use gloo_timers::callback;

use super::{Context, Outside, Runtime};
use crate::trace::{Cause, Event, Location, TaskId, nanos};

/// `gloo_timers::callback::Timeout`: calls back once, unless it is dropped before. At speed 2 after half the time.
#[must_use = "timeouts cancel on drop; either call `forget` or `drop` explicitly"]
pub struct Timeout(callback::Timeout);

impl Timeout {
    /// Calls `callback` after `millis` milliseconds.
    #[track_caller]
    pub fn new(millis: u32, callback: impl FnOnce() + 'static) -> Timeout {
        let Context { runtime, .. } = Context::expect();
        // Dropped with the closure: when it was called, or never will be.
        let outside = Outside::begin();
        let call = move || {
            callback();
            drop(outside);
        };
        let wait = runtime.speed().wall(Duration::from_millis(millis.into()));
        Timeout(set_timeout(wait, Box::new(call)))
    }

    /// It calls back although nobody keeps it.
    pub fn forget(self) {
        self.0.forget();
    }
}

/// `gloo_timers::future::TimeoutFuture`: its timer is set when it is made.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct TimeoutFuture {
    alarm: Rc<Alarm>,
    line: u32,
}

impl TimeoutFuture {
    /// Is ready after `millis` milliseconds, in a turn of the event loop.
    #[track_caller]
    pub fn new(millis: u32) -> TimeoutFuture {
        let Context { runtime, .. } = Context::expect();
        let wait = Duration::from_millis(millis.into());
        let alarm = Rc::new(Alarm {
            run: runtime.id(),
            wait,
            due: runtime.now() + runtime.speed().wall(wait),
            timeout: RefCell::default(),
            fired: Cell::default(),
            waiting: RefCell::default(),
            _outside: Outside::begin(),
        });
        alarm.set(&runtime);
        let line = Location::caller().line;
        TimeoutFuture { alarm, line }
    }
}

impl Future for TimeoutFuture {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()> {
        let Context { runtime, lane } = Context::expect();
        let (alarm, line) = (&self.alarm, self.line);
        if alarm.fired.get() {
            return Poll::Ready(());
        }
        let before = alarm.waiting.replace(Some((lane, cx.waker().clone())));
        if before.is_none() {
            let until = alarm.due;
            runtime.record_of_program(lane, Event::Sleep { until, line }, line);
        }
        Poll::Pending
    }
}

/// Nobody waits any more: the browser need not call.
impl Drop for TimeoutFuture {
    fn drop(&mut self) {
        let Alarm { due, .. } = *self.alarm;
        self.alarm.timeout.take();
        if let Some((lane, _)) = self.alarm.waiting.take()
            && let Some(runtime) = Runtime::find(self.alarm.run)
        {
            runtime.record_taken_back(lane, due);
        }
    }
}

/// A timer, and who waits for it.
struct Alarm {
    run: u32,
    /// As the program sees it.
    wait: Duration,
    due: Duration,
    timeout: RefCell<Option<callback::Timeout>>,
    fired: Cell<bool>,
    waiting: RefCell<Option<(TaskId, Waker)>>,
    _outside: Outside,
}

impl Alarm {
    fn set(self: &Rc<Self>, runtime: &Runtime) {
        let wait = self.due.saturating_sub(runtime.now());
        let alarm = Rc::downgrade(self);
        let call = move || {
            if let Some(alarm) = alarm.upgrade() {
                alarm.fire();
            }
        };
        self.timeout
            .replace(Some(set_timeout(wait, Box::new(call))));
    }

    fn fire(self: &Rc<Self>) {
        let Some(runtime) = Runtime::find(self.run) else {
            return;
        };
        if runtime.now() < self.due {
            // It has fired too early.
            return self.set(&runtime);
        }
        self.fired.set(true);
        runtime.add_wait(self.wait);
        if let Some((lane, waker)) = self.waiting.take() {
            if runtime.is_told(lane) {
                runtime.record(lane, Event::Fire { due: self.due });
            }
            runtime.shared.cause.set(Cause::Timer);
            waker.wake();
            runtime.shared.cause.set(Cause::Js);
        }
    }
}

/// Boxed, so that the wasm has the rest of it only once.
fn set_timeout(wait: Duration, call: Box<dyn FnOnce()>) -> callback::Timeout {
    // Rounded up: `setTimeout` takes whole milliseconds and cuts off the rest.
    let millis = nanos(wait).div_ceil(1_000_000) as u32;
    callback::Timeout::new(millis, call)
}
