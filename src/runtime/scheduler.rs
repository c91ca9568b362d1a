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
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::task::{Poll, Waker};
use std::time::Duration;

use super::driver::Park;
use super::owned_tasks::{OwnedTask, OwnedTasks};
use super::waker::TaskWaker;
use super::{Outcome, Runtime};
use crate::trace::{Cause, Event, TaskId};

/// After so many polls the scheduler looks at its timers (tokio's `event_interval`).
const EVENT_INTERVAL: u32 = 61;

/// What polls the tasks of a run.
#[derive(Default)]
pub struct Scheduler {
    pub owned: RefCell<OwnedTasks>,
    ready: RefCell<VecDeque<Arc<TaskWaker>>>,
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
    pub fn push(&self, task: Arc<TaskWaker>) {
        match task.task {
            TaskId::MAIN => self.main_woken.set(true),
            _ => self.ready.borrow_mut().push_back(task),
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
        let slice_end = self.now().saturating_add(slice);
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
                        self.poll_task(task.number);
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
        if deadline.is_none() && !self.has_workers() {
            self.end(Outcome::Failed(self.deadlock()));
            return None;
        }
        // A worker may never be done.
        let longest = self.shared.driver.longest_run().duration();
        Some(Park::Until(deadline.unwrap_or(longest).min(longest)))
    }

    /// Polls a task, or drops it if it was aborted.
    fn poll_task(&self, number: u32) {
        let scheduler = &self.shared.scheduler;
        let Some(mut task) = scheduler.owned.borrow_mut().take(number) else {
            return;
        };
        let waker = task.waker.clone();
        if waker.cancelled.load(Relaxed) {
            return self.cancel(task);
        }
        scheduler.polls.update(|polls| polls + 1);
        scheduler.last_polled.set(waker.task.0);
        waker.woken.store(false, Relaxed);
        waker.polling.store(true, Relaxed);
        let end = self.poll_recorded(&mut task);
        waker.polling.store(false, Relaxed);
        match end {
            Poll::Ready(outcome) => {
                // It is woken no more.
                waker.woken.store(true, Relaxed);
                if waker.task == TaskId::MAIN {
                    self.end(outcome);
                }
            }
            // Who aborts itself is dropped where it waits next.
            Poll::Pending if waker.cancelled.load(Relaxed) => self.cancel(task),
            Poll::Pending => {
                scheduler.owned.borrow_mut().put_back(task);
                // While it is polled, a task is not put on the ready queue: it goes to the end
                // of it afterwards.
                if waker.woken.load(Relaxed) {
                    scheduler.push(waker);
                }
            }
        }
    }

    /// Drops a task that was taken out.
    pub(super) fn cancel(&self, mut task: OwnedTask) {
        task.waker.woken.store(true, Relaxed);
        self.cancel_recorded(&mut task);
    }

    /// A task that was not to be polled is to be.
    pub(super) fn wake(&self, waker: &Arc<TaskWaker>) {
        if self.is_ending() {
            return;
        }
        self.record_wake(waker.task);
        let scheduler = &self.shared.scheduler;
        if !waker.polling.load(Relaxed) {
            scheduler.push(waker.clone());
        }
        if !scheduler.is_running() {
            self.shared.driver.unpark();
        }
    }

    /// Wakes every sleeper whose deadline has come, in order.
    fn fire_due(&self) {
        self.shared.cause.set(Cause::Timer);
        let now = self.tick();
        loop {
            // The borrow ends before anything is woken.
            let due = self.shared.timers.borrow_mut().pop_due(now);
            let Some(due) = due else { break };
            if let Some(lane) = due.lane
                && self.is_alive(lane)
            {
                let due = self.wall_at(due.tick);
                self.record(lane, Event::Fire { due });
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
