//! Patterns, with everything that binding modes leave unsaid.

use ra_ap_hir_def::expr_store::Body as HirBody;
use ra_ap_hir_def::expr_store::path::Path;
use ra_ap_hir_def::hir::{Expr as HirExpr, ExprId, Pat as HirPat, PatId, UnaryOp};
use ra_ap_hir_def::resolver::{ResolveValueResult, ValueNs};
use ra_ap_hir_def::{ConstId, DefWithBodyId, Lookup, VariantId};
use ra_ap_hir_ty::method_resolution::CandidateId;
use ra_ap_hir_ty::next_solver::GenericArgs;
use ra_ap_hir_ty::{BindingMode, ByRef};
use ra_ap_syntax::ast::RangeOp;

use super::body::Making;
use crate::thir::{Expr, ExprKind, Literal, Pat, PatKind, Statement, TypeId, TypeKind};

impl<'db> Making<'_, 'db> {
    pub(super) fn pat(&mut self, pat: PatId) -> Pat {
        self.pat_with(pat, &mut None)
    }

    /// A pattern of a destructuring assignment: names new locals, and gives the assignments of them.
    pub(super) fn assigned_pat(&mut self, pat: PatId) -> (Pat, Vec<Statement>) {
        let mut assignments = Some(Vec::new());
        let pat = self.pat_with(pat, &mut assignments);
        (pat, assignments.unwrap_or_default())
    }

    fn pat_with(&mut self, pat: PatId, assignments: &mut Option<Vec<Statement>>) -> Pat {
        let ty = self.type_id(self.infer.pat_ty(pat));
        let mut made = match self.pat_kind(pat, ty, assignments) {
            Some(kind) => Pat { kind, ty },
            None => {
                self.builder
                    .refuse("the playground does not know this pattern");
                self.wild(ty)
            }
        };
        let adjustments = self.infer.pat_adjustment(pat).unwrap_or_default();
        for adjustment in adjustments.iter().rev() {
            made = Pat {
                kind: PatKind::Deref(Box::new(made)),
                ty: self.type_id(adjustment.source.as_ref()),
            };
        }
        made
    }

    fn pat_kind(
        &mut self,
        pat: PatId,
        ty: TypeId,
        assignments: &mut Option<Vec<Statement>>,
    ) -> Option<PatKind> {
        Some(match &self.store[pat] {
            HirPat::Wild => PatKind::Wild,
            HirPat::Missing | HirPat::Rest | HirPat::NotNull | HirPat::ConstBlock(_) => {
                return None;
            }
            HirPat::Bind { id, subpat } => {
                let local = self.bind(*id);
                let BindingMode(by_ref, _) = self.infer.binding_mode(pat)?;
                let sub = subpat.map(|it| Box::new(self.pat_with(it, assignments)));
                PatKind::Binding {
                    local,
                    by_ref: matches!(by_ref, ByRef::Yes(_)),
                    sub,
                }
            }
            HirPat::Tuple { args, ellipsis } => {
                let TypeKind::Tuple(parts) = &self.builder.types[ty.0 as usize].kind else {
                    return None;
                };
                let count = parts.len();
                PatKind::Fields(self.positions(args, *ellipsis, count, assignments))
            }
            HirPat::TupleStruct { args, ellipsis, .. } => {
                let variant = self.infer.variant_resolution_for_pat(pat)?;
                let count = variant.fields(self.builder.db).fields().len();
                let fields = self.positions(args, *ellipsis, count, assignments);
                self.variant(variant, fields)
            }
            HirPat::Record { args, .. } => {
                let variant = self.infer.variant_resolution_for_pat(pat)?;
                let all = variant.fields(self.builder.db);
                let mut fields = Vec::new();
                for field in args {
                    let number = all.field(&field.name)?.into_raw().into_u32();
                    fields.push((number, self.pat_with(field.pat, assignments)));
                }
                self.variant(variant, fields)
            }
            HirPat::Path(path) => {
                if let Some(variant) = self.infer.variant_resolution_for_pat(pat) {
                    return Some(self.variant(variant, Vec::new()));
                }
                if let Some((CandidateId::ConstId(it), arguments)) =
                    self.infer.assoc_resolutions_for_pat(pat)
                {
                    let arguments = self.builder.mono(arguments, self.arguments);
                    return self.const_pat(it, arguments, ty);
                }
                let hygiene = self.store.pat_path_hygiene(pat);
                let db = self.builder.db;
                match self.here(|it| it.resolve_path_in_value_ns(db, path, hygiene)) {
                    Some(ResolveValueResult::ValueNs(ValueNs::ConstId(it))) => {
                        let nothing = GenericArgs::empty(self.builder.interner);
                        return self.const_pat(it, nothing, ty);
                    }
                    Some(ResolveValueResult::ValueNs(ValueNs::LocalBinding(it))) => {
                        let assignments = assignments.as_mut()?;
                        let target = self.use_binding(it);
                        let target = self.read_local(target);
                        self.assign_later(target, ty, assignments)
                    }
                    _ => return None,
                }
            }
            HirPat::Lit(it) => PatKind::Literal(self.literal_of(*it, ty)?),
            HirPat::Range {
                start,
                end,
                range_type,
            } => {
                let start = match start {
                    Some(it) => Some(self.literal_of(*it, ty)?),
                    None => None,
                };
                let end = match end {
                    Some(it) => Some(self.literal_of(*it, ty)?),
                    None => None,
                };
                PatKind::Range {
                    start,
                    end,
                    inclusive: *range_type == RangeOp::Inclusive,
                }
            }
            HirPat::Or(pats) => PatKind::Or(
                pats.iter()
                    .map(|&it| self.pat_with(it, assignments))
                    .collect(),
            ),
            HirPat::Slice {
                prefix,
                slice,
                suffix,
            } => {
                let prefix = prefix
                    .iter()
                    .map(|&it| self.pat_with(it, assignments))
                    .collect();
                let rest = slice.map(|it| match &self.store[it] {
                    HirPat::Rest | HirPat::Wild => None,
                    HirPat::Bind { .. } => Some(Box::new(self.rest(it, assignments))),
                    _ => None,
                });
                let suffix = suffix
                    .iter()
                    .map(|&it| self.pat_with(it, assignments))
                    .collect();
                PatKind::Slice {
                    prefix,
                    rest,
                    suffix,
                }
            }
            HirPat::Ref { pat: inner, .. } if self.infer.is_skipped_ref_pat(pat) => {
                return self.pat_kind(*inner, ty, assignments);
            }
            HirPat::Ref { pat: inner, .. } | HirPat::Box { inner } | HirPat::Deref { inner } => {
                PatKind::Deref(Box::new(self.pat_with(*inner, assignments)))
            }
            HirPat::Expr(target) => {
                let target = self.value(*target);
                self.assign_later(target, ty, assignments.as_mut()?)
            }
        })
    }

    /// `name @ ..`: what it is matched against is the rest of the slice.
    fn rest(&mut self, pat: PatId, assignments: &mut Option<Vec<Statement>>) -> Pat {
        let ty = self.type_id(self.infer.pat_ty(pat));
        match &self.store[pat] {
            HirPat::Bind { id, .. } => {
                let local = self.bind(*id);
                let by_ref = matches!(
                    self.infer.binding_mode(pat),
                    Some(BindingMode(ByRef::Yes(_), _))
                );
                Pat {
                    kind: PatKind::Binding {
                        local,
                        by_ref,
                        sub: None,
                    },
                    ty,
                }
            }
            _ => self.pat_with(pat, assignments),
        }
    }

    /// Binds a new local, and notes that it is then assigned to the target.
    fn assign_later(
        &mut self,
        target: Expr,
        ty: TypeId,
        assignments: &mut Vec<Statement>,
    ) -> PatKind {
        let local = self.new_local("", ty);
        let value = self.read_local(local);
        let unit = self.builder.unit();
        let assign = ExprKind::Assign(Box::new(target), Box::new(value));
        assignments.push(Statement::Expr(self.expr(assign, unit)));
        PatKind::Binding {
            local,
            by_ref: false,
            sub: None,
        }
    }

    fn positions(
        &mut self,
        pats: &[PatId],
        ellipsis: Option<u32>,
        count: usize,
        assignments: &mut Option<Vec<Statement>>,
    ) -> Vec<(u32, Pat)> {
        let before = ellipsis.map_or(pats.len(), |it| it as usize);
        let skipped = count.saturating_sub(pats.len());
        pats.iter()
            .enumerate()
            .map(|(at, &pat)| {
                let number = if at < before { at } else { at + skipped };
                (number as u32, self.pat_with(pat, assignments))
            })
            .collect()
    }

    fn variant(&self, of: VariantId, fields: Vec<(u32, Pat)>) -> PatKind {
        match of {
            VariantId::EnumVariantId(it) => {
                let db = self.builder.db;
                PatKind::Variant(it.lookup(db).index(db) as u32, fields)
            }
            VariantId::StructId(_) | VariantId::UnionId(_) => PatKind::Fields(fields),
        }
    }

    /// A literal or constant in a pattern.
    fn literal_of(&mut self, expr: ExprId, ty: TypeId) -> Option<Literal> {
        match &self.store[expr] {
            HirExpr::Literal(it) => self.literal(it, ty),
            HirExpr::UnaryOp {
                expr,
                op: UnaryOp::Neg,
            } => Some(negated(self.literal_of(*expr, ty)?)),
            HirExpr::Path(path) => {
                let db = self.builder.db;
                let hygiene = self.store.expr_path_hygiene(expr);
                let (it, arguments) = match self.infer.assoc_resolutions_for_expr(expr) {
                    Some((CandidateId::ConstId(it), arguments)) => {
                        (it, self.builder.mono(arguments, self.arguments))
                    }
                    _ => match self.at(expr, |resolver| {
                        resolver.resolve_path_in_value_ns_fully(db, path, hygiene)
                    })? {
                        ValueNs::ConstId(it) => (it, GenericArgs::empty(self.builder.interner)),
                        _ => return None,
                    },
                };
                self.builder.const_literal(it, arguments, ty)
            }
            _ => None,
        }
    }

    /// A constant as a pattern.
    fn const_pat(
        &mut self,
        it: ConstId,
        arguments: GenericArgs<'db>,
        ty: TypeId,
    ) -> Option<PatKind> {
        if let Some(literal) = self.builder.const_literal(it, arguments, ty) {
            return Some(PatKind::Literal(literal));
        }
        let (it, arguments) = self.builder.resolve_const(it, arguments);
        let owner = DefWithBodyId::ConstId(it);
        let root = HirBody::of(self.builder.db, owner).root_expr();
        let pat = Making::new(self.builder, owner, arguments).pat_of_value(root)?;
        Some(pat.kind)
    }

    /// The pattern that this value, and no other, matches.
    fn pat_of_value(&mut self, expr: ExprId) -> Option<Pat> {
        let ty = self.type_id(self.infer.expr_ty(expr));
        let kind = match &self.store[expr] {
            HirExpr::Path(path) => match self.variant_of_path(expr, path) {
                Some(variant) => self.variant(variant, Vec::new()),
                None => PatKind::Literal(self.literal_of(expr, ty)?),
            },
            HirExpr::Call { callee, args } => {
                let HirExpr::Path(path) = &self.store[*callee] else {
                    return None;
                };
                let variant = self.variant_of_path(*callee, path)?;
                let fields = self.pats_of_values(args)?;
                self.variant(variant, fields)
            }
            HirExpr::Tuple { exprs } => PatKind::Fields(self.pats_of_values(exprs)?),
            HirExpr::Ref { expr, .. } => PatKind::Deref(Box::new(self.pat_of_value(*expr)?)),
            _ => PatKind::Literal(self.literal_of(expr, ty)?),
        };
        Some(Pat { kind, ty })
    }

    fn pats_of_values(&mut self, values: &[ExprId]) -> Option<Vec<(u32, Pat)>> {
        let values = values.iter().enumerate();
        values
            .map(|(at, &it)| Some((at as u32, self.pat_of_value(it)?)))
            .collect()
    }

    /// The struct or variant that a path names.
    fn variant_of_path(&mut self, expr: ExprId, path: &Path) -> Option<VariantId> {
        if let Some(it) = self.infer.variant_resolution_for_expr(expr) {
            return Some(it);
        }
        let db = self.builder.db;
        let hygiene = self.store.expr_path_hygiene(expr);
        match self.at(expr, |resolver| {
            resolver.resolve_path_in_value_ns_fully(db, path, hygiene)
        })? {
            ValueNs::EnumVariantId(it) => Some(it.into()),
            ValueNs::StructId(it) => Some(it.into()),
            _ => None,
        }
    }
}

/// A number's opposite.
pub(super) fn negated(literal: Literal) -> Literal {
    match literal {
        Literal::Int(it) => Literal::Int(it.wrapping_neg()),
        Literal::Float(it) => Literal::Float(-it),
        it => it,
    }
}
