//! What an error calls a task, a branch or a worker.

use super::Runtime;
use crate::trace::{Event, TaskId, TaskKind};

impl Runtime {
    /// What a message calls a lane: `main`, or `task 3 (spawned in line 12)`.
    pub(crate) fn lane_name(&self, lane: TaskId) -> String {
        let TaskId(id) = lane;
        let spawned = self.trace(|trace| {
            let mut entries = trace.entries().iter();
            entries.find_map(|entry| match entry.event {
                Event::Spawn { kind, location, .. } if entry.task == lane => {
                    Some((kind, location.line))
                }
                _ => None,
            })
        });
        match spawned {
            Some((TaskKind::Main, _)) => "main".into(),
            Some((TaskKind::Branch, line)) => format!("branch {id} (of line {line})"),
            Some((_, line)) => format!("task {id} (spawned in line {line})"),
            // Too many were spawned before it: it is not recorded.
            None => format!("task {id}"),
        }
    }
}
