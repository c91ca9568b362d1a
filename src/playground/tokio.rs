//! tokio's names, at their usual places.

mod macros;
pub mod runtime;

pub use ::tokio::pin;

pub use self::task::spawn;
pub use crate::{__join as join, __select as select, __try_join as try_join};

/// What tasks share and send: tokio's own, but for what is told of it.
pub mod sync {
    pub use ::tokio::sync::*;

    pub use crate::runtime::{Mutex, MutexGuard};

    /// Channels with many senders and one receiver.
    pub mod mpsc {
        pub use ::tokio::sync::mpsc::*;

        pub use crate::runtime::{UnboundedReceiver, UnboundedSender, unbounded_channel};
    }
}

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
