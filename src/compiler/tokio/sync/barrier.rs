//! Waiting for each other.

use std::cell::Cell;
use std::fmt;

use super::notify::Notify;

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
    #[track_caller]
    pub fn new(n: usize) -> Barrier {
        Barrier {
            n: n.max(1),
            arrived: Cell::new(0),
            generation: Cell::new(0),
            on_all: Notify::const_new(),
        }
    }

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

#[derive(Debug, Clone)]
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    pub fn is_leader(&self) -> bool {
        self.0
    }
}
