//! From a function's written code to bytecode: finds what is there at each point, and so which drops happen, do not,
//! or depend on a flag; what a panic leaves behind at each point is dropped by a cleanup of its own.
//!
//! A part that was moved by itself, and is there on one way but not on another, gets a flag: a byte of the frame.

use super::Generator;
use super::code::{ChainId, Code, Ins, Label, PathId, Spot, Step, Target};
use super::frame::Frame;
use super::jumps;
use super::layout::POINTER;
use crate::thir::{TypeId, TypeKind};
use async_playground::machine::bytecode::{Bin, Cleanup, Cmp, Function, Num, Op, Pc, Slot, Un};
use std::collections::HashMap;

/// What can be said of each path at a point.
#[derive(Debug, Clone, PartialEq, Eq)]
struct State {
    /// It may be there.
    there: Vec<bool>,
    /// It may be not.
    gone: Vec<bool>,
}

impl State {
    fn join(&mut self, other: &State) -> bool {
        let mut changed = false;
        let mut or = |mine: &mut Vec<bool>, theirs: &Vec<bool>| {
            for (mine, theirs) in mine.iter_mut().zip(theirs) {
                changed |= *theirs && !*mine;
                *mine |= *theirs;
            }
        };
        or(&mut self.there, &other.there);
        or(&mut self.gone, &other.gone);
        changed
    }

    fn set(&mut self, code: &Code, path: PathId, there: bool) {
        code.for_each_part(path, &mut |part| {
            self.there[part.0] = there;
            self.gone[part.0] = !there;
        });
    }

    /// The enum is that variant, or is not: what belongs to others is not there.
    fn variant(&mut self, code: &Code, path: PathId, which: impl Fn(u32) -> bool) {
        for &(step, child) in &code.paths[path.0].children {
            if matches!(step, Step::Variant(variant, _) if !which(variant)) {
                self.set(code, child, false);
            }
        }
    }
}

/// One step of dropping a value of which parts may be gone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Piece {
    /// Only if this path's flag says that it is there.
    flag: Option<PathId>,
    /// Only if the enums that stand there are of these variants.
    variants: Vec<(Spot, TypeId, u32)>,
    spot: Spot,
    ty: TypeId,
    glue: Glue,
}

/// What a piece calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Glue {
    /// What drops a value.
    Drop,
    /// What frees a box's memory alone.
    Free,
    /// What drops the values that a pointer and a number in the frame tell of.
    Elements,
}

/// A list of pieces, innermost first, as [`ChainId`] is one of targets; 0 is the empty one.
type CleanupId = usize;

/// From where to where it is what a panic leads to.
type Covered = (Pc, Pc, CleanupId);

/// What is written once it is known which flags there are.
enum Elaborated {
    Op(Op, CleanupId),
    Jump(Op, Label),
    Label(Label),
    Enter(Vec<PathId>, CleanupId),
    Flag(PathId, bool),
    Piece(Piece, CleanupId),
}

/// Makes the code's bytecode, into `function`, which has the rest.
pub fn finish(generator: &mut Generator<'_>, code: &Code, frame: Frame, function: &mut Function) {
    let mut elaborator = Elaborator {
        generator,
        code,
        frame,
        cleanups: Vec::new(),
        known_cleanups: HashMap::new(),
        flags: HashMap::new(),
        ops: Vec::new(),
        lines: Vec::new(),
        jumps: Vec::new(),
        labels: vec![0; code.labels],
        scratch: None,
    };
    let states = elaborator.states();
    let elaborated = elaborator.elaborate(states);
    elaborator.write(elaborated, function);
}

struct Elaborator<'a, 'p> {
    generator: &'a mut Generator<'p>,
    code: &'a Code,
    frame: Frame,
    cleanups: Vec<(Piece, CleanupId)>,
    known_cleanups: HashMap<(Piece, CleanupId), CleanupId>,
    flags: HashMap<PathId, Slot>,
    ops: Vec<Op>,
    lines: Vec<(Pc, u32)>,
    jumps: Vec<(usize, Label)>,
    labels: Vec<Pc>,
    /// Where the drops' arguments stand.
    scratch: Option<Slot>,
}

impl Elaborator<'_, '_> {
    /// What is known at each label that can be reached.
    fn states(&self) -> Vec<Option<State>> {
        let mut labels = vec![None; self.code.labels];
        loop {
            let mut changed = false;
            self.walk(&mut labels, |_, _, backward| changed |= backward);
            if !changed {
                return labels;
            }
        }
    }

