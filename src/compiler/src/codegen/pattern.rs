//! Patterns: each is tested part by part, and what it binds is bound when all of it has matched. `match` tests its
//! arms in order.

use super::code::{Ins, Label, PathId};
use super::function::Builder;
use super::place::{Base, Place};
use crate::thir::{Arm, Expr, Literal, LocalId, Pat, PatKind, TypeId, TypeKind};
use async_playground::machine::bytecode::{Bin, Cmp, Host, Num, Op, Slot};

/// What a pattern that has matched binds.
struct Bound {
    local: LocalId,
    place: Place,
    by_ref: bool,
    /// Of several elements of an array: what each is as a part of it.
    parts: Vec<PathId>,
}

impl<'p> Builder<'_, 'p> {
    // --- Locals -------------------------------------------------------------------------------------------

    /// Has the pattern's locals live until the scope's end.
    pub fn declare(&mut self, pat: &'p Pat, scope: usize) {
        let mut locals = Vec::new();
        bindings(pat, &mut locals);
        for local in locals {
            let ty = self.declared[local.0 as usize].ty;
            let slot = self.alloc(scope, ty);
            self.declare_at(local, slot, ty, scope);
        }
    }

    pub fn declare_at(&mut self, local: LocalId, slot: Slot, ty: TypeId, scope: usize) {
        let path = self.new_path(slot, ty, scope);
        self.locals.insert(local, Place::frame(slot, ty, path));
    }

    /// The local has its value.
    pub fn initialized(&mut self, local: LocalId) {
        if let Some(path) = self.locals[&local].path {
            self.ins(Ins::Init(path));
        }
    }

    // --- Match --------------------------------------------------------------------------------------------

    pub fn match_arms(&mut self, scrutinee: &'p Expr, arms: &'p [Arm], dst: Slot) {
        let place = self.place(scrutinee);
        let end = self.code.label();
        for arm in arms {
            let fail = self.code.label();
            let outer = self.temporaries;
            self.temporaries = self.push_scope();
            let depth = self.temporaries;
            self.declare(&arm.pat, depth);
            self.with_scratch(|this| this.candidates(&arm.pat, place, arm.guard.as_ref(), fail));
            self.terminating(|this| this.into(&arm.body, dst));
            self.exit_scopes(depth);
            self.jump(end);
            self.label(fail);
            self.exit_scopes(depth);
            self.leave_scope();
            self.temporaries = outer;
        }
        self.op(Op::Unreachable);
        self.label(end);
    }

    /// Tests each way in which the pattern can bind its locals, and the guard after each: goes on with the locals
    /// bound, or at `fail`.
    pub fn candidates(&mut self, pat: &'p Pat, place: Place, guard: Option<&'p Expr>, fail: Label) {
        let ways = ways(pat);
        let matched = self.code.label();
        for way in 0..ways {
            let last = way + 1 == ways;
            let next = if last { fail } else { self.code.label() };
            let mut bound = Vec::new();
            self.test(pat, place, way, next, &mut bound);
            if let Some(guard) = guard {
                self.guard(guard, &bound, next);
            }
            for Bound {
                local,
                place,
                by_ref,
                parts,
            } in bound
            {
                self.bind(local, place, by_ref);
                for part in parts {
                    self.ins(Ins::Gone(part));
                }
            }
            if !last {
                self.jump(matched);
                self.label(next);
                if guard.is_some() {
                    // The guard's temporaries are all that the arm's scope has so far.
                    self.exit_scopes(self.temporaries);
                }
            }
        }
        self.label(matched);
    }

    /// A guard sees what will be bound where it still stands.
    fn guard(&mut self, guard: &'p Expr, bound: &[Bound], fail: Label) {
        let mut kept = Vec::new();
        for &Bound {
            local,
            place,
            by_ref,
            ..
        } in bound
        {
            if by_ref {
                self.bind(local, place, by_ref);
            } else {
                let there = Place {
                    path: None,
                    ..place
                };
                kept.push((local, self.locals.insert(local, there)));
            }
        }
        self.branch(guard, fail);
        for (local, place) in kept {
            if let Some(place) = place {
                self.locals.insert(local, place);
            }
        }
    }

    fn bind(&mut self, local: LocalId, place: Place, by_ref: bool) {
        let Base::Frame(slot) = self.locals[&local].base else {
            return self.malformed("a local that is nowhere");
        };
        if by_ref {
            return self.address(place, slot);
        }
        self.read(place, slot);
        self.moved(place);
        self.initialized(local);
    }

    // --- Tests --------------------------------------------------------------------------------------------

    /// Goes on if the value at the place matches, else at `fail`. `way` says which of the alternatives that bind.
    fn test(&mut self, pat: &'p Pat, place: Place, way: u32, fail: Label, bound: &mut Vec<Bound>) {
        let mut way = way;
        // Each part takes its share of what tells the ways apart.
        let mut share = |part: &Pat| {
            let (count, all) = (ways(part), way);
            way /= count;
            all % count
        };
        match &pat.kind {
            PatKind::Wild => {}
            PatKind::Binding { local, by_ref, sub } => {
                if let Some(sub) = sub {
                    let way = share(sub);
                    self.test(sub, place, way, fail, bound);
                }
                bound.push(Bound {
                    local: *local,
                    place,
                    by_ref: *by_ref,
                    parts: Vec::new(),
                });
            }
            PatKind::Fields(fields) => {
                for (index, field) in fields {
                    let way = share(field);
                    let place = self.field(place, *index, field.ty);
                    self.test(field, place, way, fail, bound);
                }
            }
            PatKind::Variant(variant, fields) => {
                self.test_variant(place, *variant, fail);
                for (index, field) in fields {
                    let way = share(field);
                    let place = self.variant_field(place, *variant, *index, field.ty);
                    self.test(field, place, way, fail, bound);
                }
            }
            PatKind::Deref(of) => {
                if !matches!(of.kind, PatKind::Wild) {
                    let place = self.deref(place, of.ty);
                    self.test(of, place, way, fail, bound);
                }
            }
            PatKind::Literal(literal) => self.test_literal(literal, place, fail),
            PatKind::Range {
                start,
                end,
                inclusive,
            } => {
                let slot = self.value_of(place);
                if let Some(start) = start {
                    self.compare(Cmp::Ge, place.ty, slot, start, fail);
                }
                if let Some(end) = end {
                    let op = if *inclusive { Cmp::Le } else { Cmp::Lt };
                    self.compare(op, place.ty, slot, end, fail);
                }
            }
            PatKind::Or(pats) if !has_bindings(pat) => {
                let matched = self.code.label();
                for (index, pat) in pats.iter().enumerate() {
                    if index + 1 == pats.len() {
                        self.test(pat, place, 0, fail, bound);
                    } else {
                        let next = self.code.label();
                        self.test(pat, place, 0, next, bound);
                        self.jump(matched);
                        self.label(next);
                    }
                }
                self.label(matched);
            }
            PatKind::Or(pats) => {
                for pat in pats {
                    let count = ways(pat);
                    if way < count {
                        return self.test(pat, place, way, fail, bound);
                    }
                    way -= count;
                }
            }
            PatKind::Slice {
                prefix,
                rest,
                suffix,
            } => {
                let parts = prefix
                    .iter()
                    .chain(rest.iter().flatten().map(|rest| &**rest))
                    .chain(suffix);
                let ways: Vec<u32> = parts.map(share).collect();
                self.test_slice(
                    place,
                    prefix,
                    rest.as_ref().map(Option::as_deref),
                    suffix,
                    &ways,
                    fail,
                    bound,
                );
            }
        }
    }

    fn test_variant(&mut self, place: Place, variant: u32, fail: Label) {
        let TypeKind::Enum { variants } = self.kind(place.ty) else {
            return self.malformed("a variant of what is no enum");
        };
        if variants.len() < 2 {
            return;
        }
        let (a, num) = self.tag(place);
        let op = match (variants.len(), variant) {
            (2, 0) => Op::JumpIf { cond: a, to: 0 },
            (2, _) => Op::JumpIfNot { cond: a, to: 0 },
            _ => {
                let size = self.layouts.of(place.ty).tag;
                let b = self.scratch(size);
                self.constant(b, size, u64::from(variant));
                Op::JumpUnless {
                    op: Cmp::Eq,
                    num,
                    a,
                    b,
                    to: 0,
                }
            }
        };
        self.ins(Ins::Jump {
            op,
            to: fail,
            not: place.path.map(|path| (path, variant)),
        });
        if let Some(path) = place.path {
            self.ins(Ins::Is(path, variant));
        }
    }

    /// A slot with the place's value, to be looked at.
    fn value_of(&mut self, place: Place) -> Slot {
        if let Base::Frame(slot) = place.base {
            return slot;
        }
        let slot = self.scratch_of(place.ty);
        self.read(place, slot);
        slot
    }

    fn compare(&mut self, op: Cmp, ty: TypeId, a: Slot, literal: &Literal, fail: Label) {
        let num = self.num(ty);
        let b = self.scratch_of(ty);
        self.literal(literal, ty, b);
        self.jump_by(
            Op::JumpUnless {
                op,
                num,
                a,
                b,
                to: 0,
            },
            fail,
        );
    }

    fn test_literal(&mut self, literal: &'p Literal, place: Place, fail: Label) {
        let bytes = match literal {
            Literal::Str(text) => text.as_bytes(),
            Literal::Bytes(bytes) => bytes,
            Literal::Unit | Literal::Nothing => return,
            Literal::Bool(value) => {
                let cond = self.value_of(place);
                let op = if *value {
                    Op::JumpIfNot { cond, to: 0 }
                } else {
                    Op::JumpIf { cond, to: 0 }
                };
                return self.jump_by(op, fail);
            }
            _ => {
                let slot = self.value_of(place);
                return self.compare(Cmp::Eq, place.ty, slot, literal, fail);
            }
        };
        // The arguments of the comparison: two pointers and a length.
        let args = self.frame.alloc(16, 8);
        self.scratch.push((args, 16));
        let pointer = self.value_of(place);
        let length = bytes.len() as u64;
        if self.size(place.ty) > 4 {
            let expected = self.scratch(4);
            self.constant(expected, 4, length);
            let (a, b) = (pointer + 4, expected);
            self.jump_by(
                Op::JumpUnless {
                    op: Cmp::Eq,
                    num: Num::U32,
                    a,
                    b,
                    to: 0,
                },
                fail,
            );
        }
        let address = self.generator.data.constant(bytes);
        self.copy(args, pointer, 4);
        self.constant(args + 4, 4, u64::from(address));
        self.constant(args + 8, 8, length);
        let (order, equal) = (self.scratch(4), self.scratch(4));
        self.op(Op::Host {
            call: Host::CompareBytes,
            args,
            ret: order,
        });
        self.constant(equal, 4, 0);
        self.jump_by(
            Op::JumpUnless {
                op: Cmp::Eq,
                num: Num::I32,
                a: order,
                b: equal,
                to: 0,
            },
            fail,
        );
    }

    #[allow(clippy::too_many_arguments)]
    fn test_slice(
        &mut self,
        place: Place,
        prefix: &'p [Pat],
        rest: Option<Option<&'p Pat>>,
        suffix: &'p [Pat],
        ways: &[u32],
        fail: Label,
        bound: &mut Vec<Bound>,
    ) {
        let (element, count) = match self.kind(place.ty) {
            TypeKind::Array(element, count) => (*element, Some(*count as u32)),
            TypeKind::Slice(element) => (*element, None),
            _ => return self.malformed("a slice pattern of what is none"),
        };
        let fixed = (prefix.len() + suffix.len()) as u32;
        let length = match count {
            Some(_) => None,
            None => {
                let a = self.length(place);
                let b = self.scratch(8);
                self.constant(b, 8, u64::from(fixed));
                let op = if rest.is_some() { Cmp::Ge } else { Cmp::Eq };
                self.jump_by(
                    Op::JumpUnless {
                        op,
                        num: Num::U64,
                        a,
                        b,
                        to: 0,
                    },
                    fail,
                );
                Some(a)
            }
        };
        let mut ways = ways.iter().copied();
        for (index, pat) in prefix.iter().enumerate() {
            let place = self.element(place, index as u32, element);
            self.test(pat, place, ways.next().unwrap_or(0), fail, bound);
        }
        if let Some(Some(rest)) = rest {
            let (whole, before) = (place, bound.len());
            let begin = self.element(place, prefix.len() as u32, element);
            let meta = length.map(|length| {
                let (fewer, rest) = (self.scratch(8), self.scratch(8));
                self.constant(fewer, 8, u64::from(fixed));
                self.op(Op::Binary {
                    op: Bin::WrappingSub,
                    num: Num::U64,
                    dst: rest,
                    a: length,
                    b: fewer,
                });
                rest
            });
            let place = Place {
                ty: rest.ty,
                meta,
                path: None,
                ..begin
            };
            self.test(rest, place, ways.next().unwrap_or(0), fail, bound);
            if let (Some(count), Some(rest)) = (count, bound[before..].last_mut())
                && !rest.by_ref
            {
                let taken = prefix.len() as u32..count - suffix.len() as u32;
                rest.parts = taken
                    .filter_map(|index| self.element(whole, index, element).path)
                    .collect();
            }
        }
        for (index, pat) in suffix.iter().enumerate() {
            let back = (suffix.len() - index) as u32;
            let place = match (count, length) {
                (Some(count), _) => self.element(place, count - back, element),
                (None, Some(length)) => {
                    let index = self.scratch(8);
                    self.constant(index, 8, u64::from(back));
                    self.op(Op::Binary {
                        op: Bin::WrappingSub,
                        num: Num::U64,
                        dst: index,
                        a: length,
                        b: index,
                    });
                    self.element_at(place, index, element)
                }
                (None, None) => return,
            };
            self.test(pat, place, ways.next().unwrap_or(0), fail, bound);
        }
    }
}

