//! Who is polled when: tokio's current-thread scheduler, step for step.
//!
//! A round polls `main`, which is what tokio's `block_on` is given, if it was woken,
//! and then up to [`EVENT_INTERVAL`] tasks of one ready queue, first in, first out.
//! Then, or when the queue is empty, the scheduler looks at its timers, and wakes who
//! has yielded: the last one first. (tokio 1.54, `runtime/scheduler/current_thread/mod.rs`,
//! `CoreGuard::block_on`, and `runtime/scheduler/defer.rs`.)
//!
//! It parks where tokio would block the thread, and where only yielders are left: a page
//! is drawn and hears of its timers in between turns of its event loop only. It parks
//! as well when its slice of time is used up, and goes on exactly where it was. So the
//! order in which tasks are polled is the same on every clock.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::task::{Poll, Waker};
use std::time::Duration;

use super::driver::Park;
use super::owned_tasks::{Next, OwnedTask, OwnedTasks};
use super::{Outcome, Runtime, Time};
use crate::trace::{Cause, Event, TaskId};

/// After so many polls the scheduler looks at its timers (tokio's `event_interval`).
const EVENT_INTERVAL: u32 = 61;

/// What polls the tasks of a run.
#[derive(Default)]
pub struct Scheduler {
    pub owned: RefCell<OwnedTasks>,
    /// The numbers of the tasks that are to be polled, but for `main`.
    ready: RefCell<VecDeque<u32>>,
    /// Who has yielded.
    deferred: RefCell<Vec<Waker>>,
    /// Whether `main` is to be polled.
    main_woken: Cell<bool>,
    step: Cell<Step>,
    /// Whether it is not parked.
    running: Cell<bool>,
    polls: Cell<u64>,
    last_polled: Cell<u32>,
}

/// What a round does next.
#[derive(Clone, Copy, Default)]
enum Step {
    #[default]
    Main,
    /// The next task of the queue, after so many.
    Tasks(u32),
    /// Look at the timers, and wake who has yielded.
    Events,
}

impl Scheduler {
    /// Wakes a task when the scheduler has looked at its timers.
    ///
    /// Who yields twice in a row is woken once: tokio's rule.
    pub fn defer(&self, waker: &Waker) {
        let mut deferred = self.deferred.borrow_mut();
        if !deferred.last().is_some_and(|last| last.will_wake(waker)) {
            deferred.push(waker.clone());
        }
    }

    /// Puts a task on the ready queue.
    pub fn push(&self, number: u32) {
        match number {
            0 => self.main_woken.set(true),
            _ => self.ready.borrow_mut().push_back(number),
        }
    }

    /// Forgets who is ready: nobody will be polled any more.
    pub fn clear(&self) {
        self.ready.take();
        self.deferred.take();
    }

    pub fn is_running(&self) -> bool {
        self.running.get()
    }

    pub fn set_running(&self, running: bool) {
        self.running.set(running);
    }

    /// How often tasks were polled.
    pub fn polls(&self) -> u64 {
        self.polls.get()
    }
}

impl Runtime {
    /// Polls until the run is over, or the scheduler parks; at most for about as long as `slice`.
    pub(super) fn run(&self, slice: Duration) -> Poll<()> {
        let scheduler = &self.shared.scheduler;
        self.set_time(Time::Unknown);
        let slice_end = self.event_time().saturating_add(slice);
        scheduler.running.set(true);
        let park = loop {
            if let Some(limit) = self.reached_limit() {
                self.fail_at(limit, TaskId(scheduler.last_polled.get()));
            }
            if self.is_ending() {
                break None;
            }
            // As of the last event: asking the browser for the time once more would cost more than most polls.
            if self.shared.seen.get() >= slice_end {
                break Some(Park::Turn);
            }
            if let Some(park) = self.step() {
                break Some(park);
            }
        };
        scheduler.running.set(false);
        self.set_time(Time::Passes);
        match park {
            Some(park) => {
                self.shared.driver.park(park);
                Poll::Pending
            }
            None => {
                self.shut_down();
                Poll::Ready(())
            }
        }
    }

