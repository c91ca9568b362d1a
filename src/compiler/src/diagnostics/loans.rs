//! What a value may borrow: from which places, and from what which variables borrow.
//!
//! It is said by what is written, and by the lifetimes in the signatures of what is called. Where that says nothing, a
//! value borrows nothing: an error is missed, and none is made up.

use super::bodies::TypedBody;
use super::flow::{Access, Flow, Place};
use super::report::Report;
use ra_ap_hir_def::hir::{Array, BindingId, Expr, ExprId, RecordSpread, Statement};
use ra_ap_hir_def::{CallableDefId, FunctionId};
use ra_ap_hir_ty::closure_analysis::{BorrowKind, PlaceBase, UpvarCapture};
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::{DbInterner, RegionKind, Ty, TyKind};
use ra_ap_hir_ty::{Adjust, AutoBorrow};
use ra_ap_rustc_type_ir::inherent::IntoKind;
use ra_ap_rustc_type_ir::{TypeSuperVisitable, TypeVisitor};
use ra_ap_syntax::ast::UnaryOp;
use std::collections::BTreeSet;

/// A borrow that a value holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Held {
    /// Of this place, made by this expression.
    Loan {
        place: Place,
        access: Access,
        by: ExprId,
    },
    /// Whatever this variable holds.
    By(BindingId),
    /// Of a value without a name, which is gone at the end of its statement.
    Temporary(ExprId),
}

pub struct Loans<'l, 'a, 'db> {
    pub report: &'l Report<'a, 'db>,
    pub body: &'l TypedBody<'db>,
    pub flow: &'l Flow,
}

impl<'db> Loans<'_, '_, 'db> {
    /// Whether values of a type can hold borrows that end.
    pub fn can_hold(&self, ty: Ty<'db>) -> bool {
        let shown = self.body.show(self.report, ty);
        let shown = shown
            .replace("&'static ", "")
            .replace("+ 'static", "")
            .replace("'static", "");
        shown.contains(['&', '\''])
            || shown.contains("impl ")
            || matches!(ty.kind(), TyKind::Closure(..) | TyKind::Coroutine(..))
    }

    /// What the value of an expression holds.
    pub fn of(&self, expr: ExprId) -> Vec<Held> {
        let own = self.body.infer.expr_ty(expr);
        let adjusted = self.body.infer.type_of_expr_with_adjust(expr);
        // What is made a `dyn` borrows no less than before.
        if !self.can_hold(own) && !adjusted.is_some_and(|it| self.can_hold(it)) {
            return Vec::new();
        }
        if let Some(access) = self.adjusted_borrow(expr) {
            return self.borrowed(expr, access, expr);
        }
        self.plain(expr)
    }

    /// How rust-analyzer's adjustments borrow an expression.
    fn adjusted_borrow(&self, expr: ExprId) -> Option<Access> {
        let adjustments = self.body.infer.expr_adjustment(expr)?;
        adjustments.iter().find_map(|it| match it.kind {
            Adjust::Borrow(AutoBorrow::Ref(_)) => match it.target.as_ref().kind() {
                TyKind::Ref(_, _, mutability) if mutability.is_mut() => Some(Access::Mutable),
                _ => Some(Access::Shared),
            },
            _ => None,
        })
    }

    /// A borrow of the place of an expression.
    fn borrowed(&self, of: ExprId, access: Access, by: ExprId) -> Vec<Held> {
        match self.flow.places.get(&of) {
            Some(place) if self.through_reference(of, place) => vec![Held::By(place.local)],
            Some(place) => vec![Held::Loan {
                place: place.clone(),
                access,
                by,
            }],
            // What an index or a dereference lends is a part of what it borrows.
            None => match self.body.expr(of) {
                Expr::Index { base, .. } => self.borrowed(*base, access, by),
                Expr::Field { expr, .. } => self.borrowed(*expr, access, by),
                Expr::UnaryOp {
                    expr,
                    op: UnaryOp::Deref,
                } => self.borrowed(*expr, access, by),
                Expr::Call { .. } | Expr::MethodCall { .. }
                    if !matches!(self.body.infer.expr_ty(of).kind(), TyKind::Ref(..)) =>
                {
                    let mut held = self.plain(of);
                    held.push(Held::Temporary(of));
                    held
                }
                _ => self.plain(of),
            },
        }
    }

