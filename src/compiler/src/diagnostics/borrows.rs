//! Places that are used against a borrow of them, borrows that outlive what they borrow, and those that are returned.
//!
//! A borrow lasts as long as a variable that holds it is going to be used. Only variables hold borrows here: what happens
//! within one expression is not looked at.

use super::bodies::TypedBody;
use super::flow::{Access, Action, Flow, Graph, NodeId, Place};
use super::loans::{Held, Loans};
use super::report::Report;
use ra_ap_hir_def::hir::{BindingId, Expr, ExprId};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A borrow of a place.
#[derive(Clone, PartialEq, Eq)]
struct Loan {
    place: Place,
    access: Access,
    by: ExprId,
}

/// The borrows that each variable holds, as indices.
type State = BTreeMap<BindingId, BTreeSet<usize>>;

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, flow: &Flow) {
    let mut found = Vec::new();
    {
        let loans = Loans { report, body, flow };
        for graph in &flow.graphs {
            let mut solver = Solver {
                loans: &loans,
                graph,
                all: Vec::new(),
            };
            let states = solver.solve();
            let live = graph.live_after();
            for (id, state) in states.iter().enumerate() {
                if let Some(state) = state {
                    solver.look(id, state, &live[id], &mut found);
                }
            }
        }
    }
    let mut said = HashSet::new();
    for Found {
        at,
        local,
        code,
        message,
        help,
    } in found
    {
        let Some(range) = body.place_of(report, at) else {
            continue;
        };
        if said.insert((range.start(), local)) {
            report.error(code, range, message);
            if let Some(line) = help
                .and_then(|it| body.range_or_near(report, it))
                .map(|it| report.line(it))
            {
                report.help(format!(
                    "it is borrowed in line {line}, and used after this"
                ));
            }
        }
    }
}

struct Found {
    at: ra_ap_hir_def::hir::ExprOrPatId,
    local: BindingId,
    code: &'static str,
    message: String,
    help: Option<ExprId>,
}

struct Solver<'s, 'l, 'a, 'db> {
    loans: &'s Loans<'l, 'a, 'db>,
    graph: &'s Graph,
    all: Vec<Loan>,
}

