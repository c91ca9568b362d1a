//! A clock that moves only when it is told to.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use super::Clock;

/// Time that jumps: from deadline to deadline, and over every blocking wait.
///
/// Clones are the same clock: a run has one, and who drives the run has another.
#[derive(Clone, Debug, Default)]
pub struct SimulatedClock {
    now: Rc<Cell<Duration>>,
}

impl SimulatedClock {
    /// Jumps to `deadline`; stays where it is if that has passed.
    pub fn advance_to(&self, deadline: Duration) {
        self.now.set(self.now.get().max(deadline));
    }
}

impl Clock for SimulatedClock {
    fn now(&self) -> Duration {
        self.now.get()
    }

    /// Nothing to ask for: whoever drives the run jumps to the next deadline.
    fn arm(&self, _deadline: Option<Duration>) {}

    /// Nothing to ask for: whoever drives the run takes turns.
    fn arm_turn(&self) {}

    fn block(&self, duration: Duration) {
        self.now.set(self.now.get() + duration);
    }

    /// A simulated day begins at midnight.
    fn started(&self) -> Duration {
        Duration::ZERO
    }
}
