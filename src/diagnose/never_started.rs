//! `never-started`: a task that was dropped before its first poll.

use super::{Diagnosis, MOST};
use crate::trace::{Entry, Event, TaskId, TaskKind};

/// What is known of a lane.
#[derive(Clone, Copy, PartialEq)]
enum Lane {
    /// A task that was not yet polled.
    New,
    /// One that was polled; and all that is no task.
    Other,
}

/// Tasks that ended before their first poll: nothing of them ran. What a run that was stopped takes along, is not meant.
pub fn never_started(entries: &[Entry], name: &impl Fn(TaskId) -> String) -> Vec<Diagnosis> {
    let mut lanes = Vec::new();
    let mut main_ended = false;
    let mut found = Vec::new();
    for Entry { at, task, event } in entries {
        let lane = task.0 as usize;
        match event {
            Event::Spawn { kind, .. } => lanes.push(match kind {
                TaskKind::Task => Lane::New,
                _ => Lane::Other,
            }),
            Event::PollStart => lanes[lane] = Lane::Other,
            Event::Abort if *task == TaskId::MAIN || found.len() == MOST => break,
            Event::Complete | Event::Panic { .. } if *task == TaskId::MAIN => main_ended = true,
            Event::Abort if lanes[lane] == Lane::New => {
                let why = match main_ended {
                    true => "main ended",
                    false => "it was aborted",
                };
                found.push(Diagnosis {
                    code: "never-started",
                    message: format!(
                        "{} never started: {why} before its first poll, so that no line of it ran.",
                        name(*task)
                    ),
                    task: *task,
                    at: *at,
                });
            }
            _ => {}
        }
    }
    found
}