/// In how many ways a pattern can bind its locals: one of each alternative.
fn ways(pat: &Pat) -> u32 {
    let product = |pats: &mut dyn Iterator<Item = &Pat>| pats.map(ways).product();
    match &pat.kind {
        PatKind::Binding { sub, .. } => sub.as_deref().map_or(1, ways),
        PatKind::Fields(fields) | PatKind::Variant(_, fields) => {
            product(&mut fields.iter().map(|(_, field)| field))
        }
        PatKind::Deref(of) => ways(of),
        PatKind::Or(pats) if has_bindings(pat) => pats.iter().map(ways).sum(),
        PatKind::Slice {
            prefix,
            rest,
            suffix,
        } => product(
            &mut prefix
                .iter()
                .chain(rest.iter().flatten().map(|rest| &**rest))
                .chain(suffix),
        ),
        PatKind::Or(_) | PatKind::Wild | PatKind::Literal(_) | PatKind::Range { .. } => 1,
    }
}

fn has_bindings(pat: &Pat) -> bool {
    let mut locals = Vec::new();
    bindings(pat, &mut locals);
    !locals.is_empty()
}

/// The locals that the pattern binds, in order.
fn bindings(pat: &Pat, locals: &mut Vec<LocalId>) {
    match &pat.kind {
        PatKind::Binding { local, sub, .. } => {
            if !locals.contains(local) {
                locals.push(*local);
            }
            sub.iter().for_each(|sub| bindings(sub, locals));
        }
        PatKind::Fields(fields) | PatKind::Variant(_, fields) => {
            fields.iter().for_each(|(_, field)| bindings(field, locals));
        }
        PatKind::Deref(of) => bindings(of, locals),
        PatKind::Or(pats) => pats.iter().for_each(|pat| bindings(pat, locals)),
        PatKind::Slice {
            prefix,
            rest,
            suffix,
        } => {
            prefix.iter().for_each(|pat| bindings(pat, locals));
            rest.iter().flatten().for_each(|pat| bindings(pat, locals));
            suffix.iter().for_each(|pat| bindings(pat, locals));
        }
        PatKind::Wild | PatKind::Literal(_) | PatKind::Range { .. } => {}
    }
}
