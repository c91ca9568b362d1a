//! What closures and coroutines capture.
//!
//! A body is first made as if it could use the variables around it: a stand-in local for each.
//! Then each place that begins at a stand-in is found among the captures, which may be parts of variables.

use ra_ap_hir_def::DefWithBodyId;
use ra_ap_hir_def::expr_store::{Body as HirBody, ExpressionStore};
use ra_ap_hir_def::hir::{
    BindingId, ClosureKind, CoroutineSource, Expr as HirExpr, ExprId, Pat as HirPat, PatId,
};
use ra_ap_hir_ty::InferenceResult;
use ra_ap_hir_ty::closure_analysis::{CapturedPlace, Place, ProjectionKind, UpvarCapture};
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::Ty;
use ra_ap_rustc_type_ir::inherent::Ty as _;

use super::body::Making;
use crate::thir::{
    Arm, Block, Callee, Expr, ExprKind, LocalId, Pat, PatKind, Statement, TypeId, TypeKind,
};

/// No body has as many locals of its own.
const FIRST_STAND_IN: u32 = 1 << 31;

/// One step from a place to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Field(u32),
    Deref,
    /// An element, which is never captured by itself.
    Index,
}

/// A variable, and the steps from it to a place.
type Path = (BindingId, Vec<Step>);

#[derive(Debug)]
struct Capture {
    variable: BindingId,
    steps: Vec<Step>,
    by_ref: bool,
}

#[derive(Debug, Default)]
pub(super) struct Upvars {
    captures: Vec<Capture>,
    /// The type of a closure's first parameter, and of the closure. Of a coroutine, captures are parameters.
    environment: Option<(TypeId, TypeId)>,
    /// The variables around the body that it uses, with their types.
    stand_ins: Vec<(BindingId, TypeId)>,
    inside: bool,
}

impl Upvars {
    /// Of a closure, with the type of its first parameter and its own.
    pub(super) fn of_closure(
        captures: Vec<&CapturedPlace>,
        environment: TypeId,
        own: TypeId,
    ) -> Upvars {
        Upvars {
            environment: Some((environment, own)),
            ..Upvars::of_coroutine(captures)
        }
    }

    pub(super) fn of_coroutine(captures: Vec<&CapturedPlace>) -> Upvars {
        let captures = captures.into_iter().map(|it| Capture {
            variable: it.captured_local(),
            steps: steps(&it.place),
            by_ref: it.is_by_ref(),
        });
        Upvars {
            captures: captures.collect(),
            environment: None,
            stand_ins: Vec::new(),
            inside: true,
        }
    }

    /// Whether there is a body around this one.
    pub(super) fn any(&self) -> bool {
        self.inside
    }

    /// The stand-in for a variable.
    pub(super) fn stand_in(&mut self, variable: BindingId, ty: TypeId) -> LocalId {
        let known = self.stand_ins.iter().position(|it| it.0 == variable);
        let number = known.unwrap_or(self.stand_ins.len());
        if known.is_none() {
            self.stand_ins.push((variable, ty));
        }
        LocalId(FIRST_STAND_IN + number as u32)
    }

    /// The variable that a stand-in is for, and its type.
    pub(super) fn outside(&self, local: LocalId) -> Option<(BindingId, TypeId)> {
        let number = local.0.checked_sub(FIRST_STAND_IN)?;
        self.stand_ins.get(number as usize).copied()
    }

    /// What a capture is of, or of a part of.
    pub(super) fn variable(&self, capture: usize) -> Option<BindingId> {
        Some(self.captures.get(capture)?.variable)
    }
}

