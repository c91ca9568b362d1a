//! What is changed behind a pointer that only lends it to be read, as `Arc` does, or in a collection that is only looked
//! up, as a map is.

use super::bodies::TypedBody;
use super::flow::Pointer;
use super::report::Report;
use ra_ap_hir_def::hir::{Expr, ExprId};
use ra_ap_hir_def::lang_item::lang_items;
use ra_ap_hir_ty::next_solver::{Ty, TyKind};
use ra_ap_hir_ty::{Adjust, AutoBorrow};
use ra_ap_rustc_type_ir::inherent::IntoKind;
use ra_ap_syntax::ast::{BinaryOp, UnaryOp};
use std::collections::HashSet;

/// E0594 and E0596.
pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>) {
    let mut assigned_by_method = HashSet::new();
    for (id, expr) in body.body.exprs() {
        match expr {
            Expr::Assignment { target, .. } => {
                for place in body.assigned(*target) {
                    changed(report, body, id, body.place_behind(place), Change::Assigned);
                }
            }
            Expr::BinaryOp {
                lhs,
                op: Some(BinaryOp::Assignment { .. }),
                ..
            } => {
                let change = match body.infer.expr_ty(*lhs).is_scalar() {
                    true => Change::Assigned,
                    false => Change::Borrowed,
                };
                assigned_by_method.insert(*lhs);
                changed(report, body, id, body.place_behind(*lhs), change);
            }
            Expr::Ref {
                expr, mutability, ..
            } if mutability.is_mut() => {
                changed(report, body, id, body.place_behind(*expr), Change::Borrowed);
            }
            _ => {}
        }
    }
    for (id, _) in body.body.exprs() {
        if assigned_by_method.contains(&id) {
            continue;
        }
        let adjustments = body.infer.expr_adjustment(id).unwrap_or_default();
        let borrow = adjustments.iter().position(|it| {
            matches!(&it.kind, Adjust::Borrow(AutoBorrow::Ref(_)))
                && Pointer::of(it.target.as_ref()) == Some(Pointer::Mutable)
        });
        if let Some(borrow) = borrow {
            let found = body.adjusted_behind(id, borrow);
            changed(report, body, id, found, Change::Borrowed);
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Change {
    Assigned,
    Borrowed,
}

fn changed<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    at: ExprId,
    behind: Option<Behind<'db>>,
    change: Change,
) {
    let (Some(behind), Some(range)) = (behind, body.range(report, at)) else {
        return;
    };
    let (Behind::Pointer(ty) | Behind::Index(ty)) = behind;
    let shown = body.show(report, ty).replace(", RandomState>", ">");
    if shown.contains("{unknown}") {
        return;
    }
    let name = shown.split('<').next().unwrap_or_default().to_owned();
    let is_counted = matches!(name.as_str(), "Arc" | "Rc");
    let place = match behind {
        Behind::Pointer(_) if is_counted => format!("data in an `{name}`"),
        Behind::Pointer(_) => format!("data in dereference of `{shown}`"),
        Behind::Index(_) => format!("data in an index of `{shown}`"),
    };
    match change {
        Change::Assigned => report.error("E0594", range, format!("cannot assign to {place}")),
        Change::Borrowed => {
            report.error("E0596", range, format!("cannot borrow {place} as mutable"));
        }
    }
    report.help(match behind {
        Behind::Pointer(_) if is_counted => {
            format!("others may read it meanwhile: what is shared is changed behind a lock, as in `{name}<Mutex<_>>`")
        }
        Behind::Pointer(_) => format!("`{shown}` does not implement `DerefMut`: it only lends to read"),
        Behind::Index(_) => format!("`{shown}` does not implement `IndexMut`: it is only looked up so"),
    });
}

/// What stands between a place and its variable, and lends to read alone.
#[derive(Clone, Copy)]
enum Behind<'db> {
    /// A pointer of this type.
    Pointer(Ty<'db>),
    /// A collection of this type, in which something is looked up.
    Index(Ty<'db>),
}

impl<'db> TypedBody<'db> {
    /// What a place is behind, if that lends to read alone. What is behind a pointer or in a collection that lends to
    /// change is borrowed of it, which is looked at by itself.
    fn place_behind(&self, place: ExprId) -> Option<Behind<'db>> {
        let lang = lang_items(self.db, self.krate());
        let by_method = self.infer.method_resolution(place).is_some();
        let given = |base: ExprId| {
            let ty = self.ty_with_adjust(base);
            match ty.kind() {
                // What `deref` and `index` are given.
                TyKind::Ref(_, inner, _) if by_method => inner,
                _ => ty,
            }
        };
        match self.expr(place) {
            Expr::Field { expr, .. } => self.all_behind(*expr),
            Expr::UnaryOp {
                expr,
                op: UnaryOp::Deref,
            } if by_method => {
                let ty = given(*expr);
                (!self.lends_to_change(ty, lang.DerefMut, &[])).then_some(Behind::Pointer(ty))
            }
            Expr::UnaryOp {
                expr,
                op: UnaryOp::Deref,
            } => match self.ty_with_adjust(*expr).kind() {
                // What references allow is seen where variables are.
                TyKind::Ref(..) | TyKind::RawPtr(..) => None,
                _ => self.all_behind(*expr),
            },
            Expr::Index { base, index } => {
                let ty = given(*base);
                match ty.kind() {
                    TyKind::Array(..) | TyKind::Slice(_) => self.all_behind(*base),
                    _ if !by_method => None,
                    _ => {
                        let index = self.ty_with_adjust(*index);
                        let lends = self.lends_to_change(ty, lang.IndexMut, &[index]);
                        (!lends).then_some(Behind::Index(ty))
                    }
                }
            }
            _ => None,
        }
    }

    fn all_behind(&self, expr: ExprId) -> Option<Behind<'db>> {
        let all = self.infer.expr_adjustment(expr).map_or(0, <[_]>::len);
        self.adjusted_behind(expr, all)
    }

    /// The same of an expression with the first of the dereferences that are added to it.
    fn adjusted_behind(&self, expr: ExprId, first: usize) -> Option<Behind<'db>> {
        let wanted = lang_items(self.db, self.krate()).DerefMut;
        let adjustments = self.infer.expr_adjustment(expr).unwrap_or_default();
        for at in (0..first).rev() {
            let source = match at.checked_sub(1) {
                Some(before) => adjustments[before].target.as_ref(),
                None => self.infer.expr_ty(expr),
            };
            match &adjustments[at].kind {
                Adjust::Deref(Some(_)) if !self.lends_to_change(source, wanted, &[]) => {
                    return Some(Behind::Pointer(source));
                }
                Adjust::Deref(None)
                    if matches!(source.kind(), TyKind::Ref(..) | TyKind::RawPtr(..)) =>
                {
                    return None;
                }
                _ => {}
            }
        }
        self.place_behind(expr)
    }
}
