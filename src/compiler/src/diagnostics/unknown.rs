//! E0282 and its kin: variables whose types nothing in the program says.

use super::bodies::TypedBody;
use super::report::Report;
use ra_ap_hir_def::hir::{Expr, ExprId, Pat};
use ra_ap_hir_ty::next_solver::{DbInterner, Ty, TyKind};
use ra_ap_rustc_type_ir::inherent::IntoKind;
use ra_ap_rustc_type_ir::{TypeSuperVisitable, TypeVisitable, TypeVisitor};
use std::ops::ControlFlow;

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>) {
    for (pat, value) in body.lets() {
        // What the playground does not know is not unknown to rustc.
        let place = body.range_or_near(report, value);
        if place.is_none_or(|it| report.is_wrong(it)) {
            continue;
        }
        let (ty, range) = match &body.body[pat] {
            Pat::Bind { id, subpat: None } if body.declaration(report, *id).is_some() => {
                (body.infer.binding_ty(*id), body.pat_range(report, pat))
            }
            Pat::Tuple { .. } => (body.infer.expr_ty(value), place),
            _ => continue,
        };
        let Some(range) = range.filter(|_| is_unknown(ty)) else {
            continue;
        };
        report.error(code(body, value), range, "type annotations needed");
        report.help("say the type: `let name: Type = …`");
    }
}

/// Which trait's implementation is not known: that of `parse`, or of what makes a value of many.
fn code(body: &TypedBody, value: ExprId) -> &'static str {
    match body.expr(value) {
        Expr::MethodCall {
            receiver,
            method_name,
            ..
        } => match method_name.as_str() {
            "parse" => "E0284",
            "collect" | "sum" | "product" => "E0283",
            "unwrap" | "expect" | "unwrap_or_default" => code(body, *receiver),
            _ => "E0282",
        },
        Expr::Match { expr, .. } => match body.expr(*expr) {
            Expr::Call { args, .. } => args.first().map_or("E0282", |it| code(body, *it)),
            _ => "E0282",
        },
        _ => "E0282",
    }
}

/// Whether there is something in the type that nothing says.
fn is_unknown(ty: Ty) -> bool {
    ty.visit_with(&mut Unknown).is_break()
}

struct Unknown;

impl<'db> TypeVisitor<DbInterner<'db>> for Unknown {
    type Result = ControlFlow<()>;

    fn visit_ty(&mut self, ty: Ty<'db>) -> ControlFlow<()> {
        match ty.kind() {
            TyKind::Error(_) | TyKind::Infer(_) => ControlFlow::Break(()),
            // What they are made of is looked at where it is.
            TyKind::Closure(..)
            | TyKind::Coroutine(..)
            | TyKind::CoroutineClosure(..)
            | TyKind::FnDef(..)
            | TyKind::Alias(..) => ControlFlow::Continue(()),
            _ => ty.super_visit_with(self),
        }
    }
}
