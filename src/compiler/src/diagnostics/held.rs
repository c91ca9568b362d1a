//! What an async body holds while it waits: variables that have a value, and values without a name.
//!
//! rustc reads this off its MIR, and so it is counted here: a variable that was moved as a whole is not held, unless it
//! had been borrowed before; what will be dropped at the end of its scope is held until then.

use super::bodies::TypedBody;
use super::flow::{Action, Await, Flow, Graph, Place, Step, Until};
use ra_ap_hir_def::hir::{BindingId, ClosureKind, CoroutineSource, Expr, ExprId};
use ra_ap_hir_ty::drop::{DropGlue, has_drop_glue};
use ra_ap_hir_ty::next_solver::infer::DbInternerInferExt;
use ra_ap_hir_ty::next_solver::{DbInterner, Ty, TypingMode};
use std::collections::BTreeSet;

/// A value that lives across an `.await`.
pub struct Held<'db> {
    pub ty: Ty<'db>,
    pub what: What,
    /// The whole `….await`.
    pub over: ExprId,
}

pub enum What {
    Variable(BindingId),
    Value(ExprId),
    /// The future that is awaited.
    Awaited,
}

/// What a coroutine of a body holds, in the order of its awaits.
pub fn held<'db>(body: &TypedBody<'db>, flow: &Flow, coroutine: ExprId) -> Vec<Held<'db>> {
    let of_function = matches!(
        body.expr(coroutine),
        Expr::Closure {
            closure_kind: ClosureKind::Coroutine {
                source: CoroutineSource::Fn,
                ..
            },
            ..
        }
    );
    // An async function's body is its block.
    let (unit, params) = match of_function {
        true => (None, params(body)),
        false => (Some(coroutine), Vec::new()),
    };
    let Some(graph) = flow.graphs.iter().find(|it| it.of == unit) else {
        return Vec::new();
    };
    let states = solve(body, graph, &params);
    let live = graph.live_after();
    let mut held = Vec::new();
    for (id, node) in graph.nodes.iter().enumerate() {
        let (Action::Await(index), Some(state)) = (&node.action, &states[id]) else {
            continue;
        };
        let Await { at, locals, values } = &graph.awaits[*index];
        for local in params.iter().chain(locals) {
            let ty = body.infer.binding_ty(*local);
            let wanted =
                live[id].contains(local) || state.borrowed.contains(local) || needs_drop(body, ty);
            if state.full.contains(local) && wanted {
                held.push(Held {
                    ty,
                    what: What::Variable(*local),
                    over: *at,
                });
            }
        }
        for unnamed in values {
            let value = unnamed.value;
            let own = body.infer.expr_ty(value);
            let ty = match unnamed.until {
                Until::Used => body.infer.type_of_expr_with_adjust(value).unwrap_or(own),
                Until::StatementEnds => own,
                Until::Dropped if needs_drop(body, own) => own,
                Until::Dropped => continue,
            };
            let what = match body.parent(value) {
                Some(parent) if parent == *at => What::Awaited,
                _ => What::Value(value),
            };
            let over = *at;
            held.push(Held { ty, what, over });
        }
    }
    held
}

/// The variables of a function's parameters, which its async body owns.
fn params(body: &TypedBody) -> Vec<BindingId> {
    let mut params = Vec::new();
    for param in &body.body.params {
        body.body
            .walk_bindings_in_pat(param.formal, |it| params.push(it));
    }
    params
}

/// What may be so at a moment.
#[derive(Clone, Default, PartialEq)]
struct State {
    /// Variables that have a value.
    full: BTreeSet<BindingId>,
    /// Variables that something may still refer to.
    borrowed: BTreeSet<BindingId>,
}

impl State {
    fn and(&self, other: &State) -> State {
        State {
            full: &self.full | &other.full,
            borrowed: &self.borrowed | &other.borrowed,
        }
    }
}

fn solve(body: &TypedBody, graph: &Graph, params: &[BindingId]) -> Vec<Option<State>> {
    let mut states: Vec<Option<State>> = vec![None; graph.nodes.len()];
    states[0] = Some(State {
        full: params.iter().copied().collect(),
        borrowed: BTreeSet::new(),
    });
    let mut open = vec![0];
    while let Some(id) = open.pop() {
        let Some(mut state) = states[id].clone() else {
            continue;
        };
        step(body, &graph.nodes[id].action, &mut state);
        for next in &graph.nodes[id].next {
            let joined = match &states[*next] {
                Some(known) => known.and(&state),
                None => state.clone(),
            };
            if states[*next].as_ref() != Some(&joined) {
                states[*next] = Some(joined);
                open.push(*next);
            }
        }
    }
    states
}

fn step(body: &TypedBody, action: &Action, state: &mut State) {
    match action {
        Action::Declare(local) => {
            state.full.remove(local);
            state.borrowed.remove(local);
        }
        Action::Bind(local, _) => {
            state.full.insert(*local);
            state.borrowed.remove(local);
        }
        Action::Assign(place, _) => {
            state.full.insert(place.local);
            // The old value is dropped, and `drop` borrows it.
            if place.path.is_empty() && needs_drop(body, body.infer.binding_ty(place.local)) {
                state.borrowed.insert(place.local);
            }
        }
        Action::Borrow(place, _) if !is_behind_pointer(place) => {
            state.borrowed.insert(place.local);
        }
        Action::Move(place) if place.path.is_empty() && !state.borrowed.contains(&place.local) => {
            state.full.remove(&place.local);
        }
        _ => {}
    }
}

fn is_behind_pointer(place: &Place) -> bool {
    place.path.iter().any(|it| matches!(it, Step::Deref(_)))
}

/// Whether something happens when a value of this type is dropped.
fn needs_drop<'db>(body: &TypedBody<'db>, ty: Ty<'db>) -> bool {
    let environment = body.environment();
    let interner = DbInterner::new_with(body.db, environment.krate);
    let context = interner.infer_ctxt().build(TypingMode::PostAnalysis);
    has_drop_glue(&context, ty, environment.param_env) != DropGlue::None
}
