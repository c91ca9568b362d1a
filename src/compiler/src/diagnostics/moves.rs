//! Values that are used after they were moved, or before there are any, and moves out of what is only borrowed.

use super::bodies::TypedBody;
use super::flow::{Action, Flow, Graph, NodeId, Place, Pointer, Step};
use super::mutability;
use super::report::Report;
use ra_ap_hir_def::hir::{BindingId, Expr, ExprId, ExprOrPatId};
use std::collections::{BTreeSet, HashSet};

/// What may have happened before a moment.
#[derive(Clone, Default, PartialEq)]
struct State {
    /// Moves whose place has got no new value since.
    moved: BTreeSet<NodeId>,
    /// Variables that may have no value yet.
    empty: HashSet<BindingId>,
    /// Variables that may have one.
    full: HashSet<BindingId>,
}

impl State {
    fn join(&mut self, other: &State) -> bool {
        let before = (self.moved.len(), self.empty.len(), self.full.len());
        self.moved.extend(&other.moved);
        self.empty.extend(&other.empty);
        self.full.extend(&other.full);
        before != (self.moved.len(), self.empty.len(), self.full.len())
    }
}

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, flow: &Flow) {
    for graph in &flow.graphs {
        let states = solve(graph);
        let mut said = HashSet::new();
        for (id, state) in states.iter().enumerate() {
            if let Some(state) = state {
                look(report, body, graph, id, state, &mut said);
            }
        }
    }
}

/// The state before each node that is reached.
fn solve(graph: &Graph) -> Vec<Option<State>> {
    let mut states: Vec<Option<State>> = vec![None; graph.nodes.len()];
    states[0] = Some(State::default());
    let mut open = vec![0];
    while let Some(id) = open.pop() {
        let Some(mut state) = states[id].clone() else {
            continue;
        };
        step(graph, id, &mut state);
        for next in &graph.nodes[id].next {
            let changed = match &mut states[*next] {
                Some(known) => known.join(&state),
                none => {
                    *none = Some(state.clone());
                    true
                }
            };
            if changed {
                open.push(*next);
            }
        }
    }
    states
}

/// Variables that are assigned where they may have a value already, or that are not this graph's own.
pub fn assigned_again(graph: &Graph) -> Vec<BindingId> {
    let states = solve(graph);
    let nodes = graph.nodes.iter().zip(&states);
    nodes
        .filter_map(|(node, state)| match (&node.action, state) {
            (Action::Assign(place, _), Some(state)) if place.path.is_empty() => {
                let again = !graph.own.contains(&place.local) || state.full.contains(&place.local);
                again.then_some(place.local)
            }
            _ => None,
        })
        .collect()
}

fn moved_place(graph: &Graph, id: NodeId) -> Option<&Place> {
    match &graph.nodes[id].action {
        Action::Move(place) => Some(place),
        _ => None,
    }
}

fn step(graph: &Graph, id: NodeId, state: &mut State) {
    let refill = |state: &mut State, place: &Place| {
        state
            .moved
            .retain(|it| !moved_place(graph, *it).is_some_and(|it| place.contains(it)));
    };
    match &graph.nodes[id].action {
        Action::Move(_) => {
            state.moved.insert(id);
        }
        Action::Declare(local) => {
            refill(state, &Place::of(*local));
            state.full.remove(local);
            state.empty.insert(*local);
        }
        Action::Bind(local, _) => {
            refill(state, &Place::of(*local));
            state.empty.remove(local);
            state.full.insert(*local);
        }
        Action::Assign(place, _) => {
            refill(state, place);
            if place.path.is_empty() {
                state.empty.remove(&place.local);
                state.full.insert(place.local);
            }
        }
        _ => {}
    }
}

fn look<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    graph: &Graph,
    id: NodeId,
    state: &State,
    said: &mut HashSet<(BindingId, Option<NodeId>)>,
) {
    let node = &graph.nodes[id];
    let (place, word) = match &node.action {
        Action::Read(place) | Action::Move(place) => (place, "use"),
        Action::Borrow(place, _) => (place, "borrow"),
        Action::Steal(by) => {
            stolen(report, body, node.at, *by);
            return;
        }
        Action::Assign(place, _) if !place.path.is_empty() => (place, "assign"),
        Action::Assign(place, _) => {
            assigned_twice(report, body, graph, node.at, place, state);
            return;
        }
        _ => return,
    };
    let name = body.body[place.local].name.as_str();
    if state.empty.contains(&place.local) && said.insert((place.local, None)) {
        if let Some(range) = body.place_of(report, node.at) {
            let never = !state.full.contains(&place.local);
            let isnt = if never {
                "isn't initialized"
            } else {
                "is possibly-uninitialized"
            };
            report.error("E0381", range, format!("used binding `{name}` {isnt}"));
        }
        return;
    }
    let moved = state.moved.iter().find(|it| {
        moved_place(graph, **it).is_some_and(|moved| match word {
            // A part of it may be assigned, if it is another part that was moved.
            "assign" => moved.contains(place) && moved.path.len() < place.path.len(),
            _ => moved.overlaps(place),
        })
    });
    if let Some(moved) = moved {
        if said.insert((place.local, Some(*moved))) {
            used(report, body, graph, id, *moved, place, word);
        }
        return;
    }
    if let Action::Move(place) = &node.action {
        out_of_borrowed(report, body, node.at, place);
    }
}

