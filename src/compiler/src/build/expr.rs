//! Expressions.

use ir::inherent::{GenericArgs as _, IntoKind};
use ra_ap_hir_def::hir::{
    ArithOp, Array as HirArray, BinaryOp as HirBinary, ClosureKind, CmpOp, Expr as HirExpr, ExprId,
    Literal as HirLiteral, LogicOp, Ordering, Pat as HirPat, PatId, RecordSpread,
    Statement as HirStatement, UnaryOp,
};
use ra_ap_hir_def::resolver::ValueNs;
use ra_ap_hir_def::type_ref::Mutability as HirMutability;
use ra_ap_hir_def::{CallableDefId, FunctionId as HirFunction, ItemContainerId, Lookup, VariantId};
use ra_ap_hir_ty::Adjust;
use ra_ap_hir_ty::method_resolution::CandidateId;
use ra_ap_hir_ty::next_solver::{GenericArgs, Ty, TyKind};
use ra_ap_rustc_type_ir as ir;

use super::body::Making;
use super::pattern::negated;
use super::shims::{Instance, call, numbered};
use crate::thir::{
    Arm, BinaryOp, Block, Callee, Expr, ExprKind, Literal, Statement, TypeId, TypeKind,
};

impl<'db> Making<'_, 'db> {
    /// An expression with all that is done to it.
    pub(super) fn value(&mut self, expr: ExprId) -> Expr {
        let adjustments = self.adjustments(expr);
        self.value_with(expr, adjustments)
    }

    fn value_with(&mut self, expr: ExprId, adjustments: &[ra_ap_hir_ty::Adjustment]) -> Expr {
        self.on_line_of(expr, |making| {
            let value = making.within(expr, |making| making.plain_value(expr));
            making.adjust(value, adjustments)
        })
    }

    /// An expression without the borrow that an operator puts last.
    fn value_without_borrow(&mut self, expr: ExprId) -> Expr {
        let mut adjustments = self.adjustments(expr);
        if let [rest @ .., last] = adjustments
            && matches!(last.kind, Adjust::Pointer(_))
        {
            adjustments = rest;
        }
        if let [rest @ .., last] = adjustments
            && matches!(last.kind, Adjust::Borrow(_))
        {
            adjustments = rest;
        }
        self.value_with(expr, adjustments)
    }

    fn plain_value(&mut self, expr: ExprId) -> Expr {
        let ty = self.infer.expr_ty(expr);
        let ty = self.type_id(ty);
        match &self.store[expr] {
            HirExpr::Missing => self.refuse("the playground cannot read this", ty),
            HirExpr::Path(_) => self.path_value(expr, ty),
            HirExpr::Literal(HirLiteral::String(_)) if let Some(it) = self.stringified(expr) => {
                self.expr(ExprKind::Literal(Literal::Str(it.into())), ty)
            }
            HirExpr::Literal(it) => match self.literal(it, ty) {
                Some(it) => self.expr(ExprKind::Literal(it), ty),
                None => self.refuse("the playground does not know this literal", ty),
            },
            HirExpr::If {
                condition,
                then_branch,
                else_branch,
            } => {
                let kind = ExprKind::If {
                    cond: Box::new(self.value(*condition)),
                    then: Box::new(self.value(*then_branch)),
                    els: else_branch.map(|it| Box::new(self.value(it))),
                };
                self.expr(kind, ty)
            }
            HirExpr::Let { pat, expr } => {
                let value = self.value(*expr);
                let pat = self.pat(*pat);
                self.expr(ExprKind::Let(Box::new(pat), Box::new(value)), ty)
            }
            HirExpr::Block {
                statements,
                tail,
                label,
                ..
            } => {
                if let Some(it) = self.format_args(statements, *tail) {
                    return it;
                }
                let label = label.map(|it| self.label(Some(it)));
                let mut block = self.block(statements, *tail);
                block.label = label;
                self.expr(ExprKind::Block(Box::new(block)), ty)
            }
            HirExpr::Unsafe {
                statements, tail, ..
            } => {
                let block = self.block(statements, *tail);
                self.expr(ExprKind::Block(Box::new(block)), ty)
            }
            HirExpr::Const(it) => self.value(*it),
            HirExpr::Loop { body, label, .. } => {
                let label = self.label(*label);
                let body = self.in_loop(label, |making| making.value(*body));
                self.expr(ExprKind::Loop(label, Box::new(body)), ty)
            }
            HirExpr::Match { expr, arms } => {
                let scrutinee = self.value(*expr);
                let arms = arms
                    .iter()
                    .map(|arm| Arm {
                        pat: self.pat(arm.pat),
                        guard: arm.guard.map(|it| self.value(it)),
                        body: self.value(arm.expr),
                    })
                    .collect();
                self.expr(ExprKind::Match(Box::new(scrutinee), arms), ty)
            }
            HirExpr::Break { expr, label } => match self.target(*label) {
                Some(target) => {
                    let value = expr.map(|it| Box::new(self.value(it)));
                    self.expr(ExprKind::Break(target, value), ty)
                }
                None => self.refuse("the playground does not see what this leaves", ty),
            },
            HirExpr::Continue { label } => match self.target(*label) {
                Some(target) => self.expr(ExprKind::Continue(target), ty),
                None => self.refuse("the playground does not see what this continues", ty),
            },
            HirExpr::Return { expr } => {
                let value = expr.map(|it| Box::new(self.value(it)));
                self.expr(ExprKind::Return(value), ty)
            }
            HirExpr::Call { callee, args } => self.call(expr, *callee, args, ty),
            HirExpr::MethodCall { receiver, args, .. } => {
                let Some((function, of)) = self.infer.method_resolution(expr) else {
                    return self.refuse("the playground does not know this method", ty);
                };
                let arguments = std::iter::once(receiver).chain(args);
                let arguments = arguments.map(|&it| self.value(it)).collect();
                self.call_function(function, of, arguments, ty)
            }
            HirExpr::Await { expr } => {
                let awaited = self.value(*expr);
                self.awaiting(awaited, ty)
            }
            HirExpr::Field { expr: of, .. } => {
                let number = match self.infer.field_resolution(expr) {
                    Some(it) => it.either(|it| it.local_id.into_raw().into_u32(), |it| it.index),
                    None => return self.refuse("the playground does not know this field", ty),
                };
                let of = self.value(*of);
                self.expr(ExprKind::Field(Box::new(of), number), ty)
            }
            HirExpr::Index { base, index } => self.index(expr, *base, *index, ty),
            HirExpr::Ref {
                expr: of,
                mutability,
                ..
            } => {
                if *mutability == HirMutability::Shared
                    && let Some(it) = self.promoted(*of, ty)
                {
                    return it;
                }
                let of = self.value(*of);
                self.expr(ExprKind::Borrow(Box::new(of)), ty)
            }
            HirExpr::UnaryOp { expr: of, op } => self.unary(expr, *of, *op, ty),
            HirExpr::BinaryOp { lhs, rhs, op } => match op {
                Some(op) => self.binary(expr, *lhs, *rhs, *op, ty),
                None => self.refuse("the playground does not know this operator", ty),
            },
            HirExpr::Assignment { target, value } => self.assign(*target, *value, ty),
            HirExpr::Cast { expr: of, .. } => {
                let of = self.value(*of);
                self.as_cast(of, ty)
            }
            HirExpr::Tuple { exprs } => self.aggregate(exprs, ty),
            HirExpr::Array(HirArray::ElementList { elements }) => self.aggregate(elements, ty),
            HirExpr::Array(HirArray::Repeat { initializer, .. }) => {
                let value = self.value(*initializer);
                self.expr(ExprKind::Repeat(Box::new(value)), ty)
            }
            HirExpr::Range { lhs, rhs, .. } => self.range(*lhs, *rhs, ty),
            HirExpr::RecordLit { fields, spread, .. } => {
                let Some(variant) = self.infer.variant_resolution_for_expr(expr) else {
                    return self.refuse("the playground does not know this type", ty);
                };
                let all = variant.fields(self.builder.db);
                let mut given = Vec::new();
                for field in fields {
                    let Some(number) = all.field(&field.name) else {
                        return self.refuse("the playground does not know this field", ty);
                    };
                    given.push((number.into_raw().into_u32(), self.value(field.expr)));
                }
                match spread {
                    RecordSpread::Expr(base) => {
                        let base = Box::new(self.value(*base));
                        let fields = given;
                        self.expr(ExprKind::Update { fields, base }, ty)
                    }
                    _ => self.construct(variant, given, ty),
                }
            }
            HirExpr::Closure { closure_kind, .. } => {
                let captures = self.captured(expr);
                let kind = match closure_kind {
                    ClosureKind::Closure | ClosureKind::CoroutineClosure(_) => {
                        ExprKind::Aggregate(numbered(captures))
                    }
                    _ => ExprKind::Coroutine { captures },
                };
                self.expr(kind, ty)
            }
            HirExpr::Underscore
            | HirExpr::Become { .. }
            | HirExpr::Yield { .. }
            | HirExpr::Yeet { .. }
            | HirExpr::OffsetOf(_)
            | HirExpr::InlineAsm(_)
            | HirExpr::IncludeBytes => {
                self.refuse("the playground does not know this expression", ty)
            }
        }
    }

    fn construct(&self, of: VariantId, fields: Vec<(u32, Expr)>, ty: TypeId) -> Expr {
        let mut it = self.builder.construct(of, fields, ty);
        it.line = self.line;
        it
    }

    fn aggregate(&mut self, parts: &[ExprId], ty: TypeId) -> Expr {
        let parts = parts
            .iter()
            .enumerate()
            .map(|(at, &it)| (at as u32, self.value(it)))
            .collect();
        self.expr(ExprKind::Aggregate(parts), ty)
    }

    fn range(&mut self, start: Option<ExprId>, end: Option<ExprId>, ty: TypeId) -> Expr {
        let ends: Vec<_> = start.into_iter().chain(end).collect();
        let mut range = self.aggregate(&ends, ty);
        let missing = match &self.builder.types[ty.0 as usize].kind {
            TypeKind::Struct { fields, .. } => fields.len() > ends.len(),
            _ => false,
        };
        // `RangeInclusive` knows whether it is exhausted.
        if let ExprKind::Aggregate(fields) = &mut range.kind
            && missing
        {
            let bool = self.builder.bool();
            let no = self.expr(ExprKind::Literal(Literal::Bool(false)), bool);
            fields.push((ends.len() as u32, no));
        }
        range
    }

    // --- Blocks -----------------------------------------------------------------

    fn block(&mut self, statements: &[HirStatement], tail: Option<ExprId>) -> Block {
        let mut made = Vec::with_capacity(statements.len());
        for statement in statements {
            match statement {
                HirStatement::Let {
                    pat,
                    initializer,
                    else_branch,
                    ..
                } => {
                    let init = initializer.map(|it| self.value(it));
                    let els = else_branch.map(|it| self.value_block(it));
                    let pat = match initializer {
                        Some(it) => self.within(*it, |making| making.pat(*pat)),
                        None => self.pat(*pat),
                    };
                    made.push(Statement::Let { pat, init, els });
                }
                HirStatement::Expr { expr, .. } => made.push(Statement::Expr(self.value(*expr))),
                HirStatement::Item(_) => {}
            }
        }
        Block {
            statements: made,
            tail: tail.map(|it| self.value(it)),
            label: None,
        }
    }

    /// An expression as a block.
    fn value_block(&mut self, expr: ExprId) -> Block {
        let value = self.value(expr);
        match value.kind {
            ExprKind::Block(block) => *block,
            _ => Block {
                statements: Vec::new(),
                tail: Some(value),
                label: None,
            },
        }
    }

    /// What `format_args!` is made of: two `super let`s, whose locals live as long as the value.
    /// As temporaries of a `match` they do.
    fn format_args(&mut self, statements: &[HirStatement], tail: Option<ExprId>) -> Option<Expr> {
        let [
            HirStatement::Let {
                pat: values,
                initializer: Some(values_init),
                ..
            },
            HirStatement::Let {
                pat: pieces,
                initializer: Some(pieces_init),
                ..
            },
        ] = statements
        else {
            return None;
        };
        if !self.is_desugared(*values) || !self.is_desugared(*pieces) {
            return None;
        }
        let HirExpr::Unsafe {
            tail: Some(new), ..
        } = &self.store[tail?]
        else {
            return None;
        };
        let HirExpr::Call { callee, args } = &self.store[*new] else {
            return None;
        };
        let [template, borrowed] = args[..] else {
            return None;
        };
        let scrutinee = self.value(*values_init);
        let arm = Arm {
            pat: self.pat(*values),
            guard: None,
            body: self.value(*pieces_init),
        };
        let ty = arm.body.ty;
        let list = self.expr(ExprKind::Match(Box::new(scrutinee), vec![arm]), ty);
        let pointer = self.type_id(self.infer.expr_ty(borrowed));
        let list = self.expr(ExprKind::Borrow(Box::new(list)), pointer);
        let list = self.adjust(list, self.adjustments(borrowed));
        let template = self.value(template);
        let ty = self.type_id(self.infer.expr_ty(*new));
        let callee = self.adjusted_ty(*callee);
        Some(self.call_item(callee, vec![template, list], ty))
    }

    /// Whether a pattern is a name that no source can have.
    fn is_desugared(&self, pat: PatId) -> bool {
        match &self.store[pat] {
            HirPat::Bind { id, .. } => self.binding_name(*id).is_empty(),
            _ => false,
        }
    }

    // --- Names ------------------------------------------------------------------

    fn path_value(&mut self, expr: ExprId, ty: TypeId) -> Expr {
        let nothing = |making: &Self| making.expr(ExprKind::Literal(Literal::Nothing), ty);
        if let TypeKind::FnItem = self.builder.types[ty.0 as usize].kind {
            return nothing(self);
        }
        if let Some((CandidateId::ConstId(it), arguments)) =
            self.infer.assoc_resolutions_for_expr(expr)
        {
            return self.constant(it, arguments, ty);
        }
        if let Some(variant) = self.infer.variant_resolution_for_expr(expr) {
            return self.construct(variant, Vec::new(), ty);
        }
        let HirExpr::Path(path) = &self.store[expr] else {
            unreachable!("a path is one");
        };
        let hygiene = self.store.expr_path_hygiene(expr);
        let db = self.builder.db;
        let found = self.at(expr, |resolver| {
            resolver.resolve_path_in_value_ns_fully(db, path, hygiene)
        });
        match found {
            Some(ValueNs::LocalBinding(it)) => {
                let local = self.use_binding(it);
                self.read_local(local)
            }
            Some(ValueNs::StaticId(it)) => {
                let id = self.builder.static_id(it);
                self.expr(ExprKind::Static(id), ty)
            }
            Some(ValueNs::ConstId(it)) => {
                let none = GenericArgs::empty(self.builder.interner);
                self.constant(it, none, ty)
            }
            Some(ValueNs::EnumVariantId(it)) => self.construct(it.into(), Vec::new(), ty),
            Some(ValueNs::StructId(_) | ValueNs::ImplSelf(_)) => {
                self.expr(ExprKind::Aggregate(Vec::new()), ty)
            }
            Some(ValueNs::GenericParam(it)) => {
                let index = ra_ap_hir_ty::type_or_const_param_idx(db, it.into());
                let bits = self.arguments.as_slice()[index as usize]
                    .konst()
                    .and_then(|it| self.builder.const_bits(it))
                    .and_then(|it| self.builder.literal_of_bits(it, ty));
                match bits {
                    Some(it) => self.expr(ExprKind::Literal(it), ty),
                    None => self.refuse("the playground cannot work out this constant", ty),
                }
            }
            Some(ValueNs::FunctionId(_)) => nothing(self),
            None => self.refuse("the playground does not know this name", ty),
        }
    }

    // --- Calls ------------------------------------------------------------------

    fn call(&mut self, expr: ExprId, callee: ExprId, args: &[ExprId], ty: TypeId) -> Expr {
        if let Some((method, of)) = self.infer.method_resolution(expr) {
            return self.call_overloaded(method, of, callee, args, ty);
        }
        let callee_ty = self.adjusted_ty(callee);
        match callee_ty.kind() {
            TyKind::FnDef(..) => {
                let arguments = args.iter().map(|&it| self.value(it)).collect();
                self.call_item(callee_ty, arguments, ty)
            }
            _ => {
                let pointer = self.value(callee);
                let arguments = args.iter().map(|&it| self.value(it)).collect();
                let kind = ExprKind::Call(Callee::Pointer(Box::new(pointer)), arguments);
                self.expr(kind, ty)
            }
        }
    }

    /// A call of a function's own type.
    fn call_item(&mut self, callee: Ty<'db>, arguments: Vec<Expr>, ty: TypeId) -> Expr {
        let TyKind::FnDef(item, of) = callee.kind() else {
            return self.refuse("the playground does not know how to call this", ty);
        };
        let variant = match item.0 {
            CallableDefId::FunctionId(it) => return self.call_function(it, of, arguments, ty),
            CallableDefId::StructId(it) => it.into(),
            CallableDefId::EnumVariantId(it) => it.into(),
        };
        self.construct(variant, numbered(arguments), ty)
    }

    pub(super) fn call_callee(
        &self,
        callee: Option<Callee>,
        arguments: Vec<Expr>,
        ty: TypeId,
    ) -> Expr {
        match callee {
            Some(callee) => {
                let mut it = call(callee, arguments, ty);
                it.line = self.line;
                it
            }
            // It was refused when it was looked for.
            None => self.expr(ExprKind::Literal(Literal::Nothing), ty),
        }
    }

    fn call_function(
        &mut self,
        function: HirFunction,
        of: GenericArgs<'db>,
        arguments: Vec<Expr>,
        ty: TypeId,
    ) -> Expr {
        let of = self.builder.mono(of, self.arguments);
        if let Some(drive) = self.driving(function) {
            return self.drive(drive, of, arguments, ty);
        }
        let callee = self.builder.resolve(function, of).callee();
        self.call_callee(callee, arguments, ty)
    }

    /// `f(a, b)` where `f` is called through one of the `Fn` traits.
    fn call_overloaded(
        &mut self,
        method: HirFunction,
        of: GenericArgs<'db>,
        callee: ExprId,
        args: &[ExprId],
        ty: TypeId,
    ) -> Expr {
        let of = self.builder.mono(of, self.arguments);
        let this = of.type_at(0);
        let receiver = self.value(callee);
        let kind = match method.lookup(self.builder.db).container {
            ItemContainerId::TraitId(it) => self.builder.fn_trait(it),
            _ => None,
        };
        let arguments: Vec<_> = args.iter().map(|&it| self.value(it)).collect();
        let is_closure = matches!(
            this.kind(),
            TyKind::Closure(..) | TyKind::CoroutineClosure(..)
        );
        if is_closure && let Some(kind) = kind {
            // The body itself, if it takes the captures as they are given.
            let once = ir::ClosureKind::FnOnce;
            if (kind == once) == (self.builder.closure_kind(this) == once) {
                let body = self.builder.instance(Instance::Closure(this));
                let arguments = std::iter::once(receiver).chain(arguments).collect();
                return self.call_callee(Some(Callee::Function(body)), arguments, ty);
            }
        }
        let tuple = of.type_at(1);
        let tuple = self.builder.type_id(tuple);
        let tuple = self.expr(ExprKind::Aggregate(numbered(arguments)), tuple);
        let callee = self.builder.resolve(method, of).callee();
        self.call_callee(callee, vec![receiver, tuple], ty)
    }

    // --- Operators --------------------------------------------------------------

    fn unary(&mut self, expr: ExprId, of: ExprId, op: UnaryOp, ty: TypeId) -> Expr {
        if op != UnaryOp::Deref && self.is_primitive(of) {
            let of = self.value(of);
            if let (ExprKind::Literal(it @ (Literal::Int(_) | Literal::Float(_))), UnaryOp::Neg) =
                (&of.kind, op)
            {
                return self.expr(ExprKind::Literal(negated(it.clone())), ty);
            }
            let of = Box::new(of);
            return match op {
                UnaryOp::Neg => self.expr(ExprKind::Neg(of), ty),
                _ => self.expr(ExprKind::Not(of), ty),
            };
        }
        let Some((function, arguments)) = self.infer.method_resolution(expr) else {
            let of = self.value(of);
            return self.expr(ExprKind::Deref(Box::new(of)), ty);
        };
        if op != UnaryOp::Deref {
            let of = self.value(of);
            return self.call_function(function, arguments, vec![of], ty);
        }
        let of = self.value(of);
        self.place_call(function, arguments, vec![of], ty)
    }

    /// What `deref` or `index` gives a pointer to.
    fn place_call(
        &mut self,
        function: HirFunction,
        of: GenericArgs<'db>,
        arguments: Vec<Expr>,
        ty: TypeId,
    ) -> Expr {
        let receiver = self.builder.ty(arguments[0].ty);
        let mutability = match receiver.kind() {
            TyKind::Ref(_, _, it) => it,
            _ => ra_ap_hir_ty::next_solver::Mutability::Not,
        };
        let pointer = self.builder.reference(self.builder.ty(ty), mutability);
        let pointer = self.builder.type_id(pointer);
        let pointer = self.call_function(function, of, arguments, pointer);
        self.expr(ExprKind::Deref(Box::new(pointer)), ty)
    }

    fn index(&mut self, expr: ExprId, base: ExprId, index: ExprId, ty: TypeId) -> Expr {
        let usize = self.builder.interner.default_types().types.usize;
        let base_ty = self.adjusted_ty(base);
        let behind = base_ty.builtin_deref(true).unwrap_or(base_ty);
        let builtin = matches!(behind.kind(), TyKind::Array(..) | TyKind::Slice(_))
            && self.adjusted_ty(index) == usize;
        if builtin {
            let place = self.value_without_borrow(base);
            let index = self.value(index);
            return self.expr(ExprKind::Index(Box::new(place), Box::new(index)), ty);
        }
        let Some((function, of)) = self.infer.method_resolution(expr) else {
            return self.refuse("the playground does not know how to index this", ty);
        };
        let arguments = vec![self.value(base), self.value(index)];
        self.place_call(function, of, arguments, ty)
    }

    /// Whether operators on a value are the machine's own.
    fn is_primitive(&mut self, expr: ExprId) -> bool {
        let ty = self.infer.expr_ty(expr);
        let ty = self.mono(ty);
        match ty.kind() {
            TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Uint(_)
            | TyKind::Float(_)
            | TyKind::FnPtr(..)
            | TyKind::Never => true,
            TyKind::RawPtr(to, _) => !matches!(
                to.kind(),
                TyKind::Slice(_) | TyKind::Str | TyKind::Dynamic(..)
            ),
            _ => false,
        }
    }

    fn binary(
        &mut self,
        expr: ExprId,
        lhs: ExprId,
        rhs: ExprId,
        op: HirBinary,
        ty: TypeId,
    ) -> Expr {
        if let HirBinary::LogicOp(op) = op {
            let (a, b) = (Box::new(self.value(lhs)), Box::new(self.value(rhs)));
            return match op {
                LogicOp::And => self.expr(ExprKind::And(a, b), ty),
                LogicOp::Or => self.expr(ExprKind::Or(a, b), ty),
            };
        }
        if self.is_primitive(lhs) && self.is_primitive(rhs) {
            let a = Box::new(self.value_without_borrow(lhs));
            let b = Box::new(self.value_without_borrow(rhs));
            let kind = match op {
                HirBinary::Assignment { op: Some(op) } => ExprKind::AssignOp(arithmetic(op), a, b),
                HirBinary::ArithOp(op) => ExprKind::Binary(arithmetic(op), a, b),
                HirBinary::CmpOp(op) => ExprKind::Binary(comparison(op), a, b),
                HirBinary::LogicOp(_) | HirBinary::Assignment { op: None } => {
                    unreachable!("these are no operators of two values")
                }
            };
            return self.expr(kind, ty);
        }
        let Some((function, of)) = self.infer.method_resolution(expr) else {
            return self.refuse("the playground does not know this operator", ty);
        };
        let arguments = vec![self.value(lhs), self.value(rhs)];
        self.call_function(function, of, arguments, ty)
    }

    fn assign(&mut self, target: PatId, value: ExprId, ty: TypeId) -> Expr {
        let value = self.value(value);
        let place = match &self.store[target] {
            HirPat::Expr(target) => Some(self.value(*target)),
            _ => None,
        };
        if let Some(place) = place {
            let kind = ExprKind::Assign(Box::new(place), Box::new(value));
            return self.expr(kind, ty);
        }
        let (pat, assignments) = self.assigned_pat(target);
        let bind = Statement::Let {
            pat,
            init: Some(value),
            els: None,
        };
        let block = Block {
            statements: std::iter::once(bind).chain(assignments).collect(),
            tail: None,
            label: None,
        };
        self.expr(ExprKind::Block(Box::new(block)), ty)
    }
}

