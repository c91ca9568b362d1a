//! What inference does to an expression without being asked: dereferences, borrows, coercions. And casts.

use ir::inherent::IntoKind;
use ra_ap_hir_def::hir::ExprId;
use ra_ap_hir_ty::next_solver::{GenericArgs, Mutability, Ty, TyKind};
use ra_ap_hir_ty::{Adjust, Adjustment, AutoBorrow, OverloadedDeref, PointerCast};
use ra_ap_rustc_type_ir as ir;

use super::Builder;
use super::body::Making;
use super::shims::{Instance, call};
use crate::thir::{Cast, Expr, ExprKind, TypeId, TypeKind};

impl<'db> Making<'_, 'db> {
    pub(super) fn adjustments(&self, expr: ExprId) -> &'db [Adjustment] {
        self.infer.expr_adjustment(expr).unwrap_or_default()
    }

    /// The type of an expression after what is done to it.
    pub(super) fn adjusted_ty(&mut self, expr: ExprId) -> Ty<'db> {
        let ty = match self.adjustments(expr).last() {
            Some(last) => last.target.as_ref(),
            None => self.infer.expr_ty(expr),
        };
        self.mono(ty)
    }

    pub(super) fn adjust(&mut self, mut expr: Expr, adjustments: &[Adjustment]) -> Expr {
        for adjustment in adjustments {
            let target = self.type_id(adjustment.target.as_ref());
            expr = self.adjust_once(expr, &adjustment.kind, target);
        }
        expr
    }

    fn adjust_once(&mut self, expr: Expr, kind: &Adjust, target: TypeId) -> Expr {
        match kind {
            Adjust::NeverToAny => self.expr(ExprKind::NeverToAny(Box::new(expr)), target),
            Adjust::Deref(None) => self.expr(ExprKind::Deref(Box::new(expr)), target),
            Adjust::Deref(Some(OverloadedDeref(mutability))) => {
                self.overloaded_deref(expr, *mutability, target)
            }
            Adjust::Borrow(AutoBorrow::Ref(_) | AutoBorrow::RawPtr(_)) => {
                self.reborrow(expr, target)
            }
            Adjust::Pointer(PointerCast::ReifyFnPointer) => self.reify(expr, target),
            Adjust::Pointer(PointerCast::ClosureFnPointer(_)) => {
                let closure = self.builder.ty(expr.ty);
                let function = self.builder.instance(Instance::Plain(closure));
                self.cast(Cast::Function(function), expr, target)
            }
            Adjust::Pointer(PointerCast::Unsize) => self.unsize(expr, target),
            Adjust::Pointer(
                PointerCast::UnsafeFnPointer
                | PointerCast::MutToConstPointer
                | PointerCast::ArrayToPointer,
            ) => self.cast(Cast::Bits, expr, target),
        }
    }

    /// `&place`; what has just been borrowed, or called for, need not be borrowed again.
    fn reborrow(&self, place: Expr, target: TypeId) -> Expr {
        match place.kind {
            ExprKind::Deref(pointer)
                if matches!(
                    pointer.kind,
                    ExprKind::Borrow(_) | ExprKind::Call(..) | ExprKind::Literal(_)
                ) && matches!(
                    self.builder.types[pointer.ty.0 as usize].kind,
                    TypeKind::Pointer(_)
                ) =>
            {
                Expr {
                    ty: target,
                    ..*pointer
                }
            }
            kind => {
                let place = Expr { kind, ..place };
                self.expr(ExprKind::Borrow(Box::new(place)), target)
            }
        }
    }

    pub(super) fn cast(&self, cast: Cast, expr: Expr, target: TypeId) -> Expr {
        self.expr(ExprKind::Cast(cast, Box::new(expr)), target)
    }

    fn overloaded_deref(&mut self, place: Expr, mutability: Mutability, target: TypeId) -> Expr {
        let ty = self.builder.ty(place.ty);
        let lang = self.builder.lang;
        let method = match mutability {
            Mutability::Not => lang.Deref_deref,
            Mutability::Mut => lang.DerefMut_deref_mut,
        };
        let on = GenericArgs::new_from_slice(&[ty.into()]);
        let callee = method.and_then(|it| self.builder.resolve(it, on).callee());
        let Some(callee) = callee else {
            return self.refuse("the playground does not know this `Deref`", target);
        };
        let pointer = self.builder.reference(ty, mutability);
        let pointer = self.builder.type_id(pointer);
        let to = self.builder.reference(self.builder.ty(target), mutability);
        let to = self.builder.type_id(to);
        let place = self.expr(ExprKind::Borrow(Box::new(place)), pointer);
        let mut called = call(callee, vec![place], to);
        called.line = self.line;
        self.expr(ExprKind::Deref(Box::new(called)), target)
    }

    /// A function's own type made a pointer.
    fn reify(&mut self, expr: Expr, target: TypeId) -> Expr {
        let TyKind::FnDef(item, arguments) = self.builder.ty(expr.ty).kind() else {
            return self.cast(Cast::Bits, expr, target);
        };
        match self.builder.resolve_item(item.0, arguments).function() {
            Some(function) => self.cast(Cast::Function(function), expr, target),
            None => self.refuse("the playground cannot point to this function", target),
        }
    }

    fn unsize(&mut self, expr: Expr, target: TypeId) -> Expr {
        if expr.ty == target {
            return expr;
        }
        let (from, to) = (self.builder.ty(expr.ty), self.builder.ty(target));
        let Some((from, to)) = self.builder.unsized_part(from, to) else {
            return self.cast(Cast::Bits, expr, target);
        };
        let cast = match (from.kind(), to.kind()) {
            (TyKind::Array(..), TyKind::Slice(_)) => Cast::Array,
            (TyKind::Dynamic(..), TyKind::Dynamic(..)) => {
                if from.dyn_trait() != to.dyn_trait() {
                    let message = "the playground does not know how to make `dyn` of another `dyn`";
                    return self.refuse(message, target);
                }
                Cast::Bits
            }
            (_, TyKind::Dynamic(..)) => Cast::Dyn(self.builder.vtable(from, to)),
            _ => Cast::Bits,
        };
        self.cast(cast, expr, target)
    }

    /// `expr as target`.
    pub(super) fn as_cast(&mut self, expr: Expr, target: TypeId) -> Expr {
        if expr.ty == target {
            return expr;
        }
        let types = &self.builder.types;
        let from = &types[expr.ty.0 as usize].kind;
        let to = &types[target.0 as usize].kind;
        let is_number = |it: &TypeKind| {
            matches!(
                it,
                TypeKind::Int { .. }
                    | TypeKind::Float { .. }
                    | TypeKind::Bool
                    | TypeKind::Char
                    | TypeKind::Enum { .. }
            )
        };
        match from {
            TypeKind::FnItem => self.reify(expr, target),
            TypeKind::Closure { .. } => self.adjust_once(
                expr,
                &Adjust::Pointer(PointerCast::ClosureFnPointer(
                    ra_ap_hir_ty::next_solver::abi::Safety::Safe,
                )),
                target,
            ),
            from if is_number(from) && is_number(to) => self.cast(Cast::Number, expr, target),
            _ => self.cast(Cast::Bits, expr, target),
        }
    }
}

