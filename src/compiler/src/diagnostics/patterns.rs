//! Patterns that are held against a type without a name: rust-analyzer takes a future for anything.

use super::bodies::TypedBody;
use super::report::Report;
use ra_ap_hir_def::hir::{Expr, ExprId, Pat, PatId};

/// E0308: `while let Some(message) = rx.recv()`.
pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>) {
    for (_, expr) in body.body.exprs() {
        match expr {
            Expr::Let { pat, expr } => held(report, body, *pat, *expr),
            Expr::Match { expr, arms } => {
                for arm in arms {
                    held(report, body, arm.pat, *expr);
                }
            }
            _ => {}
        }
    }
    for (pat, value) in body.lets() {
        held(report, body, pat, value);
    }
}

fn held<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, pat: PatId, value: ExprId) {
    if let Pat::Or(pats) = &body.body[pat] {
        return pats.iter().for_each(|pat| held(report, body, *pat, value));
    }
    let expected = body.show(report, body.infer.expr_ty(value));
    let is_part = match &body.body[pat] {
        Pat::Tuple { .. } | Pat::Slice { .. } | Pat::Lit(_) => true,
        _ => body.infer.variant_resolution_for_pat(pat).is_some(),
    };
    let (Some(at), Some(value)) = (body.pat_range(report, pat), body.range(report, value)) else {
        return;
    };
    if !is_part || !expected.starts_with("impl ") || report.is_wrong(at) {
        return;
    }
    let found = report.slice(at).to_owned();
    let message = format!("mismatched types: expected `{expected}`, found the pattern `{found}`");
    report.error("E0308", at, message);
    if expected.starts_with("impl Future") {
        report.insert("consider `await`ing on the `Future`", value.end(), ".await");
    }
}
