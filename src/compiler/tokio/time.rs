//! Waiting.

pub mod error;
mod instant;
mod interval;
mod sleep;
mod timeout;

pub use instant::Instant;
pub use interval::{Interval, MissedTickBehavior, interval, interval_at};
pub use sleep::{Sleep, sleep, sleep_until};
pub use std::time::Duration;
pub(crate) use timeout::elapsed_timeouts;
pub use timeout::{Timeout, timeout, timeout_at};
