//! The deadlines of a run, in the order in which tokio's timer wheel has them fire.
//!
//! Deadlines are rounded up to whole milliseconds of the program's time, its ticks, and
//! those of one tick fire in the order in which they were set. They are looked at by the
//! scheduler only: what comes due while the thread is blocked is noticed when it looks.
//! (tokio 1.54, `runtime/time/source.rs` and `runtime/time/wheel`.)

use std::collections::{BTreeMap, VecDeque};
use std::task::Waker;
use std::time::Duration;

use super::pages::Pages;
use crate::trace::{TaskId, nanos};

/// A millisecond of the program's time, counted from its start. The last one, seven weeks
/// later, is later than any run may last, and stands for all that are.
pub type Tick = u32;

/// What an [`Entry`] is found by.
pub type Key = u32;

/// No deadline.
pub const NO_KEY: Key = Key::MAX;

/// Nobody sleeps until a deadline: no lane has this number.
pub const NOBODY: TaskId = TaskId(u32::MAX);

/// The deadlines of a run.
///
/// Setting one, firing it and taking it back cost the same however many there are.
pub struct Wheel {
    entries: Pages<Entry>,
    /// The last entry that was taken back, which has the one before as its tick.
    free: Key,
    slots: BTreeMap<Tick, Slot>,
    /// The number of the last entry that was put into a slot.
    last: u32,
    /// The tick at which the scheduler last looked: what is due by then counts as having come.
    pub elapsed: Tick,
    armed: usize,
}

/// A deadline that is set, or has come and was not taken back.
pub struct Entry {
    /// With which number it stands in a slot; zero if it has come.
    number: u32,
    /// The tick of the slot in which it stands.
    tick: Tick,
    /// When it is due: later than `tick` if it was postponed.
    pub due: Tick,
    /// Who sleeps until then, or [`NOBODY`].
    pub lane: TaskId,
    /// Who is woken then; if it has come, who would be if it were set anew.
    pub waker: Option<Waker>,
}

impl Entry {
    fn stands_at(&self, tick: Tick, number: u32) -> bool {
        self.tick == tick && self.number == number
    }

    /// Whether it is still to come.
    pub fn is_armed(&self) -> bool {
        self.number != 0
    }
}

/// What may be due in a tick, in order.
#[derive(Default)]
struct Slot {
    /// With their numbers: an entry with another one does not stand here any more.
    entries: VecDeque<(Key, u32)>,
    armed: usize,
}

/// A deadline that has come.
pub struct Due {
    pub tick: Tick,
    /// Who sleeps until then, or [`NOBODY`].
    pub lane: TaskId,
    pub waker: Option<Waker>,
}

impl Wheel {
    /// Sets a deadline, which is to be taken back even when it has come.
    pub fn insert(&mut self, due: Tick, lane: TaskId, waker: Option<Waker>) -> Key {
        let key = self.add(due, lane, waker);
        self.armed += 1;
        self.put(key, due);
        key
    }

    /// Sets a deadline that has come.
    pub fn insert_elapsed(&mut self, waker: Option<Waker>) -> Key {
        self.add(0, NOBODY, waker)
    }

    fn add(&mut self, due: Tick, lane: TaskId, waker: Option<Waker>) -> Key {
        let entry = Entry {
            number: 0,
            tick: due,
            due,
            lane,
            waker,
        };
        match self.entries.get_mut(self.free) {
            Some(free) => {
                let before = std::mem::replace(free, entry);
                std::mem::replace(&mut self.free, before.tick)
            }
            None => {
                self.entries.push(entry);
                self.entries.len() as Key - 1
            }
        }
    }

    fn put(&mut self, key: Key, tick: Tick) {
        self.last = self.last.wrapping_add(1).max(1);
        let slot = self.slots.entry(tick).or_default();
        slot.entries.push_back((key, self.last));
        slot.armed += 1;
        if let Some(entry) = self.entries.get_mut(key) {
            (entry.tick, entry.number) = (tick, self.last);
        }
    }

    /// The deadline, if it is still to come.
    pub fn armed(&mut self, key: Key) -> Option<&mut Entry> {
        self.get_mut(key).filter(|entry| entry.is_armed())
    }

