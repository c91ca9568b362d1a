//! The bodies that are written in the program or in std.

use ir::inherent::GenericArgs as _;
use ra_ap_hir_def::expr_store::{Body as HirBody, ExpressionStore, ExpressionStoreSourceMap};
use ra_ap_hir_def::hir::{
    Binding, BindingAnnotation, BindingId, ClosureKind, CoroutineSource, Expr as HirExpr, ExprId,
    LabelId as HirLabel, Pat as HirPat, PatId,
};
use ra_ap_hir_def::resolver::{HasResolver, Resolver};
use ra_ap_hir_def::signatures::{ConstSignature, FunctionSignature, StaticSignature};
use ra_ap_hir_def::{
    ConstId, DefWithBodyId, FunctionId as HirFunction, HasModule, ItemContainerId, Lookup,
    StaticId as HirStatic,
};
use ra_ap_hir_expand::HirFileId;
use ra_ap_hir_ty::InferenceResult;
use ra_ap_hir_ty::next_solver::{GenericArgs, Mutability, Ty};
use ra_ap_rustc_type_ir as ir;
use ra_ap_syntax::TextRange;
use rustc_hash::FxHashMap;

use super::captures::{Upvars, captures};
use super::{Builder, hollow};
use crate::thir::{
    Block, Body, Expr, ExprKind, Function, LabelId, Literal, Local, LocalId, Pat, PatKind,
    Statement, TypeId,
};

/// A body in the making: of a function, or of a closure or coroutine within one.
pub(super) struct Making<'a, 'db> {
    pub(super) builder: &'a mut Builder<'db>,
    pub(super) owner: DefWithBodyId,
    pub(super) store: &'db ExpressionStore,
    pub(super) infer: &'db InferenceResult<'db>,
    resolver: Resolver<'db>,
    /// The expression that we are in.
    scope: Option<ExprId>,
    /// Of the item that it is in.
    pub(super) arguments: GenericArgs<'db>,
    /// Concrete types, by what inference says.
    known: FxHashMap<Ty<'db>, TypeId>,

    pub(super) locals: Vec<Local>,
    bindings: FxHashMap<BindingId, LocalId>,
    pub(super) upvars: Upvars,
    /// Labels by what the source calls them.
    labels: FxHashMap<HirLabel, LabelId>,
    next_label: u32,
    /// The loops that we are in.
    loops: Vec<LabelId>,

    /// Whether it is that of a plain `main`, which may wait.
    pub(super) waits: bool,

    /// Of the program's bodies only.
    map: Option<&'db ExpressionStoreSourceMap>,
    pub(super) line: u32,
}

impl<'a, 'db> Making<'a, 'db> {
    pub(super) fn new(
        builder: &'a mut Builder<'db>,
        owner: DefWithBodyId,
        arguments: GenericArgs<'db>,
    ) -> Self {
        let db = builder.db;
        let of_program = owner.krate(db) == builder.env.krate;
        Making {
            owner,
            store: HirBody::of(db, owner),
            infer: InferenceResult::of(db, owner),
            resolver: owner.resolver(db),
            scope: None,
            arguments,
            known: FxHashMap::default(),
            locals: Vec::new(),
            bindings: FxHashMap::default(),
            upvars: Upvars::default(),
            labels: FxHashMap::default(),
            next_label: 0,
            loops: Vec::new(),
            waits: false,
            map: of_program.then(|| &*HirBody::with_source_map(db, owner).1),
            line: 0,
            builder,
        }
    }