fn used<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    graph: &Graph,
    id: NodeId,
    moved: NodeId,
    place: &Place,
    word: &str,
) {
    let node = &graph.nodes[id];
    let Some(range) = body.place_of(report, node.at) else {
        return;
    };
    let Some(of) = moved_place(graph, moved) else {
        return;
    };
    let partially = if of.path.len() > place.path.len() {
        "partially "
    } else {
        ""
    };
    let shown = body.show_place(place);
    let word = if word == "assign" {
        "assign to part of"
    } else {
        word
    };
    report.error(
        "E0382",
        range,
        format!("{word} of {partially}moved value: `{shown}`"),
    );
    let from = body.place_of(report, graph.nodes[moved].at);
    let again = id == moved || from == Some(range);
    match from {
        _ if again => {
            report.help("value moved here, in previous iteration of loop: each time takes it away")
        }
        Some(from) => {
            let line = report.line(from);
            let ty = body.infer.binding_ty(of.local);
            let is_clone = of.path.is_empty()
                && body.is_clone(ty)
                && written_name(report, body, graph.nodes[moved].at);
            if is_clone {
                report.insert(
                    format!("value moved in line {line}: clone it there, if it may be copied"),
                    from.end(),
                    ".clone()",
                );
            } else {
                report.help(format!("value moved in line {line}"));
            }
        }
        None => {}
    }
}

/// Whether the node stands for a name that was written, so that `.clone()` may come after it.
fn written_name<'db>(report: &Report<'_, 'db>, body: &TypedBody<'db>, at: ExprOrPatId) -> bool {
    let ExprOrPatId::ExprId(expr) = at else {
        return false;
    };
    matches!(body.expr(expr), Expr::Path(_)) && body.node(report, expr).is_some()
}

/// E0384: an assignment to what may have a value, and is not `mut`.
fn assigned_twice<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    graph: &Graph,
    at: ExprOrPatId,
    place: &Place,
    state: &State,
) {
    let own = graph.own.contains(&place.local);
    let first = own && !state.full.contains(&place.local);
    if first || body.is_mut(place.local) {
        return;
    }
    let Some(range) = body.place_of(report, at) else {
        return;
    };
    if !own {
        return mutability::not_assignable(report, body, at, place);
    }
    let name = body.body[place.local].name.as_str().to_owned();
    if body.is_param(place.local) {
        report.error(
            "E0384",
            range,
            format!("cannot assign to immutable argument `{name}`"),
        );
    } else {
        report.error(
            "E0384",
            range,
            format!("cannot assign twice to immutable variable `{name}`"),
        );
    }
    body.suggest_mut(report, place.local);
}

/// E0507, where a call lends it.
fn stolen<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, at: ExprOrPatId, by: ExprId) {
    let Some(range) = body.place_of(report, at) else {
        return;
    };
    let message = match body.expr(by) {
        Expr::Index { base, .. } => {
            let of = body.show(report, body.infer.expr_ty(*base));
            if of.trim_start_matches('&').starts_with('[') {
                let of = of.trim_start_matches('&');
                let kind = if of.contains(';') { "array" } else { "slice" };
                report.error(
                    "E0508",
                    range,
                    format!("cannot move out of type `{of}`, a non-copy {kind}"),
                );
                report.help("borrow it with `&`, or clone it");
                return;
            }
            format!(
                "cannot move out of index of `{}`",
                of.trim_start_matches(['&'])
            )
        }
        Expr::UnaryOp { expr, .. } => {
            let of = body.show(report, body.infer.expr_ty(*expr));
            let name = of.split('<').next().unwrap_or(&of).to_owned();
            format!("cannot move out of an `{name}`")
        }
        _ => {
            let of = body.show(report, body.infer.expr_ty(by));
            let name = of
                .trim_start_matches('&')
                .split('<')
                .next()
                .unwrap_or(&of)
                .to_owned();
            format!("cannot move out of an `{name}`")
        }
    };
    report.error("E0507", range, message);
    report.help("borrow it with `&`, or clone it");
}

/// E0507: what is behind a reference or in a sequence stays there.
fn out_of_borrowed<'db>(
    report: &mut Report<'_, 'db>,
    body: &TypedBody<'db>,
    at: ExprOrPatId,
    place: &Place,
) {
    let Some(range) = body.place_of(report, at) else {
        return;
    };
    let shown = body.show_place(place);
    let behind = place
        .path
        .iter()
        .rposition(|it| !matches!(it, Step::Field(..) | Step::Deref(Pointer::Box)));
    let message = match behind.map(|it| place.path[it]) {
        Some(Step::Deref(Pointer::Shared)) => {
            format!("cannot move out of `{shown}` which is behind a shared reference")
        }
        Some(Step::Deref(Pointer::Mutable)) => {
            format!("cannot move out of `{shown}` which is behind a mutable reference")
        }
        Some(Step::Deref(Pointer::Raw)) => {
            format!("cannot move out of `{shown}` which is behind a raw pointer")
        }
        Some(Step::Index) => {
            let whole = body.show(report, body.infer.binding_ty(place.local));
            if whole.starts_with('[')
                && place.path.len() == 1
                && matches!(at, ExprOrPatId::PatId(_))
            {
                // A pattern may take elements out of an array.
                return;
            }
            let code = "E0508";
            report.error(
                code,
                range,
                format!("cannot move out of type `{whole}`, a non-copy array or slice"),
            );
            return;
        }
        _ => return,
    };
    report.error("E0507", range, message);
    let is_expr = matches!(at, ExprOrPatId::ExprId(_));
    if is_expr {
        report.help("borrow it with `&`, or clone it");
    }
}
