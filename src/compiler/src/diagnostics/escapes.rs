//! What is given to a task or a thread may live for ever: it borrows nothing of the function that starts it.

use super::bodies::TypedBody;
use super::flow::{Action, Flow, Place};
use super::loans::{Held, Loans, behind};
use super::report::Report;
use ra_ap_hir_def::hir::{BindingId, Expr, ExprId};
use ra_ap_hir_ty::next_solver::TyKind;
use ra_ap_rustc_type_ir::inherent::IntoKind;
use ra_ap_syntax::{AstNode, ast};
use std::collections::HashSet;

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, flow: &Flow) {
    for (call, _) in body.body.exprs() {
        let Some((function, args)) = body.call(call) else {
            continue;
        };
        let function = ra_ap_hir::Function::from(function);
        let own = report.module.map(|it| it.krate(report.db));
        let name = function.name(report.db);
        let foreign = Some(function.module(report.db).krate(report.db)) != own;
        if !foreign || !name.as_str().starts_with("spawn") {
            continue;
        }
        let receiver = usize::from(function.has_self_param(report.db));
        for arg in args.into_iter().skip(receiver) {
            given(report, body, flow, call, arg);
        }
    }
}

fn given<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    flow: &Flow,
    call: ExprId,
    arg: ExprId,
) {
    let mut open = Loans { report, body, flow }.of(arg);
    let (mut seen, mut seen_behind) = (HashSet::new(), HashSet::new());
    while let Some(held) = open.pop() {
        match held {
            Held::Loan { place, .. } if place.reference().is_some() => {}
            Held::Loan { place, by, .. } => {
                // A variable that a loop made holds what the program's own holds.
                if body.declaration(report, place.local).is_none()
                    && body.body[place.local].name.as_str() != "self"
                {
                    open.push(Held::By(place.local));
                    continue;
                }
                borrowed(report, body, &place, by);
                return;
            }
            Held::By(local) if seen.insert(local) => {
                if is_borrowed_param(report, body, local) {
                    let what = if body.body.self_param.is_some() {
                        "method"
                    } else {
                        "function"
                    };
                    if let Some(range) = body.range(report, call) {
                        report.error(
                            "E0521",
                            range,
                            format!("borrowed data escapes outside of {what}"),
                        );
                        let name = body.body[local].name.as_str().to_owned();
                        report.help(format!(
                            "`{name}` is a reference: what is spawned may outlive what it refers to"
                        ));
                    }
                    return;
                }
                open.extend(given_to(&Loans { report, body, flow }, local));
            }
            Held::In(local) => open.push(
                match (Loans { report, body, flow }).is_guard(body.infer.binding_ty(local)) {
                    true => Held::Behind(local),
                    false => Held::By(local),
                },
            ),
            Held::Behind(local) if seen_behind.insert(local) => {
                open.extend(behind(given_to(&Loans { report, body, flow }, local)));
            }
            Held::By(_) | Held::Behind(_) | Held::Temporary(_) => {}
        }
    }
}

/// What a variable is given, at any time.
fn given_to(loans: &Loans, local: BindingId) -> Vec<Held> {
    let mut held = Vec::new();
    let graphs = loans.flow.graphs.iter();
    for (graph, (id, node)) in
        graphs.flat_map(|it| it.nodes.iter().enumerate().map(move |node| (it, node)))
    {
        match &node.action {
            Action::Bind(bound, Some(value)) if *bound == local => {
                held.extend(loans.bound(local, *value, graph.borrowed_by(id)));
            }
            Action::Store(expr, _) => {
                let stored = loans.stored(*expr).into_iter();
                held.extend(
                    stored
                        .filter(|it| it.into.contains(&local))
                        .flat_map(|it| it.held),
                );
            }
            _ => {}
        }
    }
    held
}

fn borrowed<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, place: &Place, by: ExprId) {
    let Some(range) = body.range_or_near(report, by) else {
        return;
    };
    let name = body.body[place.local].name.as_str().to_owned();
    if !matches!(body.expr(by), Expr::Closure { .. }) {
        let shown = body.show_place(place);
        report.error(
            "E0597",
            range,
            format!("`{shown}` does not live long enough"),
        );
        report.help(format!(
            "what is spawned may live longer than `{name}`: give it a value of its own"
        ));
        return;
    }
    let what = body.closure_name(by);
    report.error(
        "E0373",
        range,
        format!("{what} may outlive the current function, but it borrows `{name}`, which is owned by the current function"),
    );
    let node = body.node(report, by);
    let at = node.and_then(|it| match ast::Expr::cast(it)? {
        ast::Expr::BlockExpr(it) if it.move_token().is_none() => {
            let token = it.async_token()?;
            Some(token.text_range().end() - it.syntax().text_range().start())
        }
        ast::Expr::ClosureExpr(it) if it.move_token().is_none() => {
            let list = it.param_list()?;
            Some(list.syntax().text_range().start() - it.syntax().text_range().start())
        }
        _ => None,
    });
    let message = format!(
        "to force the {what} to take ownership of `{name}` (and any other referenced variables), use the `move` keyword"
    );
    match at {
        Some(after) => {
            let text = if what == "closure" { "move " } else { " move" };
            report.insert(message, range.start() + after, text);
        }
        None => report.help(message),
    }
}

/// Whether a variable is a parameter that refers to what the caller has.
fn is_borrowed_param<'db>(
    report: &Report<'_, 'db>,
    body: &TypedBody<'db>,
    local: BindingId,
) -> bool {
    if body.body[local].name.as_str() == "self" {
        return body.body.self_param.is_some()
            && matches!(body.infer.binding_ty(local).kind(), TyKind::Ref(..));
    }
    let Some(declaration) = body.declaration(report, local) else {
        return false;
    };
    let Some(param) = declaration.syntax().parent().and_then(ast::Param::cast) else {
        return false;
    };
    let is_of_function = param
        .syntax()
        .ancestors()
        .nth(2)
        .is_some_and(|it| ast::Fn::can_cast(it.kind()));
    let ty = param
        .ty()
        .map(|it| it.syntax().text().to_string())
        .unwrap_or_default();
    is_of_function && ty.starts_with('&') && !ty.starts_with("&'static")
}
