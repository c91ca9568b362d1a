//! What a program on one thread may ask of it.

use crate::intrinsics;
use crate::time::Duration;

/// Blocks the thread, and with it every task.
pub fn sleep(dur: Duration) {
    intrinsics::block(u64::try_from(dur.as_nanos()).unwrap_or(u64::MAX));
}

/// Others have no thread to go on with.
pub fn yield_now() {}

pub fn panicking() -> bool {
    intrinsics::panicking()
}
