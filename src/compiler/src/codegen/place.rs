//! Places: where a value stands, to be read, written, borrowed, moved out of, or looked into.

use super::code::{Ins, PathId, Spot, Step};
use super::function::Builder;
use super::layout::{POINTER, Tail};
use crate::thir::{Expr, ExprKind, Literal, TypeId, TypeKind};
use async_playground::machine::bytecode::{Num, Op, Slot};

/// Where a place begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// In the frame.
    Frame(Slot),
    /// So many bytes behind the address that stands in a slot.
    At(Slot, u32),
    /// At a known address.
    Data(u32),
}

/// See the module.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub base: Base,
    pub ty: TypeId,
    /// Of an unsized one: the slot with the second half of its pointer.
    pub meta: Option<Slot>,
    /// If it can be moved out of, and needs to be dropped.
    pub path: Option<PathId>,
}

impl Place {
    pub fn frame(slot: Slot, ty: TypeId, path: Option<PathId>) -> Self {
        Self {
            base: Base::Frame(slot),
            ty,
            meta: None,
            path,
        }
    }

    fn further(mut self, offset: u32) -> Self {
        match &mut self.base {
            Base::Frame(at) | Base::At(_, at) | Base::Data(at) => *at += offset,
        }
        self
    }
}

/// Whether the expression is a place.
pub fn is_place(expr: &Expr) -> bool {
    use ExprKind::*;
    matches!(
        expr.kind,
        Local(_) | Static(_) | Field(..) | Deref(_) | Index(..)
    )
}

