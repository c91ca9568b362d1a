//! E0716: a variable that borrows what is gone at the end of its statement.

use super::bodies::TypedBody;
use super::flow::{Action, Flow, NodeId};
use super::loans::{Held, Loans};
use super::report::Report;
use super::stored::Stored;
use ra_ap_hir_def::hir::{Array, BindingId, Expr, ExprId, Statement};
use ra_ap_hir_ty::next_solver::TyKind;
use ra_ap_rustc_type_ir::inherent::IntoKind;

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, flow: &Flow) {
    let mut found = Vec::new();
    let loans = Loans { report, body, flow };
    let lets: Vec<ExprId> = body
        .body
        .exprs()
        .filter_map(|(_, expr)| match expr {
            Expr::Block { statements, .. } => Some(statements),
            _ => None,
        })
        .flatten()
        .filter_map(|it| match it {
            Statement::Let { initializer, .. } => *initializer,
            _ => None,
        })
        .collect();
    for graph in &flow.graphs {
        let live = graph.live_after();
        // A macro knows what it keeps.
        let is_kept = |local: BindingId, id: NodeId| {
            body.declaration(report, local).is_some()
                && live[id].contains(&local)
                && loans.can_hold(body.infer.binding_ty(local))
        };
        for (id, node) in graph.nodes.iter().enumerate() {
            match &node.action {
                Action::Bind(local, Some(value)) if lets.contains(value) && is_kept(*local, id) => {
                    let temporaries = loans.of(*value).into_iter().filter_map(temporary);
                    found.extend(temporaries.filter(|it| !is_extended(body, *value, *it)));
                }
                Action::Assign(place, expr) if place.path.is_empty() => {
                    if let Expr::Assignment { value, .. } = body.expr(*expr)
                        && is_kept(place.local, id)
                    {
                        found.extend(loans.of(*value).into_iter().filter_map(temporary));
                    }
                }
                Action::Store(expr, _) => {
                    for Stored { into, held } in loans.stored(*expr) {
                        if into.iter().any(|it| is_kept(*it, id)) {
                            found.extend(held.into_iter().filter_map(temporary));
                        }
                    }
                }
                _ => {}
            }
        }
    }
    for temporary in found {
        if let Some(range) = body.range_or_near(report, temporary) {
            report.error("E0716", range, "temporary value dropped while borrowed");
            report.help("it is gone at the end of the statement: give it a name first, `let value = …;`, and borrow that");
        }
    }
}

fn temporary(held: Held) -> Option<ExprId> {
    match held {
        Held::Temporary(it) => Some(it),
        _ => None,
    }
}

/// Whether a `let` keeps a value without a name for as long as its variable.
fn is_extended(body: &TypedBody, initializer: ExprId, temporary: ExprId) -> bool {
    let within = |it: &ExprId| is_extended(body, *it, temporary);
    match body.expr(initializer) {
        Expr::Ref { expr, .. } => {
            let mut of = *expr;
            loop {
                if of == temporary {
                    return true;
                }
                of = match body.expr(of) {
                    Expr::Field { expr, .. } | Expr::Index { base: expr, .. } => *expr,
                    _ => return within(&of),
                };
            }
        }
        Expr::Tuple { exprs } => exprs.iter().any(within),
        Expr::Array(Array::ElementList { elements }) => elements.iter().any(within),
        Expr::RecordLit { fields, .. } => fields.iter().any(|it| within(&it.expr)),
        Expr::Call { args, .. } => {
            let is_constructor = matches!(body.infer.expr_ty(initializer).kind(), TyKind::Adt(..));
            is_constructor && args.iter().any(within)
        }
        Expr::Cast { expr, .. } => within(expr),
        Expr::Block {
            tail: Some(tail), ..
        } => within(tail),
        Expr::If {
            then_branch,
            else_branch,
            ..
        } => within(then_branch) || else_branch.iter().any(within),
        Expr::Match { arms, .. } => arms.iter().any(|it| within(&it.expr)),
        _ => false,
    }
}
