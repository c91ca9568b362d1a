//! Makes each instruction what it comes to: a value is read from where it came, a pointer into the frame is the slot that
//! it points to, and a jump whose condition is known goes where it leads.

use super::known::{Known, Right, Value, masked};
use super::{Range, addressed, overlap};
use crate::codegen::jumps::unless;
use async_playground::machine::bytecode::{Bin, Cmp, Function, Num, Op, Pc, Slot, Use};
use std::collections::{HashMap, HashSet};

/// Makes each instruction what it comes to where it stands.
pub fn simplify(function: &mut Function, sizes: &[Range]) {
    let mut labels: HashMap<Pc, Option<Known>> = function
        .code
        .iter_mut()
        .filter_map(|op| op.target().map(|to| (*to, None)))
        .collect();
    let jumps = function.code.iter_mut().enumerate();
    let back = jumps.filter_map(|(at, op)| op.target().copied().filter(|to| *to as usize <= at));
    let mut heads: HashSet<Pc> = back.collect();
    // How it comes to a cleanup is not looked at.
    for cleanup in &function.cleanups {
        labels.insert(cleanup.at, Some(Known::default()));
        heads.insert(cleanup.at);
    }
    let addressed = addressed(function);
    let mut simplifier = Simplifier {
        sizes,
        frame: function.frame,
        addressed,
        labels,
        heads,
    };
    while simplifier.go(&function.code, |_, _| {}) {}
    let mut simple = function.code.clone();
    simplifier.go(&function.code, |at, op| simple[at] = op);
    function.code = simple;
}

struct Simplifier<'a> {
    sizes: &'a [Range],
    frame: u32,
    /// What whoever has a pointer may write to.
    addressed: Vec<Range>,
    /// What is known where something jumps to, whichever way one comes there. None: nobody does, as far as is seen.
    labels: HashMap<Pc, Option<Known>>,
    /// The labels of which that is known from one time through the code to the next: loops begin there, and cleanups.
    heads: HashSet<Pc>,
}

