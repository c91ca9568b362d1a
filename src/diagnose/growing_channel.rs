//! `growing-channel`: an unbounded channel in which more and more values wait.
//!
//! When a channel grows, says `runtime/growth.rs`. It does not see work that comes back by other ways: who parses what
//! a fetcher has received, and sends it the pages found there. What the receiver wakes, or what that wakes, is such a
//! way, so that a sender at the end of it is not told of.

use super::{Diagnosis, MOST, seconds};
use crate::trace::{Cause, Entry, Event, TaskId, TaskKind};

/// What is known of a lane.
struct Lane {
    /// Whose branch it is.
    branch_of: Option<TaskId>,
    /// Whether its first poll is over.
    polled: bool,
    /// Whether it goes on because of what the receiver does.
    driven: bool,
}

/// Channels that grew: of each, who receives and in which line it was made, told once, when it was longest.
pub fn growing_channel(entries: &[Entry], name: &impl Fn(TaskId) -> String) -> Vec<Diagnosis> {
    let mut longest: Vec<(&Entry, TaskId, u32, u32)> = Vec::new();
    for entry in entries {
        let Event::Backlog { on, waiting, line } = entry.event else {
            continue;
        };
        let same = |of: &(&Entry, _, _, _)| of.0.task == entry.task && of.3 == line;
        match longest.iter().position(same) {
            Some(known) if waiting == 0 => {
                longest.remove(known);
            }
            Some(known) if longest[known].2 < waiting => {
                longest[known] = (entry, on, waiting, line);
            }
            None if waiting > 0 && longest.len() < MOST => longest.push((entry, on, waiting, line)),
            _ => {}
        }
    }
    longest.retain(|(entry, on, ..)| !is_driven(entries, entry.task, *on));
    let told = longest.into_iter().map(|(entry, on, waiting, line)| {
        let (sender, receiver) = (name(on), name(entry.task));
        Diagnosis {
            code: "growing-channel",
            message: format!(
                "More and more values waited in the unbounded channel made in line {line}, {waiting} of them at {}: \
                 {sender} sends faster than {receiver} receives, and nothing holds it back. In a bounded channel, \
                 `send` waits until there is room.",
                seconds(entry.at),
            ),
            task: entry.task,
            at: entry.at,
        }
    });
    told.collect()
}

/// Whether the sender was ever woken by what the receiver does: by itself, or by what it has woken, or spawned after its
/// first poll. In that poll a program sets itself up.
fn is_driven(entries: &[Entry], receiver: TaskId, sender: TaskId) -> bool {
    let mut lanes: Vec<Lane> = Vec::new();
    for Entry { task, event, .. } in entries {
        match event {
            Event::Spawn { parent, kind, .. } => {
                let later = |parent: TaskId| lanes[parent.0 as usize].polled;
                let spawned = parent.is_some_and(|by| later(by) && driven(&lanes, by));
                lanes.push(Lane {
                    branch_of: parent.filter(|_| *kind == TaskKind::Branch),
                    polled: false,
                    driven: *task == receiver || (spawned && *task != sender),
                });
            }
            Event::PollEnd { .. } => lanes[task.0 as usize].polled = true,
            Event::Wake {
                by: Cause::Task(by),
            } if driven(&lanes, *by) => lanes[task.0 as usize].driven = true,
            _ => {}
        }
    }
    driven(&lanes, sender)
}

/// A branch is woken with its task. What is only counted may be anything.
fn driven(lanes: &[Lane], lane: TaskId) -> bool {
    let mut next = Some(lane);
    while let Some(lane) = next {
        match lanes.get(lane.0 as usize) {
            Some(lane) if !lane.driven => next = lane.branch_of,
            _ => return true,
        }
    }
    false
}
