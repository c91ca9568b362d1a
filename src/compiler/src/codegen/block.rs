//! Blocks, `let`, and conditions.

use super::code::{Ins, Label};
use super::expr::{binary, is_still};
use super::function::Builder;
use super::jumps::unless;
use super::place::is_place;
use crate::thir::{Block, Expr, ExprKind, Literal, Pat, PatKind, Statement};
use async_playground::machine::bytecode::{Op, Slot};

impl<'p> Builder<'_, 'p> {
    pub fn block(&mut self, block: &'p Block, dst: Slot) {
        match block.label {
            Some(label) => self.jumpable(label, dst, false, |this| this.block_from(block, 0, dst)),
            None => self.block_from(block, 0, dst),
        }
    }

    /// From the statement of that number on.
    pub fn block_from(&mut self, block: &'p Block, first: usize, dst: Slot) {
        self.push_scope();
        for statement in &block.statements[first..] {
            match statement {
                Statement::Let { pat, init, els } => {
                    self.let_statement(pat, init.as_ref(), els.as_ref())
                }
                Statement::Expr(expr) => self.terminating(|this| this.discard(expr)),
            }
        }
        if let Some(tail) = &block.tail {
            self.terminating(|this| this.into(tail, dst));
        }
        self.pop_scope();
    }

    /// Evaluates an expression whose value nobody wants: it is dropped with the temporaries.
    fn discard(&mut self, expr: &'p Expr) {
        let slot = self.alloc(self.temporaries, expr.ty);
        self.into(expr, slot);
        if let Some(path) = self.new_path(slot, expr.ty, self.temporaries) {
            self.ins(Ins::Init(path));
        }
    }

    pub fn let_statement(&mut self, pat: &'p Pat, init: Option<&'p Expr>, els: Option<&'p Block>) {
        let scope = self.scopes.len() - 1;
        let Some(init) = init else {
            return self.declare(pat, scope);
        };
        self.extend(init, scope);
        if has_reference(pat) {
            self.extend_place(init, scope);
        }
        match (&pat.kind, els) {
            (PatKind::Wild, None) if !is_place(init) => self.terminating(|this| this.discard(init)),
            (
                PatKind::Binding {
                    local,
                    by_ref: false,
                    sub: None,
                },
                None,
            ) => {
                let slot = self.alloc(scope, pat.ty);
                self.terminating(|this| this.into(init, slot));
                self.declare_at(*local, slot, pat.ty, scope);
                self.initialized(*local);
            }
            (_, None) => self.terminating(|this| {
                this.with_scratch(|this| {
                    let place = this.place(init);
                    this.declare(pat, scope);
                    let impossible = this.code.label();
                    this.candidates(pat, place, None, impossible);
                    let done = this.code.label();
                    this.jump(done);
                    this.label(impossible);
                    this.op(Op::Unreachable);
                    this.label(done);
                });
            }),
            (_, Some(els)) => {
                let (fail, done) = (self.code.label(), self.code.label());
                let outer = self.temporaries;
                self.temporaries = self.push_scope();
                let depth = self.temporaries;
                self.with_scratch(|this| {
                    let place = this.place(init);
                    this.declare(pat, scope);
                    this.candidates(pat, place, None, fail);
                });
                self.exit_scopes(depth);
                self.jump(done);
                self.label(fail);
                self.exit_scopes(depth);
                self.leave_scope();
                self.temporaries = outer;
                self.block(els, 0);
                self.op(Op::Unreachable);
                self.label(done);
            }
        }
    }

    // --- Temporaries that live as long as what `let` declares -------------------------------------------------

    /// Finds in an initializer what is borrowed for as long as its scope.
    fn extend(&mut self, expr: &'p Expr, scope: usize) {
        match &expr.kind {
            ExprKind::Borrow(of) => {
                self.extend(of, scope);
                self.extend_place(of, scope);
            }
            ExprKind::Aggregate(fields)
            | ExprKind::Variant { fields, .. }
            | ExprKind::Update { fields, .. } => {
                fields
                    .iter()
                    .for_each(|(_, field)| self.extend(field, scope));
            }
            ExprKind::Cast(_, of) => self.extend(of, scope),
            ExprKind::Block(block) => block.tail.iter().for_each(|tail| self.extend(tail, scope)),
            ExprKind::If {
                then,
                els: Some(els),
                ..
            } => {
                self.extend(then, scope);
                self.extend(els, scope);
            }
            ExprKind::Match(_, arms) => arms.iter().for_each(|arm| self.extend(&arm.body, scope)),
            _ => {}
        }
    }

    fn extend_place(&mut self, expr: &'p Expr, scope: usize) {
        let mut next = expr;
        loop {
            self.extended.insert(next, scope);
            match &next.kind {
                ExprKind::Field(of, _)
                | ExprKind::Deref(of)
                | ExprKind::Index(of, _)
                | ExprKind::Borrow(of) => next = of,
                _ => return,
            }
        }
    }

    // --- Conditions -----------------------------------------------------------------------------------------

    pub fn if_else(&mut self, cond: &'p Expr, then: &'p Expr, els: Option<&'p Expr>, dst: Slot) {
        let (fail, end) = (self.code.label(), self.code.label());
        let outer = self.temporaries;
        self.temporaries = self.push_scope();
        let depth = self.temporaries;
        self.with_scratch(|this| this.branch(cond, fail));
        self.terminating(|this| this.into(then, dst));
        self.exit_scopes(depth);
        if els.is_some() || !self.is_trivial(depth) {
            self.jump(end);
        }
        self.label(fail);
        self.exit_scopes(depth);
        self.leave_scope();
        self.temporaries = outer;
        if let Some(els) = els {
            self.terminating(|this| this.into(els, dst));
        }
        self.label(end);
    }

    /// Goes on if the condition holds, else at `fail`. What a `let` in it binds, and its temporaries, belong to the
    /// scope of temporaries; other temporaries are dropped before.
    pub fn branch(&mut self, cond: &'p Expr, fail: Label) {
        match &cond.kind {
            ExprKind::And(a, b) => {
                self.branch(a, fail);
                self.branch(b, fail);
            }
            ExprKind::Let(pat, scrutinee) => {
                let scope = self.temporaries;
                let place = self.place(scrutinee);
                self.declare(pat, scope);
                self.candidates(pat, place, None, fail);
            }
            _ => self.branch_on(cond, true, fail),
        }
    }

    /// Goes on if the condition has the value `wanted`, else at `fail`.
    fn branch_on(&mut self, cond: &'p Expr, wanted: bool, fail: Label) {
        let outer = self.line;
        if cond.line != 0 {
            self.line = cond.line;
        }
        match &cond.kind {
            ExprKind::Literal(Literal::Bool(value)) => {
                if *value != wanted {
                    self.jump(fail);
                }
            }
            ExprKind::Not(of) => self.branch_on(of, !wanted, fail),
            ExprKind::And(a, b) if wanted => {
                self.branch_on(a, true, fail);
                self.branch_on(b, true, fail);
            }
            ExprKind::Or(a, b) if !wanted => {
                self.branch_on(a, false, fail);
                self.branch_on(b, false, fail);
            }
            ExprKind::And(a, b) | ExprKind::Or(a, b) => {
                let settled = self.code.label();
                let holds = matches!(cond.kind, ExprKind::Or(..));
                self.branch_on(a, !holds, settled);
                self.branch_on(b, wanted, fail);
                self.label(settled);
            }
            ExprKind::Binary(op, a, b) if binary(*op).is_err() && is_still(a) && is_still(b) => {
                self.with_scratch(|this| {
                    let (a, b, num) = this.operands(*op, a, b);
                    let Err(op) = binary(*op) else { return };
                    match if wanted { Some(op) } else { unless(op, num) } {
                        Some(op) => this.jump_by(
                            Op::JumpUnless {
                                op,
                                num,
                                a,
                                b,
                                to: 0,
                            },
                            fail,
                        ),
                        None => {
                            let cond = this.scratch(1);
                            this.op(Op::Compare {
                                op,
                                num,
                                dst: cond,
                                a,
                                b,
                            });
                            this.jump_by(Op::JumpIf { cond, to: 0 }, fail);
                        }
                    }
                });
            }
            _ => self.with_scratch(|this| {
                let slot = this.scratch(1);
                let cond = if is_still(cond) {
                    this.operand(cond, true)
                } else {
                    this.terminating(|this| this.into(cond, slot));
                    slot
                };
                if wanted {
                    this.jump_by(Op::JumpIfNot { cond, to: 0 }, fail);
                } else {
                    this.jump_by(Op::JumpIf { cond, to: 0 }, fail);
                }
            }),
        }
        self.line = outer;
    }
}

/// Whether the pattern borrows what it is matched against.
fn has_reference(pat: &Pat) -> bool {
    match &pat.kind {
        PatKind::Binding { by_ref, sub, .. } => {
            *by_ref || sub.as_deref().is_some_and(has_reference)
        }
        PatKind::Fields(fields) | PatKind::Variant(_, fields) => {
            fields.iter().any(|(_, field)| has_reference(field))
        }
        PatKind::Or(pats) => pats.iter().any(has_reference),
        PatKind::Slice {
            prefix,
            rest,
            suffix,
        } => {
            let rest = rest.iter().flatten().map(|rest| &**rest);
            prefix.iter().chain(suffix).chain(rest).any(has_reference)
        }
        PatKind::Deref(_) | PatKind::Wild | PatKind::Literal(_) | PatKind::Range { .. } => false,
    }
}
