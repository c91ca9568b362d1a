//! Where the parts of a value stand: fields in order, each at a multiple of its alignment, which is at most 8.

use crate::thir::{Program, TypeId, TypeKind};
use async_playground::machine::bytecode::Num;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The size of a thin pointer, and of the second half of a fat one.
pub const POINTER: u32 = 4;

/// How a type stands in memory. Of an unsized one, how it begins: without what its pointer tells of.
#[derive(Debug, Default)]
pub struct Layout {
    pub size: u32,
    pub align: u32,
    /// The offsets of the fields of a struct, tuple or closure.
    pub fields: Vec<u32>,
    /// The same for each variant of an enum, whose tag of `tag` bytes stands first and is the variant's number.
    pub variants: Vec<Vec<u32>>,
    pub tag: u32,
}

/// What a pointer to a type carries besides the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// Nothing.
    Sized,
    /// How many of this type.
    Slice(TypeId),
    /// How many bytes.
    Str,
    /// A vtable.
    Dyn,
}

/// The layouts of a program's types, each made once.
pub struct Layouts<'p> {
    program: &'p Program,
    layouts: RefCell<HashMap<TypeId, Rc<Layout>>>,
    needs_drop: RefCell<HashMap<TypeId, bool>>,
}

impl<'p> Layouts<'p> {
    pub fn new(program: &'p Program) -> Self {
        Self {
            program,
            layouts: RefCell::default(),
            needs_drop: RefCell::default(),
        }
    }