impl Simplifier<'_> {
    /// Goes through the code, and tells what each instruction comes to. Returns whether less is known than before.
    fn go(&mut self, code: &[Op], mut tell: impl FnMut(usize, Op)) -> bool {
        let mut changed = false;
        let mut now = Some(Known::default());
        for (at, known) in &mut self.labels {
            if !self.heads.contains(at) {
                *known = None;
            }
        }
        for (at, op) in code.iter().enumerate() {
            if self.labels.contains_key(&(at as Pc)) {
                if let Some(known) = now.take() {
                    changed |= self.arrive(at as Pc, &known) && self.heads.contains(&(at as Pc));
                }
                now = self.labels[&(at as Pc)].clone();
            }
            let Some(known) = &mut now else { continue };
            let mut simple = self.simple(*op, at as Pc, known, code);
            tell(at, simple);
            // A jump that leads further may skip what it jumped to: it is as if it had been there.
            let to = match *op {
                Op::Jump { to } => Some(to),
                _ => simple.target().copied(),
            };
            if let Some(to) = to {
                changed |= self.arrive(to, known) && self.heads.contains(&to);
            }
            self.learn(simple, known);
            let next = Op::Jump { to: at as Pc + 1 };
            if !simple.goes_on() && simple != next {
                now = None;
            }
        }
        changed
    }

    /// Who comes to a label knows this. Returns whether that is less than was known there.
    fn arrive(&mut self, at: Pc, known: &Known) -> bool {
        match self.labels.get_mut(&at) {
            Some(Some(label)) => label.keep_common(known),
            Some(label) => {
                *label = Some(known.clone());
                true
            }
            None => false,
        }
    }

    /// What an instruction comes to.
    fn simple(&self, mut op: Op, at: Pc, known: &Known, code: &[Op]) -> Op {
        op.slots(
            |id| self.sizes[id as usize],
            |slot, used| {
                if let Use::Read(size) = used
                    && size > 0
                {
                    *slot = known.origin((*slot, size));
                }
            },
        );
        let next = at + 1;
        match op {
            Op::Load {
                dst,
                ptr,
                offset,
                size,
            } => match known.address(ptr) {
                Some((of, reach)) if within(offset, size, reach) => {
                    let src = known.origin((of + offset, size));
                    self.simple_move(dst, src, size, known)
                }
                _ => op,
            },
            Op::Store {
                ptr,
                offset,
                src,
                size,
            } => match known.address(ptr) {
                Some((of, reach)) if within(offset, size, reach) => {
                    self.simple_move(of + offset, src, size, known)
                }
                _ => op,
            },
            Op::Offset { dst, ptr, offset } => match known.address(ptr) {
                Some((of, reach)) if offset <= reach => Op::Address {
                    dst,
                    of: of + offset,
                    size: reach - offset,
                },
                _ => op,
            },
            Op::Move { dst, src, size } => self.simple_move(dst, src, size, known),
            Op::Binary {
                op: bin,
                num,
                dst,
                a,
                b,
            } => {
                use Bin::*;
                let right = match bin {
                    Shl | Shr | WrappingShl | WrappingShr => Num::U32,
                    _ => num,
                };
                let value = known.small(b, right).filter(|_| num.is_integer());
                match value {
                    Some(value) => Op::BinaryWith {
                        op: bin,
                        num,
                        dst,
                        a,
                        value,
                    },
                    None => op,
                }
            }
            Op::Compare {
                op: cmp,
                num,
                dst,
                a,
                b,
            } => match self.right(cmp, num, a, b, known) {
                (op, a, Right::Value(value)) => Op::CompareWith {
                    op,
                    num,
                    dst,
                    a,
                    value,
                },
                _ => op,
            },
            Op::JumpUnless {
                op: cmp,
                num,
                a,
                b,
                to,
            } => match self.right(cmp, num, a, b, known) {
                (cmp, a, Right::Value(value)) => self.jump_unless_with(
                    Op::JumpUnlessWith {
                        op: cmp,
                        num,
                        a,
                        value,
                        to,
                    },
                    next,
                    known,
                ),
                _ => op,
            },
            Op::JumpUnlessWith { .. } => self.jump_unless_with(op, next, known),
            Op::JumpIf { cond, to } => self.jump_by(op, cond, true, to, next, known),
            Op::JumpIfNot { cond, to } => self.jump_by(op, cond, false, to, next, known),
            Op::Jump { to } => Op::Jump {
                to: self.leads(to, known, code),
            },
            _ => op,
        }
    }

    fn simple_move(&self, dst: Slot, src: Slot, size: u32, known: &Known) -> Op {
        match known.constant((src, size)) {
            Some(value) if matches!(size, 1 | 2 | 4 | 8) => Op::Const {
                dst,
                size: size as u8,
                value,
            },
            _ => Op::Move { dst, src, size },
        }
    }

    /// A comparison with what is known of its operands.
    fn right(&self, cmp: Cmp, num: Num, a: Slot, b: Slot, known: &Known) -> (Cmp, Slot, Right) {
        match (known.small(a, num), known.small(b, num)) {
            (_, Some(value)) => (cmp, a, Right::Value(value)),
            (Some(value), None) => (swapped(cmp), b, Right::Value(value)),
            (None, None) => (cmp, a, Right::Slot(b)),
        }
    }

    fn jump_unless_with(&self, jump: Op, next: Pc, known: &Known) -> Op {
        match jump {
            Op::JumpUnlessWith {
                op,
                num,
                a,
                value,
                to,
            } => match known.constant((a, num.size())) {
                Some(left) if holds(op, num, left, value) => Op::Jump { to: next },
                Some(_) => Op::Jump { to },
                None => jump,
            },
            _ => jump,
        }
    }

    /// A jump if a bool is `when`.
    fn jump_by(&self, op: Op, cond: Slot, when: bool, to: Pc, next: Pc, known: &Known) -> Op {
        if let Some(value) = known.constant((cond, 1)) {
            let jumps = (value != 0) == when;
            return Op::Jump {
                to: if jumps { to } else { next },
            };
        }
        let better = known.find((cond, 1), |value, _, _| match value {
            Value::Not(cond) if when => Some(Op::JumpIfNot { cond, to }),
            Value::Not(cond) => Some(Op::JumpIf { cond, to }),
            Value::Compare(op, num, a, b) => {
                let op = if when { unless(op, num)? } else { op };
                Some(match b {
                    Right::Slot(b) => Op::JumpUnless { op, num, a, b, to },
                    Right::Value(value) => Op::JumpUnlessWith {
                        op,
                        num,
                        a,
                        value,
                        to,
                    },
                })
            }
            _ => None,
        });
        better.unwrap_or(op)
    }

    /// Where a jump leads in the end, with what is known.
    fn leads(&self, mut to: Pc, known: &Known, code: &[Op]) -> Pc {
        for _ in 0..8 {
            let decided = match code[to as usize] {
                op @ (Op::JumpIf { .. }
                | Op::JumpIfNot { .. }
                | Op::JumpUnless { .. }
                | Op::JumpUnlessWith { .. }) => self.simple(op, to, known, code),
                op => op,
            };
            match decided {
                Op::Jump { to: further } => to = further,
                _ => break,
            }
        }
        to
    }

    // --- What is known then ---------------------------------------------------------------------------------

    /// What is known when an instruction has run.
    fn learn(&self, mut op: Op, known: &mut Known) {
        let learnt = learnt(op, known);
        op.slots(
            |id| self.sizes[id as usize],
            |slot, used| match used {
                Use::Write(size) => known.forget((*slot, size)),
                Use::WriteResult => known.forget((*slot, self.frame - *slot)),
                _ => {}
            },
        );
        if may_write_anywhere(&op) {
            self.addressed.iter().for_each(|&range| known.forget(range));
        }
        for (range, value) in learnt {
            known.learn(range, value);
        }
    }
}

