//! Futures that are dropped without having been polled once.

use super::Context;
use crate::trace::Event;

/// Part of a future: dropped with it, it reports that nobody has polled it.
///
/// What belongs to a lane that was itself dropped before its first poll is not
/// reported: that was awaited, and lost before its turn came.
pub struct NeverAwaited {
    what: &'static str,
    line: u32,
    polled: bool,
}

impl NeverAwaited {
    /// `what` made the future, in this line.
    pub fn new(what: &'static str, line: u32) -> Self {
        let polled = false;
        NeverAwaited { what, line, polled }
    }

    /// There is nothing to report any more.
    pub fn polled(&mut self) {
        self.polled = true;
    }
}

impl Drop for NeverAwaited {
    fn drop(&mut self) {
        if !self.polled
            && let Some(Context { runtime, lane }) = Context::current()
            && runtime.trace(|trace| trace.was_polled(lane))
        {
            let (what, line) = (self.what.into(), self.line);
            runtime.record_of_program(lane, Event::NeverAwaited { what, line }, line);
        }
    }
}