impl<'db> Builder<'db> {
    /// Of two types of pointers, or of structs that hold one: what is behind the pointer, where it becomes unsized.
    fn unsized_part(&mut self, from: Ty<'db>, to: Ty<'db>) -> Option<(Ty<'db>, Ty<'db>)> {
        match (from.kind(), to.kind()) {
            (
                TyKind::Ref(_, from, _) | TyKind::RawPtr(from, _),
                TyKind::Ref(_, to, _) | TyKind::RawPtr(to, _),
            ) => Some(self.tail(from, to)),
            (TyKind::Adt(adt, from), TyKind::Adt(_, to)) => {
                let variant = match adt.def_id() {
                    ra_ap_hir_def::AdtId::StructId(it) => it.into(),
                    _ => return None,
                };
                let from = self.field_tys(variant, from);
                let to = self.field_tys(variant, to);
                from.into_iter()
                    .zip(to)
                    .filter(|(from, to)| from != to)
                    .find_map(|(from, to)| self.unsized_part(from, to))
            }
            _ => None,
        }
    }

    /// Of two structs the last fields, down to what differs.
    fn tail(&mut self, from: Ty<'db>, to: Ty<'db>) -> (Ty<'db>, Ty<'db>) {
        if let (TyKind::Adt(adt, of), TyKind::Adt(other, of_other)) = (from.kind(), to.kind())
            && adt == other
            && let ra_ap_hir_def::AdtId::StructId(it) = adt.def_id()
        {
            let from = self.field_tys(it.into(), of).pop();
            let to = self.field_tys(it.into(), of_other).pop();
            if let (Some(from), Some(to)) = (from, to) {
                return self.tail(from, to);
            }
        }
        (from, to)
    }
}
