//! Makes the graphs of a body.

use super::{
    Access, Action, Await, Flow, Graph, Node, NodeId, Place, Pointer, Step, Unnamed, Until,
};
use crate::diagnostics::bodies::TypedBody;
use crate::diagnostics::report::Report;
use either::Either;
use ra_ap_hir_def::hir::{
    Array, BindingId, ClosureKind, CoroutineSource, Expr, ExprId, ExprOrPatId, LabelId, Pat, PatId,
    RecordSpread, Statement,
};
use ra_ap_hir_def::lang_item::lang_items;
use ra_ap_hir_def::resolver::{HasResolver, ValueNs};
use ra_ap_hir_ty::closure_analysis::{BorrowKind, UpvarCapture};
use ra_ap_hir_ty::next_solver::{Ty, TyKind};
use ra_ap_hir_ty::{Adjust, AutoBorrow, ByRef};
use ra_ap_rustc_type_ir::ClosureKind as CallKind;
use ra_ap_rustc_type_ir::inherent::{GenericArgs as _, IntoKind};
use ra_ap_syntax::ast::{BinaryOp, UnaryOp};
use std::collections::{HashMap, HashSet};

pub fn lower<'db>(report: &Report<'_, 'db>, body: &TypedBody<'db>) -> Flow {
    let locals = locals(report, body);
    let mut flow = Flow {
        graphs: Vec::new(),
        locals,
        places: HashMap::new(),
        values: HashMap::new(),
        copied: HashSet::new(),
    };
    let mut open = vec![None];
    while let Some(closure) = open.pop() {
        let mut lower = Lower {
            report,
            body,
            flow: &mut flow,
            graph: Graph {
                nodes: Vec::new(),
                own: Vec::new(),
                unreachable: Vec::new(),
                awaits: Vec::new(),
                of: closure,
            },
            here: Vec::new(),
            targets: Vec::new(),
            scopes: Vec::new(),
            values: Vec::new(),
            closures: Vec::new(),
        };
        lower.unit(closure);
        open.append(&mut lower.closures);
        let graph = lower.graph;
        flow.graphs.push(graph);
    }
    flow
}

/// What the paths of a body name, of its variables.
fn locals<'db>(report: &Report<'_, 'db>, body: &TypedBody<'db>) -> HashMap<ExprId, BindingId> {
    let db = report.db;
    let mut resolver = body.owner.resolver(db);
    let mut found = HashMap::new();
    for (id, expr) in body.body.exprs() {
        let Expr::Path(path) = expr else { continue };
        let guard = resolver.update_to_inner_scope(db, body.owner, id);
        let hygiene = body.body.expr_path_hygiene(id);
        if let Some(ValueNs::LocalBinding(it)) =
            resolver.resolve_path_in_value_ns_fully(db, path, hygiene)
        {
            found.insert(id, it);
        }
        resolver.reset_to_guard(guard);
    }
    found
}

/// Where `break` and `continue` go to.
struct Target {
    label: Option<LabelId>,
    is_loop: bool,
    head: NodeId,
    breaks: Vec<NodeId>,
}

struct Lower<'l, 'a, 'db> {
    report: &'l Report<'a, 'db>,
    body: &'l TypedBody<'db>,
    flow: &'l mut Flow,
    graph: Graph,
    /// The nodes that the next one comes after. None, if it is not reached.
    here: Vec<NodeId>,
    targets: Vec<Target>,
    /// The variables of each block.
    scopes: Vec<Vec<BindingId>>,
    /// The values without a name that are alive.
    values: Vec<Unnamed>,
    closures: Vec<Option<ExprId>>,
}

/// Where an expression's value is.
#[derive(Clone)]
enum Found {
    Place(Place),
    /// Behind a call of `index` or `deref`, of this expression.
    Lent(ExprId),
    /// Nowhere that has a name.
    Value,
}

