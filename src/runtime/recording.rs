//! What is added to the trace: events, as they happen, and what the program prints.

use std::borrow::Cow;
use std::fmt::Arguments;
use std::time::Duration;

use super::{Context, Runtime};
use crate::trace::{Cause, Event, Location, TaskId, TaskKind, Trace};

/// Adds a line to the log of the run that is being polled.
#[track_caller]
pub fn log(text: Arguments) {
    let line = Location::caller().line;
    let text = text.to_string().into_boxed_str();
    let Context { runtime, lane } = Context::expect();
    runtime.record_of_program(lane, Event::Log { text, line }, line);
}

impl Runtime {
    /// Ends the poll that spawns if there are too many already.
    pub(crate) fn record_spawn(
        &self,
        parent: Option<TaskId>,
        kind: TaskKind,
        name: Option<Cow<'static, str>>,
        location: Location,
    ) -> TaskId {
        self.check_spawned(location.line);
        let next = TaskId(self.trace(Trace::spawned));
        let at = match next.is_recorded() {
            true => self.event_time(),
            false => Duration::ZERO,
        };
        let mut trace = self.shared.trace.borrow_mut();
        trace.spawn(at, parent, kind, name, location)
    }

    /// Adds an event of `task`, now.
    pub(crate) fn record(&self, task: TaskId, event: Event) {
        if task.is_recorded() {
            let at = self.event_time();
            self.shared.trace.borrow_mut().push(at, task, event);
        }
    }

    /// Adds an event that a program may cause as often as it likes in one poll. It is left out where it cannot be told:
    /// a destructor that polls, waits for nothing.
    pub(crate) fn record_of_program(&self, task: TaskId, event: Event, line: u32) {
        let possible = |trace: &Trace| trace.allows(task, &event);
        if task.is_recorded() && self.trace(possible) && self.may_record(line) {
            self.record(task, event);
        }
    }

    pub(super) fn record_wake(&self, task: TaskId) {
        if task.is_recorded() {
            let by = match Context::current() {
                Some(context) if context.runtime.id() == self.id() => Cause::Task(context.lane),
                // What another run does comes from outside of this one.
                _ => self.shared.cause.get(),
            };
            self.record(task, Event::Wake { by });
        }
    }
}
