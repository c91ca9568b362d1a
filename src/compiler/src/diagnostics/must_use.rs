//! Values that are thrown away, and should not be.

use super::bodies::TypedBody;
use super::report::Report;
use ra_ap_hir_def::attrs::AttrFlags;
use ra_ap_hir_def::hir::{Expr, ExprId, Statement};
use ra_ap_hir_def::{AttrDefId, CallableDefId};
use ra_ap_hir_ty::next_solver::TyKind;
use ra_ap_rustc_type_ir::inherent::{IntoKind, Ty as _};
use ra_ap_syntax::ast::{BinaryOp, UnaryOp};

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>) {
    for (_, expr) in body.body.exprs() {
        let (Expr::Block { statements, .. } | Expr::Unsafe { statements, .. }) = expr else {
            continue;
        };
        for statement in statements {
            if let Statement::Expr { expr, has_semi } = statement {
                thrown(report, body, *expr, *has_semi);
            }
        }
    }
}

fn thrown<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, expr: ExprId, semicolon: bool) {
    let Some(range) = body.range(report, expr) else {
        return;
    };
    let ty = body.infer.expr_ty(expr);
    if ty.is_ty_error() || ty.is_never() {
        return;
    }
    let called = match body.expr(expr) {
        Expr::Block {
            tail: Some(tail), ..
        } if !semicolon => return thrown(report, body, *tail, semicolon),
        Expr::If { .. } | Expr::Match { .. } | Expr::Block { .. } | Expr::Assignment { .. } => {
            return;
        }
        Expr::Call { callee, .. } => match body.infer.expr_ty(*callee).kind() {
            TyKind::FnDef(def, _) => match def.0 {
                CallableDefId::FunctionId(it) => Some(it),
                _ => None,
            },
            _ => None,
        },
        Expr::MethodCall { .. } => body.infer.method_resolution(expr).map(|(it, _)| it),
        Expr::BinaryOp { op: Some(op), .. } => {
            let kind = match op {
                BinaryOp::ArithOp(_) => "arithmetic operation",
                BinaryOp::CmpOp(_) => "comparison",
                BinaryOp::LogicOp(_) => "logical operation",
                BinaryOp::Assignment { .. } => return,
            };
            report.warn(
                "unused_must_use",
                range,
                format!("unused {kind} that must be used"),
            );
            return;
        }
        Expr::UnaryOp {
            op: UnaryOp::Not | UnaryOp::Neg,
            ..
        } => {
            report.warn(
                "unused_must_use",
                range,
                "unused unary operation that must be used",
            );
            return;
        }
        Expr::Path(_) | Expr::Literal(_) | Expr::Field { .. } if semicolon => {
            report.warn("path_statements", range, "path statement with no effect");
            return;
        }
        _ => None,
    };
    let shown = body.show(report, ty);
    let of_type = match ty.kind() {
        TyKind::Adt(def, _) => {
            AttrFlags::must_use_message(report.db, AttrDefId::AdtId(def.def_id()))
        }
        _ => None,
    };
    if shown.starts_with("impl Future") || matches!(ty.kind(), TyKind::Coroutine(..)) {
        report.warn(
            "unused_must_use",
            range,
            "unused implementer of `Future` that must be used",
        );
        report.insert(
            "futures do nothing unless you `.await` or poll them",
            range.end(),
            ".await",
        );
    } else if let Some(why) = of_type {
        let name = shown.split('<').next().unwrap_or(&shown).to_owned();
        report.warn(
            "unused_must_use",
            range,
            format!("unused `{name}` that must be used"),
        );
        if name == "Result" {
            report.help("this `Result` may be an `Err` variant, which should be handled");
        } else if let Some(why) = why {
            report.help(why);
            if why.contains(".await") {
                report.insert(why, range.end(), ".await");
            }
        }
    } else if let Some(function) = called
        && let Some(why) = AttrFlags::must_use_message(report.db, AttrDefId::FunctionId(function))
    {
        let name = ra_ap_hir::Function::from(function)
            .name(report.db)
            .as_str()
            .to_owned();
        report.warn(
            "unused_must_use",
            range,
            format!("unused return value of `{name}` that must be used"),
        );
        if let Some(why) = why {
            report.help(why);
        }
    }
}
