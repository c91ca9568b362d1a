//! `starved-timer`: a timer that came late though no poll was long, because there were so many.

use std::time::Duration;

use super::{Diagnosis, LONG_POLL, MOST, seconds};
use crate::trace::{Entry, Event, TaskId, TaskKind};

/// All polls of the loop up to one of them.
#[derive(Clone, Copy, Default)]
struct Polls {
    /// When the last one ended.
    end: Duration,
    /// How long they were, added up.
    total: Duration,
    /// How many of them were long.
    long: u32,
}

/// Timers that fired late because short polls went before them without a pause. Of a poll that was long by itself,
/// `blocked-loop` tells.
pub fn starved_timer(entries: &[Entry], name: &impl Fn(TaskId) -> String) -> Vec<Diagnosis> {
    let mut found = Vec::new();
    // A worker polls on a thread of its own.
    let mut workers = Vec::new();
    let mut polls: Vec<Polls> = Vec::new();
    let (mut depth, mut start) = (0, Duration::ZERO);
    for Entry { at, task, event } in entries {
        if let Event::Spawn { kind, .. } = event {
            workers.push(*kind == TaskKind::Worker);
        }
        if workers[task.0 as usize] {
            continue;
        }
        match event {
            Event::PollStart => {
                if depth == 0 {
                    start = *at;
                }
                depth += 1;
            }
            Event::PollEnd { .. } => {
                depth -= 1;
                if depth == 0 {
                    let before = polls.last().copied().unwrap_or_default();
                    let lasted = at.saturating_sub(start);
                    polls.push(Polls {
                        end: *at,
                        total: before.total + lasted,
                        long: before.long + u32::from(lasted >= LONG_POLL),
                    });
                }
            }
            Event::Fire { due } if at.saturating_sub(*due) >= LONG_POLL => {
                let late = *at - *due;
                let first = polls.partition_point(|poll| poll.end <= *due);
                let count = polls.len() - first;
                let before = first.checked_sub(1).map(|last| polls[last]);
                let before = before.unwrap_or_default();
                let all = polls.last().copied().unwrap_or_default();
                // Else it was the browser that was late.
                let busy = all.total - before.total >= late / 2;
                if count >= 2 && all.long == before.long && busy {
                    found.push(Diagnosis {
                        code: "starved-timer",
                        message: format!(
                            "A timer of {} came {} late: {count} polls went before it, none of them long. \
                             Tasks that wake each other leave the loop no time for its timers.",
                            name(*task),
                            seconds(late),
                        ),
                        task: *task,
                        at: *at,
                    });
                    if found.len() == MOST {
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    found
}
