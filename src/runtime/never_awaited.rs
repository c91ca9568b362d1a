//! Futures that are dropped without having been polled once.

use std::borrow::Cow;

use super::Context;
use crate::trace::Event;

/// When a future is made: how many events there are by then.
#[derive(Clone, Copy, PartialEq)]
pub struct Made(pub u32);

impl Made {
    /// Not to be reported.
    const POLLED: Made = Made(u32::MAX);

    /// Now.
    pub fn now() -> Made {
        let context = Context::current();
        let events = context.map_or(0, |it| it.runtime.trace(|trace| trace.len()));
        Made(events as u32)
    }
}

/// Reports that what was made in this line is dropped now, and nobody has polled it.
///
/// What belongs to a lane that was itself dropped before its first poll is not
/// reported: that was awaited, and lost before its turn came. Nor is what is older than the end of
/// such a branch, which may have been lent it: `select! { _ = &mut future => … }`.
pub fn never_awaited(what: impl Into<Cow<'static, str>>, line: u32, made: Made) {
    let Some(Context { runtime, lane }) = Context::current() else {
        return;
    };
    if runtime.trace(|it| it.was_polled(lane) && it.passed_over() <= made.0 as usize) {
        let what = what.into();
        runtime.record_of_program(lane, Event::NeverAwaited { what, line }, line);
    }
}

/// Part of a future: dropped with it, it reports that nobody has polled it.
pub struct NeverAwaited {
    what: &'static str,
    line: u32,
    made: Made,
}

impl NeverAwaited {
    /// `what` made the future, in this line.
    pub fn new(what: &'static str, line: u32) -> Self {
        NeverAwaited {
            what,
            line,
            made: Made::now(),
        }
    }

    /// There is nothing to report any more.
    pub fn polled(&mut self) {
        self.made = Made::POLLED;
    }
}

impl Drop for NeverAwaited {
    fn drop(&mut self) {
        if self.made != Made::POLLED {
            never_awaited(self.what, self.line, self.made);
        }
    }
}