impl<'db> Lower<'_, '_, 'db> {
    fn unit(&mut self, closure: Option<ExprId>) {
        let root = closure.unwrap_or_else(|| self.body.body.root_expr());
        self.push(Action::Join, root.into());
        self.scopes.push(Vec::new());
        let value = match self.body.expr(root) {
            Expr::Closure { args, body, .. } if closure.is_some() => {
                for arg in args {
                    self.bind_value(*arg, None);
                }
                *body
            }
            // All of an async function is its block.
            Expr::Closure {
                closure_kind:
                    ClosureKind::Coroutine {
                        source: CoroutineSource::Fn,
                        ..
                    },
                body,
                ..
            } => *body,
            _ => {
                if let Some(param) = &self.body.body.self_param {
                    self.graph.own.push(param.formal);
                    self.push(Action::Bind(param.formal, None), root.into());
                }
                for param in &self.body.body.params {
                    self.bind_value(param.formal, None);
                }
                root
            }
        };
        self.consume(value);
        self.push(Action::Return(Some(value)), value.into());
        self.end_scope(value.into());
    }

    fn push(&mut self, action: Action, at: ExprOrPatId) -> NodeId {
        let id = self.graph.nodes.len();
        for before in std::mem::take(&mut self.here) {
            self.graph.nodes[before].next.push(id);
        }
        self.graph.nodes.push(Node {
            action,
            at,
            next: Vec::new(),
        });
        // What is not reached stays so: no node leads to the first.
        self.here.push(id);
        id
    }

    fn dead(&self) -> bool {
        self.here.is_empty()
    }

    /// A node is only made where it is reached.
    fn act(&mut self, action: Action, at: impl Into<ExprOrPatId>) {
        if !self.dead() {
            self.push(action, at.into());
        }
    }

    fn end_scope(&mut self, at: ExprOrPatId) {
        for local in self.scopes.pop().unwrap_or_default().into_iter().rev() {
            self.act(Action::End(local), at);
        }
    }

    fn own(&mut self, local: BindingId) {
        self.graph.own.push(local);
        if let Some(scope) = self.scopes.last_mut() {
            scope.push(local);
        }
    }

