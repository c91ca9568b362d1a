//! What a run may do at most, so that every run ends.
//!
//! Each limit is far above what a program does that somebody looks at, and low
//! enough for a run that never ends by itself to be over in seconds, where it is
//! not time itself that it wastes.

use std::fmt;
use std::time::Duration;

use super::{Context, Outcome, Runtime};
use crate::trace::TaskId;

/// How often the tasks of a run may be polled, all together.
pub const MOST_POLLS: u64 = 10_000_000;

/// How many events of a run are recorded. Only the first
/// [`RECORDED_TASKS`](crate::trace::RECORDED_TASKS) tasks have any.
pub const MOST_EVENTS: usize = 500_000;

/// How many more events there may be when a run is over: what drop guards say.
const LAST_WORDS: usize = 10_000;

/// How many tasks, branches and workers a run may have beside its `main`.
pub const MOST_SPAWNED: u32 = 1_000_000;

/// How long a simulated run may last on its own clock, which costs no time.
pub const LONGEST_SIMULATED: Duration = Duration::from_secs(24 * 60 * 60);

/// How long a run in the browser may last.
pub const LONGEST_REAL: Duration = Duration::from_secs(10 * 60);

/// A limit of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// [`MOST_POLLS`].
    Polls,
    /// [`MOST_EVENTS`].
    Events,
    /// [`MOST_SPAWNED`].
    Spawned,
    /// [`LONGEST_SIMULATED`].
    Simulated,
    /// [`LONGEST_REAL`].
    Real,
}

impl Limit {
    /// How long a run may last, where that is what it limits.
    pub fn duration(self) -> Duration {
        match self {
            Limit::Simulated => LONGEST_SIMULATED,
            Limit::Real => LONGEST_REAL,
            Limit::Polls | Limit::Events | Limit::Spawned => Duration::MAX,
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, what) = match self {
            Limit::Polls => (MOST_POLLS, "polls"),
            Limit::Events => (MOST_EVENTS as u64, "recorded events"),
            Limit::Spawned => (u64::from(MOST_SPAWNED), "spawned tasks and branches"),
            Limit::Simulated => (LONGEST_SIMULATED.as_secs() / 3600, "simulated hours"),
            Limit::Real => (LONGEST_REAL.as_secs() / 60, "minutes"),
        };
        write!(f, "the limit of {} {what}", grouped(count))
    }
}

/// `1,000,000`.
fn grouped(number: u64) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", grouped(number / 1000), number % 1000),
    }
}

impl Runtime {
    /// The limit that the run has reached, if any.
    pub(super) fn reached_limit(&self) -> Option<Limit> {
        let longest = self.shared.driver.longest_run();
        if self.shared.seen.get() >= longest.duration() {
            Some(longest)
        } else if self.shared.scheduler.polls() >= MOST_POLLS {
            Some(Limit::Polls)
        } else {
            let events = self.trace(|trace| trace.len());
            (events >= MOST_EVENTS).then_some(Limit::Events)
        }
    }

    /// Fails the run between two polls: `last` is who was polled before.
    pub(super) fn fail_at(&self, limit: Limit, last: TaskId) {
        let last = self.lane_name(last);
        let message = format!("the run has reached {limit}: {last} was polled last");
        self.end(Outcome::Failed(message));
    }

    /// Whether the program may add one more event. If not, its poll is ended.
    pub(super) fn may_record(&self, line: u32) -> bool {
        let most = match self.is_ending() {
            true => MOST_EVENTS + LAST_WORDS,
            false => MOST_EVENTS,
        };
        let may = self.trace(|trace| trace.len()) < most;
        if !may {
            self.panic_at(Limit::Events, line);
        }
        may
    }

    /// Ends the poll of a program that spawns too much.
    pub(super) fn check_spawned(&self, line: u32) {
        if self.trace(|trace| trace.spawned()) > MOST_SPAWNED {
            self.panic_at(Limit::Spawned, line);
        }
    }

    /// Ends the poll of a program that blocks for too long.
    pub(super) fn check_time(&self, line: u32) {
        let longest = self.shared.driver.longest_run();
        if self.now() >= longest.duration() {
            self.panic_at(longest, line);
        }
    }

    /// Ends the run and the poll that goes on, which might never end by itself: by a panic.
    fn panic_at(&self, limit: Limit, line: u32) {
        // Who unwinds already, ends; a second panic would take the process with it.
        if std::thread::panicking() {
            return;
        }
        let lane = Context::expect().lane;
        let lane = self.lane_name(lane);
        let message = format!("the run has reached {limit}: {lane} stands in line {line}");
        let failed = (self.now(), Outcome::Failed(message.clone()));
        self.shared.ending.replace(Some(failed));
        if !self.exceed(&message) {
            panic!("{message}");
        }
    }
}
