//! Values that are not as they look: numbers that are too large for their types, and locks that nobody holds.

use crate::diagnostics::bodies::TypedBody;
use crate::diagnostics::report::Report;
use ra_ap_hir_def::hir::{Expr, ExprId, Literal, Pat};
use ra_ap_syntax::ast::UnaryOp;

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>) {
    for (id, expr) in body.body.exprs() {
        match expr {
            Expr::Literal(Literal::Int(number, _)) => too_large(report, body, id, *number),
            Expr::Literal(Literal::Uint(number, _)) => {
                if let Ok(number) = i128::try_from(*number) {
                    too_large(report, body, id, number);
                }
            }
            _ => {}
        }
    }
    for (pat, value) in body.lets() {
        if matches!(body.body[pat], Pat::Wild) {
            lock(report, body, value);
        }
    }
}

/// rustc refuses it.
fn too_large<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, expr: ExprId, number: i128) {
    let of = body.show(report, body.infer.expr_ty(expr));
    let highest: i128 = match of.as_str() {
        "u8" => u8::MAX.into(),
        "u16" => u16::MAX.into(),
        "u32" => u32::MAX.into(),
        "u64" | "usize" => u64::MAX.into(),
        "i8" => i8::MAX.into(),
        "i16" => i16::MAX.into(),
        "i32" => i32::MAX.into(),
        "i64" | "isize" => i64::MAX.into(),
        _ => return,
    };
    let negated = body.parent(expr).is_some_and(|it| {
        matches!(
            body.expr(it),
            Expr::UnaryOp {
                op: UnaryOp::Neg,
                ..
            }
        )
    });
    let highest = highest + i128::from(negated && of.starts_with('i'));
    if number > highest
        && let Some(range) = body.range(report, expr)
    {
        report.error(
            "overflowing_literals",
            range,
            format!("literal out of range for `{of}`"),
        );
        report.help(format!("the largest `{of}` is {highest}"));
    }
}

/// `let _ = mutex.lock()`: rustc refuses it, as the lock is let go at once.
fn lock<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, value: ExprId) {
    let shown = body.show(report, body.infer.expr_ty(value));
    let inner = shown.strip_prefix("Result<").unwrap_or(&shown);
    let is_std = body.infer.method_resolution(value).is_some_and(|(it, _)| {
        let function = ra_ap_hir::Function::from(it);
        let krate = function.module(report.db).krate(report.db);
        krate.dependencies(report.db).is_empty() && !function.is_async(report.db)
    });
    let is_guard = ["MutexGuard<", "RwLockReadGuard<", "RwLockWriteGuard<"]
        .iter()
        .any(|it| inner.starts_with(it));
    if is_std
        && is_guard
        && let Some(range) = body.range(report, value)
    {
        report.error(
            "let_underscore_lock",
            range,
            "non-binding let on a synchronization lock",
        );
        report.help(
            "`_` lets it go at once: a name, like `_guard`, holds it to the end of the block",
        );
    }
}
