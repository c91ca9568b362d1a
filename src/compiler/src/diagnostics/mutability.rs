//! What is changed without `mut`, and `mut` where nothing is changed.

use super::bodies::TypedBody;
use super::flow::{Access, Action, Flow, Place, Pointer, Step};
use super::report::Report;
use ra_ap_hir_def::hir::{BindingId, ExprOrPatId};
use ra_ap_syntax::{AstNode, TextRange, TextSize};
use std::collections::HashSet;

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, flow: &Flow) {
    let mut changed = HashSet::new();
    // Where what is not mutable is borrowed as if it were.
    let mut borrowed: Vec<(Place, Vec<ExprOrPatId>)> = Vec::new();
    for graph in &flow.graphs {
        // A variable that is given its value once needs no `mut` for it.
        changed.extend(super::moves::assigned_again(graph));
        for node in &graph.nodes {
            let (place, assigned) = match &node.action {
                Action::Assign(place, _) if place.path.is_empty() => continue,
                Action::Assign(place, _) => (place, true),
                // What a closure borrows is looked at inside of it.
                Action::Borrow(..) if is_closure(body, node.at) => continue,
                Action::Borrow(place, Access::Mutable) => (place, false),
                _ => continue,
            };
            match wanted(place) {
                Wanted::Mut => {
                    changed.insert(place.local);
                    if body.is_mut(place.local) {
                        continue;
                    }
                    if assigned {
                        not_assignable(report, body, node.at, place);
                        continue;
                    }
                    match borrowed.iter_mut().find(|it| it.0.local == place.local) {
                        Some((_, sites)) => sites.push(node.at),
                        None => borrowed.push((place.clone(), vec![node.at])),
                    }
                }
                Wanted::Never => behind_shared(report, body, node.at, place, assigned),
                Wanted::Nothing => {}
            }
        }
    }
    for (place, sites) in borrowed {
        not_borrowable(report, body, &place, &sites);
    }
    unused(report, body, flow, &changed);
}

fn is_closure(body: &TypedBody, at: ExprOrPatId) -> bool {
    matches!(at, ExprOrPatId::ExprId(it) if matches!(body.expr(it), ra_ap_hir_def::hir::Expr::Closure { .. }))
}

/// What has to be so, for a place to be changed.
enum Wanted {
    /// Its variable is `mut`.
    Mut,
    /// It cannot be.
    Never,
    /// Nothing.
    Nothing,
}

fn wanted(place: &Place) -> Wanted {
    let mut wanted = Wanted::Mut;
    for step in &place.path {
        match step {
            Step::Deref(Pointer::Shared) => return Wanted::Never,
            Step::Deref(Pointer::Mutable | Pointer::Raw) => wanted = Wanted::Nothing,
            _ => {}
        }
    }
    wanted
}

/// E0594: a variable, or a part of it, is assigned to without `mut`.
pub fn not_assignable<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    at: ExprOrPatId,
    place: &Place,
) {
    let Some(range) = body.place_of(report, at) else {
        return;
    };
    let (shown, which) = (body.show_place(place), which(body, place));
    report.error(
        "E0594",
        range,
        format!("cannot assign to `{shown}`, as {which} is not declared as mutable"),
    );
    body.suggest_mut(report, place.local);
}

/// What would have to be `mut`: the place itself, or the variable that it is a part of.
fn which(body: &TypedBody, place: &Place) -> String {
    match place.path.is_empty() {
        true => "it".to_owned(),
        false => format!("`{}`", body.body[place.local].name.as_str()),
    }
}

/// rustc says it once for a variable: where it is borrowed, or where it is declared if it is borrowed more than once.
fn not_borrowable<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    place: &Place,
    sites: &[ExprOrPatId],
) {
    let mut ranges: Vec<TextRange> = sites
        .iter()
        .filter_map(|at| body.place_of(report, *at))
        .collect();
    ranges.sort_by_key(|it| it.start());
    ranges.dedup();
    let declaration = body
        .declaration(report, place.local)
        .and_then(|it| report.written(it.syntax()));
    let range = match (ranges.as_slice(), declaration) {
        ([], _) => return,
        ([_, _, ..], Some(declaration)) => declaration,
        ([first, ..], _) => *first,
    };
    let (shown, which) = (body.show_place(place), which(body, place));
    report.error(
        "E0596",
        range,
        format!("cannot borrow `{shown}` as mutable, as {which} is not declared as mutable"),
    );
    body.suggest_mut(report, place.local);
}

fn behind_shared<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    at: ExprOrPatId,
    place: &Place,
    assigned: bool,
) {
    let Some(range) = body.place_of(report, at) else {
        return;
    };
    let shown = body.show_place(place);
    let up_to = place.reference().map_or(0, |(at, _)| at);
    let pointer = body.show_place(&Place {
        local: place.local,
        path: place.path[..up_to].to_vec(),
    });
    if assigned {
        report.error(
            "E0594",
            range,
            format!("cannot assign to `{shown}`, which is behind a `&` reference"),
        );
    } else {
        report.error(
            "E0596",
            range,
            format!("cannot borrow `{shown}` as mutable, as it is behind a `&` reference"),
        );
    }
    report.help(format!("`{pointer}` would have to be a `&mut` reference"));
}

/// `mut` that nothing needs.
fn unused<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    flow: &Flow,
    changed: &HashSet<BindingId>,
) {
    // A macro may write a pattern twice: one of its variables is the other.
    let needed: HashSet<TextRange> = changed
        .iter()
        .filter_map(|it| body.mut_token(report, *it))
        .collect();
    for graph in &flow.graphs {
        for local in &graph.own {
            if !changed.contains(local)
                && let Some(token) = body.mut_token(report, *local)
                && !needed.contains(&token)
            {
                let after = &report.text[usize::from(token.end())..];
                let space = TextSize::new((after.len() - after.trim_start().len()) as u32);
                report.warn("unused_mut", token, "variable does not need to be mutable");
                let whole = TextRange::new(token.start(), token.end() + space);
                report.fix("remove this `mut`", whole, "");
            }
        }
    }
}