    /// Whether the place, or what is borrowed of it, is behind a reference.
    fn through_reference(&self, of: ExprId, place: &Place) -> bool {
        if place.reference().is_some() {
            return true;
        }
        let is_reference = matches!(self.body.infer.expr_ty(of).kind(), TyKind::Ref(..));
        let adjustments = self.body.infer.expr_adjustment(of).unwrap_or_default();
        is_reference
            && adjustments
                .iter()
                .any(|it| matches!(it.kind, Adjust::Deref(None)))
    }

    fn plain(&self, expr: ExprId) -> Vec<Held> {
        let all = |exprs: &[ExprId]| exprs.iter().flat_map(|it| self.of(*it)).collect::<Vec<_>>();
        match self.body.expr(expr) {
            Expr::Path(_) => match self.flow.locals.get(&expr) {
                Some(local) => vec![Held::By(*local)],
                None => Vec::new(),
            },
            Expr::Ref {
                expr: of,
                mutability,
                ..
            } => {
                let access = if mutability.is_mut() {
                    Access::Mutable
                } else {
                    Access::Shared
                };
                self.borrowed(*of, access, expr)
            }
            Expr::Field { expr, .. } | Expr::Index { base: expr, .. } => {
                match self.flow.places.get(expr) {
                    Some(place) => vec![Held::By(place.local)],
                    None => self.of(*expr),
                }
            }
            Expr::UnaryOp { expr, .. } | Expr::Cast { expr, .. } | Expr::Await { expr } => {
                self.of(*expr)
            }
            Expr::Block {
                statements, tail, ..
            } => match tail {
                // A block's own variables end with it.
                Some(tail) if statements.iter().all(|it| matches!(it, Statement::Item(_))) => {
                    self.of(*tail)
                }
                _ => Vec::new(),
            },
            Expr::If {
                then_branch,
                else_branch,
                ..
            } => {
                let mut held = self.of(*then_branch);
                held.extend(else_branch.iter().flat_map(|it| self.of(*it)));
                held
            }
            Expr::Match { arms, .. } => arms.iter().flat_map(|it| self.of(it.expr)).collect(),
            Expr::Tuple { exprs } => all(exprs),
            Expr::Array(Array::ElementList { elements }) => all(elements),
            Expr::RecordLit { fields, spread, .. } => {
                let mut held: Vec<Held> = fields.iter().flat_map(|it| self.of(it.expr)).collect();
                if let RecordSpread::Expr(it) = spread {
                    held.extend(self.of(*it));
                }
                held
            }
            Expr::Call { callee, args } => match self.body.infer.expr_ty(*callee).kind() {
                TyKind::FnDef(def, _) => match def.0 {
                    CallableDefId::FunctionId(it) => self.called(it, args),
                    _ => all(args),
                },
                _ => Vec::new(),
            },
            Expr::MethodCall { receiver, args, .. } => {
                match self.body.infer.method_resolution(expr) {
                    Some((function, _)) => {
                        let mut operands = vec![*receiver];
                        operands.extend(args.iter());
                        self.called(function, &operands)
                    }
                    None => Vec::new(),
                }
            }
            Expr::Closure { .. } => self.captured(expr),
            _ => Vec::new(),
        }
    }

