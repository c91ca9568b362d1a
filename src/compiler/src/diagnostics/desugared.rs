//! Traits that are wanted by what `?`, `for`, `.await` and format strings stand for, which rust-analyzer does not place.

use super::bodies::TypedBody;
use super::mismatch::{self, Unimplemented};
use super::report::Report;
use ra_ap_hir_def::hir::ExprId;
use ra_ap_hir_ty::next_solver::DbInterner;
use ra_ap_hir_ty::solver_errors::SolverDiagnosticKind;
use ra_ap_hir_ty::{InferenceDiagnostic, Span};
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast};

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>) {
    let interner = DbInterner::new_no_crate(report.db);
    for diagnostic in body.infer.diagnostics() {
        let InferenceDiagnostic::SolverDiagnostic(found) = diagnostic else {
            continue;
        };
        let Span::ExprId(expr) = found.span else {
            continue;
        };
        if body.node(report, expr).is_some() {
            continue;
        }
        let SolverDiagnosticKind::TraitUnimplemented {
            trait_predicate, ..
        } = &found.kind;
        let predicate = trait_predicate.get(interner);
        let types: Vec<String> = predicate
            .trait_ref
            .args
            .iter()
            .filter_map(|it| it.ty())
            .map(|it| body.show(report, it))
            .collect();
        let of = ra_ap_hir::Trait::from(predicate.trait_ref.def_id.0);
        let wanted = Unimplemented {
            name: of.name(report.db).as_str().to_owned(),
            own: types.first().cloned().unwrap_or_default(),
            argument: types.get(1).cloned().unwrap_or_default(),
        };
        if let Some((node, range)) = place(report, body, expr, &wanted.name) {
            mismatch::unimplemented(report, &node, range, &wanted);
        }
    }
}

/// Where rustc would say it: `?` and `await` are words of their own, the rest is said of what was written inside.
fn place<'db>(
    report: &Report<'_, 'db>,
    body: &TypedBody<'db>,
    expr: ExprId,
    wanted: &str,
) -> Option<(SyntaxNode, TextRange)> {
    let outer = std::iter::successors(body.parent(expr), |it| body.parent(*it))
        .find_map(|it| body.node(report, it))?;
    if let Some(question) = ast::TryExpr::cast(outer.clone()) {
        let token = question.question_mark_token()?;
        let whole = report.range(&outer);
        let range = match wanted {
            "Try" => whole,
            _ => TextRange::at(
                whole.end() - token.text_range().len(),
                token.text_range().len(),
            ),
        };
        return Some((outer, range));
    }
    let range = body.range_or_near(report, expr)?;
    Some((outer, range))
}
