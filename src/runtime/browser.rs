//! A run on the browser's own event loop.

use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use tokio::sync::oneshot;

use super::executor::Executor;
use super::{Runtime, next_run};
use crate::clock::browser::BrowserClock;

/// Starts `main`, and returns at once: it is first polled in a microtask.
///
/// The receiver hears when the run has ended. Dropping the runtime stops nothing:
/// call [`Runtime::stop`].
#[track_caller]
pub fn start<F>(main: F, speed: f64) -> (Runtime, oneshot::Receiver<()>)
where
    F: Future<Output = ()> + 'static,
{
    let site = Location::caller().into();
    let id = next_run();
    let with_run = move |act: fn(&Runtime)| -> Rc<dyn Fn()> {
        Rc::new(move || {
            if let Some(runtime) = Runtime::find(id) {
                act(&runtime);
            }
        })
    };
    let clock = BrowserClock::start(
        with_run(Runtime::fire_due),
        with_run(|runtime| {
            runtime.turn();
        }),
    );
    let runtime = Runtime::new(id, Box::new(clock), Executor::Browser, speed);
    let ended = runtime.start(main, site);
    (runtime, ended)
}
