//! The seam between a run and the world that it lives in: a browser, or a simulated clock.

use std::time::Duration;

use super::Runtime;
use super::join_handle::Completer;
use super::limits::Limit;
use crate::trace::TaskId;

/// What a [`Runtime`] needs of the world.
///
/// All times are [`Duration`]s since the run began, on the wall clock where nothing else is said.
pub trait Driver {
    /// Since the run began.
    fn now(&self) -> Duration;

    /// As the program sees it when the clock shows `now`, which it does.
    fn program_at(&self, now: Duration) -> Duration;

    /// The time of day at which the run began, since the Unix epoch.
    fn started(&self) -> Duration;

    /// Blocks the thread, for a time as the program sees it.
    fn block(&self, program: Duration);

    /// The scheduler has stopped to poll, and goes on when what it waits for has come.
    /// It may be told too early: it looks at [`now`](Driver::now) itself.
    ///
    /// Replaces what it has waited for before.
    fn park(&self, park: Park);

    /// A task was woken while the scheduler is parked: it is to go on at once.
    fn unpark(&self);

    /// Starts `work` on a thread of its own. What becomes of it, `completer` is told.
    fn spawn_blocking(&self, runtime: &Runtime, lane: TaskId, work: fn(), completer: Completer);

    /// How long a run of this kind may last.
    fn longest_run(&self) -> Limit;
}

/// What a scheduler waits for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Park {
    /// A turn of the event loop, in which everything else of the page happens.
    Turn,
    /// A moment.
    Until(Duration),
    /// Nothing: its run is over.
    Over,
}
