//! `never-awaited`: a future that was dropped without a single poll.

use super::{Diagnosis, MOST};
use crate::trace::{Entry, Event};

/// Futures that were dropped without a single poll.
pub fn never_awaited(entries: &[Entry]) -> Vec<Diagnosis> {
    let diagnosis = |entry: &Entry| match &entry.event {
        Event::NeverAwaited { what, line } => Some(Diagnosis {
            code: "never-awaited",
            message: format!(
                "The {what} made in line {line} was dropped without being awaited: nobody waited for it."
            ),
            task: entry.task,
            at: entry.at,
        }),
        _ => None,
    };
    let found = entries.iter().filter_map(diagnosis);
    found.take(MOST).collect()
}
