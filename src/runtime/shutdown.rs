//! How a run ends.
//!
//! A run ends with its `main`, as a tokio program does: `main` is dropped, and then
//! what is still alive, at once and without another poll. Only when nothing is left
//! does the receiver that `start` gives hear of it.

use super::driver::Park;
use super::{Context, Outcome, RUNS, Runtime};
use crate::trace::{Event, State};

impl Runtime {
    /// Drops all that is left of the run, as when the caller has lost interest. The outcome is [`Outcome::Stopped`].
    ///
    /// What is being polled goes on to its next await. Does nothing to a run that is
    /// ending or has ended.
    pub fn stop(&self) {
        self.end(Outcome::Stopped);
        if !self.shared.scheduler.is_running() {
            self.shut_down();
        }
    }

    /// Says how the run ends, unless that is known already. The scheduler shuts it down after the poll that goes on.
    pub(crate) fn end(&self, outcome: Outcome) {
        let mut ending = self.shared.ending.borrow_mut();
        ending.get_or_insert_with(|| (self.now(), outcome));
    }

    pub(super) fn is_ending(&self) -> bool {
        self.shared.ending.borrow().is_some()
    }

    /// Drops what is still alive, in tokio's order. What it spawns meanwhile is dropped at once.
    pub(super) fn shut_down(&self) {
        let scheduler = &self.shared.scheduler;
        if self.shared.ended.borrow().is_none() {
            return;
        }
        // Whatever a drop guard does, wakes nobody.
        scheduler.set_running(true);
        let left = scheduler.owned.borrow_mut().close();
        for number in left {
            if scheduler.owned.borrow().alive() == 0 {
                break;
            }
            let task = scheduler.owned.borrow_mut().take(number);
            if let Some((task, _)) = task {
                self.cancel_recorded(task);
            }
        }
        self.terminate_workers();
        scheduler.clear();
        // What is still set outlives its run.
        self.shared.timers.take();
        self.close();
    }

    /// Ends the run here and now, because the instance that it lives in is lost: nothing is dropped any more but its workers.
    pub fn fail(&self, message: &str) {
        if let Some(context) = Context::current()
            && context.runtime.shared.id == self.shared.id
        {
            let state = self.trace(|trace| trace.state(context.lane));
            // A drop guard may panic outside of any poll.
            if let Some(State::Busy { .. }) = state {
                self.record(context.lane, Event::PollEnd { ready: true });
                let message = message.into();
                self.record(context.lane, Event::Panic { message });
            }
        }
        self.end(Outcome::Failed(message.to_string()));
        self.terminate_workers();
        self.close();
    }

    fn close(&self) {
        RUNS.with_borrow_mut(|runs| runs.retain(|(run, _)| *run != self.shared.id));
        self.shared.driver.park(Park::Over);
        if let Some(ended) = self.shared.ended.borrow_mut().take() {
            // Nobody listens to a run whose handle was dropped.
            let _ = ended.send(());
        }
    }
}
