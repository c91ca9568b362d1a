//! What the items of an iterator borrow, which is another matter than what the iterator does: `names.iter().copied()`
//! borrows `names`, and its items only what is in there.

use super::loans::{Held, Loans, behind};
use ra_ap_hir as hir;
use ra_ap_hir_def::hir::{ClosureKind, Expr, ExprId};
use ra_ap_hir_def::lang_item::lang_items;
use ra_ap_hir_def::{CallableDefId, FunctionId};
use ra_ap_hir_ty::next_solver::TyKind;
use ra_ap_rustc_type_ir::inherent::IntoKind;

impl<'db> Loans<'_, '_, 'db> {
    /// What the result of a function of std holds that gives items, or what closures made of them. None, if its
    /// signature says all.
    pub fn of_items(&self, function: FunctionId, args: &[ExprId]) -> Option<Vec<Held>> {
        let db = self.report.db;
        let own = self.report.module.map(|it| it.krate(db));
        let function = hir::Function::from(function);
        if Some(function.module(db).krate(db)) == own {
            return None;
        }
        let (first, rest) = args.split_first()?;
        match function.name(db).as_str() {
            "collect" | "max" | "min" | "max_by" | "min_by" | "max_by_key" | "min_by_key"
            | "last" | "reduce" | "find" | "next_back" | "next" | "nth" | "partition"
                if self.is_iterator(*first) =>
            {
                Some(self.items(*first))
            }
            // Of an option, a result, or an iterator.
            "map" | "and_then" | "map_or" | "map_or_else" | "find_map" => {
                let items = self.items(*first);
                let mut held: Vec<Held> =
                    rest.iter().flat_map(|it| self.made(*it, &items)).collect();
                // An iterator still borrows what it goes through.
                if self.is_iterator(*first) {
                    held.extend(self.of(*first));
                }
                Some(held)
            }
            _ => None,
        }
    }

    /// What the items of an expression hold.
    pub fn items(&self, expr: ExprId) -> Vec<Held> {
        match self.body.expr(expr) {
            Expr::MethodCall {
                receiver,
                method_name,
                args,
                ..
            } if self.is_iterator(*receiver) => match method_name.as_str() {
                "map" | "filter_map" | "flat_map" | "map_while" => {
                    let items = self.items(*receiver);
                    args.iter().flat_map(|it| self.made(*it, &items)).collect()
                }
                "copied" | "cloned" => behind(self.items(*receiver)),
                "chain" | "zip" => {
                    let mut held = self.items(*receiver);
                    held.extend(args.iter().flat_map(|it| self.items(*it)));
                    held
                }
                "filter" | "take" | "skip" | "rev" | "peekable" | "enumerate" | "take_while"
                | "skip_while" | "inspect" | "step_by" | "fuse" | "cycle" | "by_ref"
                | "into_iter" | "flatten" => self.items(*receiver),
                _ => self.of(expr),
            },
            // What a `for` makes of what stands there.
            Expr::Call { args, .. } if args.len() == 1 && self.is_iterator(args[0]) => {
                self.items(args[0])
            }
            Expr::Ref { expr: of, .. } if self.is_iterator(*of) => self.items(*of),
            Expr::Path(_) if let Some(made) = self.iterator_of(expr) => self.items(made),
            // What is lent to go on is the iterator, and not an item.
            _ if self.is_iterator(expr) => match self.body.infer.expr_ty(expr).kind() {
                TyKind::Ref(..) => behind(self.plain(expr)),
                _ => self.plain(expr),
            },
            _ => self.of(expr),
        }
    }

    /// What made the iterator that a variable is.
    fn iterator_of(&self, path: ExprId) -> Option<ExprId> {
        let local = self.flow.locals.get(&path)?;
        let made = self.flow.values.get(local)?;
        self.is_iterator(path).then_some(*made)
    }

    /// What a closure or a function makes of what holds this.
    fn made(&self, maker: ExprId, given: &[Held]) -> Vec<Held> {
        match self.body.expr(maker) {
            Expr::Closure {
                args,
                body,
                closure_kind: ClosureKind::Closure,
                ..
            } => {
                let mut params = Vec::new();
                for arg in args {
                    self.body
                        .body
                        .walk_bindings_in_pat(*arg, |it| params.push(it));
                }
                let mut held = Vec::new();
                for it in self.of(*body) {
                    match it {
                        Held::By(local) if params.contains(&local) => {
                            match self.flow.copied.contains(&local) {
                                true => held.extend(behind(given.to_vec())),
                                false => held.extend(given.iter().cloned()),
                            }
                        }
                        Held::Behind(local) if params.contains(&local) => {
                            held.extend(behind(given.to_vec()));
                        }
                        Held::Loan { place, .. } if params.contains(&place.local) => {}
                        Held::In(local) if params.contains(&local) => {}
                        other => held.push(other),
                    }
                }
                held
            }
            _ => match self.body.infer.expr_ty(maker).kind() {
                TyKind::FnDef(def, _) => match def.0 {
                    CallableDefId::FunctionId(it) => self.passed_on(it, &[given.to_vec()]),
                    // A constructor.
                    _ => given.to_vec(),
                },
                // A value for the case that there is none.
                _ => self.of(maker),
            },
        }
    }

    fn is_iterator(&self, expr: ExprId) -> bool {
        let iterator = lang_items(self.report.db, self.body.krate()).Iterator;
        self.body
            .implements(self.body.infer.expr_ty(expr), iterator)
    }
}