fn arithmetic(op: ArithOp) -> BinaryOp {
    match op {
        ArithOp::Add => BinaryOp::Add,
        ArithOp::Sub => BinaryOp::Sub,
        ArithOp::Mul => BinaryOp::Mul,
        ArithOp::Div => BinaryOp::Div,
        ArithOp::Rem => BinaryOp::Rem,
        ArithOp::BitAnd => BinaryOp::BitAnd,
        ArithOp::BitOr => BinaryOp::BitOr,
        ArithOp::BitXor => BinaryOp::BitXor,
        ArithOp::Shl => BinaryOp::Shl,
        ArithOp::Shr => BinaryOp::Shr,
    }
}

fn comparison(op: CmpOp) -> BinaryOp {
    match op {
        CmpOp::Eq { negated: false } => BinaryOp::Eq,
        CmpOp::Eq { negated: true } => BinaryOp::Ne,
        CmpOp::Ord {
            ordering: Ordering::Less,
            strict: true,
        } => BinaryOp::Lt,
        CmpOp::Ord {
            ordering: Ordering::Less,
            strict: false,
        } => BinaryOp::Le,
        CmpOp::Ord {
            ordering: Ordering::Greater,
            strict: true,
        } => BinaryOp::Gt,
        CmpOp::Ord {
            ordering: Ordering::Greater,
            strict: false,
        } => BinaryOp::Ge,
    }
}