    /// The concrete type of what inference says.
    pub(super) fn mono(&mut self, ty: Ty<'db>) -> Ty<'db> {
        let id = self.type_id(ty);
        self.builder.ty(id)
    }

    pub(super) fn type_id(&mut self, ty: Ty<'db>) -> TypeId {
        if let Some(&id) = self.known.get(&ty) {
            return id;
        }
        let concrete = self.builder.mono(ty, self.arguments);
        let id = self.builder.type_id(concrete);
        self.known.insert(ty, id);
        id
    }

    /// An expression on the line that we are at.
    pub(super) fn expr(&self, kind: ExprKind, ty: TypeId) -> Expr {
        Expr {
            kind,
            ty,
            line: self.line,
        }
    }

    pub(super) fn unit(&mut self) -> Expr {
        let ty = self.builder.unit();
        self.expr(ExprKind::Literal(Literal::Unit), ty)
    }

    pub(super) fn new_local(&mut self, name: &str, ty: TypeId) -> LocalId {
        let id = LocalId(self.locals.len() as u32);
        self.locals.push(Local {
            name: name.to_owned(),
            ty,
        });
        id
    }

    pub(super) fn read_local(&self, id: LocalId) -> Expr {
        let ty = match self.upvars.outside(id) {
            Some((_, ty)) => ty,
            None => self.locals[id.0 as usize].ty,
        };
        self.expr(ExprKind::Local(id), ty)
    }

    /// The name of a binding; empty for what a desugaring made.
    pub(super) fn binding_name(&self, id: BindingId) -> &'db str {
        let Binding { name, .. } = &self.store[id];
        match name.as_str() {
            it if it.starts_with('<') => "",
            it => it,
        }
    }

    /// The local that a pattern of this body binds.
    pub(super) fn bind(&mut self, id: BindingId) -> LocalId {
        if let Some(&local) = self.bindings.get(&id) {
            return local;
        }
        let ty = self.infer.binding_ty(id);
        let ty = self.type_id(ty);
        let local = self.new_local(self.binding_name(id), ty);
        self.bindings.insert(id, local);
        local
    }

    /// The local of a name; of a captured one, a stand-in until the whole place is known.
    pub(super) fn use_binding(&mut self, id: BindingId) -> LocalId {
        if self.bindings.contains_key(&id) || !self.upvars.any() {
            return self.bind(id);
        }
        let ty = self.infer.binding_ty(id);
        let ty = self.type_id(ty);
        self.upvars.stand_in(id, ty)
    }

    /// Works on an expression, where its names are known.
    pub(super) fn within<R>(&mut self, expr: ExprId, work: impl FnOnce(&mut Self) -> R) -> R {
        let before = self.scope.replace(expr);
        let result = work(self);
        self.scope = before;
        result
    }

