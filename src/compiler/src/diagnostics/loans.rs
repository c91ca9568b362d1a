//! What a value may borrow: from which places, and from what which variables borrow.
//!
//! It is said by what is written, and by the lifetimes in the signatures of what is called. Where that says nothing, a
//! value borrows nothing: an error is missed, and none is made up.

use super::bodies::TypedBody;
use super::flow::{Access, Flow, Place, Pointer, Step};
use super::mentions::Mentions;
use super::report::Report;
use crate::database::Database;
use ra_ap_hir_def::hir::{Array, BindingId, Expr, ExprId, RecordSpread};
use ra_ap_hir_def::lang_item::lang_items;
use ra_ap_hir_def::{CallableDefId, FunctionId};
use ra_ap_hir_ty::closure_analysis::{BorrowKind, UpvarCapture};
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::{ClauseKind, FnSig, Ty, TyKind};
use ra_ap_hir_ty::{Adjust, AutoBorrow};
use ra_ap_rustc_type_ir::inherent::{IntoKind, Term as _};
use ra_ap_syntax::ast::UnaryOp;

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
    /// Whatever lies in this variable: of a guard, in what it lends.
    In(BindingId),
    /// Whatever lies in those places that this variable borrows.
    Behind(BindingId),
    /// Of a value without a name, which is gone at the end of its statement.
    Temporary(ExprId),
}

impl Held {
    /// Not the borrow itself, but what is behind it.
    pub fn behind(self) -> Option<Held> {
        match self {
            // What is behind a reference is held by that as well.
            Held::Loan { place, .. } if place.reference().is_some() => None,
            Held::Loan { place, .. } => Some(Held::In(place.local)),
            Held::By(local) => Some(Held::Behind(local)),
            // Nothing is known of what is behind two.
            Held::In(_) | Held::Behind(_) | Held::Temporary(_) => None,
        }
    }
}

pub fn behind(held: Vec<Held>) -> Vec<Held> {
    held.into_iter().filter_map(Held::behind).collect()
}

/// What is behind a shared reference is lent for as long as that is good, wherever it lies itself.
fn is_copied(pointers: &[Pointer]) -> bool {
    pointers.len() > 1 && pointers.last() == Some(&Pointer::Shared)
}

