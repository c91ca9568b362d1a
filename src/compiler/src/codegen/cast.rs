//! Casts and coercions.

use super::elaborate::tag_num;
use super::function::Builder;
use super::layout::{POINTER, Tail};
use crate::thir::{Cast, Expr, TypeId, TypeKind};
use async_playground::machine::bytecode::{Bin, Cmp, Num, Op, Slot, Un};

impl<'p> Builder<'_, 'p> {
    pub fn cast(&mut self, cast: Cast, of: &'p Expr, ty: TypeId, dst: Slot) {
        match cast {
            Cast::Number => {
                let src = self.operand(of, true);
                self.number(of.ty, ty, src, dst);
            }
            Cast::Bits => {
                let src = self.operand(of, true);
                self.bits(of.ty, ty, src, dst);
            }
            Cast::Array => {
                let src = self.operand(of, true);
                self.unsize(of.ty, ty, src, dst, &|this, pointee| {
                    this.array_length(pointee)
                });
            }
            Cast::Dyn(vtable) => {
                let src = self.operand(of, true);
                self.unsize(of.ty, ty, src, dst, &|this, _| {
                    this.generator.vtable(vtable)
                });
            }
            Cast::Function(id) => {
                let ignored = self.scratch_of(of.ty);
                self.into(of, ignored);
                self.constant(dst, POINTER, u64::from(id.0) + 1);
            }
        }
    }

    fn number(&mut self, from: TypeId, to: TypeId, src: Slot, dst: Slot) {
        let target = self.num(to);
        let source = match self.kind(from) {
            TypeKind::Enum { variants } => {
                let tag = tag_num(self.layouts.of(from).tag);
                if variants
                    .iter()
                    .enumerate()
                    .any(|(index, variant)| variant.discriminant != index as i128)
                {
                    // The discriminants, in the order of the variants, as they are in the target's type.
                    let size = self.size(to);
                    let table: Vec<u8> = variants
                        .iter()
                        .flat_map(|variant| {
                            variant.discriminant.to_le_bytes()[..size as usize].to_vec()
                        })
                        .collect();
                    let address = self.generator.data.constant(&table);
                    let (ptr, index) = (self.scratch(POINTER), self.scratch(8));
                    self.constant(ptr, POINTER, u64::from(address));
                    self.op(Op::Convert {
                        from: tag,
                        to: Num::U64,
                        dst: index,
                        src,
                    });
                    self.op(Op::Element {
                        dst: ptr,
                        ptr,
                        index,
                        stride: size,
                    });
                    return self.op(Op::Load {
                        dst,
                        ptr,
                        offset: 0,
                        size,
                    });
                }
                tag
            }
            _ => self.num(from),
        };
        if source == target {
            self.copy(dst, src, self.layouts.size(to));
        } else {
            self.op(Op::Convert {
                from: source,
                to: target,
                dst,
                src,
            });
        }
    }

    /// The same bits, but that an address as a number is as wide as a `usize`.
    fn bits(&mut self, from: TypeId, to: TypeId, src: Slot, dst: Slot) {
        let (wide, narrow) = (self.size(from), self.size(to));
        match (self.kind(from), self.kind(to)) {
            (
                TypeKind::Pointer(_) | TypeKind::FnPointer | TypeKind::FnItem,
                TypeKind::Int { .. },
            ) => {
                let to = self.num(to);
                self.op(Op::Convert {
                    from: Num::U32,
                    to,
                    dst,
                    src,
                });
            }
            (TypeKind::Int { .. }, TypeKind::Pointer(_) | TypeKind::FnPointer) => {
                let from = self.num(from);
                self.op(Op::Convert {
                    from,
                    to: Num::U32,
                    dst,
                    src,
                });
            }
            _ => self.copy(dst, src, wide.min(narrow)),
        }
    }

    /// Makes a thin pointer, or what holds one, fat.
    fn unsize(
        &mut self,
        from: TypeId,
        to: TypeId,
        src: Slot,
        dst: Slot,
        meta: &dyn Fn(&mut Self, TypeId) -> u32,
    ) {
        match (self.kind(from), self.kind(to)) {
            _ if from == to => self.copy(dst, src, self.layouts.size(to)),
            (TypeKind::Pointer(thin), TypeKind::Pointer(fat)) => {
                let size = self.layouts.pointer_size(*fat);
                if size == self.layouts.pointer_size(*thin) {
                    return self.copy(dst, src, size);
                }
                self.copy(dst, src, POINTER);
                let meta = meta(self, *thin);
                self.constant(dst + POINTER, POINTER, u64::from(meta));
            }
            (TypeKind::Struct { fields: thin, .. }, TypeKind::Struct { fields: fat, .. }) => {
                let (before, after) = (self.layouts.of(from), self.layouts.of(to));
                for (index, (&thin, &fat)) in thin.iter().zip(fat).enumerate() {
                    self.unsize(
                        thin,
                        fat,
                        src + before.fields[index],
                        dst + after.fields[index],
                        meta,
                    );
                }
            }
            _ => self.copy(dst, src, self.layouts.size(to)),
        }
    }

    /// The length of the array that the type is, or that a struct ends with.
    fn array_length(&mut self, ty: TypeId) -> u32 {
        match self.kind(ty) {
            TypeKind::Array(_, count) => *count as u32,
            TypeKind::Struct { fields, .. } if !fields.is_empty() => {
                self.array_length(fields[fields.len() - 1])
            }
            _ => {
                self.malformed("an unsized array of what is none");
                0
            }
        }
    }

    // --- What is behind a pointer -----------------------------------------------------------------------------

    /// The size and alignment, as `usize`s, of what a pointer of this type with this second half points to.
    pub fn size_and_align(&mut self, ty: TypeId, meta: Slot, size: Slot, align: Slot) {
        let layout = self.layouts.of(ty);
        let begin = match self.kind(ty) {
            TypeKind::Struct { .. } | TypeKind::Tuple(_) => {
                layout.fields.last().copied().unwrap_or(0)
            }
            _ => 0,
        };
        match self.layouts.tail(ty) {
            Tail::Sized => {
                self.constant(size, 8, u64::from(layout.size));
                self.constant(align, 8, u64::from(layout.align));
            }
            Tail::Slice(element) => self.counted(
                begin,
                self.layouts.size(element),
                layout.align,
                meta,
                size,
                align,
            ),
            Tail::Str => self.counted(begin, 1, layout.align, meta, size, align),
            Tail::Dyn => {
                let begin = self.aligned(meta, begin);
                let tail = self.scratch(8);
                self.constant(tail, 8, 0);
                self.op(Op::Load {
                    dst: tail,
                    ptr: meta,
                    offset: 4,
                    size: 4,
                });
                self.wrapping_add(tail, tail, begin);
                let least = self.scratch(8);
                self.constant(align, 8, 0);
                self.op(Op::Load {
                    dst: align,
                    ptr: meta,
                    offset: 8,
                    size: 4,
                });
                self.constant(least, 8, u64::from(layout.align));
                let enough = self.code.label();
                self.jump_by(
                    Op::JumpUnless {
                        op: Cmp::Lt,
                        num: Num::U64,
                        a: align,
                        b: least,
                        to: 0,
                    },
                    enough,
                );
                self.copy(align, least, 8);
                self.label(enough);
                self.round_up(size, tail, align);
            }
        }
    }

    fn counted(
        &mut self,
        begin: u32,
        stride: u32,
        least: u32,
        meta: Slot,
        size: Slot,
        align: Slot,
    ) {
        let (count, bytes) = (self.scratch(8), self.scratch(8));
        self.op(Op::Convert {
            from: Num::U32,
            to: Num::U64,
            dst: count,
            src: meta,
        });
        self.constant(bytes, 8, u64::from(stride));
        self.wrapping(Bin::WrappingMul, count, count, bytes);
        self.constant(bytes, 8, u64::from(begin));
        self.wrapping_add(count, count, bytes);
        self.constant(align, 8, u64::from(least));
        self.round_up(size, count, align);
    }

    /// A number of bytes made a multiple of an alignment: all three are `usize`s.
    pub fn round_up(&mut self, dst: Slot, bytes: Slot, align: Slot) {
        let (one, mask) = (self.scratch(8), self.scratch(8));
        self.constant(one, 8, 1);
        self.wrapping(Bin::WrappingSub, mask, align, one);
        self.wrapping_add(dst, bytes, mask);
        self.op(Op::Unary {
            op: Un::Not,
            num: Num::U64,
            dst: mask,
            src: mask,
        });
        self.wrapping(Bin::And, dst, dst, mask);
    }

    fn wrapping_add(&mut self, dst: Slot, a: Slot, b: Slot) {
        self.wrapping(Bin::WrappingAdd, dst, a, b);
    }

    pub fn wrapping(&mut self, op: Bin, dst: Slot, a: Slot, b: Slot) {
        self.op(Op::Binary {
            op,
            num: Num::U64,
            dst,
            a,
            b,
        });
    }

    /// A number of bytes made a multiple of the alignment that a vtable tells, as a `usize`.
    pub fn aligned(&mut self, vtable: Slot, bytes: u32) -> Slot {
        let (align, sum) = (self.scratch(8), self.scratch(8));
        self.constant(align, 8, 0);
        self.op(Op::Load {
            dst: align,
            ptr: vtable,
            offset: 8,
            size: 4,
        });
        self.constant(sum, 8, u64::from(bytes));
        self.round_up(sum, sum, align);
        sum
    }
}