/// What a closure or coroutine captures, in order.
///
/// Inference takes all that an async function's own body binds for captured as well: its
/// coroutine is wrapped around the body when that is already there.
pub(crate) fn captures<'a>(
    db: &dyn HirDatabase,
    owner: DefWithBodyId,
    infer: &'a InferenceResult<'_>,
    closure: ExprId,
) -> Vec<&'a CapturedPlace> {
    let body = HirBody::of(db, owner);
    let bound_by = |pat: PatId| match body[pat] {
        HirPat::Bind { id, .. } => Some(id),
        _ => None,
    };
    let all = infer.closures_data[&closure]
        .min_captures
        .values()
        .flatten();
    let HirExpr::Closure {
        closure_kind: ClosureKind::Coroutine { source, .. },
        ..
    } = body[closure]
    else {
        return all.collect();
    };
    let outside: Vec<BindingId> = match source {
        CoroutineSource::Block => return all.collect(),
        CoroutineSource::Fn => {
            let params = body.params.iter().filter_map(|it| bound_by(it.formal));
            let this = body.self_param.map(|it| it.formal);
            params.chain(this).collect()
        }
        CoroutineSource::Closure => {
            let around = ExpressionStore::closure_for_coroutine(closure);
            let HirExpr::Closure { args, .. } = &body[around] else {
                return all.collect();
            };
            let params = args.iter().filter_map(|&it| bound_by(it));
            let captured = infer.closures_data[&around].min_captures.keys().copied();
            params.chain(captured).collect()
        }
    };
    all.filter(|it| outside.contains(&it.captured_local()))
        .collect()
}

fn steps(place: &Place) -> Vec<Step> {
    place
        .projections
        .iter()
        .map(|it| match it.kind {
            ProjectionKind::Deref => Step::Deref,
            ProjectionKind::Field { field_idx, .. } => Step::Field(field_idx),
            _ => Step::Index,
        })
        .collect()
}

impl Making<'_, '_> {
    /// What a closure or coroutine written here takes with it.
    pub(super) fn captured(&mut self, closure: ExprId) -> Vec<Expr> {
        captures(self.builder.db, self.owner, self.infer, closure)
            .into_iter()
            .map(|capture| {
                let place = self.captured_place(capture.captured_local(), &capture.place);
                match capture.info.capture_kind {
                    UpvarCapture::ByRef(_) => {
                        let ty = capture.captured_ty(self.builder.db);
                        let ty = self.type_id(ty);
                        self.expr(ExprKind::Borrow(Box::new(place)), ty)
                    }
                    UpvarCapture::ByValue | UpvarCapture::ByUse => place,
                }
            })
            .collect()
    }

    fn captured_place(&mut self, variable: BindingId, place: &Place) -> Expr {
        let local = self.use_binding(variable);
        let mut expr = self.read_local(local);
        for projection in &place.projections {
            let ty = self.type_id(projection.ty.as_ref());
            expr = match projection.kind {
                ProjectionKind::Deref => self.expr(ExprKind::Deref(Box::new(expr)), ty),
                ProjectionKind::Field { field_idx, .. } => {
                    self.expr(ExprKind::Field(Box::new(expr), field_idx), ty)
                }
                _ => self.refuse("the playground cannot capture this in a closure", ty),
            };
        }
        expr
    }

    /// Puts captures in the place of the variables that they are of.
    pub(super) fn place_captures(&mut self, body: &mut Expr) {
        if !self.upvars.stand_ins.is_empty() {
            self.place_in(body);
        }
    }

    fn place_in(&mut self, expr: &mut Expr) {
        if let Some(path) = self.path(expr) {
            match self.capture_of(&path) {
                Some(capture) => self.place_capture(expr, &path, capture),
                None => {
                    let name = self.binding_name(path.0).to_owned();
                    let message = format!("the playground does not see how `{name}` is captured");
                    self.builder.refuse(message);
                }
            }
            return;
        }
        match &mut expr.kind {
            ExprKind::Block(block) => self.take_apart_lets(block),
            ExprKind::Match(place, arms) if self.is_in_parts(place) => {
                self.take_apart_match(place, arms);
            }
            _ => {}
        }
        each_part(expr, &mut |it| self.place_in(it));
    }

    /// Puts a capture in the place that it is of, which this expression is or is a part of.
    fn place_capture(&mut self, expr: &mut Expr, path: &Path, capture: usize) {
        let mut inner = expr;
        for _ in self.upvars.captures[capture].steps.len()..path.1.len() {
            inner = match &mut inner.kind {
                ExprKind::Field(of, _) | ExprKind::Deref(of) => of,
                ExprKind::Index(of, index) => {
                    self.place_in(index);
                    of
                }
                _ => unreachable!("a path is made of these"),
            };
        }
        *inner = self.environment(capture, inner.ty, inner.line);
    }

