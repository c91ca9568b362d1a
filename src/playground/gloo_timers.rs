//! The names of `gloo-timers`.

/// Timers that call back.
pub mod callback {
    pub use crate::runtime::set_timeout::Timeout;
}

/// Timers that are awaited.
pub mod future {
    pub use crate::runtime::set_timeout::TimeoutFuture;
}
