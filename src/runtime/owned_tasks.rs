//! The tasks of a run that are not over.

use std::pin::Pin;
use std::sync::Arc;

use super::task::Pollable;
use super::waker::TaskWaker;

/// In how many lists tokio keeps its tasks: four for each thread of a runtime
/// (`OwnedTasks::gen_sharded_list_size`). It empties one after the other.
const SHARDS: u32 = 4;

/// A task that is not over.
pub struct OwnedTask {
    pub future: Pin<Box<dyn Pollable>>,
    pub waker: Arc<TaskWaker>,
}

/// The tasks of a run that are not over, by number: slots are emptied, never removed.
#[derive(Default)]
pub struct OwnedTasks {
    slots: Vec<Option<OwnedTask>>,
    spawned: u32,
    alive: usize,
    closed: bool,
}

impl OwnedTasks {
    /// The number of the next task or worker, both of which have an id in tokio. `main` has number 0.
    pub fn next_number(&mut self) -> u32 {
        let number = self.spawned;
        self.spawned += 1;
        number
    }

    /// Adds a task, or gives it back if the run is being shut down.
    pub fn insert(&mut self, task: OwnedTask) -> Result<(), OwnedTask> {
        if self.closed {
            return Err(task);
        }
        let number = task.waker.number as usize;
        self.slots.resize_with(number, || None);
        self.slots.push(Some(task));
        self.alive += 1;
        Ok(())
    }

    /// Takes a task out, to poll it or because it is over.
    pub fn take(&mut self, number: u32) -> Option<OwnedTask> {
        let task = self.slots.get_mut(number as usize)?.take()?;
        self.alive -= 1;
        Some(task)
    }

    /// Puts a task back that was taken out.
    pub fn put_back(&mut self, task: OwnedTask) {
        let number = task.waker.number as usize;
        self.slots[number] = Some(task);
        self.alive += 1;
    }

    /// How many tasks are not over.
    pub fn alive(&self) -> usize {
        self.alive
    }

    /// Takes no more tasks, and says in which order those that are left are dropped: `main`,
    /// and then as tokio's runtime does when it is dropped.
    pub fn close(&mut self) -> impl Iterator<Item = u32> + use<> {
        self.closed = true;
        let slots = self.slots.len() as u32;
        let shard = move |shard| (shard..slots).step_by(SHARDS as usize);
        let tasks = (0..SHARDS).flat_map(shard).filter(|number| *number != 0);
        std::iter::once(0).chain(tasks)
    }
}
