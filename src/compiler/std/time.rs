//! Spans of time, and moments.

mod duration;
mod moments;

pub use duration::{Duration, TryFromFloatSecsError};
pub use moments::{Instant, SystemTime, SystemTimeError, UNIX_EPOCH};