    /// Goes through what can be reached, line by line, with what is known before each; `visit` is also told after each
    /// whether what is known at a label further up has changed.
    fn walk(&self, labels: &mut [Option<State>], mut visit: impl FnMut(usize, &State, bool)) {
        let code = self.code;
        let count = code.paths.len();
        let mut seen = vec![false; code.labels];
        let mut now = Some(State {
            there: vec![false; count],
            gone: vec![true; count],
        });
        for (index, line) in code.lines.iter().enumerate() {
            if let Ins::Label(label) = line.ins {
                seen[label.0] = true;
                match (&mut now, &mut labels[label.0]) {
                    (Some(now), Some(known)) => {
                        known.join(now);
                        now.clone_from(known);
                    }
                    (Some(now), known) => *known = Some(now.clone()),
                    (now, known) => now.clone_from(known),
                }
            }
            let Some(state) = &mut now else { continue };
            visit(index, state, false);
            match &line.ins {
                Ins::Label(_) => {}
                Ins::Enter(paths) => paths.iter().for_each(|&path| state.set(code, path, true)),
                Ins::Init(path) => state.set(code, *path, true),
                Ins::Gone(path) | Ins::Drop(Target::Path(path)) => state.set(code, *path, false),
                Ins::Drop(_) => {}
                Ins::Is(path, variant) => state.variant(code, *path, |other| other == *variant),
                Ins::Jump { op, to, not } => {
                    let mut there = state.clone();
                    if let Some((path, variant)) = not {
                        there.variant(code, *path, |other| other != *variant);
                    }
                    let changed = match &mut labels[to.0] {
                        Some(known) => known.join(&there),
                        known => {
                            *known = Some(there);
                            true
                        }
                    };
                    visit(index, state, changed && seen[to.0]);
                    if matches!(op, Op::Jump { .. }) {
                        now = None;
                    }
                }
                Ins::Op(Op::Return | Op::Unwind | Op::Unreachable | Op::Panic { .. }) => now = None,
                Ins::Op(_) => {}
            }
        }
    }

    fn elaborate(&mut self, mut states: Vec<Option<State>>) -> Vec<(Elaborated, u32)> {
        let mut reached: Vec<(usize, State)> = Vec::new();
        let code = self.code;
        self.walk(&mut states, |index, state, _| {
            if reached.last().is_none_or(|(last, _)| *last != index) {
                reached.push((index, state.clone()));
            }
        });
        let mut elaborated = Vec::new();
        for (index, state) in reached {
            let line = &code.lines[index];
            let mut push = |what| elaborated.push((what, line.line));
            match &line.ins {
                Ins::Op(op) => {
                    let cleanup = if may_unwind(op) {
                        self.cleanup(line.chain, &state)
                    } else {
                        0
                    };
                    push(Elaborated::Op(*op, cleanup));
                }
                Ins::Jump { op, to, .. } => push(Elaborated::Jump(*op, *to)),
                Ins::Label(label) => push(Elaborated::Label(*label)),
                Ins::Enter(paths) => {
                    let mut entered = state.clone();
                    paths.iter().for_each(|&path| entered.set(code, path, true));
                    let cleanup = self.cleanup(line.chain, &entered);
                    push(Elaborated::Enter(paths.clone(), cleanup));
                }
                Ins::Init(path) => push(Elaborated::Flag(*path, true)),
                Ins::Gone(path) => push(Elaborated::Flag(*path, false)),
                Ins::Is(..) => {}
                Ins::Drop(target) => {
                    let mut rest = self.cleanup(line.chain, &state);
                    let mut pieces = Vec::new();
                    for piece in self.pieces(target, &state).into_iter().rev() {
                        pieces.push((piece.clone(), rest));
                        rest = self.intern(piece, rest);
                    }
                    while let Some((piece, rest)) = pieces.pop() {
                        push(Elaborated::Piece(piece, rest));
                    }
                    if let Target::Path(path) = target {
                        push(Elaborated::Flag(*path, false));
                    }
                }
            }
        }
        elaborated
    }

    /// What is left to be dropped of a chain.
    fn cleanup(&mut self, chain: ChainId, state: &State) -> CleanupId {
        let mut pieces = Vec::new();
        let mut next = chain;
        while next != ChainId(0) {
            let (target, rest) = &self.code.chains[next.0 - 1];
            pieces.extend(self.pieces(target, state));
            next = *rest;
        }
        pieces
            .into_iter()
            .rev()
            .fold(0, |rest, piece| self.intern(piece, rest))
    }

