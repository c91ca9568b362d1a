//! tokio's names, at their usual places.

mod macros;
pub mod runtime;

pub use ::tokio::{pin, sync};

pub use self::task::spawn;
pub use crate::{__join as join, __select as select, __try_join as try_join};

/// Tasks.
pub mod task {
    pub use crate::runtime::{
        AbortHandle, Id, JoinError, JoinHandle, JoinSet, Yield, spawn, spawn_blocking, spawn_local,
    };

    /// Lets everything else that is ready run, and the event loop have its turn.
    pub fn yield_now() -> Yield {
        Yield::default()
    }
}

/// Waits.
pub mod time {
    pub use std::time::Duration;

    pub use crate::runtime::{
        Instant, Interval, MissedTickBehavior, Sleep, Timeout, interval, interval_at, sleep,
        sleep_until, timeout, timeout_at,
    };

    /// What a wait may end with.
    pub mod error {
        pub use crate::runtime::Elapsed;
    }
}
