//! What is written for nobody is not written.

use super::{Range, addressed};
use async_playground::machine::bytecode::{Bin, Function, Op, Pc, Un, Use};
use std::collections::HashMap;

/// A set of the frame's bytes.
#[derive(Clone, PartialEq)]
struct Bytes(Vec<u64>);

impl Bytes {
    fn none(frame: u32) -> Self {
        Bytes(vec![0; frame as usize / 64 + 1])
    }

    fn set(&mut self, (at, size): Range, there: bool) {
        for byte in at as usize..(at + size) as usize {
            let bit = 1 << (byte % 64);
            match there {
                true => self.0[byte / 64] |= bit,
                false => self.0[byte / 64] &= !bit,
            }
        }
    }

    fn has(&self, (at, size): Range) -> bool {
        (at as usize..(at + size) as usize).any(|byte| self.0[byte / 64] & (1 << (byte % 64)) != 0)
    }

    fn add(&mut self, other: &Bytes) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
    }
}

/// Takes out the instructions that do nothing but write what is not read.
pub fn sweep(function: &mut Function, sizes: &[Range]) {
    let mut cleanup_of: Vec<Option<Pc>> = vec![None; function.code.len()];
    for cleanup in function.cleanups.iter().rev() {
        cleanup_of[cleanup.from as usize..cleanup.to as usize].fill(Some(cleanup.at));
    }
    let mut seen = Bytes::none(function.frame);
    for range in addressed(function) {
        seen.set(range, true);
    }
    let mut liveness = Liveness {
        function,
        sizes,
        cleanup_of,
        seen,
        at: HashMap::new(),
    };
    let entries = liveness.entries();
    for entry in entries {
        let none = Bytes::none(liveness.function.frame);
        liveness.at.insert(entry, none);
    }
    while liveness.go(|_, _| {}) {}
    let mut unread = Vec::new();
    liveness.go(|at, dead| {
        if dead {
            unread.push(at);
        }
    });
    for at in unread {
        // It is in nobody's way there: a jump to what comes next is taken out.
        function.code[at] = Op::Jump { to: at as Pc + 1 };
    }
}

struct Liveness<'a> {
    function: &'a Function,
    sizes: &'a [Range],
    /// Where a panic goes on that leaves an instruction.
    cleanup_of: Vec<Option<Pc>>,
    /// What a pointer may read.
    seen: Bytes,
    /// What is read from each position on to which something jumps.
    at: HashMap<Pc, Bytes>,
}

impl Liveness<'_> {
    /// Where something jumps to.
    fn entries(&self) -> Vec<Pc> {
        let code = self.function.code.iter();
        let jumps = code.filter_map(|&(mut op)| op.target().copied());
        let cleanups = self.function.cleanups.iter().map(|cleanup| cleanup.at);
        jumps.chain(cleanups).collect()
    }

    /// Goes through the code from its end on, and tells of each instruction whether it is for nobody. Returns whether more
    /// was learnt.
    fn go(&mut self, mut tell: impl FnMut(usize, bool)) -> bool {
        let mut learnt = false;
        let mut live = Bytes::none(self.function.frame);
        let result = (self.function.ret, self.function.ret_size);
        for at in (0..self.function.code.len()).rev() {
            let mut op = self.function.code[at];
            if !op.goes_on() {
                live = Bytes::none(self.function.frame);
            }
            if let Some(target) = op.target() {
                live.add(&self.at[target]);
            }
            if let Op::Return | Op::Yield = op {
                live.set(result, true);
            }
            let (mut reads, mut written) = (Vec::new(), None);
            let frame = self.function.frame;
            op.slots(
                |id| self.sizes[id as usize],
                |slot, used| match used {
                    Use::Read(size) => reads.push((*slot, size)),
                    Use::ReadParameters => reads.push((*slot, frame - *slot)),
                    Use::Write(size) => written = Some((*slot, size)),
                    Use::Address(_) | Use::WriteResult => {}
                },
            );
            let dead = only_writes(&op)
                && written.is_some_and(|range| !live.has(range) && !self.seen.has(range));
            tell(at, dead);
            if !dead {
                if let Some(range) = written {
                    live.set(range, false);
                }
                if let Some(cleanup) = self.cleanup_of[at] {
                    live.add(&self.at[&cleanup]);
                }
                reads.into_iter().for_each(|range| live.set(range, true));
            }
            if let Some(known) = self.at.get_mut(&(at as Pc))
                && *known != live
            {
                known.clone_from(&live);
                learnt = true;
            }
        }
        learnt
    }
}

/// Whether an instruction does nothing but write to a slot.
fn only_writes(op: &Op) -> bool {
    match op {
        Op::Binary { op, num, .. } | Op::BinaryWith { op, num, .. } => {
            !num.is_integer()
                || !matches!(
                    op,
                    Bin::Add | Bin::Sub | Bin::Mul | Bin::Div | Bin::Rem | Bin::Shl | Bin::Shr
                )
        }
        Op::Unary { op, num, .. } => *op != Un::Neg || !num.is_integer(),
        Op::Const { .. }
        | Op::Move { .. }
        | Op::Load { .. }
        | Op::Address { .. }
        | Op::Offset { .. }
        | Op::Element { .. }
        | Op::Compare { .. }
        | Op::CompareWith { .. }
        | Op::NotBool { .. }
        | Op::Convert { .. }
        | Op::Context { .. } => true,
        _ => false,
    }
}