    fn intern(&mut self, piece: Piece, rest: CleanupId) -> CleanupId {
        let cleanups = &mut self.cleanups;
        *self
            .known_cleanups
            .entry((piece, rest))
            .or_insert_with_key(|key| {
                cleanups.push(key.clone());
                cleanups.len()
            })
    }

    /// What dropping the target takes, in order.
    fn pieces(&mut self, target: &Target, state: &State) -> Vec<Piece> {
        let piece = |spot: &Spot, ty: TypeId, glue| Piece {
            flag: None,
            variants: Vec::new(),
            spot: spot.clone(),
            ty,
            glue,
        };
        let mut pieces = Vec::new();
        match target {
            Target::Path(path) => self.parts(*path, state, &[], &mut pieces),
            Target::Value(spot, ty) => pieces.push(piece(spot, *ty, Glue::Drop)),
            Target::Free(spot, ty) => pieces.push(piece(spot, *ty, Glue::Free)),
            Target::Elements(slot, ty) => {
                pieces.push(piece(&Spot::frame(*slot), *ty, Glue::Elements));
            }
        }
        pieces
    }

    fn parts(
        &mut self,
        id: PathId,
        state: &State,
        variants: &[(Spot, TypeId, u32)],
        pieces: &mut Vec<Piece>,
    ) {
        let code = self.code;
        let path = &code.paths[id.0];
        let (there, gone) = (state.there[id.0], state.gone[id.0]);
        let mut alike = true;
        code.for_each_part(id, &mut |part| {
            alike &= (state.there[part.0], state.gone[part.0]) == (there, gone)
        });
        if alike && !there {
            return;
        }
        let flag = (there && gone).then(|| self.flag(id));
        let whole = |glue| Piece {
            flag,
            variants: variants.to_vec(),
            spot: path.spot.clone(),
            ty: path.ty,
            glue,
        };
        // Where all parts share the whole's fate there is no need to look at them; but if that is a flag, a part's
        // own may differ.
        if alike && (!gone || path.children.is_empty()) {
            return pieces.push(whole(Glue::Drop));
        }
        let layouts = self.generator.layouts.clone();
        let layout = layouts.of(path.ty);
        // The parts in order: by what step, where, and of an enum's variant, which.
        let mut parts: Vec<(Step, u32, TypeId, Option<u32>)> = Vec::new();
        match &self.generator.program.types[path.ty.0 as usize].kind {
            TypeKind::Struct { boxed: true, .. } => {
                // The content was moved by itself, at least on one way.
                for &(_, content) in &path.children {
                    self.parts(content, state, variants, pieces);
                }
                if there {
                    pieces.push(whole(Glue::Free));
                }
            }
            TypeKind::Tuple(fields)
            | TypeKind::Struct { fields, .. }
            | TypeKind::Closure { captures: fields } => {
                let parts_of = fields.iter().zip(&layout.fields).enumerate();
                parts.extend(
                    parts_of.map(|(index, (&ty, &offset))| {
                        (Step::Field(index as u32), offset, ty, None)
                    }),
                );
            }
            TypeKind::Array(element, count) => {
                let size = layouts.size(*element);
                parts.extend(
                    (0..*count as u32)
                        .map(|index| (Step::Field(index), index * size, *element, None)),
                );
            }
            TypeKind::Enum { variants } => {
                for (number, (variant, offsets)) in
                    variants.iter().zip(&layout.variants).enumerate()
                {
                    let number = number as u32;
                    for (index, (&ty, &offset)) in variant.fields.iter().zip(offsets).enumerate() {
                        parts.push((
                            Step::Variant(number, index as u32),
                            offset,
                            ty,
                            Some(number),
                        ));
                    }
                }
            }
            _ => pieces.push(whole(Glue::Drop)),
        }
        for (step, offset, ty, variant) in parts {
            let mut variants = variants.to_vec();
            variants.extend(variant.map(|variant| (path.spot.clone(), path.ty, variant)));
            if let Some(&(_, child)) = path.children.iter().find(|(known, _)| *known == step) {
                self.parts(child, state, &variants, pieces);
            } else if there && layouts.needs_drop(ty) {
                pieces.push(Piece {
                    flag,
                    variants,
                    spot: path.spot.field(offset),
                    ty,
                    glue: Glue::Drop,
                });
            }
        }
    }

    /// The byte that says whether the path's value is there.
    fn flag(&mut self, path: PathId) -> PathId {
        let frame = &mut self.frame;
        self.flags.entry(path).or_insert_with(|| {
            frame.size += 1;
            frame.size - 1
        });
        path
    }

