//! The bodies of the program's functions, with their types.

use super::flow::{Place, Step};
use super::report::Report;
use crate::database::Database;
use ra_ap_base_db::Crate;
use ra_ap_hir as hir;
use ra_ap_hir_def::hir::{
    BindingAnnotation, BindingId, ClosureKind, Expr, ExprId, ExprOrPatId, Pat, PatId, Statement,
};
use ra_ap_hir_def::lang_item::lang_items;
use ra_ap_hir_def::{
    AdtId, CallableDefId, DefWithBodyId, FunctionId, HasModule, TraitId, expr_store::Body,
    expr_store::BodySourceMap,
};
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::display::HirDisplay;
use ra_ap_hir_ty::next_solver::{DbInterner, GenericArg, GenericArgs, Ty, TyKind};
use ra_ap_hir_ty::{InferenceResult, ParamEnvAndCrate};
use ra_ap_rustc_type_ir::inherent::{IntoKind, Ty as _};
use ra_ap_syntax::{AstNode, SyntaxNode, TextRange, ast};
use std::collections::HashMap;

/// A body, what its expressions are, and where they stand.
pub struct TypedBody<'db> {
    pub owner: DefWithBodyId,
    pub body: &'db Body,
    pub infer: &'db InferenceResult<'db>,
    map: &'db BodySourceMap,
    parents: HashMap<ExprId, ExprId>,
    pub db: &'db Database,
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
    pub fn new(db: &'db Database, owner: DefWithBodyId) -> Self {
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

    /// The pattern and the value of each `let` that has one.
    pub fn lets(&self) -> impl Iterator<Item = (PatId, ExprId)> + use<'db> {
        let body = self.body;
        let statements = body.exprs().filter_map(|(_, expr)| match expr {
            Expr::Block { statements, .. } => Some(statements),
            _ => None,
        });
        statements
            .flatten()
            .filter_map(|statement| match statement {
                Statement::Let {
                    pat,
                    initializer: Some(value),
                    ..
                } => Some((*pat, *value)),
                _ => None,
            })
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

    pub fn expr(&self, expr: ExprId) -> &'db Expr {
        &self.body[expr]
    }

    pub fn show(&self, report: &Report<'_, 'db>, ty: Ty<'db>) -> String {
        ty.display(self.db, report.target).to_string()
    }

    pub fn environment(&self) -> ParamEnvAndCrate<'db> {
        ParamEnvAndCrate {
            param_env: self.db.trait_environment(self.owner.generic_def(self.db)),
            krate: self.owner.krate(self.db),
        }
    }

    /// Whether a type implements a trait, with whatever parameters.
    pub fn implements(&self, ty: Ty<'db>, of: Option<TraitId>) -> bool {
        of.is_some_and(|of| {
            ra_ap_hir_ty::traits::implements_trait_unique(ty, self.db, self.environment(), of)
        })
    }

    /// Whether a trait is implemented with these, of which `Self` is the first.
    pub fn implements_with(&self, of: TraitId, args: GenericArgs<'db>) -> bool {
        let environment = self.environment();
        ra_ap_hir_ty::traits::implements_trait_unique_with_args(self.db, environment, of, args)
    }

    /// The places that an assignment to this changes: several, if it is a pattern.
    pub fn assigned(&self, target: PatId) -> Vec<ExprId> {
        let all = |targets: &mut dyn Iterator<Item = PatId>| {
            targets.flat_map(|it| self.assigned(it)).collect()
        };
        match &self.body[target] {
            Pat::Expr(place) => vec![*place],
            Pat::Tuple { args, .. } | Pat::TupleStruct { args, .. } => {
                all(&mut args.iter().copied())
            }
            Pat::Record { args, .. } => all(&mut args.iter().map(|it| it.pat)),
            Pat::Slice {
                prefix,
                slice,
                suffix,
            } => all(&mut prefix.iter().chain(slice).chain(suffix).copied()),
            _ => Vec::new(),
        }
    }

    /// The function that an expression calls, and what it is given, a method's receiver first.
    pub fn call(&self, expr: ExprId) -> Option<(FunctionId, Vec<ExprId>)> {
        match self.expr(expr) {
            Expr::Call { callee, args } => match self.infer.expr_ty(*callee).kind() {
                TyKind::FnDef(def, _) => match def.0 {
                    CallableDefId::FunctionId(it) => Some((it, args.to_vec())),
                    _ => None,
                },
                _ => None,
            },
            Expr::MethodCall { receiver, args, .. } => {
                let function = self.infer.method_resolution(expr)?.0;
                let operands = std::iter::once(receiver).chain(args).copied();
                Some((function, operands.collect()))
            }
            _ => None,
        }
    }

    /// What rustc calls a closure.
    pub fn closure_name(&self, closure: ExprId) -> &'static str {
        match self.expr(closure) {
            Expr::Closure {
                closure_kind: ClosureKind::Coroutine { .. },
                ..
            } => "async block",
            _ => "closure",
        }
    }

    pub fn krate(&self) -> Crate {
        self.owner.krate(self.db)
    }

    /// The type of an expression with what is added to it.
    pub fn ty_with_adjust(&self, expr: ExprId) -> Ty<'db> {
        let adjusted = self.infer.type_of_expr_with_adjust(expr);
        adjusted.unwrap_or(self.infer.expr_ty(expr))
    }

    /// Whether what is behind a pointer, or in a collection, may be changed: if its type implements this trait, of
    /// these.
    pub fn lends_to_change(&self, ty: Ty<'db>, by: Option<TraitId>, of: &[Ty<'db>]) -> bool {
        let interner = DbInterner::new_with(self.db, self.krate());
        let types = std::iter::once(ty).chain(of.iter().copied());
        let args = GenericArgs::new_from_iter(interner, types.map(GenericArg::from));
        ty.is_ty_error() || ty.is_never() || by.is_some_and(|by| self.implements_with(by, args))
    }

    pub fn is_copy(&self, ty: Ty<'db>) -> bool {
        let krate = self.owner.krate(self.db);
        ty.is_ty_error() || ty.is_never() || self.implements(ty, lang_items(self.db, krate).Copy)
    }

    pub fn is_clone(&self, ty: Ty<'db>) -> bool {
        let krate = self.owner.krate(self.db);
        self.implements(ty, lang_items(self.db, krate).Clone)
    }

    // --- Variables ----------------------------------------------------------

    /// Where what was done stands in the program, if a macro of std did not do it.
    pub fn place_of(&self, report: &Report<'_, 'db>, at: ExprOrPatId) -> Option<TextRange> {
        match at {
            ExprOrPatId::ExprId(it) => self.range_or_near(report, it),
            ExprOrPatId::PatId(it) => self.pat_range(report, it),
        }
    }

    /// Whether a variable is declared with `mut`.
    pub fn is_mut(&self, local: BindingId) -> bool {
        self.body[local].mode == BindingAnnotation::Mutable
    }

    pub fn is_param(&self, local: BindingId) -> bool {
        self.body
            .self_param
            .as_ref()
            .is_some_and(|it| it.formal == local)
            || self.body.params.iter().any(|it| {
                let mut found = false;
                self.body
                    .walk_bindings_in_pat(it.formal, |it| found |= it == local);
                found
            })
    }

    /// The pattern that declares a variable, if the program's author wrote it.
    pub fn declaration(&self, report: &Report<'_, 'db>, local: BindingId) -> Option<ast::IdentPat> {
        let name = self.body[local].name.as_str();
        self.map.patterns_for_binding(local).iter().find_map(|pat| {
            let node = ast::IdentPat::cast(self.pat_node(report, *pat)?)?;
            let same = ast::HasName::name(&node).is_some_and(|it| it.text() == name);
            (same && report.written(node.syntax()).is_some()).then_some(node)
        })
    }

    pub fn mut_token(&self, report: &Report<'_, 'db>, local: BindingId) -> Option<TextRange> {
        let declaration = self.declaration(report, local)?;
        // `ref mut` is another matter.
        if declaration.ref_token().is_some() {
            return None;
        }
        let token = declaration.mut_token()?;
        let whole = report.written(declaration.syntax())?;
        // Also in what a macro makes of the program's text.
        let start = whole.start()
            + (token.text_range().start() - declaration.syntax().text_range().start());
        let range = TextRange::at(start, token.text_range().len());
        (report
            .text
            .get(usize::from(range.start())..usize::from(range.end()))
            == Some("mut"))
        .then_some(range)
    }

    /// Adds to the last finding that the variable may be made `mut`.
    pub fn suggest_mut(&self, report: &mut Report<'_, 'db>, local: BindingId) {
        let name = self.body[local].name.as_str();
        if name == "self" {
            report.help("consider changing this to be mutable: `mut self`, or `&mut self`");
            return;
        }
        if let Some(declaration) = self.declaration(report, local)
            && declaration.ref_token().is_none()
            && let Some(range) = report.written(declaration.syntax())
        {
            report.insert(
                "consider changing this to be mutable",
                range.start(),
                "mut ",
            );
        }
    }

    /// A place as it would be written.
    pub fn show_place(&self, place: &Place) -> String {
        let mut ty = Some(self.infer.binding_ty(place.local));
        let mut shown = self.body[place.local].name.as_str().to_owned();
        for (i, step) in place.path.iter().enumerate() {
            let next = place.path.get(i + 1);
            match step {
                Step::Field(_, index) => {
                    let name = ty.and_then(|it| field_name(self.db, it, *index));
                    shown = format!("{shown}.{}", name.unwrap_or_else(|| index.to_string()));
                    ty = None;
                }
                // A field's dereference is not written.
                Step::Deref(_) if matches!(next, Some(Step::Field(..) | Step::Index)) => {
                    ty = ty.and_then(|it| it.builtin_deref(true));
                }
                Step::Deref(_) => {
                    ty = ty.and_then(|it| it.builtin_deref(true));
                    shown = format!("*{shown}");
                }
                Step::Index => {
                    shown.push_str("[_]");
                    ty = None;
                }
            }
        }
        shown
    }
}

/// The name of a struct's field.
fn field_name(db: &Database, ty: Ty, index: u32) -> Option<String> {
    let TyKind::Adt(def, _) = ty.kind() else {
        return None;
    };
    let AdtId::StructId(it) = def.def_id() else {
        return None;
    };
    let field = hir::Struct::from(it)
        .fields(db)
        .into_iter()
        .nth(index as usize)?;
    Some(field.name(db).as_str().to_owned())
}