    /// The captured value that stands for a place of this type.
    fn environment(&self, capture: usize, ty: TypeId, line: u32) -> Expr {
        let make = |kind, ty| Expr { kind, ty, line };
        let value = match self.upvars.environment {
            None => {
                let local = LocalId(capture as u32);
                make(ExprKind::Local(local), self.locals[capture].ty)
            }
            Some((environment, own)) => {
                let parameter = make(ExprKind::Local(LocalId(0)), environment);
                let closure = match environment == own {
                    true => parameter,
                    false => make(ExprKind::Deref(Box::new(parameter)), own),
                };
                let TypeKind::Closure { captures } = &self.builder.types[own.0 as usize].kind
                else {
                    unreachable!("a closure has a closure's type");
                };
                let kind = ExprKind::Field(Box::new(closure), capture as u32);
                make(kind, captures[capture])
            }
        };
        match self.upvars.captures[capture].by_ref {
            true => make(ExprKind::Deref(Box::new(value)), ty),
            false => value,
        }
    }

    /// The capture that holds a place.
    fn capture_of(&self, (variable, steps): &Path) -> Option<usize> {
        self.upvars
            .captures
            .iter()
            .position(|it| it.variable == *variable && steps.starts_with(&it.steps))
    }

    /// The variable around this body that a place begins at, and the steps from there.
    fn path(&self, expr: &Expr) -> Option<Path> {
        let (of, step) = match &expr.kind {
            ExprKind::Local(local) => {
                return Some((self.upvars.outside(*local)?.0, Vec::new()));
            }
            ExprKind::Field(of, number) => (of, Step::Field(*number)),
            ExprKind::Deref(of) => (of, Step::Deref),
            ExprKind::Index(of, _) => (of, Step::Index),
            _ => return None,
        };
        let (variable, mut steps) = self.path(of)?;
        steps.push(step);
        Some((variable, steps))
    }

    // --- Patterns ---------------------------------------------------------------

    /// Whether a place around this body is not captured itself: parts of it may be.
    fn is_in_parts(&self, place: &Expr) -> bool {
        self.path(place)
            .is_some_and(|it| self.capture_of(&it).is_none())
    }

    /// A `let` of a variable of which only parts are captured becomes a `let` for each part.
    fn take_apart_lets(&mut self, block: &mut Block) {
        let mut statements = Vec::with_capacity(block.statements.len());
        for statement in std::mem::take(&mut block.statements) {
            match statement {
                Statement::Let {
                    pat,
                    init: Some(place),
                    els: None,
                } if self.is_in_parts(&place) => self.take_apart(pat, &place, &mut statements),
                it => statements.push(it),
            }
        }
        block.statements = statements;
    }

    /// A `match` on it with one arm becomes a match on the tuple of the parts.
    fn take_apart_match(&mut self, place: &mut Box<Expr>, arms: &mut [Arm]) {
        let [
            Arm {
                pat, guard: None, ..
            },
        ] = arms
        else {
            let message = "the playground cannot match on this variable in a closure";
            return self.builder.refuse(message);
        };
        let mut lets = Vec::new();
        self.take_apart(
            std::mem::replace(pat, self.wild(place.ty)),
            place,
            &mut lets,
        );
        let (pats, parts): (Vec<_>, Vec<_>) = lets
            .into_iter()
            .filter_map(|it| match it {
                Statement::Let {
                    pat,
                    init: Some(part),
                    ..
                } => Some((pat, part)),
                _ => None,
            })
            .enumerate()
            .map(|(at, (pat, part))| ((at as u32, pat), (at as u32, part)))
            .unzip();
        let types: Vec<_> = parts.iter().map(|(_, it)| self.builder.ty(it.ty)).collect();
        let tuple = Ty::new_tup(self.builder.interner, &types);
        let ty = self.builder.type_id(tuple);
        **place = self.expr(ExprKind::Aggregate(parts), ty);
        arms[0].pat = Pat {
            kind: PatKind::Fields(pats),
            ty,
        };
    }