impl<'p> Builder<'_, 'p> {
    /// The place that an expression is; of a value, that of a temporary.
    pub fn place(&mut self, expr: &'p Expr) -> Place {
        self.place_for(expr, false)
    }

    /// If the place is only for a shared borrow, a constant may be one that is there once for all.
    pub fn place_for(&mut self, expr: &'p Expr, shared: bool) -> Place {
        match &expr.kind {
            ExprKind::Local(local) => match self.locals.get(local) {
                Some(&place) => place,
                None => {
                    self.malformed(&format!("local {} before its `let`", local.0));
                    Place::frame(0, expr.ty, None)
                }
            },
            ExprKind::Static(id) => {
                self.uses.push(self.program.statics[id.0 as usize].init.0);
                let base = Base::Data(self.generator.statics[id.0 as usize]);
                Place {
                    base,
                    ty: expr.ty,
                    meta: None,
                    path: None,
                }
            }
            ExprKind::Field(of, index) => {
                let place = self.place_for(of, shared);
                self.field(place, *index, expr.ty)
            }
            ExprKind::Deref(pointer) => match &pointer.kind {
                ExprKind::Borrow(place) => self.place_for(place, shared),
                _ if self.is_box(pointer.ty) || is_place(pointer) => {
                    let pointer = self.place(pointer);
                    self.deref(pointer, expr.ty)
                }
                _ => {
                    let slot = self.operand(pointer, true);
                    self.deref(Place::frame(slot, pointer.ty, None), expr.ty)
                }
            },
            ExprKind::Index(of, index) => {
                let place = self.place_for(of, shared);
                if let (TypeKind::Array(element, count), ExprKind::Literal(Literal::Int(index))) =
                    (self.kind(place.ty), &index.kind)
                    && *index < u128::from(*count)
                {
                    return self.element(place, *index as u32, *element);
                }
                let index = self.operand(index, true);
                self.index(place, index, expr.ty)
            }
            _ => self.temporary(expr, shared),
        }
    }

    fn temporary(&mut self, expr: &'p Expr, shared: bool) -> Place {
        if shared && self.is_promotable(expr) {
            let base = Base::Data(self.promote(expr));
            return Place {
                base,
                ty: expr.ty,
                meta: None,
                path: None,
            };
        }
        if self.constant {
            let size = self.size(expr.ty);
            let slot = self.scratch_of(expr.ty);
            self.into(expr, slot);
            let place = Place {
                base: Base::Data(self.generator.data.room(size)),
                ty: expr.ty,
                meta: None,
                path: None,
            };
            self.write(place, slot);
            return place;
        }
        let scope = self
            .extended
            .get(&(expr as *const Expr))
            .copied()
            .unwrap_or(self.temporaries);
        let slot = self.alloc(scope, expr.ty);
        self.into(expr, slot);
        let path = self.new_path(slot, expr.ty, scope);
        if let Some(path) = path {
            self.ins(Ins::Init(path));
        }
        Place::frame(slot, expr.ty, path)
    }

    // --- Parts --------------------------------------------------------------------------------------------

    /// A part's path: nothing can be moved out of what has a `Drop` of its own.
    fn part(
        &mut self,
        whole: Place,
        step: Step,
        ty: TypeId,
        spot: impl FnOnce(&Spot) -> Spot,
    ) -> Option<PathId> {
        let path = whole.path?;
        let movable =
            self.is_box(whole.ty) || self.program.types[whole.ty.0 as usize].drop.is_none();
        (movable && self.needs_drop(ty)).then(|| self.code.child(path, step, ty, spot))
    }

    /// A field of a struct, tuple or closure.
    pub fn field(&mut self, place: Place, index: u32, ty: TypeId) -> Place {
        let Some(&offset) = self.layouts.of(place.ty).fields.get(index as usize) else {
            self.malformed(&format!("no field {index}"));
            return Place {
                ty,
                path: None,
                ..place
            };
        };
        let path = self.part(place, Step::Field(index), ty, |spot| spot.field(offset));
        let tail = self.layouts.tail(ty);
        let meta = place.meta.filter(|_| tail != Tail::Sized);
        match (place.base, meta) {
            (Base::At(ptr, before), Some(vtable)) if tail == Tail::Dyn && offset % 8 != 0 => {
                let offset = self.aligned(vtable, offset);
                let dst = self.scratch(POINTER);
                self.op(Op::Element {
                    dst,
                    ptr,
                    index: offset,
                    stride: 1,
                });
                Place {
                    base: Base::At(dst, before),
                    ty,
                    meta,
                    path,
                }
            }
            _ => Place {
                ty,
                meta,
                path,
                ..place.further(offset)
            },
        }
    }

    /// A field of an enum's variant.
    pub fn variant_field(&mut self, place: Place, variant: u32, index: u32, ty: TypeId) -> Place {
        let layout = self.layouts.of(place.ty);
        let Some(&offset) = layout
            .variants
            .get(variant as usize)
            .and_then(|fields| fields.get(index as usize))
        else {
            self.malformed(&format!("no field {index} of variant {variant}"));
            return Place {
                ty,
                path: None,
                ..place
            };
        };
        let path = self.part(place, Step::Variant(variant, index), ty, |spot| {
            spot.field(offset)
        });
        Place {
            ty,
            path,
            ..place.further(offset)
        }
    }

    /// An array's element, or a slice's that is known to have it.
    pub fn element(&mut self, place: Place, index: u32, ty: TypeId) -> Place {
        let offset = index * self.size(ty);
        let path = match self.kind(place.ty) {
            TypeKind::Array(..) => {
                self.part(place, Step::Field(index), ty, |spot| spot.field(offset))
            }
            _ => None,
        };
        Place {
            ty,
            meta: None,
            path,
            ..place.further(offset)
        }
    }

    /// What a pointer or box points to.
    pub fn deref(&mut self, pointer: Place, ty: TypeId) -> Place {
        let path = if self.is_box(pointer.ty) {
            self.part(pointer, Step::Deref, ty, Spot::deref)
        } else {
            None
        };
        let size = self.layouts.pointer_size(ty);
        let slot = match pointer.base {
            Base::Frame(slot) => slot,
            _ => {
                let slot = self.scratch(size);
                self.load(pointer, slot, size);
                slot
            }
        };
        let meta = (size > POINTER).then_some(slot + POINTER);
        Place {
            base: Base::At(slot, 0),
            ty,
            meta,
            path,
        }
    }

    /// The length of an array or slice, as a `usize`.
    pub fn length(&mut self, place: Place) -> Slot {
        let dst = self.scratch(8);
        match (self.kind(place.ty), place.meta) {
            (TypeKind::Array(_, count), _) => self.constant(dst, 8, *count),
            (_, Some(src)) => self.op(Op::Convert {
                from: Num::U32,
                to: Num::U64,
                dst,
                src,
            }),
            _ => self.malformed("the length of what has none"),
        }
        dst
    }

    fn index(&mut self, place: Place, index: Slot, ty: TypeId) -> Place {
        let len = self.length(place);
        self.op(Op::CheckIndex { index, len });
        self.element_at(place, index, ty)
    }

    /// The element at an index that is known to be good.
    pub fn element_at(&mut self, place: Place, index: Slot, ty: TypeId) -> Place {
        let (ptr, offset) = self.pointer_to(place);
        let dst = self.scratch(POINTER);
        self.op(Op::Element {
            dst,
            ptr,
            index,
            stride: self.layouts.size(ty),
        });
        Place {
            base: Base::At(dst, offset),
            ty,
            meta: None,
            path: None,
        }
    }

    /// A slot with an address, and how far behind it the place begins.
    pub fn pointer_to(&mut self, place: Place) -> (Slot, u32) {
        if let Base::At(ptr, offset) = place.base {
            return (ptr, offset);
        }
        let dst = self.scratch(POINTER);
        self.address(
            Place {
                meta: None,
                ..place
            },
            dst,
        );
        (dst, 0)
    }

    pub fn spot(&mut self, place: Place) -> Spot {
        match place.base {
            Base::Frame(slot) => Spot::frame(slot),
            _ => {
                let (slot, offset) = self.pointer_to(place);
                Spot {
                    slot,
                    derefs: vec![offset],
                }
            }
        }
    }

    // --- Reading and writing --------------------------------------------------------------------------------

    /// Copies a place's value.
    pub fn read(&mut self, place: Place, dst: Slot) {
        let size = self.size(place.ty);
        self.load(place, dst, size);
    }

    fn load(&mut self, place: Place, dst: Slot, size: u32) {
        match place.base {
            _ if size == 0 => {}
            Base::Frame(src) => self.copy(dst, src, size),
            _ => {
                let (ptr, offset) = self.pointer_to(place);
                self.op(Op::Load {
                    dst,
                    ptr,
                    offset,
                    size,
                });
            }
        }
    }

    /// Writes a value to a place, whatever was there.
    pub fn write(&mut self, place: Place, src: Slot) {
        let size = self.size(place.ty);
        match place.base {
            Base::Frame(dst) => self.copy(dst, src, size),
            _ if size == 0 => {}
            _ => {
                let (ptr, offset) = self.pointer_to(place);
                self.store(ptr, offset, src, size);
            }
        }
    }

    pub fn store(&mut self, ptr: Slot, offset: u32, src: Slot, size: u32) {
        if size > 0 {
            self.op(Op::Store {
                ptr,
                offset,
                src,
                size,
            });
        }
    }

    /// Says that a place's value is now owned elsewhere, if it is not `Copy`.
    pub fn moved(&mut self, place: Place) {
        if let Some(path) = place.path
            && !self.is_copy(place.ty)
        {
            self.ins(Ins::Gone(path));
        }
    }

    /// A pointer to a place: fat if it is unsized.
    pub fn address(&mut self, place: Place, dst: Slot) {
        // The halves may stand where the new ones go.
        match place.base {
            Base::Frame(of) => {
                let size = self.size(place.ty);
                self.op(Op::Address { dst, of, size });
            }
            Base::At(ptr, 0) if place.meta == Some(ptr + POINTER) => {
                return self.copy(dst, ptr, 2 * POINTER);
            }
            Base::At(ptr, 0) => self.copy(dst, ptr, POINTER),
            Base::At(ptr, offset) => self.op(Op::Offset { dst, ptr, offset }),
            Base::Data(address) => self.constant(dst, POINTER, u64::from(address)),
        }
        if let Some(meta) = place.meta {
            self.copy(dst + POINTER, meta, POINTER);
        }
    }
}
