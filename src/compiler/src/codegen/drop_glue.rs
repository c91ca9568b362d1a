//! Drop glue: for each type that needs it, a function that drops the value behind the pointer it is given.

use super::Generator;
use super::code::{Spot, Target};
use super::function::Builder;
use super::layout::{POINTER, Tail};
use super::place::{Base, Place};
use crate::thir::{TypeId, TypeKind};
use async_playground::machine::bytecode::{Bin, Cmp, Function, FunctionId, Host, Num, Op, Slot};

/// Where the pointer stands that glue is given.
const THIS: Slot = 0;

impl<'a, 'p> Builder<'a, 'p> {
    /// The glue of a type.
    pub fn drop_glue(generator: &'a mut Generator<'p>, ty: TypeId) -> (Function, Vec<FunctionId>) {
        let mut this = Self::of_pointer(generator, ty, "drop");
        this.drop_value(ty);
        this.op(Op::Return);
        this.finish()
    }

    /// What frees a box's memory, and drops nothing.
    pub fn free_glue(generator: &'a mut Generator<'p>, ty: TypeId) -> (Function, Vec<FunctionId>) {
        let mut this = Self::of_pointer(generator, ty, "free");
        this.free_box(ty);
        this.op(Op::Return);
        this.finish()
    }

    /// What drops so many values that stand one behind the other; if one panics, those behind it none the less.
    pub fn elements_glue(
        generator: &'a mut Generator<'p>,
        ty: TypeId,
    ) -> (Function, Vec<FunctionId>) {
        let name = format!("drop<[{}]>", generator.program.types[ty.0 as usize].name);
        let mut this = Builder::new(generator, &name, 2 * POINTER, 0);
        this.begin_plain();
        let (count, args) = (THIS + POINTER, this.scratch(POINTER));
        let (none, one) = (this.scratch(POINTER), this.scratch(POINTER));
        this.constant(none, POINTER, 0);
        this.constant(one, POINTER, 1);
        let (start, done) = (this.code.label(), this.code.label());
        this.label(start);
        let num = Num::U32;
        this.jump_by(
            Op::JumpUnless {
                op: Cmp::Ne,
                num,
                a: count,
                b: none,
                to: 0,
            },
            done,
        );
        // What is left is what a panic leaves to be dropped.
        this.copy(args, THIS, POINTER);
        this.op(Op::Offset {
            dst: THIS,
            ptr: THIS,
            offset: this.layouts.size(ty),
        });
        this.op(Op::Binary {
            op: Bin::WrappingSub,
            num,
            dst: count,
            a: count,
            b: one,
        });
        this.push_scope();
        this.schedule(0, Target::Elements(THIS, ty));
        if let Some(function) = this.generator.drop_glue(ty) {
            this.op(Op::Call {
                function,
                args,
                ret: args,
            });
        }
        this.leave_scope();
        this.jump(start);
        this.label(done);
        this.op(Op::Return);
        this.finish()
    }

    fn of_pointer(generator: &'a mut Generator<'p>, ty: TypeId, what: &str) -> Self {
        let name = format!("{what}<{}>", generator.program.types[ty.0 as usize].name);
        let params = generator.layouts.pointer_size(ty);
        let mut this = Builder::new(generator, &name, params, 0);
        this.begin_plain();
        this
    }

    fn drop_value(&mut self, ty: TypeId) {
        let layouts = self.layouts.clone();
        let layout = layouts.of(ty);
        let own = self.program.types[ty.0 as usize].drop;
        let here = Spot {
            slot: THIS,
            derefs: vec![0],
        };
        match self.kind(ty) {
            TypeKind::Struct { boxed: true, .. } => {
                self.push_scope();
                self.schedule(0, Target::Free(here, ty));
                self.drop_content(ty);
                self.pop_scope();
            }
            TypeKind::Tuple(fields)
            | TypeKind::Struct { fields, .. }
            | TypeKind::Closure { captures: fields } => {
                let plain = matches!(
                    self.kind(ty),
                    TypeKind::Struct {
                        manually_drop: true,
                        ..
                    }
                );
                let fields: &[TypeId] = if plain { &[] } else { fields };
                let all = fields
                    .iter()
                    .copied()
                    .zip(layout.fields.iter().copied())
                    .collect();
                self.drop_fields(all, own.map(|own| own.0), ty);
            }
            TypeKind::Enum { variants } => {
                self.push_scope();
                if let Some(own) = own {
                    self.op(Op::Call {
                        function: own.0,
                        args: THIS,
                        ret: THIS,
                    });
                }
                let place = Place {
                    base: Base::At(THIS, 0),
                    ty,
                    meta: None,
                    path: None,
                };
                let (a, num) = self.tag(place);
                let end = self.code.label();
                for (index, variant) in variants.iter().enumerate() {
                    let fields: Vec<(TypeId, u32)> = variant
                        .fields
                        .iter()
                        .copied()
                        .zip(layout.variants[index].iter().copied())
                        .collect();
                    if !fields.iter().any(|&(ty, _)| self.needs_drop(ty)) {
                        continue;
                    }
                    let other = self.code.label();
                    let b = self.scratch(layout.tag);
                    self.constant(b, layout.tag, index as u64);
                    self.jump_by(
                        Op::JumpUnless {
                            op: Cmp::Eq,
                            num,
                            a,
                            b,
                            to: 0,
                        },
                        other,
                    );
                    self.drop_fields(fields, None, ty);
                    self.jump(end);
                    self.label(other);
                }
                self.label(end);
                self.pop_scope();
            }
            TypeKind::Array(element, count) => {
                let args = self.scratch(2 * POINTER);
                self.copy(args, THIS, POINTER);
                self.constant(args + POINTER, POINTER, *count);
                let function = self.generator.drop_elements(*element);
                self.op(Op::Call {
                    function,
                    args,
                    ret: args,
                });
            }
            TypeKind::Slice(element) => {
                let function = self.generator.drop_elements(*element);
                self.op(Op::Call {
                    function,
                    args: THIS,
                    ret: THIS,
                });
            }
            TypeKind::Dyn => {
                let (glue, none) = (self.scratch(POINTER), self.scratch(POINTER));
                let end = self.code.label();
                self.op(Op::Load {
                    dst: glue,
                    ptr: THIS + POINTER,
                    offset: 0,
                    size: POINTER,
                });
                self.constant(none, POINTER, 0);
                self.jump_by(
                    Op::JumpUnless {
                        op: Cmp::Ne,
                        num: Num::U32,
                        a: glue,
                        b: none,
                        to: 0,
                    },
                    end,
                );
                self.op(Op::CallPointer {
                    pointer: glue,
                    args: THIS,
                    ret: THIS,
                });
                self.label(end);
            }
            TypeKind::Coroutine { .. } => {
                let coroutine = self.scratch(POINTER);
                self.op(Op::Load {
                    dst: coroutine,
                    ptr: THIS,
                    offset: 0,
                    size: POINTER,
                });
                self.op(Op::DropCoroutine { coroutine });
            }
            _ => self.malformed("drop glue of what needs none"),
        }
    }

