//! A run on the simulated clock: deterministic, and finished at once.

use std::future::Future;
use std::panic::Location;
use std::time::Duration;

use super::executor::{Executor, ReadyQueue};
use super::{Outcome, Runtime, next_run};
use crate::clock::simulated::SimulatedClock;

/// How long a simulated run may last: longer than any lesson, so that a program that never ends is told from one that does.
pub const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// Runs `main` to its end, with every wait skipped.
///
/// Fails with [`Outcome::Failed`] if all tasks wait and no deadline is set, or if
/// the run takes longer than [`LONGEST`].
#[track_caller]
pub fn run<F>(main: F, speed: f64) -> Runtime
where
    F: Future<Output = ()> + 'static,
{
    let site = Location::caller().into();
    let clock = SimulatedClock::default();
    let ready = ReadyQueue::default();
    let executor = Executor::Simulated(ready.clone());
    let runtime = Runtime::new(next_run(), Box::new(clock.clone()), executor, speed);
    let mut ended = runtime.start(main, site);
    let mut step = || {
        while let Some(task) = ready.pop() {
            task.run();
        }
        ended.try_recv().is_err()
    };
    while step() {
        let next = runtime.next_deadline();
        // What came due while the thread was blocked goes before whoever has yielded, as in tokio.
        runtime.fire_due();
        let fired = runtime.next_deadline() != next;
        if runtime.turn() || fired {
            continue;
        }
        match next {
            Some(deadline) if deadline <= LONGEST => clock.advance_to(deadline),
            Some(_) => runtime.end(Outcome::Failed(format!(
                "the program did not end within {} simulated hours",
                LONGEST.as_secs() / 3600
            ))),
            None => runtime.end(Outcome::Failed(
                "deadlock: every task waits, and nothing is left that could wake one".into(),
            )),
        }
    }
    runtime
}
