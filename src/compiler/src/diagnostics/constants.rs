//! E0015: constants are computed before the program runs, by functions that are `const`.

use super::bodies::TypedBody;
use super::report::Report;
use hir::AsAssocItem;
use ra_ap_hir as hir;
use ra_ap_hir_def::hir::{Expr, ExprId};
use ra_ap_hir_def::{CallableDefId, DefWithBodyId, FunctionId};
use ra_ap_hir_ty::next_solver::TyKind;
use ra_ap_rustc_type_ir::inherent::IntoKind;

/// Functions of std that are not `const`, and that learners write where only such may stand. Of others nothing is said:
/// ours are not all marked as std's are.
const NOT_CONST: [&str; 9] = [
    "from",
    "to_string",
    "to_owned",
    "into",
    "clone",
    "now",
    "format",
    "collect",
    "with_capacity",
];

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>) {
    let context = match body.owner {
        DefWithBodyId::ConstId(_) => "constants",
        DefWithBodyId::StaticId(_) => "statics",
        DefWithBodyId::FunctionId(it) if hir::Function::from(it).is_const(report.db) => {
            "constant functions"
        }
        _ => return,
    };
    let own = report.module.map(|it| it.krate(report.db));
    for (expr, _) in body.body.exprs() {
        if is_in_closure(body, expr) {
            continue;
        }
        let Some((function, is_method)) = called(body, expr) else {
            continue;
        };
        let function = hir::Function::from(function);
        let name = function.name(report.db).as_str().to_owned();
        let is_own = Some(function.module(report.db).krate(report.db)) == own;
        let is_const = match is_own {
            true => function.is_const(report.db),
            false => !NOT_CONST.contains(&name.as_str()),
        };
        if is_const {
            continue;
        }
        let Some(range) = body.range(report, expr) else {
            continue;
        };
        let kind = match is_method {
            true => "method",
            false if function.as_assoc_item(report.db).is_some() => "associated function",
            false => "function",
        };
        report.error(
            "E0015",
            range,
            format!("cannot call non-const {kind} `{name}` in {context}"),
        );
        report
            .help("a `static` can be a `std::sync::LazyLock`, which is made when it is first used");
    }
}

/// What a closure does is done later.
fn is_in_closure(body: &TypedBody, expr: ExprId) -> bool {
    std::iter::successors(body.parent(expr), |it| body.parent(*it))
        .any(|it| matches!(body.expr(it), Expr::Closure { .. }))
}

fn called(body: &TypedBody, expr: ExprId) -> Option<(FunctionId, bool)> {
    match body.expr(expr) {
        Expr::Call { callee, .. } => match body.infer.expr_ty(*callee).kind() {
            TyKind::FnDef(def, _) => match def.0 {
                CallableDefId::FunctionId(it) => Some((it, false)),
                _ => None,
            },
            _ => None,
        },
        Expr::MethodCall { .. } => Some((body.infer.method_resolution(expr)?.0, true)),
        _ => None,
    }
}
