//! What a run says when nothing is left that could wake any of its tasks.

use super::Runtime;
use crate::trace::{Event, State, TaskId};

/// So many of those who wait are named.
const NAMED: usize = 5;

impl Runtime {
    /// Who waits for what, as far as it is recorded: for a task, or for something else that a task would do.
    pub(super) fn deadlock(&self) -> String {
        let waits: Vec<(TaskId, Vec<(TaskId, u32)>)> = self.trace(|trace| {
            let alive = |lane: &TaskId| trace.state(*lane) == Some(State::Idle);
            let recorded = (0..trace.spawned()).map(TaskId);
            let mut waits: Vec<_> = recorded
                .take_while(|lane| lane.is_recorded())
                .filter(alive)
                .map(|lane| (lane, Vec::new()))
                .collect();
            for entry in trace.entries() {
                let Event::Await { on, line } = entry.event else {
                    continue;
                };
                let waiter = waits.binary_search_by_key(&entry.task, |(lane, _)| *lane);
                if let Ok(at) = waiter
                    && trace.state(on) != Some(State::Ended)
                {
                    waits[at].1.push((on, line));
                }
            }
            waits
        });
        let mut words: Vec<_> = waits
            .iter()
            .take(NAMED)
            .map(|(lane, on)| {
                let lane = self.lane_name(*lane);
                match &on[..] {
                    [] => format!("{lane} waits for what no task is left to do"),
                    [.., (on, line)] => {
                        format!("{lane} waits in line {line} for {}", self.lane_name(*on))
                    }
                }
            })
            .collect();
        if waits.len() > NAMED {
            words.push(format!("{} more wait", waits.len() - NAMED));
        }
        format!(
            "deadlock: every task waits, and nothing is left that could wake one: {}",
            words.join("; ")
        )
    }
}
