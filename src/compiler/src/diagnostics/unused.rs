//! Variables that nobody reads, and code that is never reached.

use super::bodies::TypedBody;
use super::flow::{Action, Flow};
use super::report::Report;
use ra_ap_hir_def::hir::BindingId;
use ra_ap_syntax::{AstNode, TextRange, ast};
use std::collections::HashSet;

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, flow: &Flow) {
    variables(report, body, flow);
    for graph in &flow.graphs {
        if let Some(first) = graph.unreachable.first()
            && let Some(range) = body.range(report, *first)
        {
            let message = match body.node(report, *first).and_then(|it| it.parent()) {
                Some(parent) if ast::StmtList::can_cast(parent.kind()) => "unreachable expression",
                _ => "unreachable statement",
            };
            report.warn("unreachable_code", range, message);
        }
    }
}

fn variables<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, flow: &Flow) {
    let mut read = HashSet::new();
    let mut assigned = HashSet::new();
    for node in flow.graphs.iter().flat_map(|it| &it.nodes) {
        match &node.action {
            Action::Read(place) | Action::Move(place) | Action::Borrow(place, _)
                // What is added to itself is not read by that.
                if !is_compound(body, flow, node.at, place.local) => {
                    read.insert(place.local);
                }
            Action::Assign(place, _) if place.path.is_empty() => {
                assigned.insert(place.local);
            }
            // A part of what a reference points to is changed: somebody else may read it.
            Action::Assign(place, _) => {
                if place.reference().is_some() {
                    read.insert(place.local);
                } else {
                    assigned.insert(place.local);
                }
            }
            _ => {}
        }
    }
    // What is never reached is read all the same.
    read.extend(
        flow.locals
            .iter()
            .filter(|(expr, _)| !reached(flow, **expr))
            .map(|(_, local)| *local),
    );
    let own: Vec<BindingId> = flow
        .graphs
        .iter()
        .flat_map(|it| it.own.iter().copied())
        .collect();
    // A macro may write a pattern twice: one of its variables is the other.
    let declared = |local: BindingId| {
        let declaration = body.declaration(report, local)?;
        report.written(declaration.syntax())
    };
    let read_there: HashSet<TextRange> = read.iter().filter_map(|it| declared(*it)).collect();
    let mut said = HashSet::new();
    for local in own {
        let name = body.body[local].name.as_str().to_owned();
        if read.contains(&local) || name.starts_with('_') || name == "self" || !said.insert(local) {
            continue;
        }
        let Some(declaration) = body.declaration(report, local) else {
            continue;
        };
        let Some(range) = report.written(declaration.syntax()) else {
            continue;
        };
        if read_there.contains(&range) {
            continue;
        }
        let at = ast::HasName::name(&declaration)
            .and_then(|it| report.written(it.syntax()))
            .unwrap_or(range);
        if assigned.contains(&local) {
            report.warn(
                "unused_variables",
                at,
                format!("variable `{name}` is assigned to, but never used"),
            );
        } else {
            report.warn("unused_variables", at, format!("unused variable: `{name}`"));
        }
        let shorthand = declaration
            .syntax()
            .parent()
            .and_then(ast::RecordPatField::cast)
            .is_some_and(|it| it.name_ref().is_none());
        if shorthand {
            report.fix("try ignoring the field", at, format!("{name}: _"));
        } else {
            report.fix(
                "if this is intentional, prefix it with an underscore",
                at,
                format!("_{name}"),
            );
        }
    }
}

/// Whether this read belongs to `x += 1`.
fn is_compound(
    body: &TypedBody,
    flow: &Flow,
    at: ra_ap_hir_def::hir::ExprOrPatId,
    local: BindingId,
) -> bool {
    use ra_ap_hir_def::hir::{Expr, ExprOrPatId};
    use ra_ap_syntax::ast::BinaryOp;
    let ExprOrPatId::ExprId(expr) = at else {
        return false;
    };
    let Some(parent) = body.parent(expr) else {
        return false;
    };
    matches!(
        body.expr(parent),
        Expr::BinaryOp { lhs, op: Some(BinaryOp::Assignment { .. }), .. } if *lhs == expr
    ) && flow.locals.get(&expr) == Some(&local)
}

fn reached(flow: &Flow, expr: ra_ap_hir_def::hir::ExprId) -> bool {
    flow.places.contains_key(&expr)
}