impl Solver<'_, '_, '_, '_> {
    fn solve(&mut self) -> Vec<Option<State>> {
        let mut states: Vec<Option<State>> = vec![None; self.graph.nodes.len()];
        states[0] = Some(State::new());
        let mut open = vec![0];
        while let Some(id) = open.pop() {
            let Some(mut state) = states[id].clone() else {
                continue;
            };
            self.step(id, &mut state);
            for next in &self.graph.nodes[id].next {
                let changed = match &mut states[*next] {
                    Some(known) => {
                        let mut changed = false;
                        for (local, loans) in &state {
                            let known = known.entry(*local).or_default();
                            let before = known.len();
                            known.extend(loans);
                            changed |= known.len() > before;
                        }
                        changed
                    }
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

    /// What a value holds, given what variables hold.
    fn held(&mut self, expr: ExprId, state: &State) -> BTreeSet<usize> {
        let mut all = BTreeSet::new();
        for held in self.loans.of(expr) {
            match held {
                Held::Loan { place, access, by } => {
                    let loan = Loan { place, access, by };
                    let known = self.all.iter().position(|it| *it == loan);
                    all.insert(known.unwrap_or_else(|| {
                        self.all.push(loan);
                        self.all.len() - 1
                    }));
                }
                Held::By(local) => all.extend(state.get(&local).into_iter().flatten()),
                // `temporaries` looks at them.
                Held::Temporary(_) => {}
            }
        }
        all
    }

    fn step(&mut self, id: NodeId, state: &mut State) {
        let body = self.loans.body;
        match &self.graph.nodes[id].action {
            Action::Bind(local, Some(value))
                if self.loans.can_hold(body.infer.binding_ty(*local)) =>
            {
                let held = self.held(*value, state);
                state.insert(*local, held);
            }
            Action::Bind(local, _) | Action::Declare(local) => {
                state.remove(local);
            }
            Action::Assign(place, expr) if place.path.is_empty() => {
                let value = match body.expr(*expr) {
                    Expr::Assignment { value, .. } => Some(*value),
                    _ => None,
                };
                if self.loans.can_hold(body.infer.binding_ty(place.local)) {
                    let held = value.map(|it| self.held(it, state)).unwrap_or_default();
                    state.insert(place.local, held);
                }
            }
            _ => {}
        }
    }

    fn look(
        &mut self,
        id: NodeId,
        state: &State,
        live: &BTreeSet<BindingId>,
        found: &mut Vec<Found>,
    ) {
        let node = &self.graph.nodes[id];
        let body = self.loans.body;
        if let Action::Return(Some(value)) = &node.action {
            return self.returned(*value, state, found);
        }
        let (place, what) = match &node.action {
            Action::Read(place) => (place.clone(), What::Read),
            Action::Borrow(place, Access::Shared) => (place.clone(), What::Borrow),
            Action::Borrow(place, Access::Mutable) => (place.clone(), What::BorrowMut),
            Action::Move(place) => (place.clone(), What::Move),
            Action::Assign(place, _) => (place.clone(), What::Assign),
            Action::End(local) => (Place::of(*local), What::End),
            _ => return,
        };
        // What is behind a reference is not the variable's.
        if place.reference().is_some() {
            return;
        }
        let holders = state
            .iter()
            .filter(|(local, _)| live.contains(local) && **local != place.local);
        let active: BTreeSet<usize> = holders
            .flat_map(|(_, loans)| loans.iter().copied())
            .collect();
        for loan in active {
            let Loan {
                place: lent,
                access,
                by,
            } = &self.all[loan];
            let mutable = *access == Access::Mutable;
            if !lent.overlaps(&place) || (matches!(what, What::Read | What::Borrow) && !mutable) {
                continue;
            }
            let shown = body.show_place(&place);
            let also = if mutable { "mutable" } else { "immutable" };
            let (code, message) = match what {
                What::Read => (
                    "E0503",
                    format!("cannot use `{shown}` because it was mutably borrowed"),
                ),
                What::Borrow => (
                    "E0502",
                    format!(
                        "cannot borrow `{shown}` as immutable because it is also borrowed as mutable"
                    ),
                ),
                What::BorrowMut if mutable => (
                    "E0499",
                    format!("cannot borrow `{shown}` as mutable more than once at a time"),
                ),
                What::BorrowMut => (
                    "E0502",
                    format!(
                        "cannot borrow `{shown}` as mutable because it is also borrowed as {also}"
                    ),
                ),
                What::Move => (
                    "E0505",
                    format!("cannot move out of `{shown}` because it is borrowed"),
                ),
                What::Assign => (
                    "E0506",
                    format!("cannot assign to `{shown}` because it is borrowed"),
                ),
                What::End => ("E0597", format!("`{shown}` does not live long enough")),
            };
            let at = if matches!(what, What::End) {
                (*by).into()
            } else {
                node.at
            };
            found.push(Found {
                at,
                local: place.local,
                code,
                message,
                help: (!matches!(what, What::End)).then_some(*by),
            });
            return;
        }
    }

    /// E0515: what is returned may not borrow from what ends here.
    fn returned(&mut self, value: ExprId, state: &State, found: &mut Vec<Found>) {
        let body = self.loans.body;
        let mut values = vec![value];
        // The value of a block is that of its last expression.
        while let Some(Expr::Block {
            tail: Some(tail), ..
        }) = values.last().map(|it| body.expr(*it))
        {
            values.push(*tail);
        }
        let Some(value) = values.last().copied() else {
            return;
        };
        for loan in self.held(value, state) {
            let Loan { place, by, .. } = &self.all[loan];
            if !self.graph.own.contains(&place.local) || place.reference().is_some() {
                continue;
            }
            let name = body.body[place.local].name.as_str();
            let is_closure = matches!(body.expr(*by), Expr::Closure { .. });
            let kind = if body.is_param(place.local) {
                "function parameter"
            } else {
                "local variable"
            };
            let (code, message) = match body.expr(*by) {
                _ if is_closure => {
                    let what = closure_name(body, *by);
                    (
                        "E0373",
                        format!(
                            "{what} may outlive the current function, but it borrows `{name}`, which is owned by the current function"
                        ),
                    )
                }
                Expr::Ref { .. } if *by == value => (
                    "E0515",
                    format!("cannot return reference to {kind} `{name}`"),
                ),
                _ => (
                    "E0515",
                    format!("cannot return value referencing {kind} `{name}`"),
                ),
            };
            found.push(Found {
                at: if is_closure {
                    (*by).into()
                } else {
                    value.into()
                },
                local: place.local,
                code,
                message,
                help: None,
            });
            return;
        }
    }
}

/// What rustc calls a closure.
pub fn closure_name(body: &TypedBody, closure: ExprId) -> &'static str {
    use ra_ap_hir_def::hir::ClosureKind;
    match body.expr(closure) {
        Expr::Closure {
            closure_kind: ClosureKind::Coroutine { .. },
            ..
        } => "async block",
        _ => "closure",
    }
}

#[derive(Clone, Copy)]
enum What {
    Read,
    Borrow,
    BorrowMut,
    Move,
    Assign,
    End,
}