/// A borrow of a place: of what a reference lends, if it is behind one.
fn lent(place: Place, access: Access, by: ExprId) -> Vec<Held> {
    let pointers: Vec<Pointer> = place.references().collect();
    if is_copied(&pointers) {
        return vec![Held::Behind(place.local)];
    }
    let mut held = Vec::new();
    if !pointers.is_empty() {
        held.push(Held::By(place.local));
    }
    if !place.is_frozen() {
        held.push(Held::Loan { place, access, by });
    }
    held
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

    /// Whether values of a type lend what they borrow, as the guard of a lock does.
    pub fn is_guard(&self, ty: Ty<'db>) -> bool {
        let lang = lang_items(self.report.db, self.body.krate());
        match ty.kind() {
            TyKind::Adt(_, args) if args.regions().next().is_some() => {
                self.body.implements(ty, lang.Deref)
            }
            _ => false,
        }
    }

    /// Whether a shared borrow of such a value lets put borrows into it.
    pub fn has_cells(&self, ty: Ty<'db>) -> bool {
        Mentions::in_cells(self.report.db, ty).any()
    }

    /// What the value of an expression holds.
    pub fn of(&self, expr: ExprId) -> Vec<Held> {
        let own = self.body.infer.expr_ty(expr);
        let adjusted = self.body.infer.type_of_expr_with_adjust(expr);
        // What is made a `dyn` borrows no less than before.
        if !self.can_hold(own) && !adjusted.is_some_and(|it| self.can_hold(it)) {
            return Vec::new();
        }
        match self.adjusted_borrow(expr) {
            Some(access) => self.borrowed(expr, access, expr),
            // Copied out of what a reference lends.
            None if !self.added_pointers(expr).is_empty() => behind(self.plain(expr)),
            None => self.plain(expr),
        }
    }

    /// The references that rust-analyzer's adjustments of an expression follow.
    fn added_pointers(&self, expr: ExprId) -> Vec<Pointer> {
        let adjustments = self.body.infer.expr_adjustment(expr).unwrap_or_default();
        let mut ty = self.body.infer.expr_ty(expr);
        let mut found = Vec::new();
        for it in adjustments {
            let pointer = Pointer::of(ty);
            if let (Adjust::Deref(None), Some(Pointer::Shared | Pointer::Mutable)) =
                (&it.kind, pointer)
            {
                found.extend(pointer);
            }
            ty = it.target.as_ref();
        }
        found
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
    pub fn borrowed(&self, of: ExprId, access: Access, by: ExprId) -> Vec<Held> {
        let Some(place) = self.flow.places.get(&of) else {
            let pointers = self.added_pointers(of);
            // A shared reference is as good as what it is, wherever it lies.
            let held = match pointers.first() {
                Some(Pointer::Shared) => self.plain(of),
                _ => self.borrowed_value(of, access, by),
            };
            return if is_copied(&pointers) {
                behind(held)
            } else {
                held
            };
        };
        let mut place = place.clone();
        for it in self.added_pointers(of) {
            place.path.push(Step::Deref(it));
        }
        lent(place, access, by)
    }

    /// A borrow of what has no place.
    fn borrowed_value(&self, of: ExprId, access: Access, by: ExprId) -> Vec<Held> {
        match self.body.expr(of) {
            // What an index or a dereference lends is a part of what it borrows.
            Expr::Index { base, .. } => self.borrowed(*base, access, by),
            Expr::Field { expr, .. } => self.borrowed(*expr, access, by),
            Expr::UnaryOp {
                expr,
                op: UnaryOp::Deref,
            } => self.borrowed(*expr, access, by),
            Expr::Call { .. } | Expr::MethodCall { .. }
                if !matches!(self.body.infer.expr_ty(of).kind(), TyKind::Ref(..))
                    && !self.is_promoted(of) =>
            {
                let mut held = self.plain(of);
                held.push(Held::Temporary(of));
                held
            }
            _ => self.plain(of),
        }
    }

    /// What the value of an expression holds, without what is added to it.
    pub fn plain(&self, expr: ExprId) -> Vec<Held> {
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
            Expr::Field { expr: base, .. } | Expr::Index { base, .. } => {
                let ty = self.body.infer.expr_ty(*base);
                let is_behind = matches!(ty.kind(), TyKind::Ref(..)) || self.is_guard(ty);
                match self.flow.places.get(base) {
                    Some(place) if is_behind || place.reference().is_some() => {
                        vec![Held::Behind(place.local)]
                    }
                    Some(place) => vec![Held::By(place.local)],
                    None if is_behind => behind(self.plain(*base)),
                    None => self.plain(*base),
                }
            }
            Expr::UnaryOp {
                expr: base,
                op: UnaryOp::Deref,
            } => match self.body.infer.expr_ty(*base).kind() {
                TyKind::Ref(..) => behind(self.of(*base)),
                _ if self.is_guard(self.body.infer.expr_ty(*base)) => behind(self.plain(*base)),
                _ => self.plain(*base),
            },
            Expr::UnaryOp { expr, .. } | Expr::Cast { expr, .. } => self.of(*expr),
            Expr::Await { expr: future } => self.awaited(*future),
            Expr::Block { tail, .. } => tail.map_or(Vec::new(), |it| self.of(it)),
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
            Expr::Call { .. } | Expr::MethodCall { .. } => match self.body.call(expr) {
                Some((function, args)) => self.called(function, &args),
                None => match self.body.expr(expr) {
                    Expr::Call { args, .. } if self.is_constructor(expr) => all(args),
                    _ => Vec::new(),
                },
            },
            Expr::Closure { .. } => self.captured(expr),
            _ => Vec::new(),
        }
    }

    /// What a variable holds that a pattern binds to a value, or to a part of it: to this place, if it borrows one.
    pub fn bound(
        &self,
        local: BindingId,
        value: ExprId,
        borrowed: Option<(&Place, Access)>,
    ) -> Vec<Held> {
        match borrowed {
            Some((place, access)) => lent(place.clone(), access, value),
            None if self.flow.copied.contains(&local) => behind(self.of(value)),
            None => self.of(value),
        }
    }

    fn captured(&self, closure: ExprId) -> Vec<Held> {
        let Some(data) = self.body.infer.closures_data.get(&closure) else {
            return Vec::new();
        };
        let mut held = Vec::new();
        for captured in data.min_captures.values().flatten() {
            let Some(place) = Place::captured(&captured.place) else {
                continue;
            };
            let is_behind = place.reference().is_some();
            if is_behind || self.can_hold(captured.place.ty()) {
                held.push(Held::By(place.local));
            }
            if let UpvarCapture::ByRef(kind) = captured.info.capture_kind
                && !place.is_frozen()
            {
                let access = match kind {
                    BorrowKind::Immutable => Access::Shared,
                    _ => Access::Mutable,
                };
                held.push(Held::Loan {
                    place,
                    access,
                    by: closure,
                });
            }
        }
        held
    }

    /// What a function's result holds of its arguments.
    fn called(&self, function: FunctionId, args: &[ExprId]) -> Vec<Held> {
        if let Some(held) = self.of_items(function, args) {
            return held;
        }
        let args: Vec<Vec<Held>> = args.iter().map(|it| self.of(*it)).collect();
        self.passed_on(function, &args)
    }

    /// What a future's value holds, which may be less than the future does.
    fn awaited(&self, future: ExprId) -> Vec<Held> {
        let promised = self.body.call(future).and_then(|(function, args)| {
            let output = self.signature(function).output();
            let promised = promised(self.report.db, output)?;
            Some((function, args, promised))
        });
        match promised {
            // Lifetimes are others there than in the signature.
            Some((function, args, promised)) if !promised.names_lifetimes() => {
                let args: Vec<Vec<Held>> = args.iter().map(|it| self.of(*it)).collect();
                self.met_by(function, &promised, &args)
            }
            _ => self.of(future),
        }
    }

    /// What a function's result holds of what its arguments hold, by its signature.
    pub fn passed_on(&self, function: FunctionId, args: &[Vec<Held>]) -> Vec<Held> {
        let output = Mentions::of(self.signature(function).output());
        if output.opaque || ra_ap_hir::Function::from(function).is_async(self.report.db) {
            return args.concat();
        }
        self.met_by(function, &output, args)
    }

    fn met_by(&self, function: FunctionId, output: &Mentions, args: &[Vec<Held>]) -> Vec<Held> {
        let signature = self.signature(function);
        let inputs = signature.inputs();
        let first = inputs.iter().next().map(|it| it.kind());
        let of_self = ra_ap_hir::Function::from(function).has_self_param(self.report.db)
            && matches!(first, Some(TyKind::Ref(..)));
        let mut held = Vec::new();
        for (i, (input, arg)) in inputs.iter().zip(args).enumerate() {
            // A lifetime that is not written is that of `self`, or of the only reference.
            let elided = output.elided
                && if of_self {
                    i == 0
                } else {
                    Mentions::of(*input).elided
                };
            match elided {
                true => held.extend(arg.iter().cloned()),
                false => held.extend(met(*input, arg, output)),
            }
        }
        held
    }

    pub fn signature(&self, function: FunctionId) -> FnSig<'db> {
        let signature = self.report.db.callable_item_signature(function.into());
        signature.skip_binder().skip_binder()
    }

    /// Whether a borrow of a value without a name is for ever, as the value is a constant.
    fn is_promoted(&self, expr: ExprId) -> bool {
        match self.body.expr(expr) {
            Expr::Literal(_) => true,
            Expr::Call { args, .. } => {
                self.is_constructor(expr) && args.iter().all(|it| self.is_promoted(*it))
            }
            _ => false,
        }
    }

    fn is_constructor(&self, call: ExprId) -> bool {
        let Expr::Call { callee, .. } = self.body.expr(call) else {
            return false;
        };
        matches!(self.body.infer.expr_ty(*callee).kind(), TyKind::FnDef(def, _)
            if !matches!(def.0, CallableDefId::FunctionId(_)))
    }
}

/// What the value of a future mentions that a function returns.
fn promised<'db>(db: &'db Database, output: Ty<'db>) -> Option<Mentions> {
    output
        .impl_trait_bounds(db)
        .into_iter()
        .flatten()
        .find_map(|it| match it.kind().skip_binder() {
            ClauseKind::Projection(it) => Some(Mentions::of(it.term.as_type()?)),
            _ => None,
        })
}

/// What an argument of this type gives to what mentions these.
pub fn met(input: Ty, held: &[Held], by: &Mentions) -> Vec<Held> {
    if Mentions::outside_references(input).meets(by) {
        held.to_vec()
    } else if Mentions::of(input).meets(by) {
        behind(held.to_vec())
    } else {
        Vec::new()
    }
}
