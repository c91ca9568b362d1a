//! What is given to another thread, and may not go there: `Send`.
//!
//! rust-analyzer does not know what a future holds while it waits. So a call that wants `Send` of an argument is looked
//! at again here, and so is a future that is made a `dyn Future + Send`.

use super::bodies::TypedBody;
use super::report::Report;
use super::threads::{self, Fault};
use ra_ap_hir_def::CallableDefId;
use ra_ap_hir_def::hir::{Expr, ExprId};
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::{GenericArgs, Ty, TyKind};
use ra_ap_hir_ty::{Adjust, GenericPredicates, PointerCast};
use ra_ap_rustc_type_ir::ClauseKind;
use ra_ap_rustc_type_ir::inherent::{GenericArgs as _, IntoKind};
use ra_ap_syntax::{AstNode, TextRange, ast};

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>) {
    for (expr, kind) in body.body.exprs() {
        match kind {
            Expr::Call { callee, args } => {
                if let TyKind::FnDef(def, of) = body.infer.expr_ty(*callee).kind() {
                    call(report, body, expr, def.0, of, args);
                }
            }
            Expr::MethodCall { receiver, args, .. } => {
                if let Some((function, of)) = body.infer.method_resolution(expr) {
                    let all: Vec<ExprId> = std::iter::once(*receiver)
                        .chain(args.iter().copied())
                        .collect();
                    call(report, body, expr, function.into(), of, &all);
                }
            }
            _ => {}
        }
        made_dyn(report, body, expr);
    }
    returned(report, body);
}

/// A call, and the arguments of which `Send` is wanted.
fn call<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    expr: ExprId,
    callee: CallableDefId,
    of: GenericArgs<'db>,
    args: &[ExprId],
) {
    let CallableDefId::FunctionId(function) = callee else {
        return;
    };
    let Some(send) = threads::send(report) else {
        return;
    };
    let signature = report.db.callable_item_signature(callee);
    let inputs = signature.skip_binder().skip_binder().inputs();
    let predicates = GenericPredicates::query_all(report.db, function.into());
    for predicate in predicates.skip_binder() {
        let ClauseKind::Trait(wanted) = predicate.kind().skip_binder() else {
            continue;
        };
        let own = wanted.self_ty();
        let TyKind::Param(param) = own.kind() else {
            continue;
        };
        if wanted.trait_ref.def_id.0 != send {
            continue;
        }
        let given = inputs.iter().zip(args).find(|(input, _)| **input == own);
        let Some((_, given)) = given else { continue };
        let ty = of.type_at(param.index as usize);
        let Some(fault) = threads::fault(report, body, ty) else {
            continue;
        };
        let place = match fault.in_future {
            true => place_of_call(report, body, expr),
            false => body.range(report, *given),
        };
        say(report, place, fault);
    }
}

/// `Box::pin(async { … })` as a `Pin<Box<dyn Future + Send>>`.
fn made_dyn<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, expr: ExprId) {
    let adjustments = body.infer.expr_adjustment(expr).unwrap_or_default();
    let unsized_to = adjustments
        .iter()
        .find(|it| matches!(it.kind, Adjust::Pointer(PointerCast::Unsize)))
        .map(|it| it.target.as_ref());
    let Some(target) = unsized_to else { return };
    let wants_send = behind(target).is_some_and(|it| match it.kind() {
        TyKind::Dynamic(..) => threads::fault(report, body, it).is_none(),
        _ => false,
    });
    if !wants_send {
        return;
    }
    let Some(ty) = behind(body.infer.expr_ty(expr)) else {
        return;
    };
    if let Some(fault) = threads::fault(report, body, ty) {
        let place = body.range(report, expr);
        say(report, place, fault);
    }
}

/// A function that says `-> impl Future + Send`.
fn returned<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>) {
    let root = body.body.root_expr();
    let function = body
        .node(report, root)
        .and_then(|it| it.parent())
        .and_then(ast::Fn::cast);
    let Some(ast::Type::ImplTraitType(said)) =
        function.and_then(|it| it.ret_type()).and_then(|it| it.ty())
    else {
        return;
    };
    let mut bounds = said
        .type_bound_list()
        .into_iter()
        .flat_map(|it| it.bounds());
    if !bounds.any(|it| it.syntax().text() == "Send") {
        return;
    }
    if let Some(fault) = threads::fault(report, body, body.infer.expr_ty(root)) {
        let place = report.written(said.syntax());
        say(report, place, fault);
    }
}

/// What a `Box`, a `Pin` of one, or a reference points to.
fn behind(ty: Ty) -> Option<Ty> {
    match ty.kind() {
        TyKind::Adt(_, of) => {
            let inner = of.types().next()?;
            behind(inner).or(Some(inner))
        }
        TyKind::Ref(_, inner, _) => Some(inner),
        _ => None,
    }
}

/// rustc points at the whole call of a function, and at a method's name.
fn place_of_call<'db>(
    report: &Report<'_, 'db>,
    body: &TypedBody<'db>,
    call: ExprId,
) -> Option<TextRange> {
    let name = body
        .node(report, call)
        .and_then(ast::MethodCallExpr::cast)
        .and_then(|it| it.name_ref())
        .and_then(|it| report.written(it.syntax()));
    let whole = body.range(report, call)?;
    Some(name.map_or(whole, |it| TextRange::new(it.start(), whole.end())))
}

fn say(report: &mut Report, place: Option<TextRange>, fault: Fault) {
    let Some(place) = place.filter(|it| !report.is_wrong(*it)) else {
        return;
    };
    let (code, message) = match fault.of_future {
        true => (
            "",
            "future cannot be sent between threads safely".to_owned(),
        ),
        false => ("E0277", fault.message),
    };
    report.error(code, place, message);
    report.help(fault.why);
}
