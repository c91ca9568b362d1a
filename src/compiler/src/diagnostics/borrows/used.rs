//! What is used, changed, moved or gone while it is borrowed.

use super::{By, Found, Help, Loan, Solver, State};
use crate::diagnostics::flow::{Access, Action, NodeId, Place};
use ra_ap_hir_def::hir::BindingId;
use std::collections::BTreeSet;

impl Solver<'_, '_, '_, '_> {
    pub fn look(
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
            Action::Bind(local, Some(value)) if live.contains(local) => {
                return self.outlives_block(*local, *value, state, found);
            }
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
        // What is lent to be read is not changed, and nothing leaves a reference.
        if place.is_frozen() || (place.reference().is_some() && matches!(what, What::Move)) {
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
            // What a reference refers to stays where it is.
            if matches!(what, What::Assign | What::End) && place.refers_to(lent) {
                continue;
            }
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
                help: (!matches!(what, What::End)).then_some(Help::By(*by)),
            });
            return;
        }
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
