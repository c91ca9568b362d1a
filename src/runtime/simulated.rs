//! A run on the simulated clock: deterministic, and finished at once.

use std::cell::Cell;
use std::future::Future;
use std::time::Duration;

use super::driver::{Driver, Park};
use super::join_handle::Completer;
use super::limits::Limit;
use super::{Runtime, worker};
use crate::speed::Speed;
use crate::trace::{Location, TaskId};

/// Runs `main` to its end, with every wait skipped.
///
/// The outcome is [`Outcome::Failed`](super::Outcome::Failed) if all tasks wait and no
/// deadline is set, or if the run reaches one of its [limits](super::limits).
#[track_caller]
pub fn run<F>(main: F, speed: Speed) -> Runtime
where
    F: Future<Output = ()> + 'static,
{
    let location = Location::caller();
    let program = Cell::default();
    let runtime = Runtime::new(Box::new(Simulated { speed, program }), speed);
    let _ended = runtime.start(main, location);
    while runtime.run(Duration::MAX).is_pending() {}
    runtime
}

/// Time that jumps: from deadline to deadline, and over every blocking wait.
///
/// It is the program's own time, which no rounding of the wall clock may move.
struct Simulated {
    speed: Speed,
    program: Cell<Duration>,
}

impl Driver for Simulated {
    fn now(&self) -> Duration {
        self.speed.wall(self.program.get())
    }

    fn program_at(&self, _now: Duration) -> Duration {
        self.program.get()
    }

    /// A simulated day begins at midnight.
    fn started(&self) -> Duration {
        Duration::ZERO
    }

    fn block(&self, program: Duration) {
        self.program.set(self.program.get() + program);
    }

    /// Jumps by whole milliseconds, as tokio's paused clock does.
    fn park(&self, park: Park) {
        if let Park::Until(deadline) = park {
            let now = self.program.get();
            let millis = |program: Duration| program.as_millis() as u64;
            let wait = millis(self.speed.program(deadline)).saturating_sub(millis(now));
            self.program.set(now + Duration::from_millis(wait));
        }
    }

    /// Nobody wakes a task while the scheduler is parked: it goes on at once.
    fn unpark(&self) {}

    fn spawn_blocking(&self, runtime: &Runtime, lane: TaskId, work: fn(), completer: Completer) {
        worker::simulated::start(runtime, lane, work, completer);
    }

    fn longest_run(&self) -> Limit {
        Limit::Simulated
    }
}
