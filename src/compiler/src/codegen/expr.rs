//! Expressions: each is evaluated right into the slot where its value is wanted.

use super::code::{Ins, Spot, Target};
use super::elaborate::tag_num;
use super::function::Builder;
use super::place::{Base, is_place};
use crate::thir::{BinaryOp, Cast, Expr, ExprKind, Literal, TypeId, TypeKind};
use async_playground::machine::bytecode::{Bin, Cmp, Num, Op, Slot, Un};

impl<'p> Builder<'_, 'p> {
    /// Evaluates an expression into `dst`, whose value is then the caller's.
    pub fn into(&mut self, expr: &'p Expr, dst: Slot) {
        let outer = self.line;
        if expr.line != 0 {
            self.line = expr.line;
        }
        self.with_scratch(|this| this.evaluate(expr, dst));
        self.line = outer;
    }

    /// A slot with the expression's value, to be read at once: that of a local, if nothing writes to it before
    /// (`at_once`).
    pub fn operand(&mut self, expr: &'p Expr, at_once: bool) -> Slot {
        if at_once && is_place(expr) {
            let place = self.place(expr);
            self.moved(place);
            if let Base::Frame(slot) = place.base {
                return slot;
            }
            let slot = self.scratch_of(expr.ty);
            self.read(place, slot);
            return slot;
        }
        let slot = self.scratch_of(expr.ty);
        self.into(expr, slot);
        slot
    }

    fn evaluate(&mut self, expr: &'p Expr, dst: Slot) {
        let ty = expr.ty;
        match &expr.kind {
            ExprKind::Local(_)
            | ExprKind::Static(_)
            | ExprKind::Field(..)
            | ExprKind::Deref(_)
            | ExprKind::Index(..) => {
                let place = self.place(expr);
                self.read(place, dst);
                self.moved(place);
            }
            ExprKind::Literal(literal) => self.literal(literal, ty, dst),
            ExprKind::Borrow(of) => {
                let shared = !self.is_mutable(ty);
                let place = self.place_for(of, shared);
                self.address(place, dst);
            }
            ExprKind::Aggregate(fields) => {
                let fields = fields
                    .iter()
                    .map(|(index, field)| (dst + self.part_offset(ty, *index), field))
                    .collect();
                self.fields(fields);
            }
            ExprKind::Update { fields, base } => self.update(fields, base, dst),
            ExprKind::Variant { variant, fields } => {
                let layout = self.layouts.of(ty);
                let Some(offsets) = layout.variants.get(*variant as usize) else {
                    return self.malformed("no such variant");
                };
                self.fields(
                    fields
                        .iter()
                        .map(|(index, field)| (dst + offsets[*index as usize], field))
                        .collect(),
                );
                self.constant(dst, layout.tag, u64::from(*variant));
            }
            ExprKind::Repeat(value) => self.repeat(value, ty, dst),
            ExprKind::Coroutine { captures } => {
                let TypeKind::Coroutine {
                    captures: types,
                    body,
                    ..
                } = self.kind(ty)
                else {
                    return self.malformed("a coroutine of another type");
                };
                let (offsets, size, _) = self.layouts.in_order(0, types);
                let block = self.frame.alloc(size, 8);
                self.scratch.push((block, size));
                self.fields(
                    offsets
                        .iter()
                        .map(|offset| block + offset)
                        .zip(captures)
                        .collect(),
                );
                // An async function's is made where that is called: so it has the line of the call.
                let line = match self.program.functions[body.0 as usize].name.as_str() {
                    "{async}" => self.line,
                    _ => 0,
                };
                let here = std::mem::replace(&mut self.line, line);
                self.op(Op::Coroutine {
                    dst,
                    function: body.0,
                    captures: block,
                });
                self.line = here;
            }
            ExprKind::Neg(of) => match self.negative(of) {
                Some(literal) => self.literal(&literal, ty, dst),
                None => {
                    let src = self.operand(of, true);
                    let num = self.num(ty);
                    self.op(Op::Unary {
                        op: Un::Neg,
                        num,
                        dst,
                        src,
                    });
                }
            },
            ExprKind::Not(of) => {
                let src = self.operand(of, true);
                match self.kind(ty) {
                    TypeKind::Bool => self.op(Op::NotBool { dst, src }),
                    _ => {
                        let num = self.num(ty);
                        self.op(Op::Unary {
                            op: Un::Not,
                            num,
                            dst,
                            src,
                        });
                    }
                }
            }
            ExprKind::Binary(op, a, b) => {
                let (a, b, num) = self.operands(*op, a, b);
                match binary(*op) {
                    Ok(op) => self.op(Op::Binary { op, num, dst, a, b }),
                    Err(op) => self.op(Op::Compare { op, num, dst, a, b }),
                }
            }
            ExprKind::And(a, b) | ExprKind::Or(a, b) => {
                let end = self.code.label();
                self.terminating(|this| this.into(a, dst));
                match expr.kind {
                    ExprKind::And(..) => self.jump_by(Op::JumpIfNot { cond: dst, to: 0 }, end),
                    _ => self.jump_by(Op::JumpIf { cond: dst, to: 0 }, end),
                }
                self.terminating(|this| this.into(b, dst));
                self.label(end);
            }
            ExprKind::Cast(cast, of) => self.cast(*cast, of, ty, dst),
            ExprKind::Call(callee, args) => self.call(callee, args, ty, dst),
            ExprKind::Assign(place, value) => self.assign(place, value),
            ExprKind::AssignOp(op, place, value) => self.assign_op(*op, place, value),
            ExprKind::Block(block) => self.block(block, dst),
            ExprKind::If { cond, then, els } => self.if_else(cond, then, els.as_deref(), dst),
            ExprKind::Let(..) => self.malformed("`let` outside of a condition"),
            ExprKind::Match(scrutinee, arms) => self.match_arms(scrutinee, arms, dst),
            ExprKind::Loop(label, body) => self.jumpable(*label, dst, true, |this| {
                let unit = this.scratch_of(body.ty);
                this.terminating(|this| this.into(body, unit));
            }),
            ExprKind::Break(label, value) => {
                let Some(jumpable) = self.find_jumpable(*label) else {
                    return self.malformed("`break` out of nothing");
                };
                if let Some(value) = value {
                    self.into(value, jumpable.dst);
                }
                self.break_to(&jumpable);
            }
            ExprKind::Continue(label) => match self.find_jumpable(*label) {
                Some(jumpable) => self.continue_to(&jumpable),
                None => self.malformed("`continue` of nothing"),
            },
            ExprKind::Return(value) => {
                if let Some(value) = value {
                    self.into(value, self.result);
                }
                self.return_now();
            }
            ExprKind::Yield => {
                self.finish_poll(false);
                self.op(Op::Yield);
            }
            ExprKind::Context => self.op(Op::Context { dst }),
            ExprKind::NeverToAny(of) => {
                let never = self.scratch_of(of.ty);
                self.into(of, never);
                self.op(Op::Unreachable);
            }
        }
    }

    /// Evaluates values that will be one: if evaluating a later one panics, those before it are dropped.
    pub fn fields(&mut self, fields: Vec<(Slot, &'p Expr)>) {
        let mut guards = Vec::new();
        for (index, &(slot, field)) in fields.iter().enumerate() {
            self.into(field, slot);
            if self.needs_drop(field.ty)
                && !fields[index + 1..].iter().all(|(_, later)| is_pure(later))
            {
                let guard = Target::Value(Spot::frame(slot), field.ty);
                self.schedule(self.temporaries, guard.clone());
                guards.push(guard);
            }
        }
        for guard in guards {
            self.unschedule(&guard);
        }
    }

    /// How far from the beginning of a struct, tuple, closure or array its part stands.
    pub fn part_offset(&self, ty: TypeId, index: u32) -> u32 {
        match self.kind(ty) {
            TypeKind::Array(element, _) => index * self.size(*element),
            _ => self
                .layouts
                .of(ty)
                .fields
                .get(index as usize)
                .copied()
                .unwrap_or(0),
        }
    }

    fn update(&mut self, fields: &'p [(u32, Expr)], base: &'p Expr, dst: Slot) {
        let TypeKind::Struct { fields: types, .. } = self.kind(base.ty) else {
            return self.malformed("an update of what is no struct");
        };
        let offsets = self.layouts.of(base.ty).fields.clone();
        self.fields(
            fields
                .iter()
                .map(|(index, field)| (dst + offsets[*index as usize], field))
                .collect(),
        );
        let base = self.place(base);
        for (index, &ty) in types.iter().enumerate() {
            if !fields.iter().any(|(given, _)| *given as usize == index) {
                let field = self.field(base, index as u32, ty);
                self.read(field, dst + offsets[index]);
                self.moved(field);
            }
        }
    }

    fn repeat(&mut self, value: &'p Expr, ty: TypeId, dst: Slot) {
        let TypeKind::Array(element, count) = self.kind(ty) else {
            return self.malformed("a repeat that is no array");
        };
        if *count == 0 {
            return;
        }
        self.into(value, dst);
        let total = self.size(ty);
        let mut done = self.size(*element);
        while done < total {
            let size = done.min(total - done);
            self.copy(dst + done, dst, size);
            done += size;
        }
    }

    // --- Literals -------------------------------------------------------------------------------------------

    pub fn literal(&mut self, literal: &Literal, ty: TypeId, dst: Slot) {
        let bytes = self.literal_bytes(literal, ty);
        for (index, word) in bytes.chunks(8).enumerate() {
            let mut value = [0; 8];
            value[..word.len()].copy_from_slice(word);
            self.constant(
                dst + 8 * index as u32,
                word.len() as u32,
                u64::from_le_bytes(value),
            );
        }
    }

    /// How a literal of the type stands in memory.
    pub fn literal_bytes(&mut self, literal: &Literal, ty: TypeId) -> Vec<u8> {
        let size = self.size(ty) as usize;
        match literal {
            Literal::Unit | Literal::Nothing => Vec::new(),
            Literal::Bool(value) => vec![u8::from(*value)],
            Literal::Char(value) => u32::from(*value).to_le_bytes().to_vec(),
            // rust-analyzer gives a whole number for a float where the source has one.
            Literal::Int(value) => match self.kind(ty) {
                TypeKind::Float { .. } => self.literal_bytes(&Literal::Float(*value as f64), ty),
                _ => value.to_le_bytes()[..size.min(16)].to_vec(),
            },
            Literal::Float(value) if size == 4 => (*value as f32).to_le_bytes().to_vec(),
            Literal::Float(value) => value.to_le_bytes().to_vec(),
            Literal::Str(text) => self.text_bytes(text.as_bytes(), size),
            Literal::Bytes(bytes) => self.text_bytes(bytes, size),
        }
    }

    fn text_bytes(&mut self, bytes: &[u8], size: usize) -> Vec<u8> {
        let mut pointer = self.generator.data.constant(bytes).to_le_bytes().to_vec();
        pointer.extend((bytes.len() as u32).to_le_bytes());
        pointer.truncate(size);
        pointer
    }

    /// The literal that a negated one is.
    pub fn negative(&self, of: &Expr) -> Option<Literal> {
        match of.kind {
            ExprKind::Literal(Literal::Int(value)) => Some(Literal::Int(value.wrapping_neg())),
            ExprKind::Literal(Literal::Float(value)) => Some(Literal::Float(-value)),
            _ => None,
        }
    }

    // --- Numbers --------------------------------------------------------------------------------------------

    pub fn num(&mut self, ty: TypeId) -> Num {
        self.layouts.num(ty).unwrap_or_else(|| {
            self.malformed(&format!(
                "{} is no number",
                self.program.types[ty.0 as usize].name
            ));
            Num::U8
        })
    }

    /// The operands, and what numbers they are.
    pub fn operands(&mut self, op: BinaryOp, a: &'p Expr, b: &'p Expr) -> (Slot, Slot, Num) {
        let num = self.num(a.ty);
        let left = self.operand(a, is_still(b));
        let right = self.right_operand(op, b);
        (left, right, num)
    }

    /// By how much to shift is a `u32`, whatever it is in the source.
    fn right_operand(&mut self, op: BinaryOp, b: &'p Expr) -> Slot {
        let src = self.operand(b, true);
        if !matches!(op, BinaryOp::Shl | BinaryOp::Shr) {
            return src;
        }
        match self.num(b.ty) {
            Num::U32 | Num::I32 => src,
            from => {
                let dst = self.scratch(4);
                self.op(Op::Convert {
                    from,
                    to: Num::U32,
                    dst,
                    src,
                });
                dst
            }
        }
    }

    fn assign_op(&mut self, op: BinaryOp, place: &'p Expr, value: &'p Expr) {
        let right = if is_still(place) {
            self.right_operand(op, value)
        } else {
            let copied = self.scratch_of(value.ty);
            self.into(value, copied);
            match (op, self.num(value.ty)) {
                (BinaryOp::Shl | BinaryOp::Shr, from) => {
                    let dst = self.scratch(4);
                    self.op(Op::Convert {
                        from,
                        to: Num::U32,
                        dst,
                        src: copied,
                    });
                    dst
                }
                _ => copied,
            }
        };
        let num = self.num(place.ty);
        let place = self.place(place);
        let Ok(op) = binary(op) else {
            return self.malformed("a comparison that assigns");
        };
        match place.base {
            Base::Frame(slot) => self.op(Op::Binary {
                op,
                num,
                dst: slot,
                a: slot,
                b: right,
            }),
            _ => {
                let (ptr, offset) = self.pointer_to(place);
                let (slot, size) = (self.scratch_of(place.ty), self.size(place.ty));
                self.op(Op::Load {
                    dst: slot,
                    ptr,
                    offset,
                    size,
                });
                self.op(Op::Binary {
                    op,
                    num,
                    dst: slot,
                    a: slot,
                    b: right,
                });
                self.op(Op::Store {
                    ptr,
                    offset,
                    src: slot,
                    size,
                });
            }
        }
    }

    fn assign(&mut self, place: &'p Expr, value: &'p Expr) {
        if self.needs_drop(place.ty) {
            let slot = self.scratch_of(value.ty);
            self.into(value, slot);
            let guard = Target::Value(Spot::frame(slot), value.ty);
            self.schedule(self.temporaries, guard.clone());
            let place = self.place(place);
            let old = match place.path {
                Some(path) => Target::Path(path),
                None => Target::Value(self.spot(place), place.ty),
            };
            self.ins(Ins::Drop(old));
            self.unschedule(&guard);
            self.write(place, slot);
            if let Some(path) = place.path {
                self.ins(Ins::Init(path));
            }
            return;
        }
        if is_pure(place) && writes_last(value) {
            let place = self.place(place);
            if let Base::Frame(slot) = place.base {
                return self.into(value, slot);
            }
        }
        let slot = self.operand(value, is_still(place));
        let place = self.place(place);
        self.write(place, slot);
    }

    /// An enum's tag in a slot, and the number that it is.
    pub fn tag(&mut self, place: super::place::Place) -> (Slot, Num) {
        let size = self.layouts.of(place.ty).tag;
        let slot = match place.base {
            Base::Frame(slot) => slot,
            _ => {
                let (ptr, offset) = self.pointer_to(place);
                let dst = self.scratch(size);
                self.op(Op::Load {
                    dst,
                    ptr,
                    offset,
                    size,
                });
                dst
            }
        };
        (slot, tag_num(size))
    }
}

