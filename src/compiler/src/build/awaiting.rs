//! `.await`, as rustc writes it out.

use ra_ap_hir_def::{AssocItemId, FunctionId as HirFunction, HasModule, ItemContainerId, Lookup};
use ra_ap_hir_ty::next_solver::{GenericArgs, Mutability, Ty};
use ra_ap_rustc_type_ir::inherent::Ty as _;

use super::body::Making;
use super::shims::call;
use crate::thir::{Arm, Block, Expr, ExprKind, Pat, PatKind, Statement, TypeId};

impl<'db> Making<'_, 'db> {
    /// ```text
    /// match IntoFuture::into_future(awaited) {
    ///     mut awaitee => loop {
    ///         match Future::poll(Pin { pointer: &mut awaitee }, context) {
    ///             Poll::Ready(result) => break result,
    ///             Poll::Pending => {}
    ///         }
    ///         yield;
    ///     }
    /// }
    /// ```
    pub(super) fn awaiting(&mut self, awaited: Expr, ty: TypeId) -> Expr {
        let awaited = self.future_of(awaited);
        let future = awaited.ty;
        let awaitee = self.new_local("", future);
        let Some(poll) = self.poll_once(awaitee, future) else {
            return self.refuse("the playground does not know how to await this", ty);
        };
        let label = self.label(None);

        let result = self.new_local("", ty);
        let ready = PatKind::Binding {
            local: result,
            by_ref: false,
            sub: None,
        };
        let ready = Pat { kind: ready, ty };
        let poll_ty = poll.ty;
        let variant = |number, fields| Pat {
            kind: PatKind::Variant(number, fields),
            ty: poll_ty,
        };
        let never = self.builder.interner.default_types().types.never;
        let never = self.builder.type_id(never);
        let value = self.read_local(result);
        let leave = self.expr(ExprKind::Break(label, Some(Box::new(value))), never);
        let unit = self.builder.unit();
        let arms = vec![
            Arm {
                pat: variant(0, vec![(0, ready)]),
                guard: None,
                body: self.expr(ExprKind::NeverToAny(Box::new(leave)), unit),
            },
            Arm {
                pat: variant(1, Vec::new()),
                guard: None,
                body: self.unit(),
            },
        ];
        let look = self.expr(ExprKind::Match(Box::new(poll), arms), unit);
        let wait = self.expr(ExprKind::Yield, unit);
        let turn = Block {
            statements: vec![Statement::Expr(look), Statement::Expr(wait)],
            tail: None,
            label: None,
        };
        let turn = self.expr(ExprKind::Block(Box::new(turn)), unit);
        let turns = self.expr(ExprKind::Loop(label, Box::new(turn)), ty);
        let arm = Arm {
            pat: Pat {
                kind: PatKind::Binding {
                    local: awaitee,
                    by_ref: false,
                    sub: None,
                },
                ty: future,
            },
            guard: None,
            body: turns,
        };
        self.expr(ExprKind::Match(Box::new(awaited), vec![arm]), ty)
    }

    /// If this is the body of a plain `main`, and a function is tokio's `block_on`: the async function `drive` beside it.
    pub(super) fn driving(&self, function: HirFunction) -> Option<HirFunction> {
        let db = self.builder.db;
        let ItemContainerId::ImplId(container) = function.lookup(db).container else {
            return None;
        };
        let named = |name: &str| {
            let items = &container.impl_items(db).items;
            items.iter().find_map(|(it, item)| match *item {
                AssocItemId::FunctionId(id) if it.as_str() == name => Some(id),
                _ => None,
            })
        };
        let is_drivers = self.waits && function.krate(db) != self.builder.env.krate;
        (is_drivers && named("block_on") == Some(function)).then(|| named("drive"))?
    }

    /// `drive(arguments).await`.
    pub(super) fn drive(
        &mut self,
        drive: HirFunction,
        of: GenericArgs<'db>,
        arguments: Vec<Expr>,
        ty: TypeId,
    ) -> Expr {
        let signature = self.builder.db.callable_item_signature(drive.into());
        let future = self
            .builder
            .mono(signature.skip_binder().skip_binder().output(), of);
        let future = self.builder.type_id(future);
        let callee = self.builder.resolve(drive, of).callee();
        let future = self.call_callee(callee, arguments, future);
        self.awaiting(future, ty)
    }

    /// A future is its own: then nothing is called.
    fn future_of(&mut self, awaited: Expr) -> Expr {
        let from = self.builder.ty(awaited.ty);
        let Some(into_future) = self.builder.lang.IntoFutureIntoFuture else {
            return awaited;
        };
        let on = GenericArgs::new_from_slice(&[from.into()]);
        let output = self
            .builder
            .db
            .callable_item_signature(into_future.into())
            .skip_binder()
            .skip_binder()
            .output();
        let to = self.builder.mono(output, on);
        if from == to {
            return awaited;
        }
        let to = self.builder.type_id(to);
        match self.builder.resolve(into_future, on).callee() {
            Some(callee) => {
                let mut it = call(callee, vec![awaited], to);
                it.line = self.line;
                it
            }
            None => awaited,
        }
    }

    fn poll_once(&mut self, awaitee: crate::thir::LocalId, future: TypeId) -> Option<Expr> {
        let builder = &mut *self.builder;
        let future = builder.ty(future);
        let poll = builder.lang.FuturePoll?;
        let on = GenericArgs::new_from_slice(&[future.into()]);
        let callee = builder.resolve(poll, on).callee()?;
        let output = builder.lang.FutureOutput?;
        let output = Ty::new_projection(builder.interner, output.into(), [future]);
        let nothing = GenericArgs::empty(builder.interner);
        let output = builder.mono(output, nothing);
        let ret = builder.poll_of(output);
        let ret = builder.type_id(ret);
        let pointer = builder.reference(future, Mutability::Mut);
        let pin = builder.pin_of(pointer);
        let (pointer, pin) = (builder.type_id(pointer), builder.type_id(pin));
        let context_ty = builder.context();

        let place = self.read_local(awaitee);
        let place = self.expr(ExprKind::Borrow(Box::new(place)), pointer);
        let pinned = self.expr(ExprKind::Aggregate(vec![(0, place)]), pin);
        let context = self.expr(ExprKind::Context, context_ty);
        let mut it = call(callee, vec![pinned, context], ret);
        it.line = self.line;
        Some(it)
    }
}
