//! Places that are used against a borrow of them, borrows that outlive what they borrow, and those that are returned.
//!
//! A borrow lasts as long as a variable that holds it is going to be used, or for ever if what outlives the body holds it.
//! Only variables hold borrows here: what happens within one expression is not looked at.

use super::bodies::TypedBody;
use super::flow::{Access, Action, Flow, Graph, NodeId, Place};
use super::loans::{Held, Loans, behind};
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
                Held::Behind(local) => {
                    let lent = by(local).map(|it| &self.all[it]);
                    let lent = lent.filter(|it| it.by != By::Caller);
                    all.extend(lent.flat_map(|it| by(it.place.local)));
                }
                // `temporaries` looks at them.
                Held::Temporary(_) => {}
            }
        }
        all
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
        match &self.graph.nodes[id].action {
            Action::Bind(local, Some(value))
                if self.loans.can_hold(body.infer.binding_ty(*local)) =>
            {
                let mut held = self.loans.of(*value);
                if self.loans.flow.copied.contains(local) {
                    held = behind(held);
                }
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

    fn look(
        &mut self,
        id: NodeId,
        state: &State,
        live: &BTreeSet<BindingId>,
        found: &mut Vec<Found>,
    ) {
        let node = &self.graph.nodes[id];
        let body = self.loans.body;
        match &node.action {
            Action::Return(Some(value)) => {
                self.given_back(*value, state, found);
                return self.returned(*value, state, found);
            }
            Action::Store(expr, _) => return self.given_on(*expr, state, found),
            _ => {}
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
        let holders = state.iter().filter(|(local, _)| match local {
            Some(local) => live.contains(local) && *local != place.local,
            None => true,
        });
        let active: BTreeSet<usize> = holders
            .flat_map(|(_, loans)| loans.iter().copied())
            .collect();
        for loan in active {
            let Loan {
                place: lent,
                access,
                by: By::Expr(by),
            } = &self.all[loan]
            else {
                continue;
            };
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

    /// The first parameter that a value holds for as long as only the caller knows.
    fn of_caller(&mut self, held: Vec<Held>, state: &State) -> Option<BindingId> {
        let held = self.known(held, state);
        let loans = held.into_iter().map(|it| &self.all[it]);
        let mut given = loans.filter(|it| it.by == By::Caller);
        given.next().map(|it| it.place.local)
    }

    /// What is put into what a parameter refers to has to be good for as long as that.
    fn given_on(&mut self, expr: ExprId, state: &State, found: &mut Vec<Found>) {
        let Loans { body, report, .. } = *self.loans;
        for Stored { into, held } in self.loans.stored(expr) {
            let into = into
                .into_iter()
                .find_map(|it| body.mentions_behind(report, it));
            if let Some(into) = into
                && let Some(given) = self.of_caller(held, state)
            {
                found.push(too_short(body, expr, given, !into.elided));
            }
        }
    }

    /// What is returned has to be good for as long as the signature says.
    fn given_back(&mut self, value: ExprId, state: &State, found: &mut Vec<Found>) {
        let Loans { body, report, .. } = *self.loans;
        if self.graph.of.is_some() {
            return;
        }
        let Some(lenders) = body.lenders(report) else {
            return;
        };
        for value in ends(body, value) {
            if let Some(given) = self.of_caller(self.loans.of(value), state)
                && !lenders.contains(&given)
            {
                found.push(too_short(body, value, given, lenders.is_empty()));
            }
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
            let Loan {
                place,
                by: By::Expr(by),
                ..
            } = &self.all[loan]
            else {
                continue;
            };
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

/// The expressions that a value may be the value of.
fn ends(body: &TypedBody, value: ExprId) -> Vec<ExprId> {
    let all = |of: Vec<ExprId>| of.into_iter().flat_map(|it| ends(body, it)).collect();
    match body.expr(value) {
        Expr::Block { tail, .. } => all(tail.iter().copied().collect()),
        Expr::If {
            then_branch,
            else_branch,
            ..
        } => all(std::iter::once(then_branch)
            .chain(else_branch)
            .copied()
            .collect()),
        Expr::Match { arms, .. } => all(arms.iter().map(|it| it.expr).collect()),
        _ => vec![value],
    }
}

/// What a parameter refers to may be gone too early.
fn too_short(body: &TypedBody, at: ExprId, given: BindingId, is_named: bool) -> Found {
    let name = body.body[given].name.as_str();
    let (code, message) = match is_named && name != "self" {
        true => (
            "E0621",
            format!("explicit lifetime required in the type of `{name}`"),
        ),
        false => ("", "lifetime may not live long enough".to_owned()),
    };
    Found {
        at: at.into(),
        local: given,
        code,
        message,
        help: None,
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
