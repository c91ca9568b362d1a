//! What a call, or an assignment, puts away, and into which variables: `list.push(&text)` puts a borrow into `list`.

use super::loans::{Held, Loans, met};
use super::mentions::Mentions;
use ra_ap_hir_def::FunctionId;
use ra_ap_hir_def::hir::{BindingId, Expr, ExprId, Pat};
use ra_ap_hir_ty::next_solver::TyKind;
use ra_ap_rustc_type_ir::inherent::IntoKind;

/// What is put away.
pub struct Stored {
    /// The variables that hold it from now on; of some it is held by what they refer to.
    pub into: Vec<BindingId>,
    pub held: Vec<Held>,
}

impl<'db> Loans<'_, '_, 'db> {
    pub fn stored(&self, expr: ExprId) -> Vec<Stored> {
        match self.body.expr(expr) {
            Expr::Assignment { target, value } => self.assigned(&self.body.body[*target], *value),
            _ => self
                .body
                .call(expr)
                .map_or(Vec::new(), |(function, args)| self.put_by(function, &args)),
        }
    }

    fn assigned(&self, target: &Pat, value: ExprId) -> Vec<Stored> {
        let Pat::Expr(place) = target else {
            return Vec::new();
        };
        let into = match self.flow.places.get(place) {
            Some(it) => vec![it.local],
            None => lenders(self.borrowed(*place, super::flow::Access::Mutable, *place)),
        };
        let held = self.of(value);
        vec![Stored { into, held }]
    }

    /// What a function may put into what is behind its arguments: what has a lifetime or a type of theirs.
    fn put_by(&self, function: FunctionId, args: &[ExprId]) -> Vec<Stored> {
        let db = self.report.db;
        let signature = self.signature(function);
        let inputs: Vec<_> = signature.inputs().iter().copied().zip(args).collect();
        let mut stored = Vec::new();
        for (i, (input, arg)) in inputs.iter().enumerate() {
            let TyKind::Ref(_, inner, mutability) = input.kind() else {
                continue;
            };
            let keeps = match mutability.is_mut() {
                true => Mentions::of(inner),
                false => Mentions::in_cells(db, inner),
            };
            let others = inputs.iter().enumerate().filter(|(j, _)| *j != i);
            let mut held = Vec::new();
            for (_, (input, arg)) in others {
                // Before it is asked what is held, as that takes longer.
                if Mentions::of(*input).meets(&keeps) {
                    held.extend(met(*input, &self.of(**arg), &keeps));
                }
            }
            if !held.is_empty() {
                let into = lenders(self.of(**arg));
                stored.push(Stored { into, held });
            }
        }
        stored
    }
}

/// The variables that lend this.
fn lenders(held: Vec<Held>) -> Vec<BindingId> {
    held.into_iter()
        .filter_map(|it| match it {
            Held::Loan { place, .. } => Some(place.local),
            Held::By(local) => Some(local),
            Held::In(_) | Held::Behind(_) | Held::Temporary(_) => None,
        })
        .collect()
}