    /// Drops a value by its own `Drop`, and then its fields in order: these even if a drop before them panics.
    fn drop_fields(&mut self, fields: Vec<(TypeId, u32)>, own: Option<FunctionId>, ty: TypeId) {
        let scope = self.push_scope();
        // What is unsized at the end is dropped last, through a pointer of its own.
        let (mut sized, mut last) = (fields, None);
        if self.layouts.tail(ty) != Tail::Sized {
            last = sized.pop();
        }
        for &(ty, offset) in sized.iter().rev() {
            if self.needs_drop(ty) {
                self.schedule(
                    scope,
                    Target::Value(
                        Spot {
                            slot: THIS,
                            derefs: vec![offset],
                        },
                        ty,
                    ),
                );
            }
        }
        if let Some(function) = own {
            self.op(Op::Call {
                function,
                args: THIS,
                ret: THIS,
            });
        }
        self.pop_scope();
        if let Some((tail, _)) = last
            && let Some(function) = self.generator.drop_glue(tail)
        {
            let whole = Place {
                base: Base::At(THIS, 0),
                ty,
                meta: Some(THIS + POINTER),
                path: None,
            };
            let place = self.field(whole, sized.len() as u32, tail);
            let args = self.scratch(2 * POINTER);
            self.address(place, args);
            self.op(Op::Call {
                function,
                args,
                ret: args,
            });
        }
    }

    // --- Boxes --------------------------------------------------------------------------------------------

    /// The box's pointer and what it points to.
    fn boxed(&mut self, ty: TypeId) -> Option<(Slot, TypeId)> {
        let content = self.pointee(ty)?;
        let size = self.layouts.pointer_size(content);
        let pointer = self.scratch(size);
        self.op(Op::Load {
            dst: pointer,
            ptr: THIS,
            offset: 0,
            size,
        });
        Some((pointer, content))
    }

    /// What the pointer that a box begins with points to.
    fn pointee(&mut self, ty: TypeId) -> Option<TypeId> {
        match self.kind(ty) {
            TypeKind::Pointer(to) => Some(*to),
            TypeKind::Struct { fields, .. } if !fields.is_empty() => self.pointee(fields[0]),
            _ => {
                self.malformed("a box without a pointer");
                None
            }
        }
    }

    fn drop_content(&mut self, ty: TypeId) {
        if let Some((pointer, content)) = self.boxed(ty)
            && let Some(function) = self.generator.drop_glue(content)
        {
            self.op(Op::Call {
                function,
                args: pointer,
                ret: pointer,
            });
        }
    }

    fn free_box(&mut self, ty: TypeId) {
        let Some((pointer, content)) = self.boxed(ty) else {
            return;
        };
        if self.layouts.tail(content) == Tail::Sized && self.size(content) == 0 {
            return;
        }
        let args = self.block_of(24);
        self.copy(args, pointer, POINTER);
        self.size_and_align(content, pointer + POINTER, args + 8, args + 16);
        let (none, end) = (self.scratch(8), self.code.label());
        self.constant(none, 8, 0);
        self.jump_by(
            Op::JumpUnless {
                op: Cmp::Ne,
                num: Num::U64,
                a: args + 8,
                b: none,
                to: 0,
            },
            end,
        );
        self.op(Op::Host {
            call: Host::Dealloc,
            args,
            ret: args,
        });
        self.label(end);
    }
}