    fn ty(&self, expr: ExprId) -> Ty<'db> {
        self.body.infer.expr_ty(expr)
    }

    // --- Expressions --------------------------------------------------------

    /// Takes the value of an expression.
    fn consume(&mut self, expr: ExprId) {
        let found = self.adjusted(expr);
        let ty = self
            .body
            .infer
            .type_of_expr_with_adjust(expr)
            .unwrap_or(self.ty(expr));
        self.take(found, ty, expr.into());
        if self.ty(expr).is_never() {
            self.here.clear();
        }
    }

    fn take(&mut self, found: Found, ty: Ty<'db>, at: ExprOrPatId) {
        let place = match found {
            Found::Place(place) => place,
            Found::Lent(by) if !self.body.is_copy(ty) => return self.act(Action::Steal(by), at),
            _ => return,
        };
        if self.body.is_copy(ty) {
            self.act(Action::Read(place), at);
        } else {
            self.act(Action::Move(place), at);
        }
    }

    /// An expression with what rust-analyzer adds to it: dereferences and borrows.
    fn adjusted(&mut self, expr: ExprId) -> Found {
        let mut found = self.place(expr);
        let Some(adjustments) = self.body.infer.expr_adjustment(expr) else {
            return found;
        };
        let mut ty = self.ty(expr);
        let is_used_where_it_is = |it: &Adjust| matches!(it, Adjust::Deref(_) | Adjust::Borrow(_));
        if adjustments
            .first()
            .is_some_and(|it| is_used_where_it_is(&it.kind))
        {
            self.keep(expr, &found, Until::StatementEnds);
        }
        for adjustment in adjustments {
            found = match &adjustment.kind {
                Adjust::Deref(None) => self.deref(found, ty),
                Adjust::Deref(Some(overloaded)) => {
                    let by = lang_items(self.report.db, self.body.krate()).DerefMut;
                    let mutable = overloaded.0.is_mut() && self.body.lends_to_change(ty, by, &[]);
                    self.borrow(found, access(mutable), expr.into());
                    Found::Lent(expr)
                }
                Adjust::Borrow(AutoBorrow::Ref(_)) => {
                    let mutable = Pointer::of(adjustment.target.as_ref()) == Some(Pointer::Mutable);
                    self.borrow(found, access(mutable), expr.into());
                    Found::Value
                }
                Adjust::Borrow(AutoBorrow::RawPtr(mutability)) => {
                    self.borrow(found, access(mutability.is_mut()), expr.into());
                    Found::Value
                }
                Adjust::NeverToAny | Adjust::Pointer(_) => found,
            };
            ty = adjustment.target.as_ref();
        }
        found
    }

    fn borrow(&mut self, found: Found, access: Access, at: ExprOrPatId) {
        if let Found::Place(place) = found {
            self.act(Action::Borrow(place, access), at);
        }
    }

    /// What a built-in pointer points to.
    fn deref(&self, found: Found, ty: Ty<'db>) -> Found {
        match (found, Pointer::of(ty)) {
            (Found::Place(place), Some(pointer)) => Found::Place(place.then(Step::Deref(pointer))),
            _ => Found::Value,
        }
    }

    /// Evaluates an expression up to its place, if it has one.
    fn place(&mut self, expr: ExprId) -> Found {
        let found = match self.body.expr(expr) {
            Expr::Path(_) => match self.flow.locals.get(&expr) {
                Some(local) => Found::Place(Place::of(*local)),
                None => Found::Value,
            },
            Expr::Field { expr: base, .. } => {
                let found = self.adjusted(*base);
                self.keep(*base, &found, Until::Dropped);
                let field = match self.body.infer.field_resolution(expr) {
                    Some(Either::Left(it)) => Some(it.local_id.into_raw().into_u32()),
                    Some(Either::Right(it)) => Some(it.index),
                    None => None,
                };
                match (found, field) {
                    (Found::Place(place), Some(field)) => {
                        Found::Place(place.then(Step::Field(0, field)))
                    }
                    (Found::Lent(by), _) => Found::Lent(by),
                    _ => Found::Value,
                }
            }
            Expr::UnaryOp {
                expr: base,
                op: UnaryOp::Deref,
            } => {
                let ty = self
                    .body
                    .infer
                    .type_of_expr_with_adjust(*base)
                    .unwrap_or(self.ty(*base));
                let overloaded =
                    Pointer::of(ty).is_none() || self.body.infer.method_resolution(expr).is_some();
                let found = self.adjusted(*base);
                self.keep(*base, &found, Until::StatementEnds);
                if overloaded {
                    self.borrow(found, Access::Shared, (*base).into());
                    Found::Lent(expr)
                } else {
                    self.deref(found, ty)
                }
            }
            Expr::Index { base, index } => {
                let overloaded = self.body.infer.method_resolution(expr).is_some()
                    && !is_sequence(self.ty(*base));
                let found = self.adjusted(*base);
                self.keep(*base, &found, Until::StatementEnds);
                self.consume(*index);
                match found {
                    Found::Place(place) if !overloaded => Found::Place(place.then(Step::Index)),
                    found if overloaded => {
                        self.borrow(found, Access::Shared, (*base).into());
                        Found::Lent(expr)
                    }
                    _ => Found::Value,
                }
            }
            _ => {
                self.value(expr);
                Found::Value
            }
        };
        if let Found::Place(place) = &found {
            self.flow.places.insert(expr, place.clone());
        }
        found
    }

    fn value(&mut self, expr: ExprId) {
        match self.body.expr(expr) {
            Expr::Missing
            | Expr::Literal(_)
            | Expr::Underscore
            | Expr::OffsetOf(_)
            | Expr::InlineAsm(_)
            | Expr::IncludeBytes
            | Expr::Const(_)
            | Expr::Path(_)
            | Expr::Field { .. }
            | Expr::Index { .. } => {}
            Expr::If {
                condition,
                then_branch,
                else_branch,
            } => {
                let before = self.values.len();
                self.scopes.push(Vec::new());
                let no = self.condition(*condition);
                self.consume(*then_branch);
                self.end_scope((*then_branch).into());
                self.release(before);
                let then = std::mem::replace(&mut self.here, no);
                if let Some(it) = else_branch {
                    self.consume(*it);
                }
                self.here.extend(then);
            }
            Expr::Let { .. } => {
                let no = self.condition(expr);
                self.here.extend(no);
            }
            Expr::Block {
                statements,
                tail,
                label,
                ..
            } => self.block(expr, statements, *tail, *label),
            Expr::Unsafe {
                statements, tail, ..
            } => self.block(expr, statements, *tail, None),
            Expr::Loop { body, label, .. } => self.repeat(expr, *body, *label),
            Expr::Call { callee, args } => {
                self.consume_callee(*callee);
                self.consume_all(args.iter().copied());
                self.store(expr, args.to_vec());
            }
            Expr::MethodCall { receiver, args, .. } => {
                let operands: Vec<ExprId> =
                    std::iter::once(receiver).chain(args).copied().collect();
                self.consume_all(operands.iter().copied());
                self.store(expr, operands);
            }
            Expr::Match { expr: value, arms } => self.choose(*value, arms),
            Expr::Continue { label } => {
                if let Some(i) = self.target(*label, true) {
                    let head = self.targets[i].head;
                    for before in std::mem::take(&mut self.here) {
                        self.graph.nodes[before].next.push(head);
                    }
                }
                self.here.clear();
            }
            Expr::Break { expr: value, label } => {
                if let Some(it) = value {
                    self.consume(*it);
                }
                let here = std::mem::take(&mut self.here);
                if let Some(i) = self.target(*label, false) {
                    self.targets[i].breaks.extend(here);
                }
            }
            Expr::Return { expr: value } => {
                if let Some(it) = value {
                    self.consume(*it);
                }
                self.act(Action::Return(*value), expr);
                self.here.clear();
            }
            Expr::Become { expr: value } => self.consume(*value),
            Expr::Yield { expr: value } | Expr::Yeet { expr: value } => {
                if let Some(it) = value {
                    self.consume(*it);
                }
            }
            Expr::RecordLit { fields, spread, .. } => {
                self.consume_all(fields.iter().map(|it| it.expr));
                if let RecordSpread::Expr(it) = spread {
                    // Only some fields are moved: nothing is said of that.
                    let found = self.adjusted(*it);
                    if let Found::Place(place) = found {
                        self.act(Action::Read(place), *it);
                    }
                }
            }
            Expr::Cast { expr: value, .. } => self.consume(*value),
            Expr::Await { expr: value } => {
                self.consume(*value);
                self.suspend(expr, *value);
            }
            Expr::Ref {
                expr: of,
                mutability,
                ..
            } => {
                let found = self.adjusted(*of);
                self.keep(*of, &found, Until::StatementEnds);
                self.borrow(found, access(mutability.is_mut()), expr.into());
            }
            Expr::UnaryOp { expr: of, .. } => self.consume(*of),
            Expr::BinaryOp { lhs, rhs, op } => self.binary(expr, *lhs, *rhs, *op),
            Expr::Assignment { target, value } => {
                self.consume(*value);
                self.assign(*target, expr);
                if let Pat::Expr(place) = self.body.body[*target]
                    && !self.flow.locals.contains_key(&place)
                {
                    self.store(expr, vec![place]);
                }
            }
            Expr::Range { lhs, rhs, .. } => {
                for it in lhs.iter().chain(rhs) {
                    self.consume(*it);
                }
            }
            Expr::Closure { .. } => self.closure(expr),
            Expr::Tuple { exprs } => self.consume_all(exprs.iter().copied()),
            Expr::Array(Array::ElementList { elements }) => {
                self.consume_all(elements.iter().copied())
            }
            Expr::Array(Array::Repeat { initializer, .. }) => self.consume(*initializer),
        }
    }

    /// Takes the values of several expressions, each of which waits for the others.
    fn consume_all(&mut self, exprs: impl Iterator<Item = ExprId>) {
        let before = self.values.len();
        for value in exprs {
            self.consume(value);
            let until = Until::Used;
            self.values.push(Unnamed { value, until });
        }
        let made = self.values.split_off(before);
        let kept = made.into_iter().filter(|it| it.until != Until::Used);
        self.values.extend(kept);
    }

    /// What is given is put away, into what is used by these expressions.
    fn store(&mut self, expr: ExprId, operands: Vec<ExprId>) {
        let used = operands.iter().filter_map(|it| self.flow.places.get(it));
        let used = used.map(|it| it.local).collect();
        self.act(Action::Store(expr, used), expr);
    }

    /// Lets what has no name live to the end of its statement, if it is used where it is.
    fn keep(&mut self, value: ExprId, found: &Found, until: Until) {
        let is_place = match self.body.expr(value) {
            Expr::Path(_) | Expr::Field { .. } | Expr::Index { .. } => true,
            Expr::UnaryOp { op, .. } => *op == UnaryOp::Deref,
            _ => matches!(self.ty(value).kind(), TyKind::Ref(..)),
        };
        if matches!(found, Found::Value) && !is_place {
            self.values.push(Unnamed { value, until });
        }
    }

    /// Lets the values that were made since there were so many go, at the end of a statement.
    fn release(&mut self, before: usize) {
        self.values.truncate(before);
    }

    /// The value without a name that a `let` keeps for as long as its variable: `let x = &…;`.
    fn extended(&self, initializer: ExprId) -> Option<ExprId> {
        let Expr::Ref { expr, .. } = self.body.expr(initializer) else {
            return None;
        };
        let mut of = *expr;
        while let Expr::Field { expr: base, .. } | Expr::Index { base, .. } = self.body.expr(of) {
            of = *base;
        }
        Some(of)
    }

    /// Notes what is alive at an `.await`.
    fn suspend(&mut self, expr: ExprId, awaited: ExprId) {
        if self.dead() {
            return;
        }
        let mut values = self.values.clone();
        values.push(Unnamed {
            value: awaited,
            until: Until::Used,
        });
        self.act(Action::Await(self.graph.awaits.len()), expr);
        self.graph.awaits.push(Await {
            at: expr,
            locals: self.scopes.iter().flatten().copied().collect(),
            values,
        });
    }

    /// What is called: a closure in a variable is borrowed for it, unless it can be called only once.
    fn consume_callee(&mut self, callee: ExprId) {
        let adjusted = self
            .body
            .infer
            .expr_adjustment(callee)
            .is_some_and(|it| !it.is_empty());
        match self.flow.locals.get(&callee) {
            Some(local) if !adjusted => {
                // rust-analyzer leaves the borrow out where a closure calls for one.
                let place = Place::of(*local);
                self.flow.places.insert(callee, place.clone());
                let action = match self.call_kind(self.ty(callee)) {
                    CallKind::FnOnce => Action::Move(place),
                    CallKind::FnMut => Action::Borrow(place, Access::Mutable),
                    CallKind::Fn => Action::Read(place),
                };
                self.act(action, callee);
            }
            _ => self.consume(callee),
        }
    }

    /// How a call takes what it calls.
    fn call_kind(&self, ty: Ty<'db>) -> CallKind {
        let lang = lang_items(self.report.db, self.body.krate());
        let is = |of| self.body.implements(ty, of);
        match ty.kind() {
            TyKind::Closure(_, of) => of.as_closure().kind(),
            TyKind::FnDef(..) | TyKind::FnPtr(..) | TyKind::Ref(..) => CallKind::Fn,
            _ if is(lang.Fn) || !is(lang.FnOnce) => CallKind::Fn,
            _ if is(lang.FnMut) => CallKind::FnMut,
            _ => CallKind::FnOnce,
        }
    }

    fn binary(&mut self, expr: ExprId, lhs: ExprId, rhs: ExprId, op: Option<BinaryOp>) {
        match op {
            Some(BinaryOp::LogicOp(_)) => {
                let before = self.values.len();
                self.consume(lhs);
                self.release(before);
                let short = self.here.clone();
                self.consume(rhs);
                self.release(before);
                self.here.extend(short);
            }
            Some(BinaryOp::Assignment { .. }) if is_number(self.ty(lhs)) => {
                self.consume(rhs);
                let found = self.place(lhs);
                if let Found::Place(place) = found {
                    self.act(Action::Read(place.clone()), lhs);
                    self.act(Action::Assign(place, expr), expr);
                }
            }
            Some(BinaryOp::Assignment { .. }) => {
                self.consume(rhs);
                let found = self.place(lhs);
                self.borrow(found, Access::Mutable, expr.into());
            }
            Some(BinaryOp::CmpOp(_)) => {
                for side in [lhs, rhs] {
                    let found = self.place(side);
                    self.keep(side, &found, Until::StatementEnds);
                    self.borrow(found, Access::Shared, side.into());
                }
            }
            _ => self.consume_all([lhs, rhs].into_iter()),
        }
    }

    /// Evaluates a condition; gives back where it is not so.
    fn condition(&mut self, expr: ExprId) -> Vec<NodeId> {
        match self.body.expr(expr) {
            Expr::Let { pat, expr: value } => {
                let (pat, value) = (*pat, *value);
                let found = self.scrutinee(value, &[pat]);
                let no = self.here.clone();
                self.bind(pat, found, Some(value));
                no
            }
            Expr::BinaryOp {
                lhs,
                rhs,
                op: Some(BinaryOp::LogicOp(ra_ap_syntax::ast::LogicOp::And)),
            } => {
                let mut no = self.condition(*lhs);
                no.extend(self.condition(*rhs));
                no
            }
            _ => {
                let before = self.values.len();
                self.consume(expr);
                self.release(before);
                self.here.clone()
            }
        }
    }

    /// A value that is matched: it stays where it is until a pattern takes something of it.
    fn scrutinee(&mut self, value: ExprId, pats: &[PatId]) -> Found {
        let found = self.adjusted(value);
        if !pats.iter().any(|it| self.takes_all(*it)) {
            self.keep(value, &found, Until::Dropped);
        }
        if let Found::Place(place) = &found {
            self.act(Action::Read(place.clone()), value);
        } else if self.ty(value).is_never() {
            self.here.clear();
        }
        found
    }

    fn choose(&mut self, value: ExprId, arms: &[ra_ap_hir_def::hir::MatchArm]) {
        let pats: Vec<PatId> = arms.iter().map(|it| it.pat).collect();
        let found = self.scrutinee(value, &pats);
        let before = self.values.len();
        let mut open = self.here.clone();
        let mut after = Vec::new();
        for arm in arms {
            self.here = open.clone();
            self.scopes.push(Vec::new());
            if let Some(guard) = arm.guard {
                // The guard only looks: what the pattern takes, it takes afterwards.
                self.bind_value(arm.pat, Some(value));
                let no = self.condition(guard);
                self.release(before);
                open.extend(no);
            }
            self.bind(arm.pat, found.clone(), Some(value));
            if let Pat::Bind { id, .. } = &self.body.body[arm.pat]
                && self.takes_all(arm.pat)
            {
                self.flow.values.insert(*id, value);
            }
            self.consume(arm.expr);
            self.release(before);
            self.end_scope(arm.expr.into());
            after.append(&mut self.here);
        }
        self.here = after;
    }

    fn repeat(&mut self, expr: ExprId, body: ExprId, label: Option<LabelId>) {
        if self.dead() {
            return;
        }
        let head = self.push(Action::Join, expr.into());
        self.targets.push(Target {
            label,
            is_loop: true,
            head,
            breaks: Vec::new(),
        });
        self.consume_statement(body);
        for before in std::mem::take(&mut self.here) {
            self.graph.nodes[before].next.push(head);
        }
        self.here = self.targets.pop().map(|it| it.breaks).unwrap_or_default();
    }

    fn target(&self, label: Option<LabelId>, of_loop: bool) -> Option<usize> {
        self.targets.iter().rposition(|it| match label {
            Some(_) => it.label == label && (it.is_loop || !of_loop),
            None => it.is_loop,
        })
    }

    fn block(
        &mut self,
        expr: ExprId,
        statements: &[Statement],
        tail: Option<ExprId>,
        label: Option<LabelId>,
    ) {
        if label.is_some() {
            self.targets.push(Target {
                label,
                is_loop: false,
                // Nothing continues a block.
                head: 0,
                breaks: Vec::new(),
            });
        }
        self.scopes.push(Vec::new());
        let alive = self.values.len();
        let mut said = self.dead();
        for statement in statements {
            let before = self.values.len();
            let first = match statement {
                Statement::Let { initializer, .. } => *initializer,
                Statement::Expr { expr, .. } => Some(*expr),
                Statement::Item(_) => None,
            };
            if let (true, false, Some(first)) = (self.dead(), said, first) {
                said = true;
                self.graph.unreachable.push(first);
            }
            match statement {
                Statement::Let {
                    pat,
                    initializer,
                    else_branch,
                    ..
                } => self.declare(*pat, *initializer, *else_branch),
                Statement::Expr { expr, .. } => self.consume_statement(*expr),
                Statement::Item(_) => {}
            }
            let made = self.values.split_off(before);
            if let Statement::Let { initializer, .. } = statement {
                let extended = initializer.and_then(|it| self.extended(it));
                self.values
                    .extend(made.iter().filter(|it| Some(it.value) == extended));
            }
        }
        if let Some(tail) = tail {
            if self.dead() && !said && self.body.node(self.report, tail).is_some() {
                self.graph.unreachable.push(tail);
            }
            self.consume(tail);
        }
        self.release(alive);
        self.end_scope(expr.into());
        if label.is_some()
            && let Some(target) = self.targets.pop()
        {
            self.here.extend(target.breaks);
        }
    }

    /// A statement's value goes nowhere: a place that stands alone is not moved if it is none's.
    fn consume_statement(&mut self, expr: ExprId) {
        self.consume(expr);
    }

    fn declare(&mut self, pat: PatId, initializer: Option<ExprId>, else_branch: Option<ExprId>) {
        let Some(value) = initializer else {
            self.body.body.walk_bindings_in_pat(pat, |local| {
                self.own(local);
                self.act(Action::Declare(local), pat);
            });
            return;
        };
        // `let x = …` is the value itself; other patterns look into the place.
        if let Pat::Bind { id, .. } = &self.body.body[pat]
            && self.takes_all(pat)
        {
            self.consume(value);
            self.own(*id);
            self.flow.values.insert(*id, value);
            self.act(Action::Bind(*id, Some(value)), pat);
        } else {
            let found = match &self.body.body[pat] {
                Pat::Wild => self.adjusted(value),
                _ => self.scrutinee(value, &[pat]),
            };
            let before = self.here.clone();
            if let Some(otherwise) = else_branch {
                self.consume(otherwise);
                self.here = before;
            }
            self.bind(pat, found, Some(value));
        }
    }

    /// Whether a pattern moves a value into a variable as it is.
    fn takes_all(&self, pat: PatId) -> bool {
        let by_value = self
            .body
            .infer
            .binding_mode(pat)
            .is_none_or(|it| matches!(it.0, ByRef::No));
        by_value && matches!(self.body.body[pat], Pat::Bind { subpat: None, .. })
    }

    // --- Patterns -----------------------------------------------------------

    /// Binds the variables of a pattern to a value that was just made.
    fn bind_value(&mut self, pat: PatId, value: Option<ExprId>) {
        self.bind(pat, Found::Value, value);
    }

    fn bind(&mut self, pat: PatId, mut found: Found, value: Option<ExprId>) {
        if let Some(adjustments) = self.body.infer.pat_adjustment(pat) {
            for adjustment in adjustments {
                found = self.deref(found, adjustment.source.as_ref());
            }
        }
        let field = |found: &Found, variant: u32, index: u32| match found {
            Found::Place(place) => Found::Place(place.then(Step::Field(variant, index))),
            other => other.clone(),
        };
        match &self.body.body[pat] {
            Pat::Bind { id, subpat } => {
                match self.body.infer.binding_mode(pat).map(|it| it.0) {
                    Some(ByRef::Yes(mutability)) => {
                        self.borrow(found.clone(), access(mutability.is_mut()), pat.into())
                    }
                    _ => self.take(found.clone(), self.body.infer.binding_ty(*id), pat.into()),
                }
                self.own(*id);
                self.act(Action::Bind(*id, value), pat);
                if let Some(it) = subpat {
                    self.bind(*it, found, value);
                }
            }
            Pat::Tuple { args, ellipsis } => {
                let all = match self.body.infer.pat_ty(pat).kind() {
                    TyKind::Tuple(types) => types.len(),
                    _ => args.len(),
                };
                for (i, arg) in numbered(args, *ellipsis, all) {
                    let inner = field(&found, 0, i);
                    self.bind(arg, inner, value);
                }
            }
            Pat::TupleStruct { args, ellipsis, .. } => {
                let variant = self.variant(pat);
                let all = self.fields(pat).unwrap_or(args.len());
                for (i, arg) in numbered(args, *ellipsis, all) {
                    let inner = field(&found, variant, i);
                    self.bind(arg, inner, value);
                }
            }
            Pat::Record { args, .. } => {
                let variant = self.variant(pat);
                for arg in args.iter() {
                    let index = self
                        .body
                        .infer
                        .variant_resolution_for_pat(pat)
                        .and_then(|it| {
                            it.fields(self.report.db)
                                .field(&arg.name)
                                .map(|it| it.into_raw().into_u32())
                        });
                    let inner = match index {
                        Some(index) => field(&found, variant, index),
                        None => Found::Value,
                    };
                    self.bind(arg.pat, inner, value);
                }
            }
            Pat::Slice {
                prefix,
                slice,
                suffix,
            } => {
                for arg in prefix.iter().chain(slice).chain(suffix) {
                    let inner = match &found {
                        Found::Place(place) => Found::Place(place.then(Step::Index)),
                        other => other.clone(),
                    };
                    self.bind(*arg, inner, value);
                }
            }
            Pat::Ref { pat: inner, .. } => {
                let copied = &mut self.flow.copied;
                self.body.body.walk_bindings_in_pat(*inner, |it| {
                    copied.insert(it);
                });
                let found = self.deref(found, self.body.infer.pat_ty(pat));
                self.bind(*inner, found, value);
            }
            Pat::Box { inner } | Pat::Deref { inner } => self.bind(*inner, Found::Value, value),
            Pat::Or(alternatives) => {
                // All bind the same: one stands for them.
                let before = self.here.clone();
                let mut after = Vec::new();
                for it in alternatives.iter() {
                    self.here = before.clone();
                    self.bind(*it, found.clone(), value);
                    after.append(&mut self.here);
                }
                self.here = after;
            }
            _ => {}
        }
    }

    fn variant(&self, pat: PatId) -> u32 {
        match self.body.infer.variant_resolution_for_pat(pat) {
            Some(ra_ap_hir_def::VariantId::EnumVariantId(it)) => it.index(self.report.db) as u32,
            _ => 0,
        }
    }

    fn fields(&self, pat: PatId) -> Option<usize> {
        let variant = self.body.infer.variant_resolution_for_pat(pat)?;
        Some(variant.fields(self.report.db).fields().len())
    }

    /// An assignment, also to several places at once.
    fn assign(&mut self, target: PatId, expr: ExprId) {
        for place in self.body.assigned(target) {
            if let Found::Place(place) = self.place(place) {
                self.act(Action::Assign(place, expr), expr);
            }
        }
    }

    // --- Closures -----------------------------------------------------------

    /// A closure, or an async block: what it captures is taken here, what it does is done later.
    fn closure(&mut self, expr: ExprId) {
        self.closures.push(Some(expr));
        let Some(data) = self.body.infer.closures_data.get(&expr) else {
            return;
        };
        for captured in data.min_captures.values().flatten() {
            let Some(place) = Place::captured(&captured.place) else {
                continue;
            };
            match captured.info.capture_kind {
                UpvarCapture::ByValue | UpvarCapture::ByUse => {
                    self.take(Found::Place(place), captured.place.ty(), expr.into());
                }
                UpvarCapture::ByRef(kind) => {
                    let mutable = !matches!(kind, BorrowKind::Immutable);
                    self.act(Action::Borrow(place, access(mutable)), expr);
                }
            }
        }
    }
}

fn access(mutable: bool) -> Access {
    if mutable {
        Access::Mutable
    } else {
        Access::Shared
    }
}

/// The fields that the patterns of a tuple stand for.
fn numbered(args: &[PatId], ellipsis: Option<u32>, all: usize) -> Vec<(u32, PatId)> {
    let hidden = all.saturating_sub(args.len());
    args.iter()
        .enumerate()
        .map(|(i, arg)| {
            let after = ellipsis.is_some_and(|it| i >= it as usize);
            ((if after { i + hidden } else { i }) as u32, *arg)
        })
        .collect()
}

fn is_sequence(ty: Ty) -> bool {
    matches!(ty.kind(), TyKind::Array(..) | TyKind::Slice(_))
}

fn is_number(ty: Ty) -> bool {
    matches!(
        ty.kind(),
        TyKind::Int(_) | TyKind::Uint(_) | TyKind::Float(_) | TyKind::Bool | TyKind::Infer(_)
    )
}