    fn take_apart(&mut self, pat: Pat, place: &Expr, into: &mut Vec<Statement>) {
        if !self.is_in_parts(place) {
            into.push(Statement::Let {
                pat,
                init: Some(copy_place(place)),
                els: None,
            });
            return;
        }
        match pat.kind {
            PatKind::Wild => {}
            PatKind::Fields(fields) => {
                for (number, pat) in fields {
                    let part = ExprKind::Field(Box::new(copy_place(place)), number);
                    let part = self.expr(part, pat.ty);
                    self.take_apart(pat, &part, into);
                }
            }
            PatKind::Deref(inner) => {
                let part = ExprKind::Deref(Box::new(copy_place(place)));
                let part = self.expr(part, inner.ty);
                self.take_apart(*inner, &part, into);
            }
            _ => self
                .builder
                .refuse("the playground cannot take this variable apart in a closure"),
        }
    }
}

/// The same place again.
fn copy_place(place: &Expr) -> Expr {
    let kind = match &place.kind {
        ExprKind::Local(local) => ExprKind::Local(*local),
        ExprKind::Field(of, number) => ExprKind::Field(Box::new(copy_place(of)), *number),
        ExprKind::Deref(of) => ExprKind::Deref(Box::new(copy_place(of))),
        _ => unreachable!("only these are captured"),
    };
    Expr {
        kind,
        ty: place.ty,
        line: place.line,
    }
}

/// Each expression directly in one.
fn each_part(expr: &mut Expr, visit: &mut impl FnMut(&mut Expr)) {
    match &mut expr.kind {
        ExprKind::Local(_)
        | ExprKind::Static(_)
        | ExprKind::Literal(_)
        | ExprKind::Continue(_)
        | ExprKind::Yield
        | ExprKind::Context => {}
        ExprKind::Field(it, _)
        | ExprKind::Deref(it)
        | ExprKind::Borrow(it)
        | ExprKind::Repeat(it)
        | ExprKind::Neg(it)
        | ExprKind::Not(it)
        | ExprKind::Cast(_, it)
        | ExprKind::Let(_, it)
        | ExprKind::Loop(_, it)
        | ExprKind::NeverToAny(it) => visit(it),
        ExprKind::Index(a, b)
        | ExprKind::Binary(_, a, b)
        | ExprKind::And(a, b)
        | ExprKind::Or(a, b)
        | ExprKind::Assign(a, b)
        | ExprKind::AssignOp(_, a, b) => {
            visit(a);
            visit(b);
        }
        ExprKind::Aggregate(fields) | ExprKind::Variant { fields, .. } => {
            fields.iter_mut().for_each(|(_, it)| visit(it));
        }
        ExprKind::Update { fields, base } => {
            fields.iter_mut().for_each(|(_, it)| visit(it));
            visit(base);
        }
        ExprKind::Coroutine { captures } => captures.iter_mut().for_each(visit),
        ExprKind::Call(callee, arguments) => {
            if let Callee::Pointer(it) = callee {
                visit(it);
            }
            arguments.iter_mut().for_each(visit);
        }
        ExprKind::Block(block) => each_part_of_block(block, visit),
        ExprKind::If { cond, then, els } => {
            visit(cond);
            visit(then);
            els.iter_mut().for_each(|it| visit(it));
        }
        ExprKind::Match(scrutinee, arms) => {
            visit(scrutinee);
            for arm in arms {
                arm.guard.iter_mut().for_each(&mut *visit);
                visit(&mut arm.body);
            }
        }
        ExprKind::Break(_, it) | ExprKind::Return(it) => it.iter_mut().for_each(|it| visit(it)),
    }
}

fn each_part_of_block(block: &mut Block, visit: &mut impl FnMut(&mut Expr)) {
    for statement in &mut block.statements {
        match statement {
            Statement::Let { init, els, .. } => {
                init.iter_mut().for_each(&mut *visit);
                if let Some(els) = els {
                    each_part_of_block(els, visit);
                }
            }
            Statement::Expr(it) => visit(it),
        }
    }
    block.tail.iter_mut().for_each(visit);
}