/// The operation that computes, or else the one that compares.
pub fn binary(op: BinaryOp) -> Result<Bin, Cmp> {
    Ok(match op {
        BinaryOp::Add => Bin::Add,
        BinaryOp::Sub => Bin::Sub,
        BinaryOp::Mul => Bin::Mul,
        BinaryOp::Div => Bin::Div,
        BinaryOp::Rem => Bin::Rem,
        BinaryOp::BitAnd => Bin::And,
        BinaryOp::BitOr => Bin::Or,
        BinaryOp::BitXor => Bin::Xor,
        BinaryOp::Shl => Bin::Shl,
        BinaryOp::Shr => Bin::Shr,
        BinaryOp::Eq => return Err(Cmp::Eq),
        BinaryOp::Ne => return Err(Cmp::Ne),
        BinaryOp::Lt => return Err(Cmp::Lt),
        BinaryOp::Le => return Err(Cmp::Le),
        BinaryOp::Gt => return Err(Cmp::Gt),
        BinaryOp::Ge => return Err(Cmp::Ge),
    })
}

/// Whether evaluating the expression changes nothing and drops nothing.
pub fn is_pure(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Local(_) | ExprKind::Static(_) | ExprKind::Literal(_) | ExprKind::Context => true,
        ExprKind::Field(of, _) | ExprKind::Deref(of) => is_pure(of),
        ExprKind::Borrow(of) => is_place(of) && is_pure(of),
        _ => false,
    }
}

/// Whether evaluating the expression changes nothing and makes no temporaries, but may panic.
pub fn is_still(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Binary(_, a, b) | ExprKind::Index(a, b) => is_still(a) && is_still(b),
        ExprKind::Neg(of) | ExprKind::Not(of) | ExprKind::Cast(Cast::Number | Cast::Bits, of) => {
            is_still(of)
        }
        ExprKind::Field(of, _) | ExprKind::Deref(of) => is_still(of),
        _ => is_pure(expr),
    }
}

/// Whether evaluating the expression writes its value in one step, when all that it reads has been read.
fn writes_last(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Literal(_) | ExprKind::Binary(..) | ExprKind::Neg(_) | ExprKind::Not(_) => true,
        ExprKind::Call(..) => true,
        _ => is_place(expr),
    }
}
