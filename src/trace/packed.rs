//! The entries of a trace, as few bytes each: memory that is touched for the first time costs a run more than all else
//! that is done for an event.

use std::time::Duration;

use super::{Cause, Entry, Event, TaskId};

/// About so many bytes stand together, and are never moved.
const CHUNK: usize = 4096;

/// No entry has more bytes.
const MOST_BYTES: usize = 32;

/// Entries in the order in which they were added. None can be taken out.
#[derive(Debug, Default)]
pub struct Packed {
    chunks: Vec<Chunk>,
    len: usize,
    /// When the last one happened, in nanoseconds.
    last: u64,
    /// The events that a run has few of, as they are.
    others: Vec<Event>,
}

#[derive(Debug)]
struct Chunk {
    /// The number of its first entry.
    first: usize,
    /// When the entry before that one happened, in nanoseconds.
    since: u64,
    bytes: Vec<u8>,
}

// What kind of event it is. Behind it stand its numbers.
const POLL_START: u8 = 0;
const PENDING: u8 = 1;
const READY: u8 = 2;
const WOKEN_BY_TIMER: u8 = 3;
const COMPLETE: u8 = 4;
const WOKEN_BY: u8 = 5;
const FIRE: u8 = 6;
const OTHER: u8 = 7;
const SLEEP: u8 = 8;
const AWAIT: u8 = 9;

/// The first kind with one number, and with two.
const ONE_NUMBER: u8 = WOKEN_BY;
const TWO_NUMBERS: u8 = SLEEP;

impl Packed {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Adds an entry, which is as late as the last one or later.
    pub fn push(&mut self, at: Duration, task: TaskId, event: Event) {
        let (kind, first, second) = match event {
            Event::PollStart => (POLL_START, 0, 0),
            Event::PollEnd { ready: false } => (PENDING, 0, 0),
            Event::PollEnd { ready: true } => (READY, 0, 0),
            Event::Wake { by: Cause::Timer } => (WOKEN_BY_TIMER, 0, 0),
            Event::Complete => (COMPLETE, 0, 0),
            Event::Wake {
                by: Cause::Task(TaskId(by)),
            } => (WOKEN_BY, by.into(), 0),
            Event::Fire { due } => (FIRE, nanos(due), 0),
            Event::Sleep { until, line } => (SLEEP, nanos(until), line),
            Event::Await {
                on: TaskId(on),
                line,
            } => (AWAIT, on.into(), line),
            other => {
                self.others.push(other);
                (OTHER, self.others.len() as u64 - 1, 0)
            }
        };
        let full = |chunk: &Chunk| chunk.bytes.len() + MOST_BYTES > CHUNK;
        if self.chunks.last().is_none_or(full) {
            self.chunks.push(Chunk {
                first: self.len,
                since: self.last,
                bytes: Vec::with_capacity(CHUNK),
            });
        }
        if let Some(Chunk { bytes, .. }) = self.chunks.last_mut() {
            let later = nanos(at).saturating_sub(self.last);
            write(bytes, later);
            write(bytes, task.0.into());
            bytes.push(kind);
            if kind >= ONE_NUMBER {
                write(bytes, first);
            }
            if kind >= TWO_NUMBERS {
                write(bytes, second.into());
            }
            self.last += later;
            self.len += 1;
        }
    }

    /// The entries from number `from` on, at most `limit`.
    pub fn slice(&self, from: usize, limit: usize) -> Vec<Entry> {
        let limit = limit.min(self.len.saturating_sub(from));
        let mut entries = Vec::with_capacity(limit);
        let after = self.chunks.partition_point(|chunk| chunk.first <= from);
        for chunk in self.chunks.iter().skip(after.saturating_sub(1)) {
            let (mut number, mut at) = (chunk.first, chunk.since);
            let mut bytes = chunk.bytes.iter();
            while !bytes.as_slice().is_empty() {
                if entries.len() == limit {
                    return entries;
                }
                at += read(&mut bytes);
                let task = TaskId(read(&mut bytes) as u32);
                let kind = read(&mut bytes) as u8;
                let mut number_from = |least| match kind >= least {
                    true => read(&mut bytes),
                    false => 0,
                };
                let (first, second) = (number_from(ONE_NUMBER), number_from(TWO_NUMBERS));
                if number >= from {
                    entries.push(Entry {
                        at: Duration::from_nanos(at),
                        task,
                        event: self.event(kind, first, second as u32),
                    });
                }
                number += 1;
            }
        }
        entries
    }

    fn event(&self, kind: u8, first: u64, line: u32) -> Event {
        let (time, task) = (Duration::from_nanos(first), TaskId(first as u32));
        match kind {
            POLL_START => Event::PollStart,
            PENDING => Event::PollEnd { ready: false },
            READY => Event::PollEnd { ready: true },
            WOKEN_BY_TIMER => Event::Wake { by: Cause::Timer },
            COMPLETE => Event::Complete,
            WOKEN_BY => Event::Wake {
                by: Cause::Task(task),
            },
            FIRE => Event::Fire { due: time },
            SLEEP => Event::Sleep { until: time, line },
            AWAIT => Event::Await { on: task, line },
            _ => self.others[first as usize].clone(),
        }
    }
}

/// In nanoseconds, of which 64 bits are enough for 584 years: more bits take longer.
pub fn nanos(duration: Duration) -> u64 {
    let secs = duration.as_secs().saturating_mul(1_000_000_000);
    secs.saturating_add(duration.subsec_nanos().into())
}

/// Seven bits in a byte, the last ones first.
fn write(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read(bytes: &mut std::slice::Iter<u8>) -> u64 {
    let (mut number, mut shift) = (0, 0);
    for byte in bytes {
        number |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if *byte < 0x80 {
            break;
        }
    }
    number
}