    // --- Writing ------------------------------------------------------------------------------------------

    fn write(&mut self, elaborated: Vec<(Elaborated, u32)>, function: &mut Function) {
        let mut ranges: Vec<Covered> = Vec::new();
        let mut cover = |from: usize, to: usize, cleanup: CleanupId| match ranges.last_mut() {
            _ if cleanup == 0 && from == to => {}
            Some(last) if last.2 == cleanup => last.1 = to as Pc,
            _ => ranges.push((from as Pc, to as Pc, cleanup)),
        };
        for (what, line) in elaborated {
            let from = self.ops.len();
            if self.lines.last().is_none_or(|last| last.1 != line) {
                match self.lines.last_mut() {
                    Some(last) if last.0 == from as Pc => last.1 = line,
                    _ => self.lines.push((from as Pc, line)),
                }
            }
            match what {
                Elaborated::Op(op, cleanup) => {
                    self.ops.push(op);
                    if may_unwind(&op) {
                        cover(from, from + 1, cleanup);
                    }
                }
                Elaborated::Jump(op, to) => self.jump(op, to),
                Elaborated::Label(label) => self.labels[label.0] = from as Pc,
                Elaborated::Enter(paths, cleanup) => {
                    if function.coroutine {
                        self.ops.push(Op::Jump { to: 1 });
                        cover(from, from + 1, cleanup);
                    }
                    let mut flags: Vec<(PathId, Slot)> = self
                        .flags
                        .iter()
                        .map(|(&path, &slot)| (path, slot))
                        .collect();
                    flags.sort_by_key(|&(_, slot)| slot);
                    for (flag, dst) in flags {
                        let mut there = false;
                        for &path in &paths {
                            self.code
                                .for_each_part(path, &mut |part| there |= part == flag);
                        }
                        self.ops.push(Op::Const {
                            dst,
                            size: 1,
                            value: u64::from(there),
                        });
                    }
                }
                Elaborated::Flag(path, there) => self.set_flags(path, there),
                Elaborated::Piece(piece, cleanup) => {
                    self.piece(&piece);
                    cover(from, self.ops.len(), cleanup);
                }
            }
        }
        let used: Vec<CleanupId> = ranges.iter().map(|range| range.2).collect();
        let (at, dropped) = self.write_cleanups(&used);
        if function.coroutine {
            // There, what is dropped with a suspended coroutine: if it panics, the rest is dropped all the same.
            ranges.extend(dropped);
        }
        function.cleanups = ranges
            .into_iter()
            .filter(|range| range.2 != 0)
            .map(|(from, to, cleanup)| Cleanup {
                from,
                to,
                at: at[&cleanup],
            })
            .collect();
        for &(index, label) in &self.jumps {
            retarget(&mut self.ops[index], self.labels[label.0]);
        }
        function.code = std::mem::take(&mut self.ops);
        if function.of_program {
            function.lines = std::mem::take(&mut self.lines);
        }
        function.frame = self.frame.size.next_multiple_of(8);
        jumps::shorten(function);
    }

    /// Where each of them begins; and what is left to be dropped while a piece of one is.
    fn write_cleanups(&mut self, used: &[CleanupId]) -> (HashMap<CleanupId, Pc>, Vec<Covered>) {
        let mut at = HashMap::new();
        let mut dropped = Vec::new();
        for &first in used {
            let mut next = first;
            while next != 0 && !at.contains_key(&next) {
                let from = self.ops.len() as Pc;
                at.insert(next, from);
                let (piece, rest) = self.cleanups[next - 1].clone();
                self.piece(&piece);
                dropped.push((from, self.ops.len() as Pc, rest));
                next = rest;
                match at.get(&next) {
                    _ if next == 0 => self.ops.push(Op::Unwind),
                    Some(&to) => self.ops.push(Op::Jump { to }),
                    None => {}
                }
            }
        }
        (at, dropped)
    }

    fn jump(&mut self, op: Op, to: Label) {
        self.jumps.push((self.ops.len(), to));
        self.ops.push(op);
    }

    fn set_flags(&mut self, path: PathId, there: bool) {
        let (flags, ops) = (&self.flags, &mut self.ops);
        self.code.for_each_part(path, &mut |part| {
            if let Some(&dst) = flags.get(&part) {
                ops.push(Op::Const {
                    dst,
                    size: 1,
                    value: u64::from(there),
                });
            }
        });
    }