    fn step(&self) -> Option<Park> {
        let scheduler = &self.shared.scheduler;
        match scheduler.step.get() {
            Step::Main => {
                scheduler.step.set(Step::Tasks(0));
                if scheduler.main_woken.take() {
                    self.poll_task(0);
                }
            }
            Step::Tasks(EVENT_INTERVAL) => scheduler.step.set(Step::Events),
            Step::Tasks(polled) => {
                let task = scheduler.ready.borrow_mut().pop_front();
                match task {
                    Some(task) => {
                        scheduler.step.set(Step::Tasks(polled + 1));
                        self.poll_task(task);
                    }
                    None => {
                        scheduler.step.set(Step::Events);
                        return self.nobody_is_ready();
                    }
                }
            }
            Step::Events => {
                scheduler.step.set(Step::Main);
                self.fire_due();
                self.wake_deferred();
                // They may have been many.
                self.set_time(Time::Unknown);
            }
        }
        None
    }

    /// What to wait for now that the ready queue is empty.
    fn nobody_is_ready(&self) -> Option<Park> {
        let scheduler = &self.shared.scheduler;
        if scheduler.main_woken.get() {
            return None;
        }
        if !scheduler.deferred.borrow().is_empty() {
            return Some(Park::Turn);
        }
        let deadline = self.next_deadline();
        if deadline.is_none() && !self.has_workers() && !self.hears_from_outside() {
            self.end(Outcome::Failed(self.deadlock()));
            return None;
        }
        // What does not depend on the run may never come.
        let longest = self.shared.driver.longest_run().duration();
        Some(Park::Until(deadline.unwrap_or(longest).min(longest)))
    }

    /// Polls a task, or drops it if it was aborted.
    fn poll_task(&self, number: u32) {
        let scheduler = &self.shared.scheduler;
        let taken = scheduler.owned.borrow_mut().take(number);
        let Some((task, cancelled)) = taken else {
            return;
        };
        if cancelled {
            return self.cancel_recorded(task);
        }
        scheduler.polls.update(|polls| polls + 1);
        scheduler.last_polled.set(task.lane.0);
        match self.poll_recorded(task) {
            ControlFlow::Break(outcome) if number == 0 => self.end(outcome),
            ControlFlow::Break(_) => {}
            ControlFlow::Continue(task) => self.put_back(task),
        }
    }

    /// Puts a task back that was polled, or is new.
    pub(super) fn put_back(&self, task: OwnedTask) {
        let scheduler = &self.shared.scheduler;
        let number = task.number;
        let next = scheduler.owned.borrow_mut().put_back(task);
        match next {
            Next::Waits => {}
            // While it is polled, a task is not put on the ready queue: it goes to the end
            // of it afterwards.
            Next::Ready => scheduler.push(number),
            // Who aborts itself is dropped where it waits next.
            Next::Cancelled(task) => self.cancel_recorded(task),
        }
    }

    /// A task is to be polled.
    pub(super) fn wake(&self, number: u32) {
        let scheduler = &self.shared.scheduler;
        let woken = scheduler.owned.borrow_mut().wake(number);
        let Some((lane, waits)) = woken else { return };
        if self.is_ending() {
            return;
        }
        self.record_wake(lane);
        if waits {
            scheduler.push(number);
        }
        if !scheduler.is_running() {
            self.shared.driver.unpark();
        }
    }

    /// Wakes every sleeper whose deadline has come, in order.
    fn fire_due(&self) {
        self.shared.cause.set(Cause::Timer);
        self.set_time(Time::Seen);
        let now = self.tick();
        loop {
            // The borrow ends before anything is woken.
            let due = self.shared.timers.borrow_mut().pop_due(now);
            let Some(due) = due else { break };
            if self.is_told(due.lane) {
                let at = self.wall_at(due.tick);
                self.record(due.lane, Event::Fire { due: at });
            }
            if let Some(waker) = due.waker {
                waker.wake();
            }
        }
        self.shared.cause.set(Cause::Js);
    }

    /// Has a task woken that yields.
    pub(crate) fn defer(&self, waker: &Waker) {
        self.shared.scheduler.defer(waker);
    }

    fn wake_deferred(&self) {
        let deferred = &self.shared.scheduler.deferred;
        loop {
            let last = deferred.borrow_mut().pop();
            let Some(waker) = last else { break };
            waker.wake();
        }
    }
}