    fn kind(&self, ty: TypeId) -> &'p TypeKind {
        &self.program.types[ty.0 as usize].kind
    }

    /// The layout of a type.
    pub fn of(&self, ty: TypeId) -> Rc<Layout> {
        if let Some(layout) = self.layouts.borrow().get(&ty) {
            return layout.clone();
        }
        let layout = Rc::new(self.make(ty));
        self.layouts.borrow_mut().insert(ty, layout.clone());
        layout
    }

    /// How many bytes a value of the type takes.
    pub fn size(&self, ty: TypeId) -> u32 {
        self.of(ty).size
    }

    fn make(&self, ty: TypeId) -> Layout {
        let plain = |size: u32| Layout {
            size,
            align: size.clamp(1, 8),
            ..Layout::default()
        };
        match self.kind(ty) {
            TypeKind::Never | TypeKind::FnItem | TypeKind::Str | TypeKind::Dyn => plain(0),
            TypeKind::Bool => plain(1),
            TypeKind::Char | TypeKind::FnPointer | TypeKind::Coroutine { .. } => plain(4),
            TypeKind::Int { bits, .. } | TypeKind::Float { bits } => plain(u32::from(*bits) / 8),
            TypeKind::Pointer(to) => Layout {
                align: POINTER,
                ..plain(self.pointer_size(*to))
            },
            TypeKind::Slice(element) => Layout {
                align: self.of(*element).align,
                ..plain(0)
            },
            TypeKind::Array(element, count) => {
                let element = self.of(*element);
                let size = u64::from(element.size).saturating_mul(*count);
                Layout {
                    size: u32::try_from(size).unwrap_or(u32::MAX / 2),
                    align: element.align,
                    ..Layout::default()
                }
            }
            TypeKind::Tuple(fields)
            | TypeKind::Struct { fields, .. }
            | TypeKind::Closure { captures: fields } => {
                let (fields, end, align) = self.in_order(0, fields);
                // What is unsized at the end stands where its own alignment has it, which only its pointer may know.
                let size = if self.tail(ty) == Tail::Sized {
                    end.next_multiple_of(align)
                } else {
                    end
                };
                Layout {
                    size,
                    align,
                    fields,
                    ..Layout::default()
                }
            }
            TypeKind::Enum { variants } => {
                let tag = match variants.len() {
                    0 => 0,
                    1..=0x100 => 1,
                    0x101..=0x1_0000 => 2,
                    _ => 4,
                };
                let mut layout = Layout {
                    align: tag.max(1),
                    size: tag,
                    tag,
                    ..Layout::default()
                };
                for variant in variants {
                    let (fields, end, align) = self.in_order(tag, &variant.fields);
                    layout.size = layout.size.max(end);
                    layout.align = layout.align.max(align);
                    layout.variants.push(fields);
                }
                layout.size = layout.size.next_multiple_of(layout.align);
                layout
            }
        }
    }

    /// The offsets of values that stand one behind the other from `at` on, where they end, and the greatest alignment.
    pub fn in_order(&self, at: u32, types: &[TypeId]) -> (Vec<u32>, u32, u32) {
        let (mut end, mut align) = (at, 1);
        let offsets = types
            .iter()
            .map(|&ty| {
                let layout = self.of(ty);
                let offset = end.next_multiple_of(layout.align);
                end = offset + layout.size;
                align = align.max(layout.align);
                offset
            })
            .collect();
        (offsets, end, align)
    }

    /// What a pointer to the type carries.
    pub fn tail(&self, ty: TypeId) -> Tail {
        match self.kind(ty) {
            TypeKind::Str => Tail::Str,
            TypeKind::Slice(element) => Tail::Slice(*element),
            TypeKind::Dyn => Tail::Dyn,
            TypeKind::Struct { fields, .. } | TypeKind::Tuple(fields) => {
                fields.last().map_or(Tail::Sized, |&last| self.tail(last))
            }
            _ => Tail::Sized,
        }
    }

    /// The size of a pointer to the type.
    pub fn pointer_size(&self, to: TypeId) -> u32 {
        if self.tail(to) == Tail::Sized {
            POINTER
        } else {
            2 * POINTER
        }
    }

    /// Whether a value of the type has anything to be dropped.
    pub fn needs_drop(&self, ty: TypeId) -> bool {
        if let Some(&known) = self.needs_drop.borrow().get(&ty) {
            return known;
        }
        let any = |types: &[TypeId]| types.iter().any(|&ty| self.needs_drop(ty));
        let needs = self.program.types[ty.0 as usize].drop.is_some()
            || match self.kind(ty) {
                TypeKind::Dyn
                | TypeKind::Coroutine { .. }
                | TypeKind::Struct { boxed: true, .. } => true,
                TypeKind::Struct {
                    manually_drop: true,
                    ..
                } => false,
                TypeKind::Slice(element) => self.needs_drop(*element),
                TypeKind::Array(element, count) => *count > 0 && self.needs_drop(*element),
                TypeKind::Tuple(fields)
                | TypeKind::Struct { fields, .. }
                | TypeKind::Closure { captures: fields } => any(fields),
                TypeKind::Enum { variants } => variants.iter().any(|variant| any(&variant.fields)),
                _ => false,
            };
        self.needs_drop.borrow_mut().insert(ty, needs);
        needs
    }

    /// The number that values of the type compute and compare as, if it is one.
    pub fn num(&self, ty: TypeId) -> Option<Num> {
        Some(match self.kind(ty) {
            TypeKind::Bool => Num::U8,
            TypeKind::Char | TypeKind::FnPointer => Num::U32,
            TypeKind::Pointer(to) if self.tail(*to) == Tail::Sized => Num::U32,
            TypeKind::Int { bits, signed } => match (bits, signed) {
                (8, true) => Num::I8,
                (16, true) => Num::I16,
                (32, true) => Num::I32,
                (64, true) => Num::I64,
                (128, true) => Num::I128,
                (8, false) => Num::U8,
                (16, false) => Num::U16,
                (32, false) => Num::U32,
                (64, false) => Num::U64,
                (128, false) => Num::U128,
                _ => return None,
            },
            TypeKind::Float { bits: 32 } => Num::F32,
            TypeKind::Float { .. } => Num::F64,
            _ => return None,
        })
    }
}
