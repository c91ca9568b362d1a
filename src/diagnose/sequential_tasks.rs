//! `sequential-tasks`: tasks that ran one after another, although none needed the one before.

use std::time::Duration;

use super::{Diagnosis, MOST, listed};
use crate::trace::{Entry, Event, TaskId, TaskKind};

/// Siblings of which each was awaited in the poll that spawned it, while nothing else that their parent awaits was
/// running: the next one was not spawned before it had ended. Who awaits the next of several, as of a `JoinSet` that may
/// have so many at once, has them side by side.
pub fn sequential_tasks(entries: &[Entry], name: &impl Fn(TaskId) -> String) -> Vec<Diagnosis> {
    #[derive(Clone, Default)]
    struct Lane {
        parent: Option<TaskId>,
        /// The task that this one has spawned in the poll that goes on.
        fresh: Option<TaskId>,
        awaited_at_once: bool,
        /// Who awaits this one.
        awaited_by: Option<TaskId>,
        /// How many that this one awaits have not ended.
        awaits: u32,
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
            Event::Await { on, .. } => {
                let alone = own.awaits == 0 && own.fresh == Some(*on);
                let Some(awaited) = lanes.get_mut(on.0 as usize) else {
                    continue;
                };
                awaited.awaited_at_once |= alone;
                if awaited.ended.is_none() && awaited.awaited_by.is_none() {
                    awaited.awaited_by = Some(*task);
                    lanes[task.0 as usize].awaits += 1;
                }
            }
            Event::PollEnd { .. } => own.fresh = None,
            Event::Sleep { .. } => own.slept = true,
            Event::Complete | Event::Abort | Event::Panic { .. } => {
                if *event == Event::Complete {
                    own.ended = Some(*at);
                }
                if let Some(awaits) = own.awaited_by.take() {
                    lanes[awaits.0 as usize].awaits -= 1;
                }
            }
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
