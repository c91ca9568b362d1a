//! What is changed without `mut`, and `mut` where nothing is changed.

use super::bodies::TypedBody;
use super::flow::{Access, Action, Flow, Place, Pointer, Step};
use super::report::Report;
use ra_ap_hir_def::hir::{BindingId, ExprOrPatId};
use ra_ap_syntax::{TextRange, TextSize};
use std::collections::HashSet;

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, flow: &Flow) {
    let mut changed = HashSet::new();
    let mut said = HashSet::new();
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
                    if !body.is_mut(place.local) && said.insert((place.local, node.at)) {
                        not_mutable(report, body, node.at, place, assigned);
                    }
                }
                Wanted::Never => behind_shared(report, body, node.at, place, assigned),
                Wanted::Nothing => {}
            }
        }
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

fn not_mutable<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    at: ExprOrPatId,
    place: &Place,
    assigned: bool,
) {
    let Some(range) = body.place_of(report, at) else {
        return;
    };
    let name = body.body[place.local].name.as_str().to_owned();
    if assigned {
        let shown = body.show_place(place);
        report.error(
            "E0594",
            range,
            format!("cannot assign to `{shown}`, as `{name}` is not declared as mutable"),
        );
    } else {
        let shown = body.show_place(place);
        let which = if place.path.is_empty() {
            "it".to_owned()
        } else {
            format!("`{name}`")
        };
        report.error(
            "E0596",
            range,
            format!("cannot borrow `{shown}` as mutable, as {which} is not declared as mutable"),
        );
    }
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
    for graph in &flow.graphs {
        for local in &graph.own {
            if !changed.contains(local)
                && let Some(token) = body.mut_token(report, *local)
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
