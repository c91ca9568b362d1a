//! Borrows that are given to what lives longer than what they borrow: to the caller, to what a parameter refers to, to
//! what is around a block.

use super::{By, Found, Help, Loan, Solver, State};
use crate::diagnostics::bodies::TypedBody;
use crate::diagnostics::loans::{Held, Loans};
use crate::diagnostics::stored::Stored;
use ra_ap_hir_def::hir::{BindingId, Expr, ExprId, Statement};
use std::collections::BTreeSet;

const PUT: &str = "nothing says that what it refers to is good for so long: give both one lifetime, as in `fn add<'a>(list: &mut Vec<&'a str>, item: &'a str)`";
const GIVEN_BACK: &str = "nothing says that what it refers to is good for so long: give both one lifetime, as in `fn pick<'a>(a: &'a str, b: &'a str) -> &'a str`";

impl Solver<'_, '_, '_, '_> {
    /// What a block gives may not borrow from what ends with it.
    pub fn outlives_block(
        &mut self,
        local: BindingId,
        value: ExprId,
        state: &State,
        found: &mut Vec<Found>,
    ) {
        let body = self.loans.body;
        let mut ended = BTreeSet::new();
        within(body, value, &mut ended);
        if ended.is_empty() || !self.loans.can_hold(body.infer.binding_ty(local)) {
            return;
        }
        for loan in self.held(value, state) {
            let Loan { place, by, .. } = &self.all[loan];
            if let By::Expr(by) = by
                && ended.contains(&place.local)
                && place.reference().is_none()
                // A macro knows what it keeps.
                && body.declaration(self.loans.report, place.local).is_some()
            {
                let shown = body.show_place(place);
                found.push(Found {
                    at: (*by).into(),
                    local: place.local,
                    code: "E0597",
                    message: format!("`{shown}` does not live long enough"),
                    help: None,
                });
                return;
            }
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
    pub fn given_on(&mut self, expr: ExprId, state: &State, found: &mut Vec<Found>) {
        let Loans { body, report, .. } = *self.loans;
        for Stored { into, held } in self.loans.stored(expr) {
            let into = into
                .into_iter()
                .find_map(|it| body.mentions_behind(report, it));
            if let Some(into) = into
                && let Some(given) = self.of_caller(held, state)
            {
                found.push(too_short(body, expr, given, !into.elided, PUT));
            }
        }
    }

    /// What is returned has to be good for as long as the signature says.
    pub fn given_back(&mut self, value: ExprId, state: &State, found: &mut Vec<Found>) {
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
                found.push(too_short(
                    body,
                    value,
                    given,
                    lenders.is_empty(),
                    GIVEN_BACK,
                ));
            }
        }
    }

    /// E0515: what is returned may not borrow from what ends here.
    pub fn returned(&mut self, value: ExprId, state: &State, found: &mut Vec<Found>) {
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
                    let what = body.closure_name(*by);
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

/// The variables of the blocks that an expression's value is the value of.
fn within(body: &TypedBody, value: ExprId, found: &mut BTreeSet<BindingId>) {
    match body.expr(value) {
        Expr::Block {
            statements, tail, ..
        } => {
            for statement in statements {
                if let Statement::Let { pat, .. } = statement {
                    body.body.walk_bindings_in_pat(*pat, |it| {
                        found.insert(it);
                    });
                }
            }
            tail.iter().for_each(|it| within(body, *it, found));
        }
        Expr::If {
            then_branch,
            else_branch,
            ..
        } => {
            within(body, *then_branch, found);
            else_branch.iter().for_each(|it| within(body, *it, found));
        }
        Expr::Match { arms, .. } => arms.iter().for_each(|it| within(body, it.expr, found)),
        _ => {}
    }
}

/// What a parameter refers to may be gone too early.
fn too_short(
    body: &TypedBody,
    at: ExprId,
    given: BindingId,
    is_named: bool,
    help: &'static str,
) -> Found {
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
        help: Some(Help::Text(help)),
    }
}
