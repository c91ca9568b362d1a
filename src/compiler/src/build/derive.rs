//! What `derive` writes.

use ir::inherent::{GenericArgs as _, IntoKind};
use ra_ap_hir_def::builtin_derive::BuiltinDeriveImplMethod as Method;
use ra_ap_hir_def::{AdtId, VariantId};
use ra_ap_hir_ty::next_solver::{GenericArgs, Mutability, Ty, TyKind};
use ra_ap_rustc_type_ir as ir;

use super::Builder;
use super::shims::{borrow, call, deref, expr, local, numbered};
use crate::thir::{
    Arm, BinaryOp, Callee, Cast, Expr, ExprKind, Function, Literal, Local, LocalId, Pat, PatKind,
    TypeId, TypeKind,
};

/// The fields of one variant, or of a struct.
struct Shape {
    variant: Option<u32>,
    of: VariantId,
    name: String,
    names: Vec<String>,
    /// Whether the fields have names, not numbers.
    named: bool,
    fields: Vec<TypeId>,
}

/// A method in the making.
struct Derive<'a, 'db> {
    builder: &'a mut Builder<'db>,
    ty: Ty<'db>,
    own: TypeId,
    /// A pointer to it.
    pointer: TypeId,
    shapes: Vec<Shape>,
    locals: Vec<TypeId>,
}

impl<'db> Builder<'db> {
    pub(super) fn derived(
        &mut self,
        method: Method,
        ty: Ty<'db>,
        own_arguments: GenericArgs<'db>,
    ) -> Function {
        let own = self.type_id(ty);
        let pointer = self.reference(ty, Mutability::Not);
        let pointer = self.type_id(pointer);
        let shapes = self.shapes(ty, own);
        let mut derive = Derive {
            builder: self,
            ty,
            own,
            pointer,
            shapes,
            locals: Vec::new(),
        };
        let (params, body) = match method {
            Method::clone => derive.clone(),
            Method::eq => derive.eq(),
            Method::partial_cmp => derive.compare("partial_cmp"),
            Method::cmp => derive.compare("cmp"),
            Method::hash => derive.hash(own_arguments),
            Method::default => derive.default(),
            Method::fmt => derive.fmt(),
        };
        let locals = derive.locals;
        let name = format!("{}::{method:?}", self.type_name(ty));
        let ret = body.ty;
        let mut function = self.shim(name, &[], ret, body);
        function.locals = locals
            .into_iter()
            .map(|ty| Local {
                name: String::new(),
                ty,
            })
            .collect();
        function.params = params;
        function
    }

    fn shapes(&mut self, ty: Ty<'db>, own: TypeId) -> Vec<Shape> {
        let TyKind::Adt(adt, _) = ty.kind() else {
            return Vec::new();
        };
        let variants: Vec<(String, VariantId)> = match adt.def_id() {
            AdtId::StructId(it) => {
                let signature = ra_ap_hir_def::signatures::StructSignature::of(self.db, it);
                vec![(signature.name.as_str().to_owned(), it.into())]
            }
            AdtId::EnumId(it) => it
                .enum_variants(self.db)
                .variants
                .iter()
                .map(|(name, &(id, _))| (name.as_str().to_owned(), id.into()))
                .collect(),
            AdtId::UnionId(_) => Vec::new(),
        };
        let is_enum = matches!(adt.def_id(), AdtId::EnumId(_));
        let shapes = variants.into_iter().enumerate().map(|(at, (name, of))| {
            let fields = match &self.types[own.0 as usize].kind {
                TypeKind::Enum { variants } => variants[at].fields.clone(),
                TypeKind::Struct { fields, .. } => fields.clone(),
                _ => Vec::new(),
            };
            let data = of.fields(self.db);
            Shape {
                variant: is_enum.then_some(at as u32),
                of,
                name,
                names: data
                    .fields()
                    .iter()
                    .map(|(_, it)| it.name.as_str().to_owned())
                    .collect(),
                named: data.shape == ra_ap_hir_def::item_tree::FieldsShape::Record,
                fields,
            }
        });
        shapes.collect()
    }
}

