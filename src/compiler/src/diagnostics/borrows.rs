//! Places that are used against a borrow of them, and borrows that outlive what they borrow.
//!
//! A borrow lasts as long as a variable that holds it is going to be used, or for ever if what outlives the body holds it.
//! Only variables hold borrows here: what happens within one expression is not looked at.

mod outlived;
mod used;

use super::bodies::TypedBody;
use super::flow::{Access, Action, Flow, Graph, NodeId, Place};
use super::loans::{Held, Loans};
use super::report::Report;
use super::stored::Stored;
use ra_ap_hir_def::hir::{BindingId, Expr, ExprId};
use ra_ap_hir_ty::next_solver::TyKind;
use ra_ap_rustc_type_ir::inherent::IntoKind;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A borrow of a place.
#[derive(Clone, PartialEq, Eq)]
struct Loan {
    place: Place,
    access: Access,
    by: By,
}

/// Who made a borrow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Expr(ExprId),
    /// The caller: what a parameter refers to. Its lifetime has no name.
    Caller,
}

/// The borrows that each variable holds, as indices. Under no variable stand those that were given to what outlives the
/// body: what a parameter refers to, or what is captured.
type State = BTreeMap<Option<BindingId>, BTreeSet<usize>>;

pub fn check<'db>(report: &mut Report<'_, 'db>, body: &TypedBody<'db>, flow: &Flow) {
    let mut found = Vec::new();
    {
        let loans = Loans { report, body, flow };
        for graph in &flow.graphs {
            let mut solver = Solver {
                loans: &loans,
                graph,
                all: Vec::new(),
                callers: match graph.of {
                    None => body.unnamed_params(report),
                    Some(_) => Vec::new(),
                },
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
            match help {
                Some(Help::By(by)) => {
                    if let Some(range) = body.range_or_near(report, by) {
                        let line = report.line(range);
                        report.help(format!(
                            "it is borrowed in line {line}, and used after this"
                        ));
                    }
                }
                Some(Help::Text(text)) => report.help(text),
                None => {}
            }
        }
    }
}

struct Found {
    at: ra_ap_hir_def::hir::ExprOrPatId,
    local: BindingId,
    code: &'static str,
    message: String,
    help: Option<Help>,
}

enum Help {
    /// Where it is borrowed.
    By(ExprId),
    Text(&'static str),
}

struct Solver<'s, 'l, 'a, 'db> {
    loans: &'s Loans<'l, 'a, 'db>,
    graph: &'s Graph,
    all: Vec<Loan>,
    /// The parameters that are references whose lifetime has no name.
    callers: Vec<BindingId>,
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
        self.known(self.loans.of(expr), state)
    }

    fn known(&mut self, held: Vec<Held>, state: &State) -> BTreeSet<usize> {
        let by = |local| state.get(&Some(local)).into_iter().flatten().copied();
        let mut all = BTreeSet::new();
        for held in held {
            match held {
                Held::Loan { place, access, by } => {
                    let by = By::Expr(by);
                    all.insert(self.number(Loan { place, access, by }));
                }
                Held::By(local) => all.extend(by(local)),
                Held::In(local) => self.inside(local, state, &mut all),
                Held::Behind(local) => self.behind(local, state, &mut all),
                // `temporaries` looks at them.
                Held::Temporary(_) => {}
            }
        }
        all
    }

    /// What lies in a variable: of a guard, in what it lends.
    fn inside(&self, local: BindingId, state: &State, all: &mut BTreeSet<usize>) {
        match self.loans.is_guard(self.loans.body.infer.binding_ty(local)) {
            true => self.behind(local, state, all),
            false => all.extend(state.get(&Some(local)).into_iter().flatten()),
        }
    }

    /// What lies in what a variable borrows.
    fn behind(&self, local: BindingId, state: &State, all: &mut BTreeSet<usize>) {
        for loan in state.get(&Some(local)).into_iter().flatten() {
            let Loan { place, by, .. } = &self.all[*loan];
            // Of what is behind a reference of the caller's, nothing is known.
            if *by != By::Caller && place.reference().is_none() && place.local != local {
                self.inside(place.local, state, all);
            }
        }
    }

    fn number(&mut self, loan: Loan) -> usize {
        let known = self.all.iter().position(|it| *it == loan);
        known.unwrap_or_else(|| {
            self.all.push(loan);
            self.all.len() - 1
        })
    }

    fn step(&mut self, id: NodeId, state: &mut State) {
        let body = self.loans.body;
        let action = &self.graph.nodes[id].action;
        match action {
            Action::Bind(local, Some(value))
                if self.loans.can_hold(body.infer.binding_ty(*local)) =>
            {
                let borrowed = self.graph.borrowed_by(id);
                let held = self.loans.bound(*local, *value, borrowed);
                let held = self.known(held, state);
                state.insert(Some(*local), held);
            }
            Action::Bind(local, None) if self.callers.contains(local) => {
                let loan = self.number(Loan {
                    place: Place::of(*local),
                    access: Access::Shared,
                    by: By::Caller,
                });
                state.insert(Some(*local), BTreeSet::from([loan]));
            }
            Action::Bind(local, _) | Action::Declare(local) => {
                state.remove(&Some(*local));
            }
            Action::Assign(place, expr) if place.path.is_empty() => {
                let value = match body.expr(*expr) {
                    Expr::Assignment { value, .. } => Some(*value),
                    _ => None,
                };
                if self.loans.can_hold(body.infer.binding_ty(place.local)) {
                    let held = value.map(|it| self.held(it, state)).unwrap_or_default();
                    state.insert(Some(place.local), held);
                }
            }
            Action::Store(expr, _) => {
                for Stored { into, held } in self.loans.stored(*expr) {
                    let held = self.known(held, state);
                    if !held.is_empty() {
                        self.put(into, &held, state);
                    }
                }
            }
            _ => {}
        }
        match action {
            Action::Bind(local, _) | Action::Declare(local) => {
                self.forget(&Place::of(*local), state)
            }
            Action::Assign(place, _) => self.forget(place, state),
            _ => {}
        }
    }

    /// What was behind a reference is another matter when that is assigned to.
    fn forget(&self, place: &Place, state: &mut State) {
        for loans in state.values_mut() {
            loans.retain(|it| !place.refers_to(&self.all[*it].place));
        }
    }

    /// Puts borrows into variables, and into what these lend to change.
    fn put(&self, into: Vec<BindingId>, held: &BTreeSet<usize>, state: &mut State) {
        let ty = |local| self.loans.body.infer.binding_ty(local);
        let mut open = into;
        let mut seen = BTreeSet::new();
        while let Some(local) = open.pop() {
            if !seen.insert(local) {
                continue;
            }
            let is_lent = matches!(ty(local).kind(), TyKind::Ref(..));
            let is_param = self.graph.params().contains(&local);
            if !self.graph.own.contains(&local) || (is_lent && is_param) {
                state.entry(None).or_default().extend(held);
            }
            let known = state.entry(Some(local)).or_default();
            open.extend(known.iter().filter_map(|it| {
                let Loan { place, access, .. } = &self.all[*it];
                let lends = *access == Access::Mutable || self.loans.has_cells(ty(place.local));
                (lends && self.loans.can_hold(ty(place.local))).then_some(place.local)
            }));
            known.extend(held);
            open.extend(self.ends_of(local));
        }
    }

    /// The other ends of what a variable is an end of, as a receiver is of a sender.
    fn ends_of(&self, local: BindingId) -> Vec<BindingId> {
        let body = self.loans.body;
        let made = self.graph.nodes.iter().find_map(|it| match it.action {
            Action::Bind(bound, Some(made)) if bound == local => Some(made),
            _ => None,
        });
        let Some(made) = made else { return Vec::new() };
        if !matches!(body.expr(made), Expr::Call { .. }) {
            return Vec::new();
        }
        let ends = self.graph.nodes.iter().filter_map(|it| match it.action {
            Action::Bind(bound, Some(by)) if by == made => Some(bound),
            _ => None,
        });
        ends.filter(|it| self.loans.has_cells(body.infer.binding_ty(*it)))
            .collect()
    }
}
