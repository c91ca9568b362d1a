//! What slots are known to hold.

use super::{Range, overlap};
use async_playground::machine::bytecode::{Cmp, Num, Slot};

/// More than so many things are not remembered at once.
const MOST_KNOWN: usize = 48;

/// A right operand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Right {
    Slot(Slot),
    Value(i32),
}

/// What a slot holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    Const(u64),
    /// The address of a slot, from which so many bytes can be reached.
    Address(Slot, u32),
    /// What another slot holds.
    Copy(Slot),
    /// The opposite of the bool in another slot.
    Not(Slot),
    /// Whether a comparison holds.
    Compare(Cmp, Num, Slot, Right),
}

impl Value {
    /// Whether it depends on what stands there. `size` is how many bytes the value has.
    pub fn depends_on(&self, size: u32, range: Range) -> bool {
        match *self {
            Value::Const(_) | Value::Address(..) => false,
            Value::Copy(from) => overlap((from, size), range),
            Value::Not(from) => overlap((from, 1), range),
            Value::Compare(_, num, a, b) => {
                let right = matches!(b, Right::Slot(b) if overlap((b, num.size()), range));
                right || overlap((a, num.size()), range)
            }
        }
    }
}

/// What is known at a point.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known(pub Vec<(Range, Value)>);

impl Known {
    /// Something is written there. What was copied from or to elsewhere is known still.
    pub fn forget(&mut self, range: Range) {
        if range.1 == 0 {
            return;
        }
        let mut rest = Vec::new();
        self.0.retain(|&(at, value)| {
            let gone = overlap(at, range) || value.depends_on(at.1, range);
            if let (true, Value::Copy(from)) = (gone, value) {
                rest.extend(apart(at, from, range));
            }
            !gone
        });
        self.0.extend(rest);
    }

    pub fn learn(&mut self, range: Range, value: Value) {
        if range.1 == 0 || self.0.len() == MOST_KNOWN {
            return;
        }
        self.0.push((range, value));
    }

    /// The value of a slot that holds a known one, and how many bytes before it that begins.
    pub fn find<T>(
        &self,
        (at, size): Range,
        what: impl Fn(Value, u32, u32) -> Option<T>,
    ) -> Option<T> {
        self.0.iter().find_map(|&((known, known_size), value)| {
            let within = known <= at && at + size <= known + known_size;
            within
                .then(|| what(value, at - known, known_size))
                .flatten()
        })
    }

    pub fn constant(&self, range: Range) -> Option<u64> {
        self.find(range, |value, before, _| match value {
            Value::Const(value) => Some(masked(value >> (8 * before), range.1)),
            _ => None,
        })
    }

    /// The number that stands there, as far as an instruction can have it in it.
    pub fn small(&self, slot: Slot, num: Num) -> Option<i32> {
        if !num.is_integer() || num.size() > 8 {
            return None;
        }
        let bits = self.constant((slot, num.size()))?;
        let small = bits as i32;
        (masked(i64::from(small) as u64, num.size()) == bits).then_some(small)
    }

    pub fn address(&self, ptr: Slot) -> Option<Range> {
        self.find((ptr, 4), |value, before, _| match value {
            Value::Address(of, size) if before == 0 => Some((of, size)),
            _ => None,
        })
    }

    /// Where the same bytes stand that were there first.
    pub fn origin(&self, range: Range) -> Slot {
        let (mut at, size) = range;
        // A copy of a copy, as a rule, is known as one of the first.
        for _ in 0..4 {
            let origin = self.find((at, size), |value, before, _| match value {
                Value::Copy(from) => Some(from + before),
                _ => None,
            });
            match origin {
                Some(origin) => at = origin,
                None => break,
            }
        }
        at
    }

    pub fn keep_common(&mut self, other: &Known) -> bool {
        let before = self.0.len();
        self.0.retain(|known| other.0.contains(known));
        self.0.len() != before
    }
}

pub fn masked(value: u64, size: u32) -> u64 {
    match size {
        8.. => value,
        _ => value & ((1 << (8 * size)) - 1),
    }
}

/// The parts of a copy of which neither side was written.
fn apart(at: Range, from: Slot, written: Range) -> Vec<(Range, Value)> {
    let mut parts = vec![(0, at.1)];
    for begin in [at.0, from] {
        // What is written, as bytes of this side.
        let first = written.0.saturating_sub(begin);
        let last = (written.0 + written.1).saturating_sub(begin);
        if last == 0 {
            continue;
        }
        parts = parts
            .into_iter()
            .flat_map(|(low, high): (u32, u32)| [(low, high.min(first)), (low.max(last), high)])
            .filter(|(low, high)| low < high)
            .collect();
    }
    let part = |(low, high)| ((at.0 + low, high - low), Value::Copy(from + low));
    parts.into_iter().map(part).collect()
}