    /// The deadline, if it was not taken back.
    pub fn get_mut(&mut self, key: Key) -> Option<&mut Entry> {
        self.entries.get_mut(key)
    }

    /// Takes a deadline back; gives who has waited for it, and who would have been woken.
    pub fn remove(&mut self, key: Key) -> (TaskId, Option<Waker>) {
        // There is none if the run is over.
        let Some(entry) = self.entries.get_mut(key) else {
            return (NOBODY, None);
        };
        let (lane, waker, tick) = (entry.lane, entry.waker.take(), entry.tick);
        let was_armed = std::mem::take(&mut entry.number) != 0;
        entry.tick = std::mem::replace(&mut self.free, key);
        if !was_armed {
            return (NOBODY, waker);
        }
        self.armed -= 1;
        self.leave(tick);
        (lane, waker)
    }

    /// One of the entries of a slot does not stand there any more.
    fn leave(&mut self, tick: Tick) {
        let Some(slot) = self.slots.get_mut(&tick) else {
            return;
        };
        slot.armed -= 1;
        if slot.armed == 0 {
            self.slots.remove(&tick);
        } else if slot.entries.len() > 2 * slot.armed + 16 {
            let entries = &mut self.entries;
            slot.entries.retain(|(key, number)| {
                let entry = entries.get_mut(*key);
                entry.is_some_and(|entry| entry.stands_at(tick, *number))
            });
        }
    }

    /// Moves a deadline that is still to come to a later tick.
    ///
    /// tokio keeps far deadlines together, 64 ticks or 64 times as many in a slot of its
    /// wheel, and sorts a slot out when it begins. Until then a later deadline stays in its
    /// place: for ever, if its new tick is of the same slot.
    pub fn postpone(&mut self, key: Key, due: Tick) {
        let elapsed = self.elapsed;
        let Some(entry) = self.armed(key) else { return };
        let postponed = entry.due > entry.tick;
        entry.due = due;
        let (before, number) = (entry.tick, entry.number);
        let width = slot_width(elapsed, before);
        let tick = match before / width == due / width {
            true => due,
            false => before / width * width,
        };
        if postponed || tick == before {
            return;
        }
        entry.tick = tick;
        self.leave(before);
        let slot = self.slots.entry(tick).or_default();
        slot.armed += 1;
        let at = slot.entries.partition_point(|(_, other)| *other < number);
        slot.entries.insert(at, (key, number));
    }

    /// Takes out the first deadline that has come.
    pub fn pop_due(&mut self, now: Tick) -> Option<Due> {
        self.elapsed = now;
        loop {
            let mut first = self.slots.first_entry()?;
            let tick = *first.key();
            if tick > now {
                return None;
            }
            let slot = first.get_mut();
            let Some((key, number)) = slot.entries.pop_front() else {
                first.remove();
                continue;
            };
            let entry = self.entries.get_mut(key);
            let Some(entry) = entry.filter(|entry| entry.stands_at(tick, number)) else {
                continue;
            };
            slot.armed -= 1;
            if entry.due > tick {
                let due = entry.due;
                self.put(key, due);
                continue;
            }
            self.armed -= 1;
            entry.number = 0;
            return Some(Due {
                tick,
                lane: entry.lane,
                waker: entry.waker.take(),
            });
        }
    }

    /// The earliest deadline.
    pub fn next(&self) -> Option<Tick> {
        self.slots.keys().next().copied()
    }

    /// How many deadlines are set.
    pub fn len(&self) -> usize {
        self.armed
    }
}

impl Default for Wheel {
    fn default() -> Self {
        Wheel {
            entries: Pages::default(),
            free: NO_KEY,
            slots: BTreeMap::default(),
            last: 0,
            elapsed: 0,
            armed: 0,
        }
    }
}

/// How many ticks there are in the slot of tokio's wheel in which a deadline stands.
fn slot_width(elapsed: Tick, due: Tick) -> Tick {
    // Six bits of the number of a tick for each level of the wheel.
    let level = ((elapsed ^ due) | 63).ilog2() / 6;
    1 << (6 * level)
}

/// The tick at the end of which a deadline of the program has come for sure.
pub fn tick(deadline: Duration) -> Tick {
    let millis = nanos(deadline).div_ceil(1_000_000);
    Tick::try_from(millis).unwrap_or(Tick::MAX)
}