    /// Looks something up where an expression stands.
    pub(super) fn at<R>(&mut self, expr: ExprId, look: impl FnOnce(&Resolver<'db>) -> R) -> R {
        let guard = self
            .resolver
            .update_to_inner_scope(self.builder.db, self.owner, expr);
        let result = look(&self.resolver);
        self.resolver.reset_to_guard(guard);
        result
    }

    /// Looks something up where we are.
    pub(super) fn here<R>(&mut self, look: impl FnOnce(&Resolver<'db>) -> R) -> R {
        match self.scope {
            Some(expr) => self.at(expr, look),
            None => look(&self.resolver),
        }
    }

    // --- Labels -----------------------------------------------------------------

    pub(super) fn label(&mut self, name: Option<HirLabel>) -> LabelId {
        let id = LabelId(self.next_label);
        self.next_label += 1;
        if let Some(name) = name {
            self.labels.insert(name, id);
        }
        id
    }

    /// A loop that a plain `break` leaves.
    pub(super) fn in_loop<R>(&mut self, label: LabelId, body: impl FnOnce(&mut Self) -> R) -> R {
        self.loops.push(label);
        let result = body(self);
        self.loops.pop();
        result
    }

    /// Where `break` or `continue` goes.
    pub(super) fn target(&self, name: Option<HirLabel>) -> Option<LabelId> {
        match name {
            Some(name) => self.labels.get(&name).copied(),
            None => self.loops.last().copied(),
        }
    }

    // --- Lines ------------------------------------------------------------------

    /// Works on an expression, on its line.
    pub(super) fn on_line_of<R>(&mut self, expr: ExprId, work: impl FnOnce(&mut Self) -> R) -> R {
        let Some(map) = self.map else {
            return work(self);
        };
        let builder = &mut *self.builder;
        let Some(range) = builder.lines.range(builder.db, map, expr) else {
            return work(self);
        };
        let line = builder.lines.line(range.start());
        let before = std::mem::replace(&mut self.line, line);
        let origin = std::mem::replace(&mut self.builder.origin, range);
        let result = work(self);
        self.line = before;
        self.builder.origin = origin;
        result
    }

    /// The text that a `stringify!` made a literal of.
    pub(super) fn stringified(&self, literal: ExprId) -> Option<String> {
        let (lines, db) = (&self.builder.lines, self.builder.db);
        lines.stringified(db, self.map?, literal)
    }

    /// Says that something cannot be run; a value that is never looked at takes its place.
    pub(super) fn refuse(&mut self, message: impl Into<String>, ty: TypeId) -> Expr {
        self.builder.refuse(message);
        self.expr(ExprKind::Literal(Literal::Nothing), ty)
    }

    // --- Whole bodies -----------------------------------------------------------

    /// Parameters: those with a plain name are their own local, others are taken apart by a `let`.
    fn params(
        &mut self,
        this: Option<(BindingId, TypeId)>,
        params: &[(PatId, TypeId)],
    ) -> Vec<Statement> {
        if let Some((binding, ty)) = this {
            let local = self.new_local(self.binding_name(binding), ty);
            self.bindings.insert(binding, local);
        }
        let locals: Vec<_> = params
            .iter()
            .map(|&(pat, ty)| match self.store[pat] {
                HirPat::Bind { id, subpat: None }
                    if matches!(
                        self.store[id].mode,
                        BindingAnnotation::Unannotated | BindingAnnotation::Mutable
                    ) =>
                {
                    let local = self.new_local(self.binding_name(id), ty);
                    self.bindings.insert(id, local);
                    None
                }
                _ => Some((pat, self.new_local("", ty))),
            })
            .collect();
        locals
            .into_iter()
            .flatten()
            .map(|(pat, local)| {
                let pat = self.pat(pat);
                Statement::Let {
                    pat,
                    init: Some(self.read_local(local)),
                    els: None,
                }
            })
            .collect()
    }

    /// The body's expression after the parameters' patterns.
    fn root(&mut self, statements: Vec<Statement>, root: ExprId) -> Expr {
        let value = self.value(root);
        let mut body = match statements.is_empty() {
            true => value,
            false => {
                let ty = value.ty;
                let block = Block {
                    statements,
                    tail: Some(value),
                    label: None,
                };
                self.expr(ExprKind::Block(Box::new(block)), ty)
            }
        };
        self.place_captures(&mut body);
        body
    }

    fn finish(self, name: String, params: u32, ret: TypeId, line: u32, body: Body) -> Function {
        Function {
            name,
            of_program: self.map.is_some(),
            line,
            locals: self.locals,
            params,
            ret,
            body,
        }
    }
}

impl<'db> Builder<'db> {
    /// A function with a body in the source, or an intrinsic.
    pub(super) fn written(
        &mut self,
        function: HirFunction,
        arguments: GenericArgs<'db>,
    ) -> Function {
        self.written_as(function, arguments, Body::Rust, false)
    }

    fn written_as(
        &mut self,
        function: HirFunction,
        arguments: GenericArgs<'db>,
        body_of: fn(Expr) -> Body,
        waits: bool,
    ) -> Function {
        let signature = self
            .db
            .callable_item_signature(function.into())
            .skip_binder()
            .skip_binder();
        let params = self.input_ids(signature.inputs(), arguments);
        let output = self.mono(signature.output(), arguments);
        let ret = self.type_id(output);
        let name = self.function_name(function, arguments);
        if self.is_intrinsic(function) {
            return self.intrinsic(function, arguments, &params, ret, name);
        }
        let owner = DefWithBodyId::FunctionId(function);
        let (file, range) = self.place_of_function(function);
        let line = self.line_of(file, range);
        let hir = HirBody::of(self.db, owner);
        let root = hir.root_expr();
        let mut making = Making::new(self, owner, arguments);
        if matches!(making.store[root], HirExpr::Missing) {
            making
                .builder
                .refuse(format!("the playground does not know `{name}`"));
            return hollow(name, ret);
        }
        making.line = line;
        making.waits = waits;
        let mut types = params.iter().copied();
        let this = hir
            .self_param
            .and_then(|it| Some((it.formal, types.next()?)));
        let patterns: Vec<_> = hir.params.iter().map(|it| it.formal).zip(types).collect();
        let statements = making.params(this, &patterns);
        let body = making.root(statements, root);
        making.finish(name, params.len() as u32, ret, line, body_of(body))
    }

    fn intrinsic(
        &mut self,
        function: HirFunction,
        arguments: GenericArgs<'db>,
        params: &[TypeId],
        ret: TypeId,
        path: String,
    ) -> Function {
        let name = FunctionSignature::of(self.db, function).name.as_str();
        if name == "call_by_pointer" {
            let call =
                super::shims::Instance::CallByPointer(arguments.type_at(0), arguments.type_at(1));
            return self.function(call);
        }
        let types: Vec<_> = arguments.iter().filter_map(|it| it.ty()).collect();
        let types = types.into_iter().map(|it| self.type_id(it)).collect();
        let nothing = super::shims::expr(ExprKind::Aggregate(Vec::new()), ret);
        let mut shim = self.shim(path, params, ret, nothing);
        shim.body = Body::Intrinsic {
            name: name.to_owned(),
            types,
        };
        shim
    }

    /// Its path with its arguments.
    fn function_name(&mut self, function: HirFunction, arguments: GenericArgs<'db>) -> String {
        let name = FunctionSignature::of(self.db, function).name.as_str();

        match function.lookup(self.db).container {
            ItemContainerId::ImplId(it) => {
                let ty = self.db.impl_self_ty(it).skip_binder();
                let ty = self.mono(ty, arguments);
                format!("{}::{name}", self.type_name(ty))
            }
            ItemContainerId::TraitId(_) => {
                format!("{}::{name}", self.type_name(arguments.type_at(0)))
            }
            _ => self.with_arguments(name.to_owned(), arguments),
        }
    }

    /// Where the name of a function is.
    pub(super) fn place_of_function(
        &self,
        function: HirFunction,
    ) -> (HirFileId, Option<TextRange>) {
        use ra_ap_hir_def::src::HasSource;
        use ra_ap_syntax::{AstNode, ast::HasName};
        let source = function.lookup(self.db).source(self.db);
        let name = source.value.name().map(|it| it.syntax().text_range());
        (source.file_id, name)
    }

    pub(super) fn line_of(&self, file: HirFileId, range: Option<TextRange>) -> u32 {
        range
            .and_then(|it| self.lines.locate(self.db, file, it))
            .map_or(0, |it| self.lines.line(it.start()))
    }

    pub(super) fn closure_body(&mut self, ty: Ty<'db>) -> Function {
        let (location, arguments) = self.closure(ty).expect("a closure");
        let Some(owner) = body_owner(location.owner) else {
            let ret = self.unit();
            self.refuse("the playground does not know closures in types");
            return hollow("{closure}".into(), ret);
        };
        let environment = match self.closure_kind(ty) {
            ir::ClosureKind::FnOnce => ty,
            ir::ClosureKind::FnMut => self.reference(ty, Mutability::Mut),
            ir::ClosureKind::Fn => self.reference(ty, Mutability::Not),
        };
        let environment = self.type_id(environment);
        let own = self.type_id(ty);
        let mut making = Making::new(self, owner, arguments);
        let HirExpr::Closure { args, body, .. } = &making.store[location.expr] else {
            unreachable!("a closure is written as one");
        };
        let signature = making.infer.closures_data[&location.expr]
            .liberated_sig
            .get();
        let ret = making.type_id(signature.output());
        let types: Vec<_> = signature.inputs().to_vec();
        let params: Vec<_> = args
            .iter()
            .copied()
            .zip(types)
            .map(|(pat, ty)| (pat, making.type_id(ty)))
            .collect();
        making.new_local("", environment);
        let taken = captures(making.builder.db, owner, making.infer, location.expr);
        making.upvars = Upvars::of_closure(taken, environment, own);
        let line = making.line_of_expr(location.expr);
        making.line = line;
        let statements = making.params(None, &params);
        let body = making.root(statements, *body);
        let count = params.len() as u32 + 1;
        making.finish("{closure}".into(), count, ret, line, Body::Rust(body))
    }

    pub(super) fn coroutine_body(&mut self, ty: Ty<'db>) -> Function {
        let (location, arguments) = self.closure(ty).expect("a coroutine");
        let Some(owner) = body_owner(location.owner) else {
            let ret = self.unit();
            self.refuse("the playground does not know async blocks in types");
            return hollow("{async}".into(), ret);
        };
        if let Some(main) = self.plain_main
            && self.std_function("start", "body").map(Into::into) == Some(owner)
        {
            let nothing = GenericArgs::empty(self.interner);
            return self.written_as(main, nothing, Body::Coroutine, true);
        }
        let own = self.type_id(ty);
        let types = match &self.types[own.0 as usize].kind {
            crate::thir::TypeKind::Coroutine { captures, .. } => captures.clone(),
            _ => unreachable!("a coroutine has a coroutine's type"),
        };
        let mut making = Making::new(self, owner, arguments);
        let HirExpr::Closure { body, .. } = &making.store[location.expr] else {
            unreachable!("a coroutine is written as one");
        };
        let signature = making.infer.closures_data[&location.expr]
            .liberated_sig
            .get();
        let ret = making.type_id(signature.output());
        let taken = captures(making.builder.db, owner, making.infer, location.expr);
        making.upvars = Upvars::of_coroutine(taken);
        for (at, &ty) in types.iter().enumerate() {
            let name = making
                .upvars
                .variable(at)
                .map_or("", |it| making.binding_name(it));
            making.new_local(name, ty);
        }
        let name = making.coroutine_name(location.expr);
        let line = making.line_of_expr(location.expr);
        making.line = line;
        let body = making.root(Vec::new(), *body);
        let count = types.len() as u32;
        making.finish(name, count, ret, line, Body::Coroutine(body))
    }

    pub(super) fn const_body(&mut self, it: ConstId, arguments: GenericArgs<'db>) -> Function {
        let name = ConstSignature::of(self.db, it)
            .name
            .as_ref()
            .map_or("_", |it| it.as_str())
            .to_owned();
        let ty = self.db.value_ty(it.into()).map(|it| it.skip_binder());
        self.constant(DefWithBodyId::ConstId(it), arguments, name, ty)
    }

    pub(super) fn static_body(&mut self, it: HirStatic) -> Function {
        let name = StaticSignature::of(self.db, it).name.as_str().to_owned();
        let ty = self.db.value_ty(it.into()).map(|it| it.skip_binder());
        let nothing = GenericArgs::empty(self.interner);
        self.constant(DefWithBodyId::StaticId(it), nothing, name, ty)
    }

    fn constant(
        &mut self,
        owner: DefWithBodyId,
        arguments: GenericArgs<'db>,
        name: String,
        ty: Option<Ty<'db>>,
    ) -> Function {
        let ty = ty.unwrap_or(self.interner.default_types().types.unit);
        let root = HirBody::of(self.db, owner).root_expr();
        let mut making = Making::new(self, owner, arguments);
        let ret = making.type_id(ty);
        let line = making.line_of_expr(root);
        making.line = line;
        let body = making.root(Vec::new(), root);
        making.finish(name, 0, ret, line, Body::Constant(body))
    }
}

impl Making<'_, '_> {
    fn line_of_expr(&mut self, expr: ExprId) -> u32 {
        self.on_line_of(expr, |making| making.line)
    }

    /// An async function's body has the function's name.
    fn coroutine_name(&self, coroutine: ExprId) -> String {
        let is_function = matches!(
            self.store[coroutine],
            HirExpr::Closure {
                closure_kind: ClosureKind::Coroutine {
                    source: CoroutineSource::Fn,
                    ..
                },
                ..
            }
        );
        match self.owner {
            DefWithBodyId::FunctionId(it) if is_function => {
                let db = self.builder.db;
                FunctionSignature::of(db, it).name.as_str().to_owned()
            }
            _ => "{async}".into(),
        }
    }

    /// A pattern that looks at nothing.
    pub(super) fn wild(&self, ty: TypeId) -> Pat {
        Pat {
            kind: PatKind::Wild,
            ty,
        }
    }
}

pub(super) fn body_owner(owner: ra_ap_hir_ty::InferBodyId<'_>) -> Option<DefWithBodyId> {
    match owner {
        ra_ap_hir_ty::InferBodyId::DefWithBodyId(it) => Some(it),
        ra_ap_hir_ty::InferBodyId::AnonConstId(_) => None,
    }
}
