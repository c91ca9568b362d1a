//! Blocking calls.

use std::time::Duration;

use crate::runtime;

/// Blocks the thread, and with it every task of the page.
#[track_caller]
pub fn sleep(duration: Duration) {
    runtime::block(duration);
}