    fn captured(&self, closure: ExprId) -> Vec<Held> {
        let Some(data) = self.body.infer.closures_data.get(&closure) else {
            return Vec::new();
        };
        let mut held = Vec::new();
        for captured in data.min_captures.values().flatten() {
            let (PlaceBase::Local(local) | PlaceBase::Upvar { var_id: local, .. }) =
                captured.place.base
            else {
                continue;
            };
            let derefs = captured
                .place
                .deref_tys()
                .any(|it| matches!(it.kind(), TyKind::Ref(..)));
            match captured.info.capture_kind {
                UpvarCapture::ByRef(kind) if !derefs => held.push(Held::Loan {
                    place: Place::of(local),
                    access: match kind {
                        BorrowKind::Immutable => Access::Shared,
                        _ => Access::Mutable,
                    },
                    by: closure,
                }),
                _ if self.can_hold(captured.place.ty()) || derefs => held.push(Held::By(local)),
                _ => {}
            }
        }
        held
    }

    /// What a function's result holds of its arguments, by its signature.
    fn called(&self, function: FunctionId, args: &[ExprId]) -> Vec<Held> {
        let db = self.report.db;
        let signature = db
            .callable_item_signature(function.into())
            .skip_binder()
            .skip_binder();
        let output = Mentions::of(signature.output());
        let everything = ra_ap_hir::Function::from(function).is_async(db) || output.opaque;
        let inputs = signature.inputs();
        let mut held = Vec::new();
        let of_self = ra_ap_hir::Function::from(function).has_self_param(db)
            && matches!(
                inputs.iter().next().map(|it| it.kind()),
                Some(TyKind::Ref(..))
            );
        for (i, (input, arg)) in inputs.iter().zip(args).enumerate() {
            // A lifetime that is not written is that of `self`, or of the only reference.
            let elided = output.elided
                && if of_self {
                    i == 0
                } else {
                    Mentions::of(*input).elided
                };
            if everything || elided {
                held.extend(self.of(*arg));
                continue;
            }
            match input.kind() {
                TyKind::Ref(region, inner, _) => {
                    let mut outer = Mentions::default();
                    outer.region(region);
                    let inner = Mentions::of(inner);
                    if outer.meets(&output) {
                        held.extend(self.of(*arg));
                    } else if inner.meets(&output) {
                        // Not the borrow itself, but what is behind it.
                        held.extend(self.of(*arg).into_iter().filter_map(|it| match it {
                            Held::Loan { place, .. } => Some(Held::By(place.local)),
                            Held::By(local) => Some(Held::By(local)),
                            Held::Temporary(_) => None,
                        }));
                    }
                }
                _ if Mentions::of(*input).meets(&output) => held.extend(self.of(*arg)),
                _ => {}
            }
        }
        held
    }
}

/// The lifetimes and the type parameters that a type mentions.
#[derive(Default)]
struct Mentions {
    regions: BTreeSet<String>,
    params: BTreeSet<String>,
    opaque: bool,
    /// Whether there is a lifetime that is not written.
    elided: bool,
}

impl Mentions {
    fn of(ty: Ty) -> Mentions {
        let mut mentions = Mentions::default();
        mentions.visit_ty(ty);
        mentions
    }

    fn region(&mut self, region: ra_ap_hir_ty::next_solver::Region) {
        match region.kind() {
            RegionKind::ReStatic => {}
            RegionKind::ReErased | RegionKind::ReError(_) => self.elided = true,
            _ => {
                self.regions.insert(format!("{region:?}"));
            }
        }
    }

    fn meets(&self, other: &Mentions) -> bool {
        !self.regions.is_disjoint(&other.regions) || !self.params.is_disjoint(&other.params)
    }
}

impl<'db> TypeVisitor<DbInterner<'db>> for Mentions {
    type Result = ();

    fn visit_ty(&mut self, ty: Ty<'db>) {
        match ty.kind() {
            TyKind::Param(it) => {
                self.params.insert(format!("{it:?}"));
            }
            TyKind::Alias(..) => {
                let shown = format!("{ty:?}");
                self.opaque |= shown.contains("Opaque");
                ty.super_visit_with(self);
            }
            _ => ty.super_visit_with(self),
        }
    }

    fn visit_region(&mut self, region: ra_ap_hir_ty::next_solver::Region<'db>) {
        self.region(region);
    }
}