    /// One place for the arguments of all drops: none of them outlives its call.
    fn scratch(&mut self) -> Slot {
        let frame = &mut self.frame;
        *self.scratch.get_or_insert_with(|| {
            let slot = frame.size.next_multiple_of(8);
            frame.size = slot + 8;
            slot
        })
    }

    /// The address of what stands behind a pointer, into `dst`; or the last pointer on the way, and the offset from it.
    fn last_pointer(&mut self, spot: &Spot, dst: Slot) -> (Slot, u32) {
        let mut ptr = spot.slot;
        for &offset in &spot.derefs[..spot.derefs.len() - 1] {
            self.ops.push(Op::Load {
                dst,
                ptr,
                offset,
                size: POINTER,
            });
            ptr = dst;
        }
        (ptr, *spot.derefs.last().expect("a spot behind a pointer"))
    }

    fn piece(&mut self, piece: &Piece) {
        let mut skips = Vec::new();
        if let Some(path) = piece.flag {
            skips.push(self.ops.len());
            self.ops.push(Op::JumpIfNot {
                cond: self.flags[&path],
                to: 0,
            });
        }
        for (spot, ty, variant) in &piece.variants {
            let scratch = self.scratch();
            let size = self.generator.layouts.of(*ty).tag;
            let num = tag_num(size);
            let a = if spot.derefs.is_empty() {
                spot.slot
            } else {
                let (ptr, offset) = self.last_pointer(spot, scratch);
                self.ops.push(Op::Load {
                    dst: scratch,
                    ptr,
                    offset,
                    size,
                });
                scratch
            };
            let b = scratch + 4;
            self.ops.push(Op::Const {
                dst: b,
                size: size as u8,
                value: u64::from(*variant),
            });
            skips.push(self.ops.len());
            self.ops.push(Op::JumpUnless {
                op: Cmp::Eq,
                num,
                a,
                b,
                to: 0,
            });
        }
        let glue = match piece.glue {
            Glue::Drop => self.generator.drop_glue(piece.ty),
            Glue::Free => self.generator.free(piece.ty),
            Glue::Elements => Some(self.generator.drop_elements(piece.ty)),
        };
        let coroutine = matches!(
            self.generator.program.types[piece.ty.0 as usize].kind,
            TypeKind::Coroutine { .. }
        );
        if let (Glue::Elements, Some(function)) = (piece.glue, glue) {
            let (args, ret) = (piece.spot.slot, piece.spot.slot);
            self.ops.push(Op::Call {
                function,
                args,
                ret,
            });
        } else if coroutine && piece.spot.derefs.is_empty() {
            self.ops.push(Op::DropCoroutine {
                coroutine: piece.spot.slot,
            });
        } else if let Some(function) = glue {
            let args = self.scratch();
            if piece.spot.derefs.is_empty() {
                self.ops.push(Op::Address {
                    dst: args,
                    of: piece.spot.slot,
                    size: self.generator.layouts.size(piece.ty),
                });
            } else {
                let (ptr, offset) = self.last_pointer(&piece.spot, args);
                self.ops.push(Op::Offset {
                    dst: args,
                    ptr,
                    offset,
                });
            }
            self.ops.push(Op::Call {
                function,
                args,
                ret: args,
            });
        }
        let end = self.ops.len() as Pc;
        for skip in skips {
            retarget(&mut self.ops[skip], end);
        }
    }
}

/// The number that a tag of so many bytes is.
pub fn tag_num(size: u32) -> Num {
    match size {
        1 => Num::U8,
        2 => Num::U16,
        _ => Num::U32,
    }
}

/// Whether a panic can leave the instruction, or a coroutine be dropped at it.
fn may_unwind(op: &Op) -> bool {
    match op {
        Op::Binary { op, num, .. } => {
            matches!(
                op,
                Bin::Add | Bin::Sub | Bin::Mul | Bin::Div | Bin::Rem | Bin::Shl | Bin::Shr
            ) && !matches!(num, Num::F32 | Num::F64)
        }
        Op::Unary {
            op: Un::Neg, num, ..
        } => !matches!(num, Num::F32 | Num::F64),
        Op::CheckIndex { .. }
        | Op::Call { .. }
        | Op::CallPointer { .. }
        | Op::CallVirtual { .. }
        | Op::Host { .. }
        | Op::Resume { .. }
        | Op::Yield
        | Op::DropCoroutine { .. }
        | Op::Panic { .. } => true,
        _ => false,
    }
}

fn retarget(op: &mut Op, to: Pc) {
    if let Some(target) = op.target() {
        *target = to;
    }
}
