//! The bodies of the program's functions, with their types.

use super::report::Report;
use crate::database::Database;
use ra_ap_hir as hir;
use ra_ap_hir_def::hir::{Expr, ExprId, ExprOrPatId, PatId};
use ra_ap_hir_def::lang_item::lang_items;
use ra_ap_hir_def::{
    DefWithBodyId, HasModule, TraitId, expr_store::Body, expr_store::BodySourceMap,
};
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::display::HirDisplay;
use ra_ap_hir_ty::next_solver::Ty;
use ra_ap_hir_ty::{InferenceResult, ParamEnvAndCrate};
use ra_ap_rustc_type_ir::inherent::Ty as _;
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast};
use std::collections::HashMap;

/// A body, what its expressions are, and where they stand.
pub struct TypedBody<'db> {
    pub owner: DefWithBodyId,
    pub body: &'db Body,
    pub infer: &'db InferenceResult<'db>,
    map: &'db BodySourceMap,
    parents: HashMap<ExprId, ExprId>,
    db: &'db Database,
}

/// All bodies of the program: of functions, constants and statics, also within others.
pub fn all<'db>(report: &Report<'_, 'db>) -> Vec<TypedBody<'db>> {
    let mut owners = Vec::new();
    super::walk::expanded(report, report.file.syntax(), &mut |node| {
        let owner: Option<hir::DefWithBody> = if let Some(it) = ast::Fn::cast(node.clone()) {
            it.body()
                .and_then(|_| report.sema.to_def(&it))
                .map(Into::into)
        } else if let Some(it) = ast::Const::cast(node.clone()) {
            it.body()
                .and_then(|_| report.sema.to_def(&it))
                .map(Into::into)
        } else if let Some(it) = ast::Static::cast(node.clone()) {
            it.body()
                .and_then(|_| report.sema.to_def(&it))
                .map(Into::into)
        } else {
            None
        };
        if let Some(id) = owner.and_then(|it| DefWithBodyId::try_from(it).ok())
            && !owners.contains(&id)
        {
            owners.push(id);
        }
    });
    owners
        .into_iter()
        .map(|it| TypedBody::new(report.db, it))
        .collect()
}

impl<'db> TypedBody<'db> {
    fn new(db: &'db Database, owner: DefWithBodyId) -> Self {
        let (body, map) = Body::with_source_map(db, owner);
        let mut parents = HashMap::new();
        for (parent, _) in body.exprs() {
            body.walk_child_exprs(parent, |child| {
                parents.insert(child, parent);
            });
        }
        TypedBody {
            owner,
            body,
            infer: InferenceResult::of(db, owner),
            map,
            parents,
            db,
        }
    }

    pub fn parent(&self, expr: ExprId) -> Option<ExprId> {
        self.parents.get(&expr).copied()
    }

    /// What was written for this expression, if it was.
    pub fn node(&self, report: &Report<'_, 'db>, expr: ExprId) -> Option<SyntaxNode> {
        let source = self.map.expr_syntax(expr).ok()?;
        let root = report.sema.parse_or_expand(source.file_id);
        Some(source.value.to_node(&root).syntax().clone())
    }

    /// Where an expression stands in the program. What a macro of std writes stands where the macro is called; a name
    /// in a format string stands in the string.
    pub fn range(&self, report: &Report<'_, 'db>, expr: ExprId) -> Option<TextRange> {
        if let Some(source) = self.map.format_args_implicit_capture(expr) {
            let template = source.map(|(template, _)| template.syntax_node_ptr());
            let range = report.sema.diagnostics_display_range(template).range;
            return Some(source.value.1 + range.start());
        }
        let source = self.map.expr_syntax(expr).ok()?;
        let pointer = source.map(|it| it.syntax_node_ptr());
        Some(report.sema.diagnostics_display_range(pointer).range)
    }

    /// As [`TypedBody::range`]; what a macro adds stands where what it was made of stands.
    pub fn range_or_near(&self, report: &Report<'_, 'db>, expr: ExprId) -> Option<TextRange> {
        self.range(report, expr)
            .or_else(|| self.within(expr, &|it| self.range(report, it)))
            .or_else(|| self.range_or_near(report, self.parent(expr)?))
    }

    /// The first part of an expression of which something can be said.
    fn within<T>(&self, expr: ExprId, say: &dyn Fn(ExprId) -> Option<T>) -> Option<T> {
        let mut children = Vec::new();
        self.body.walk_child_exprs(expr, |it| children.push(it));
        children
            .iter()
            .find_map(|it| say(*it))
            .or_else(|| children.iter().find_map(|it| self.within(*it, say)))
    }

    pub fn pat_range(&self, report: &Report<'_, 'db>, pat: PatId) -> Option<TextRange> {
        let source = self.map.pat_syntax(pat).ok()?;
        let pointer = source.map(|it| it.syntax_node_ptr());
        Some(report.sema.diagnostics_display_range(pointer).range)
    }

    pub fn pat_node(&self, report: &Report<'_, 'db>, pat: PatId) -> Option<SyntaxNode> {
        let source = self.map.pat_syntax(pat).ok()?;
        let root = report.sema.parse_or_expand(source.file_id);
        Some(source.value.to_node(&root).syntax().clone())
    }

    pub fn node_of(&self, report: &Report<'_, 'db>, id: ExprOrPatId) -> Option<SyntaxNode> {
        match id {
            ExprOrPatId::ExprId(it) => self.node(report, it),
            ExprOrPatId::PatId(it) => self.pat_node(report, it),
        }
    }

    pub fn expr(&self, expr: ExprId) -> &'db Expr {
        &self.body[expr]
    }

    pub fn show(&self, report: &Report<'_, 'db>, ty: Ty<'db>) -> String {
        ty.display(self.db, report.target).to_string()
    }

    fn environment(&self) -> ParamEnvAndCrate<'db> {
        ParamEnvAndCrate {
            param_env: self.db.trait_environment(self.owner.generic_def(self.db)),
            krate: self.owner.krate(self.db),
        }
    }

    pub fn implements(&self, ty: Ty<'db>, of: Option<TraitId>) -> bool {
        of.is_some_and(|of| {
            ra_ap_hir_ty::traits::implements_trait_unique(ty, self.db, self.environment(), of)
        })
    }

    pub fn is_copy(&self, ty: Ty<'db>) -> bool {
        let krate = self.owner.krate(self.db);
        ty.is_ty_error() || ty.is_never() || self.implements(ty, lang_items(self.db, krate).Copy)
    }
}