fn within(offset: u32, size: u32, reach: u32) -> bool {
    u64::from(offset) + u64::from(size) <= u64::from(reach)
}

/// Whether an instruction may write to what has an address.
fn may_write_anywhere(op: &Op) -> bool {
    matches!(
        op,
        Op::Store { .. }
            | Op::Copy { .. }
            | Op::Call { .. }
            | Op::CallPointer { .. }
            | Op::CallVirtual { .. }
            | Op::Host { .. }
            | Op::Resume { .. }
            | Op::DropCoroutine { .. }
            | Op::Yield
    )
}

/// What is known of what an instruction writes.
fn learnt(op: Op, known: &Known) -> Vec<(Range, Value)> {
    let value = match op {
        Op::Const { dst, size, value } => {
            let size = u32::from(size);
            return vec![((dst, size), Value::Const(masked(value, size)))];
        }
        Op::Address { dst, of, size } => return vec![((dst, 4), Value::Address(of, size))],
        Op::Move { dst, src, size } => {
            let to = (dst, size);
            if overlap(to, (src, size)) {
                return Vec::new();
            }
            let parts = known.0.iter().filter_map(|&((at, part), value)| {
                let inside = src <= at && at + part <= src + size;
                // Those are where they came from: see `origin`.
                let copied = !matches!(value, Value::Copy(_)) || part < size;
                (inside && copied && !value.depends_on(part, to))
                    .then(|| ((dst + at - src, part), value))
            });
            let mut learnt: Vec<(Range, Value)> = parts.collect();
            learnt.push((to, Value::Copy(src)));
            return learnt;
        }
        Op::NotBool { dst, src } => {
            let opposite = known.find((src, 1), |value, _, _| match value {
                Value::Compare(op, num, a, b) => Some(Value::Compare(unless(op, num)?, num, a, b)),
                _ => None,
            });
            (dst, opposite.unwrap_or(Value::Not(src)))
        }
        Op::Compare { op, num, dst, a, b } => (dst, Value::Compare(op, num, a, Right::Slot(b))),
        Op::CompareWith {
            op,
            num,
            dst,
            a,
            value,
        } => (dst, Value::Compare(op, num, a, Right::Value(value))),
        _ => return Vec::new(),
    };
    let (dst, value) = value;
    match value.depends_on(1, (dst, 1)) {
        true => Vec::new(),
        false => vec![((dst, 1), value)],
    }
}

/// The comparison with its sides changed.
fn swapped(cmp: Cmp) -> Cmp {
    match cmp {
        Cmp::Eq | Cmp::Ne => cmp,
        Cmp::Lt => Cmp::Gt,
        Cmp::Le => Cmp::Ge,
        Cmp::Gt => Cmp::Lt,
        Cmp::Ge => Cmp::Le,
    }
}

/// Whether a comparison of integers holds.
fn holds(op: Cmp, num: Num, left: u64, right: i32) -> bool {
    let unused = 64 - 8 * num.size();
    let signed = matches!(num, Num::I8 | Num::I16 | Num::I32 | Num::I64);
    let wide = |bits: u64| match signed {
        true => i128::from((bits << unused) as i64 >> unused),
        false => i128::from(bits << unused >> unused),
    };
    op.holds(wide(left), wide(i64::from(right) as u64))
}
