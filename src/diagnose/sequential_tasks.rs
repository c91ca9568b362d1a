//! `sequential-tasks`: tasks that ran one after another, although none needed the one before.

use std::time::Duration;

use super::{Diagnosis, MOST, listed};
use crate::trace::{Entry, Event, TaskId, TaskKind};

/// Siblings of which each was awaited in the poll that spawned it: the next one was
/// not spawned before it had ended.
pub fn sequential_tasks(entries: &[Entry], name: &impl Fn(TaskId) -> String) -> Vec<Diagnosis> {
    #[derive(Clone, Default)]
    struct Lane {
        parent: Option<TaskId>,
        /// The task that this one has spawned in the poll that goes on.
        fresh: Option<TaskId>,
        awaited_at_once: bool,
        slept: bool,
        ended: Option<Duration>,
        /// Its children that ran one after another.
        chain: Vec<TaskId>,
    }
    let mut lanes = Vec::<Lane>::new();
    for Entry { at, task, event } in entries {
        if lanes.len() <= task.0 as usize {
            lanes.resize(task.0 as usize + 1, Lane::default());
        }
        let own = &mut lanes[task.0 as usize];
        match event {
            Event::Spawn {
                parent: Some(parent),
                kind: TaskKind::Task,
                ..
            } => {
                own.parent = Some(*parent);
                lanes[parent.0 as usize].fresh = Some(*task);
            }
            Event::Await { on, .. } if own.fresh == Some(*on) => {
                lanes[on.0 as usize].awaited_at_once = true;
            }
            Event::PollEnd { .. } => own.fresh = None,
            Event::Sleep { .. } => own.slept = true,
            Event::Complete => own.ended = Some(*at),
            _ => {}
        }
    }

    let mut found = Vec::new();
    let mut close = |parent: usize, chain: Vec<TaskId>, ended: Option<Duration>| {
        if let (2.., Some(at)) = (chain.len(), ended)
            && found.len() < MOST
        {
            let names: Vec<_> = chain.iter().map(|task| name(*task)).collect();
            found.push(Diagnosis {
                code: "sequential-tasks",
                message: format!(
                    "{} ran one after another: each was awaited before the next was spawned. \
                     If none needs the result of the one before, spawn all of them first.",
                    listed(&names)
                ),
                task: TaskId(parent as u32),
                at,
            });
        }
    };
    for task in 0..lanes.len() {
        let Some(parent) = lanes[task].parent else {
            continue;
        };
        let parent = parent.0 as usize;
        // A task that never waits would gain nothing from running beside others.
        if lanes[task].awaited_at_once && lanes[task].slept {
            lanes[parent].chain.push(TaskId(task as u32));
        } else {
            let chain = std::mem::take(&mut lanes[parent].chain);
            let last = chain.last().map(|last| lanes[last.0 as usize].ended);
            close(parent, chain, last.flatten());
        }
    }
    for parent in 0..lanes.len() {
        let chain = std::mem::take(&mut lanes[parent].chain);
        let last = chain.last().map(|last| lanes[last.0 as usize].ended);
        close(parent, chain, last.flatten());
    }
    found
}
