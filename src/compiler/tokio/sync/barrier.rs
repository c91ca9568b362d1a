//! Waiting for each other.

use std::cell::Cell;
use std::fmt;

use super::notify::Notify;

/// A barrier enables multiple tasks to synchronize the beginning of some computation.
pub struct Barrier {
    n: usize,
    arrived: Cell<usize>,
    /// How often all have arrived.
    generation: Cell<usize>,
    on_all: Notify,
}

unsafe impl Send for Barrier {}
unsafe impl Sync for Barrier {}

impl Barrier {
    /// Creates a new barrier that can block a given number of tasks.
    #[track_caller]
    pub fn new(n: usize) -> Barrier {
        Barrier {
            n: n.max(1),
            arrived: Cell::new(0),
            generation: Cell::new(0),
            on_all: Notify::const_new(),
        }
    }

    /// Does not resolve until all tasks have rendezvoused here.
    pub async fn wait(&self) -> BarrierWaitResult {
        self.arrived.set(self.arrived.get() + 1);
        if self.arrived.get() == self.n {
            self.arrived.set(0);
            self.generation.set(self.generation.get() + 1);
            self.on_all.notify_waiters();
            return BarrierWaitResult(true);
        }
        let generation = self.generation.get();
        while self.generation.get() == generation {
            self.on_all.notified().await;
        }
        BarrierWaitResult(false)
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier")
            .field("n", &self.n)
            .finish_non_exhaustive()
    }
}

/// A `BarrierWaitResult` is returned by `wait` when all tasks in the `Barrier` have rendezvoused.
#[derive(Debug, Clone)]
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    /// Returns `true` if this task from wait is the "leader task".
    pub fn is_leader(&self) -> bool {
        self.0
    }
}