impl<'db> Derive<'_, 'db> {
    fn param(&mut self, ty: TypeId) -> Expr {
        let number = self.locals.len() as u32;
        self.locals.push(ty);
        local(number, ty)
    }

    /// `&T`, and the place behind it.
    fn this(&mut self) -> Expr {
        let pointer = self.pointer;
        let this = self.param(pointer);
        deref(this, self.own)
    }

    /// The fields of a place of this shape, in a pattern and as places.
    fn open(&mut self, shape: usize) -> (Pat, Vec<Expr>) {
        let fields = self.shapes[shape].fields.clone();
        let mut pats = Vec::new();
        let mut places = Vec::new();
        for (at, ty) in fields.into_iter().enumerate() {
            let pointer = self.builder.ty(ty);
            let pointer = self.builder.reference(pointer, Mutability::Not);
            let pointer = self.builder.type_id(pointer);
            let number = self.locals.len() as u32;
            self.locals.push(pointer);
            let kind = PatKind::Binding {
                local: LocalId(number),
                by_ref: true,
                sub: None,
            };
            pats.push((at as u32, Pat { kind, ty }));
            places.push(deref(local(number, pointer), ty));
        }
        let kind = match self.shapes[shape].variant {
            Some(variant) => PatKind::Variant(variant, pats),
            None => PatKind::Fields(pats),
        };
        (Pat { kind, ty: self.own }, places)
    }

    /// A match on a place, with an arm for each shape.
    fn each_shape(
        &mut self,
        place: Expr,
        ret: TypeId,
        mut body: impl FnMut(&mut Self, usize, Vec<Expr>) -> Expr,
    ) -> Expr {
        let mut arms = Vec::new();
        for shape in 0..self.shapes.len() {
            let (pat, places) = self.open(shape);
            let body = body(self, shape, places);
            arms.push(Arm {
                pat,
                guard: None,
                body,
            });
        }
        expr(ExprKind::Match(Box::new(place), arms), ret)
    }

    fn build(&self, shape: usize, values: Vec<Expr>) -> Expr {
        self.builder
            .construct(self.shapes[shape].of, numbered(values), self.own)
    }

    fn clone(&mut self) -> (u32, Expr) {
        let this = self.this();
        let own = self.own;
        if self.builder.types[own.0 as usize].copy {
            return (1, this);
        }
        let body = self.each_shape(this, own, |it, shape, places| {
            let values = places
                .into_iter()
                .map(|place| it.builder.clone_of(place))
                .collect();
            it.build(shape, values)
        });
        (1, body)
    }

    fn default(&mut self) -> (u32, Expr) {
        let shape = match self.ty.kind() {
            TyKind::Adt(adt, _) => match adt.def_id() {
                AdtId::EnumId(_) => self.default_variant(),
                _ => 0,
            },
            _ => 0,
        };
        let fields = self.shapes[shape].fields.clone();
        let default = self
            .builder
            .trait_method(self.builder.lang.Default, "default");
        let values = fields
            .into_iter()
            .map(|ty| {
                let of = self.builder.ty(ty);
                self.builder.call_on(default, &[of], Vec::new(), ty)
            })
            .collect();
        (0, self.build(shape, values))
    }

    /// The variant with `#[default]`.
    fn default_variant(&self) -> usize {
        let db = self.builder.db;
        let is_default = |of: VariantId| {
            use ra_ap_hir_def::{Lookup, src::HasSource};
            use ra_ap_syntax::ast::HasAttrs;
            let VariantId::EnumVariantId(of) = of else {
                return false;
            };
            let source = of.lookup(db).source(db);
            source
                .value
                .attrs()
                .any(|it| it.simple_name().is_some_and(|it| it == "default"))
        };
        self.shapes
            .iter()
            .position(|it| is_default(it.of))
            .unwrap_or(0)
    }

    fn truth(&mut self, value: bool) -> Expr {
        let bool = self.builder.bool();
        expr(ExprKind::Literal(Literal::Bool(value)), bool)
    }

    fn eq(&mut self) -> (u32, Expr) {
        let (this, other) = (self.this(), self.this());
        let bool = self.builder.bool();
        let eq = self.builder.lang.PartialEq_eq;
        let body = self.two(this, other, bool, |it, a, b| {
            let mut all: Option<Expr> = None;
            for (a, b) in a.into_iter().zip(b) {
                let ty = it.builder.ty(a.ty);
                let one = it.builder.call_on(eq, &[ty, ty], vec![a, b], bool);
                all = Some(match all {
                    Some(all) => expr(ExprKind::And(Box::new(all), Box::new(one)), bool),
                    None => one,
                });
            }
            all.unwrap_or_else(|| it.truth(true))
        });
        // Different variants are not equal.
        let body = match body {
            (body, None) => body,
            (body, Some(same)) => expr(ExprKind::And(Box::new(same), Box::new(body)), bool),
        };
        (2, body)
    }

    /// Matches on two places of the same shape; and, of an enum, whether they are.
    fn two(
        &mut self,
        this: Expr,
        other: Expr,
        ret: TypeId,
        mut body: impl FnMut(&mut Self, Vec<Expr>, Vec<Expr>) -> Expr,
    ) -> (Expr, Option<Expr>) {
        let bool = self.builder.bool();
        let same = match self.shapes.len() {
            0 | 1 => None,
            _ => {
                let (a, b) = (self.variant_of(0), self.variant_of(1));
                Some(expr(
                    ExprKind::Binary(BinaryOp::Eq, Box::new(a), Box::new(b)),
                    bool,
                ))
            }
        };
        let own = self.own;
        let other_pointer = match other.kind {
            ExprKind::Deref(it) => it,
            _ => unreachable!("`this` makes these"),
        };
        let number = match other_pointer.kind {
            ExprKind::Local(it) => it.0,
            _ => unreachable!("`this` makes these"),
        };
        let pointer = self.pointer;
        let body = self.each_shape(this, ret, |it, shape, a| {
            let (pat, b) = it.open(shape);
            let inner = body(it, a, b);
            let mut arms = vec![Arm {
                pat,
                guard: None,
                body: inner,
            }];
            if it.shapes.len() > 1 {
                let unreachable = it.unreachable(ret);
                arms.push(Arm {
                    pat: Pat {
                        kind: PatKind::Wild,
                        ty: own,
                    },
                    guard: None,
                    body: unreachable,
                });
            }
            let place = deref(local(number, pointer), own);
            expr(ExprKind::Match(Box::new(place), arms), ret)
        });
        (body, same)
    }

    fn unreachable(&mut self, ty: TypeId) -> Expr {
        let never = self.builder.interner.default_types().types.never;
        let never = self.builder.type_id(never);
        let none = GenericArgs::empty(self.builder.interner);
        let function = self.builder.std_function("intrinsics", "unreachable");
        match function.and_then(|it| self.builder.resolve(it, none).callee()) {
            Some(callee) => {
                let it = call(callee, Vec::new(), never);
                expr(ExprKind::NeverToAny(Box::new(it)), ty)
            }
            None => expr(ExprKind::Aggregate(Vec::new()), ty),
        }
    }

    /// The number of the variant behind a parameter, as `u32`.
    fn variant_of(&mut self, param: u32) -> Expr {
        let u32 = self.builder.interner.default_types().types.u32;
        let u32 = self.builder.type_id(u32);
        let of = GenericArgs::new_from_slice(&[self.ty.into()]);
        let function = self.builder.std_function("intrinsics", "variant");
        let callee = function.and_then(|it| self.builder.resolve(it, of).callee());
        let pointer = local(param, self.pointer);
        match callee {
            Some(callee) => call(callee, vec![pointer], u32),
            None => expr(ExprKind::Literal(Literal::Int(0)), u32),
        }
    }

    /// `cmp` and `partial_cmp`: the first field that differs decides.
    fn compare(&mut self, name: &str) -> (u32, Expr) {
        let (this, other) = (self.this(), self.this());
        let lang = self.builder.lang;
        let ordering = lang.Ordering.expect("std has Ordering");
        let none = GenericArgs::empty(self.builder.interner);
        let ordering = Ty::new_adt(self.builder.interner, ordering.into(), none);
        let partial = name == "partial_cmp";
        let (of, ret) = match partial {
            false => (lang.Ord, ordering),
            true => {
                let option = lang.Option.expect("std has Option");
                let of = GenericArgs::new_from_slice(&[ordering.into()]);
                let option = Ty::new_adt(self.builder.interner, option.into(), of);
                (lang.PartialOrd, option)
            }
        };
        let ordering = self.builder.type_id(ordering);
        let ret = self.builder.type_id(ret);
        let method = self.builder.trait_method(of, name);
        let (body, same) = self.two(this, other, ret, |it, a, b| {
            let mut chain = it.equal(ordering, ret, partial);
            for (a, b) in a.into_iter().zip(b).rev() {
                let ty = it.builder.ty(a.ty);
                let types = [ty, ty];
                let types = if partial { &types[..] } else { &types[..1] };
                let one = it.builder.call_on(method, types, vec![a, b], ret);
                chain = it.unless_equal(one, chain, ordering, ret, partial);
            }
            chain
        });
        let Some(same) = same else {
            return (2, body);
        };
        // Different variants are ordered as they are declared.
        let (a, b) = (self.variant_of(0), self.variant_of(1));
        let u32 = self.builder.ty(a.ty);
        let types = [u32, u32];
        let types = if partial { &types[..] } else { &types[..1] };
        let numbers = self.builder.call_on(method, types, vec![a, b], ret);
        let kind = ExprKind::If {
            cond: Box::new(same),
            then: Box::new(body),
            els: Some(Box::new(numbers)),
        };
        (2, expr(kind, ret))
    }

    /// `Equal`, or `Some(Equal)`.
    fn equal(&self, ordering: TypeId, ret: TypeId, partial: bool) -> Expr {
        // Less, Equal, Greater.
        let equal = expr(
            ExprKind::Variant {
                variant: 1,
                fields: Vec::new(),
            },
            ordering,
        );
        match partial {
            false => equal,
            true => expr(
                ExprKind::Variant {
                    variant: self.some(ret),
                    fields: vec![(0, equal)],
                },
                ret,
            ),
        }
    }

    /// The number of `Some`.
    fn some(&self, option: TypeId) -> u32 {
        match &self.builder.types[option.0 as usize].kind {
            TypeKind::Enum { variants } => variants
                .iter()
                .position(|it| it.name == "Some")
                .unwrap_or(1) as u32,
            _ => 1,
        }
    }

    fn unless_equal(
        &mut self,
        one: Expr,
        then: Expr,
        ordering: TypeId,
        ret: TypeId,
        partial: bool,
    ) -> Expr {
        let mut equal = Pat {
            kind: PatKind::Variant(1, Vec::new()),
            ty: ordering,
        };
        if partial {
            equal = Pat {
                kind: PatKind::Variant(self.some(ret), vec![(0, equal)]),
                ty: ret,
            };
        }
        let number = self.locals.len() as u32;
        self.locals.push(ret);
        let other = Pat {
            kind: PatKind::Binding {
                local: LocalId(number),
                by_ref: false,
                sub: None,
            },
            ty: ret,
        };
        let arms = vec![
            Arm {
                pat: equal,
                guard: None,
                body: then,
            },
            Arm {
                pat: other,
                guard: None,
                body: local(number, ret),
            },
        ];
        expr(ExprKind::Match(Box::new(one), arms), ret)
    }

    fn hash(&mut self, own_arguments: GenericArgs<'db>) -> (u32, Expr) {
        let this = self.this();
        let hasher = own_arguments.type_at(0);
        let state = self.builder.reference(hasher, Mutability::Mut);
        let state = self.builder.type_id(state);
        self.param(state);
        let unit = self.builder.unit();
        let hash = self.builder.trait_method(self.builder.lang.Hash, "hash");
        let hash_one = |it: &mut Self, place: Expr| {
            let ty = it.builder.ty(place.ty);
            let of = GenericArgs::new_from_slice(&[ty.into(), hasher.into()]);
            let callee = hash.and_then(|hash| it.builder.resolve(hash, of).callee());
            let place = it.builder.shared(place);
            // Reborrowed: it is used again.
            let hasher = it.builder.type_id(hasher);
            let state = borrow(deref(local(1, state), hasher), state);
            match callee {
                Some(callee) => call(callee, vec![place, state], unit),
                None => expr(ExprKind::Literal(Literal::Unit), unit),
            }
        };
        let mut statements = Vec::new();
        if self.shapes.len() > 1 {
            let number = self.variant_of(0);
            let isize = self.builder.interner.default_types().types.isize;
            let isize = self.builder.type_id(isize);
            let number = expr(ExprKind::Cast(Cast::Number, Box::new(number)), isize);
            statements.push(crate::thir::Statement::Expr(hash_one(self, number)));
        }
        let fields = self.each_shape(this, unit, |it, _, places| {
            let statements = places
                .into_iter()
                .map(|place| crate::thir::Statement::Expr(hash_one(it, place)))
                .collect();
            block(statements, unit)
        });
        statements.push(crate::thir::Statement::Expr(fields));
        (2, block(statements, unit))
    }

    /// `Formatter::debug_struct` and its like, through `core::derive`.
    fn fmt(&mut self) -> (u32, Expr) {
        let this = self.this();
        let Some(helper) = self.builder.std_function("derive", "debug_struct") else {
            self.builder.refuse("std has no `derive::debug_struct`");
            return (1, this);
        };
        let none = GenericArgs::empty(self.builder.interner);
        let signature = self
            .builder
            .db
            .callable_item_signature(helper.into())
            .skip_binder()
            .skip_binder();
        let types = self.builder.input_ids(signature.inputs(), none);
        let output = self.builder.mono(signature.output(), none);
        let ret = self.builder.type_id(output);
        let [formatter, text, names, values] = types[..] else {
            self.builder
                .refuse("std's `derive::debug_struct` is another");
            return (1, this);
        };
        self.param(formatter);
        let tuple = self.builder.std_function("derive", "debug_tuple");
        let body = self.each_shape(this, ret, |it, shape, places| {
            let Shape {
                ref name,
                named,
                names: ref field_names,
                ..
            } = it.shapes[shape];
            let name = expr(ExprKind::Literal(Literal::Str(name.as_str().into())), text);
            let mut arguments = vec![local(1, formatter), name];
            let mut function = tuple;
            if named {
                function = Some(helper);
                let list = field_names
                    .iter()
                    .map(|it| expr(ExprKind::Literal(Literal::Str(it.as_str().into())), text))
                    .collect();
                arguments.push(it.slice(list, text, names));
            }
            let list = places
                .into_iter()
                .map(|place| it.debuggable(place, values))
                .collect();
            let element = it.element(values);
            arguments.push(it.slice(list, element, values));
            let callee = function.and_then(|at| it.builder.resolve(at, none).callee());
            match callee {
                Some(callee @ Callee::Function(_)) => call(callee, arguments, ret),
                _ => expr(ExprKind::Aggregate(Vec::new()), ret),
            }
        });
        (2, body)
    }

    /// What a slice behind a pointer is of.
    fn element(&self, slice: TypeId) -> TypeId {
        match self.builder.types[slice.0 as usize].kind {
            TypeKind::Pointer(to) => match self.builder.types[to.0 as usize].kind {
                TypeKind::Slice(of) => of,
                _ => to,
            },
            _ => slice,
        }
    }

    /// `&place as &dyn Debug`.
    fn debuggable(&mut self, place: Expr, values: TypeId) -> Expr {
        let target = self.element(values);
        let ty = self.builder.ty(place.ty);
        let dyn_ty = match self.builder.ty(target).kind() {
            TyKind::Ref(_, to, _) => to,
            _ => unreachable!("the values are `&dyn Debug`"),
        };
        let table = self.builder.vtable(ty, dyn_ty);
        let pointer = self.builder.shared(place);
        expr(ExprKind::Cast(Cast::Dyn(table), Box::new(pointer)), target)
    }

    /// `&[a, b]` as a slice.
    fn slice(&mut self, list: Vec<Expr>, element: TypeId, target: TypeId) -> Expr {
        let of = self.builder.ty(element);
        let array = Ty::new_array(self.builder.interner, of, list.len() as u128);
        let none = GenericArgs::empty(self.builder.interner);
        let array = self.builder.mono(array, none);
        let array = self.builder.type_id(array);
        let array = expr(ExprKind::Aggregate(numbered(list)), array);
        let pointer = self.builder.shared(array);
        expr(ExprKind::Cast(Cast::Array, Box::new(pointer)), target)
    }
}

fn block(statements: Vec<crate::thir::Statement>, ty: TypeId) -> Expr {
    let block = crate::thir::Block {
        statements,
        tail: None,
        label: None,
    };
    expr(ExprKind::Block(Box::new(block)), ty)
}
