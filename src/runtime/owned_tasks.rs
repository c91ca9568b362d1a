//! The tasks of a run that are not over, and what the others have left for their handles.

use std::cmp::Ordering;
use std::pin::Pin;
use std::task::Waker;

use super::pages::Pages;
use super::task::Pollable;
use crate::trace::TaskId;

/// In how many lists tokio keeps its tasks: four for each thread of a runtime
/// (`OwnedTasks::gen_sharded_list_size`). It empties one after the other.
const SHARDS: u32 = 4;

/// A task that was taken out, to be polled or dropped.
pub struct OwnedTask {
    pub number: u32,
    pub lane: TaskId,
    pub future: Pin<Box<dyn Pollable>>,
}

/// The tasks and workers of a run, by number: slots are emptied, never removed.
#[derive(Default)]
pub struct OwnedTasks {
    slots: Pages<Slot>,
    alive: usize,
    closed: bool,
}

struct Slot {
    /// The future, or what it has left. None while it is polled, and when nobody may ask for it any more.
    future: Option<Pin<Box<dyn Pollable>>>,
    /// Who is woken when the task is over.
    joiner: Option<Waker>,
    lane: TaskId,
    life: Life,
    /// Whether it is to be polled, or will never be again. A task is spawned so.
    woken: bool,
    /// Whether it is dropped in place of its next poll.
    cancelled: bool,
    /// Whether there is a handle, which may ask for the result.
    has_handle: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Life {
    /// It is on the ready queue, or waits.
    Waiting,
    /// It was taken out, or is a worker, which the scheduler does not poll.
    Taken,
    Over,
}

/// What becomes of a task that is put back.
pub enum Next {
    /// It waits.
    Waits,
    /// It is new, or was woken while it was polled.
    Ready,
    /// It was aborted meanwhile, or the run is being shut down: it is to be dropped.
    Cancelled(OwnedTask),
}

impl OwnedTasks {
    /// Adds a task, as if it were taken out, and gives its number. `main` has number 0.
    ///
    /// Workers have numbers, too, as they have ids in tokio. They are never put back.
    pub fn add(&mut self, lane: TaskId) -> u32 {
        self.slots.push(Slot {
            future: None,
            joiner: None,
            lane,
            life: Life::Taken,
            woken: true,
            cancelled: self.closed,
            has_handle: true,
        });
        self.slots.len() as u32 - 1
    }

    /// The number of the task with this lane.
    pub fn number_of(&mut self, lane: TaskId) -> Option<u32> {
        // Lanes are handed out in the same order.
        let (mut from, mut to) = (0, self.slots.len() as u32);
        while from < to {
            let middle = from + (to - from) / 2;
            let slot = self.slots.get_mut(middle)?;
            match slot.lane.cmp(&lane) {
                Ordering::Less => from = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => to = middle,
            }
        }
        None
    }

    /// Takes a task out that is not over, and says whether it was aborted: it is polled otherwise.
    pub fn take(&mut self, number: u32) -> Option<(OwnedTask, bool)> {
        let slot = self.slots.get_mut(number)?;
        if slot.life != Life::Waiting {
            return None;
        }
        self.alive -= 1;
        slot.life = Life::Taken;
        slot.woken = slot.cancelled;
        let task = OwnedTask {
            number,
            lane: slot.lane,
            future: slot.future.take()?,
        };
        Some((task, slot.cancelled))
    }

    /// Puts a task back that was polled, or is new.
    pub fn put_back(&mut self, task: OwnedTask) -> Next {
        let Some(slot) = self.slots.get_mut(task.number) else {
            return Next::Waits;
        };
        if slot.cancelled {
            slot.woken = true;
            return Next::Cancelled(task);
        }
        self.alive += 1;
        slot.life = Life::Waiting;
        slot.future = Some(task.future);
        match slot.woken {
            true => Next::Ready,
            false => Next::Waits,
        }
    }

    /// A task that was taken out is over. Gives who waits for it; or what it leaves, if nobody may ask for that.
    pub fn finish(&mut self, task: OwnedTask) -> Result<Option<Waker>, Pin<Box<dyn Pollable>>> {
        let Some(slot) = self.slots.get_mut(task.number) else {
            return Err(task.future);
        };
        slot.life = Life::Over;
        slot.woken = true;
        if !slot.has_handle {
            return Err(task.future);
        }
        slot.future = Some(task.future);
        Ok(slot.joiner.take())
    }

    /// Whether a task is over.
    pub fn is_over(&mut self, number: u32) -> bool {
        let slot = self.slots.get_mut(number);
        slot.is_none_or(|slot| slot.life == Life::Over)
    }

    /// What a task has left, unless that was taken before; `None` if it is not over.
    pub fn take_result(&mut self, number: u32) -> Option<Option<Pin<Box<dyn Pollable>>>> {
        let slot = self.slots.get_mut(number)?;
        (slot.life == Life::Over).then(|| slot.future.take())
    }

    /// Says who is woken when the task is over; gives who was to be before.
    pub fn set_joiner(&mut self, number: u32, joiner: Waker) -> Option<Waker> {
        let slot = self.slots.get_mut(number)?;
        slot.joiner.replace(joiner)
    }

    /// There is no handle any more. Gives what is to be dropped with it.
    pub fn release(&mut self, number: u32) -> (Option<Waker>, Option<Pin<Box<dyn Pollable>>>) {
        let Some(slot) = self.slots.get_mut(number) else {
            return (None, None);
        };
        slot.has_handle = false;
        let joiner = slot.joiner.take();
        (joiner, self.take_result(number).flatten())
    }

    /// Has a task dropped in place of its next poll.
    pub fn cancel(&mut self, number: u32) {
        if let Some(slot) = self.slots.get_mut(number) {
            slot.cancelled = true;
        }
    }

    /// A task is to be polled. If it was not before, gives its lane, and whether it can be put on the ready queue at once.
    pub fn wake(&mut self, number: u32) -> Option<(TaskId, bool)> {
        let slot = self.slots.get_mut(number)?;
        let woken = std::mem::replace(&mut slot.woken, true);
        (!woken).then_some((slot.lane, slot.life == Life::Waiting))
    }

    /// How many tasks are not over, but for one that was taken out.
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
