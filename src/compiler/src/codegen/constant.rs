//! Promotion: what a shared borrow of a constant value points to is there once, and for ever.

use super::function::Builder;
use crate::thir::{BinaryOp, Body, Callee, Cast, Expr, ExprKind, TypeId, TypeKind};

impl<'p> Builder<'_, 'p> {
    /// Whether a pointer type is `&mut` or `*mut`: what such a one borrows is not promoted.
    pub fn is_mutable(&self, ty: TypeId) -> bool {
        let name = &self.program.types[ty.0 as usize].name;
        name.starts_with("&mut ") || name.starts_with("*mut ")
    }

    /// Whether the value of the expression is the same each time, and nothing can change or drop it.
    pub fn is_promotable(&self, expr: &Expr) -> bool {
        if self.needs_drop(expr.ty) || self.has_cell(expr.ty) {
            return false;
        }
        match &expr.kind {
            ExprKind::Literal(_) => true,
            ExprKind::Aggregate(fields) | ExprKind::Variant { fields, .. } => {
                fields.iter().all(|(_, field)| self.is_promotable(field))
            }
            ExprKind::Repeat(of) | ExprKind::Neg(of) | ExprKind::Not(of) => self.is_promotable(of),
            ExprKind::Cast(Cast::Number | Cast::Array | Cast::Function(_), of) => {
                self.is_promotable(of)
            }
            ExprKind::Binary(op, a, b) => {
                !matches!(op, BinaryOp::Div | BinaryOp::Rem)
                    && self.is_promotable(a)
                    && self.is_promotable(b)
            }
            ExprKind::Borrow(of) => !self.is_mutable(expr.ty) && self.is_promotable(of),
            ExprKind::Field(of, _) => self.is_promotable(of),
            ExprKind::Call(Callee::Function(id), args) => {
                args.is_empty()
                    && matches!(
                        self.program.functions[id.0 as usize].body,
                        Body::Constant(_)
                    )
            }
            _ => false,
        }
    }

    /// Whether the type has an `UnsafeCell` in it.
    fn has_cell(&self, ty: TypeId) -> bool {
        let any = |types: &[TypeId]| types.iter().any(|&ty| self.has_cell(ty));
        match self.kind(ty) {
            TypeKind::Struct { .. }
                if self.program.types[ty.0 as usize]
                    .name
                    .starts_with("UnsafeCell<") =>
            {
                true
            }
            TypeKind::Struct { fields, .. }
            | TypeKind::Tuple(fields)
            | TypeKind::Closure { captures: fields } => any(fields),
            TypeKind::Array(element, _) | TypeKind::Slice(element) => self.has_cell(*element),
            TypeKind::Enum { variants } => variants.iter().any(|variant| any(&variant.fields)),
            _ => false,
        }
    }

    /// Where the value of a promotable expression stands.
    pub fn promote(&mut self, expr: &'p Expr) -> u32 {
        if let ExprKind::Call(Callee::Function(id), _) = &expr.kind {
            self.uses.push(id.0);
            return self.generator.constants[id];
        }
        if let Some(bytes) = self.bytes(expr) {
            return self.generator.data.constant(&bytes);
        }
        let (initializer, address) = self.generator.promoted(expr);
        self.uses.push(initializer);
        address
    }

    /// The value's bytes, if they can be told without running anything.
    fn bytes(&mut self, expr: &'p Expr) -> Option<Vec<u8>> {
        let mut bytes = vec![0; self.size(expr.ty) as usize];
        let mut put = |at: u32, part: Vec<u8>| {
            bytes[at as usize..at as usize + part.len()].copy_from_slice(&part)
        };
        match &expr.kind {
            ExprKind::Literal(literal) => return Some(self.literal_bytes(literal, expr.ty)),
            ExprKind::Neg(of) => {
                let literal = self.negative(of)?;
                return Some(self.literal_bytes(&literal, expr.ty));
            }
            ExprKind::Aggregate(fields) => {
                for (index, field) in fields {
                    put(self.part_offset(expr.ty, *index), self.bytes(field)?);
                }
            }
            ExprKind::Variant { variant, fields } => {
                let layout = self.layouts.of(expr.ty);
                put(0, variant.to_le_bytes()[..layout.tag as usize].to_vec());
                for (index, field) in fields {
                    put(
                        layout.variants[*variant as usize][*index as usize],
                        self.bytes(field)?,
                    );
                }
            }
            ExprKind::Borrow(of) if self.is_promotable(of) => {
                put(0, self.promote(of).to_le_bytes().to_vec())
            }
            _ => return None,
        }
        Some(bytes)
    }
}
