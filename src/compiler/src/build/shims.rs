//! Functions that are not written anywhere: they stand between what is called and what is there.

use ir::ClosureKind;
use ir::inherent::{GenericArgs as _, IntoKind, Ty as _};
use ra_ap_hir_def::builtin_derive::BuiltinDeriveImplMethod;
use ra_ap_hir_def::{
    AdtId, ConstId, FunctionId as HirFunction, Lookup, StaticId as HirStatic, VariantId,
};
use ra_ap_hir_ty::InferenceResult;
use ra_ap_hir_ty::next_solver::{GenericArgs, Mutability, Ty, TyKind};
use ra_ap_rustc_type_ir as ir;

use super::Builder;
use super::resolve::Resolved;
use crate::thir::{Body, Callee, Expr, ExprKind, Function, Local, LocalId, TypeId, TypeKind};

/// A function and the types that it is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Instance<'db> {
    Function(HirFunction, GenericArgs<'db>),
    /// The body of a closure of this type: it takes the captures (by pointer, unless it is `FnOnce`) and the arguments.
    Closure(Ty<'db>),
    /// The body of a coroutine of this type.
    Coroutine(Ty<'db>),
    Const(ConstId, GenericArgs<'db>),
    Static(HirStatic),
    /// A tuple struct or variant as a function.
    Constructor(VariantId, GenericArgs<'db>),
    /// `Fn::call` or one of its like of a closure, function or function pointer; the arguments are one tuple.
    Call {
        this: Ty<'db>,
        kind: ClosureKind,
        arguments: Ty<'db>,
    },
    /// `core::intrinsics::call_by_pointer`: `FnOnce::call_once` of the value behind a pointer.
    CallByPointer(Ty<'db>, Ty<'db>),
    /// A closure without captures as a plain function.
    Plain(Ty<'db>),
    /// `Future::poll` of a coroutine.
    Poll(Ty<'db>),
    /// `Clone::clone` of what the compiler itself knows to clone.
    Clone(Ty<'db>),
    /// A derived method of a type, with the method's own arguments.
    Derive(BuiltinDeriveImplMethod, Ty<'db>, GenericArgs<'db>),
}

/// An expression of no line.
pub(super) fn expr(kind: ExprKind, ty: TypeId) -> Expr {
    Expr { kind, ty, line: 0 }
}

pub(super) fn local(number: u32, ty: TypeId) -> Expr {
    expr(ExprKind::Local(LocalId(number)), ty)
}

pub(super) fn field(of: Expr, number: u32, ty: TypeId) -> Expr {
    expr(ExprKind::Field(Box::new(of), number), ty)
}

pub(super) fn deref(of: Expr, ty: TypeId) -> Expr {
    expr(ExprKind::Deref(Box::new(of)), ty)
}

pub(super) fn borrow(of: Expr, ty: TypeId) -> Expr {
    expr(ExprKind::Borrow(Box::new(of)), ty)
}

/// Fields in their order, or the parts of a tuple.
pub(super) fn numbered(values: impl IntoIterator<Item = Expr>) -> Vec<(u32, Expr)> {
    let values = values.into_iter().enumerate();
    values.map(|(at, it)| (at as u32, it)).collect()
}

pub(super) fn call(callee: Callee, arguments: Vec<Expr>, ty: TypeId) -> Expr {
    expr(ExprKind::Call(callee, arguments), ty)
}

impl<'db> Builder<'db> {
    /// Makes the function of an instance.
    pub(super) fn function(&mut self, instance: Instance<'db>) -> Function {
        match instance {
            Instance::Function(function, arguments) => self.written(function, arguments),
            Instance::Closure(ty) => self.closure_body(ty),
            Instance::Coroutine(ty) => self.coroutine_body(ty),
            Instance::Const(it, arguments) => self.const_body(it, arguments),
            Instance::Static(it) => self.static_body(it),
            Instance::Constructor(of, arguments) => self.constructor(of, arguments),
            Instance::Call {
                this,
                kind,
                arguments,
            } => self.call_shim(this, kind, arguments),
            Instance::CallByPointer(this, arguments) => self.call_by_pointer(this, arguments),
            Instance::Plain(closure) => self.plain(closure),
            Instance::Poll(coroutine) => self.poll(coroutine),
            Instance::Clone(ty) => self.clone_shim(ty),
            Instance::Derive(method, ty, own) => self.derived(method, ty, own),
        }
    }

    /// A function made of one expression, whose locals are its parameters.
    pub(super) fn shim(
        &mut self,
        name: String,
        params: &[TypeId],
        ret: TypeId,
        body: Expr,
    ) -> Function {
        let locals = params
            .iter()
            .map(|&ty| Local {
                name: String::new(),
                ty,
            })
            .collect();
        Function {
            name,
            of_program: false,
            line: 0,
            locals,
            params: params.len() as u32,
            ret,
            body: Body::Rust(body),
        }
    }

    fn constructor(&mut self, of: VariantId, arguments: GenericArgs<'db>) -> Function {
        let fields = self.field_tys(of, arguments);
        let params: Vec<_> = fields.iter().map(|&it| self.type_id(it)).collect();
        let ret = Ty::new_adt(self.interner, of.adt_id(self.db), arguments);
        let ret = self.type_id(ret);
        let values = params
            .iter()
            .enumerate()
            .map(|(at, &ty)| (at as u32, local(at as u32, ty)))
            .collect();
        let body = self.construct(of, values, ret);
        let name = self.types[ret.0 as usize].name.clone();
        self.shim(name, &params, ret, body)
    }

    /// A value of a struct or variant of these fields.
    pub(super) fn construct(&self, of: VariantId, fields: Vec<(u32, Expr)>, ty: TypeId) -> Expr {
        let kind = match of {
            VariantId::EnumVariantId(it) => ExprKind::Variant {
                variant: it.lookup(self.db).index(self.db) as u32,
                fields,
            },
            VariantId::StructId(_) | VariantId::UnionId(_) => ExprKind::Aggregate(fields),
        };
        expr(kind, ty)
    }

    fn call_shim(&mut self, this: Ty<'db>, kind: ClosureKind, arguments: Ty<'db>) -> Function {
        let own = self.type_id(this);
        let receiver = match kind {
            ClosureKind::FnOnce => own,
            ClosureKind::FnMut => {
                let it = self.reference(this, Mutability::Mut);
                self.type_id(it)
            }
            ClosureKind::Fn => {
                let it = self.reference(this, Mutability::Not);
                self.type_id(it)
            }
        };
        let tuple = self.type_id(arguments);
        let parts: Vec<_> = arguments
            .tuple_fields()
            .iter()
            .map(|it| self.type_id(it))
            .collect();
        let parts: Vec<_> = parts
            .into_iter()
            .enumerate()
            .map(|(at, ty)| field(local(1, tuple), at as u32, ty))
            .collect();
        let ret = self.output(this);
        let body = match this.kind() {
            TyKind::Closure(..) | TyKind::CoroutineClosure(..) => {
                let environment = match (kind, self.closure_kind(this)) {
                    (ClosureKind::FnOnce, ClosureKind::FnOnce) => local(0, own),
                    (ClosureKind::FnOnce, _) => {
                        let pointer = self.reference(this, Mutability::Mut);
                        let pointer = self.type_id(pointer);
                        borrow(local(0, own), pointer)
                    }
                    _ => local(0, receiver),
                };
                let body = self.instance(Instance::Closure(this));
                let arguments = std::iter::once(environment).chain(parts).collect();
                call(Callee::Function(body), arguments, ret)
            }
            TyKind::FnDef(item, of) => match self.resolve_item(item.0, of).callee() {
                Some(callee) => call(callee, parts, ret),
                None => return super::hollow(String::new(), ret),
            },
            _ => {
                let pointer = match kind {
                    ClosureKind::FnOnce => local(0, own),
                    _ => deref(local(0, receiver), own),
                };
                call(Callee::Pointer(Box::new(pointer)), parts, ret)
            }
        };
        let name = format!("{}::call", self.type_name(this));
        self.shim(name, &[receiver, tuple], ret, body)
    }

    /// What calling a closure, function or function pointer gives.
    fn output(&mut self, this: Ty<'db>) -> TypeId {
        let nothing = GenericArgs::empty(self.interner);
        let output = match self.closure(this) {
            Some((location, arguments)) => {
                let infer = InferenceResult::of(self.db, location.owner);
                let signature = infer.closures_data[&location.expr].liberated_sig.get();
                self.mono(signature.output(), arguments)
            }
            None => match this.callable_sig(self.interner) {
                Some(signature) => self.mono(signature.skip_binder().output(), nothing),
                None => self.interner.default_types().types.unit,
            },
        };
        self.type_id(output)
    }

    fn call_by_pointer(&mut self, this: Ty<'db>, arguments: Ty<'db>) -> Function {
        let pointer = Ty::new_ptr(self.interner, this, Mutability::Mut);
        let pointer = self.type_id(pointer);
        let tuple = self.type_id(arguments);
        let call_once = self.lang.FnOnce_call_once.expect("std has FnOnce");
        let of = GenericArgs::new_from_slice(&[this.into(), arguments.into()]);
        let resolved = self.resolve(call_once, of);
        let output = self.lang.FnOnceOutput.expect("std has FnOnce");
        let output = Ty::new_projection(self.interner, output.into(), [this, arguments]);
        let nothing = GenericArgs::empty(self.interner);
        let output = self.mono(output, nothing);
        let ret = self.type_id(output);
        let name = format!("{}::call_by_pointer", self.type_name(this));
        let receiver = match resolved {
            // A `dyn`: its method takes the pointer.
            Resolved::Virtual(_) => local(0, pointer),
            _ => {
                let own = self.type_id(this);
                self.read(local(0, pointer), own)
            }
        };
        let Some(callee) = resolved.callee() else {
            return super::hollow(name, ret);
        };
        let body = call(callee, vec![receiver, local(1, tuple)], ret);
        self.shim(name, &[pointer, tuple], ret, body)
    }

    /// The value behind a pointer, moved.
    fn read(&mut self, pointer: Expr, ty: TypeId) -> Expr {
        let of = self.ty(ty);
        let Some(read) = self.std_function("intrinsics", "read") else {
            return deref(pointer, ty);
        };
        let arguments = GenericArgs::new_from_slice(&[of.into()]);
        let read = self.instance(Instance::Function(read, arguments));
        call(Callee::Function(read), vec![pointer], ty)
    }

    fn plain(&mut self, closure: Ty<'db>) -> Function {
        let (location, arguments) = self.closure(closure).expect("a closure");
        let infer = InferenceResult::of(self.db, location.owner);
        let signature = infer.closures_data[&location.expr].liberated_sig.get();
        let params = self.input_ids(signature.inputs(), arguments);
        let ret = self.output(closure);
        let own = self.type_id(closure);
        let value = expr(ExprKind::Aggregate(Vec::new()), own);
        let environment = match self.closure_kind(closure) {
            ClosureKind::FnOnce => value,
            _ => {
                let pointer = self.reference(closure, Mutability::Not);
                let pointer = self.type_id(pointer);
                borrow(value, pointer)
            }
        };
        let parts = params
            .iter()
            .enumerate()
            .map(|(at, &ty)| local(at as u32, ty));
        let parts = std::iter::once(environment).chain(parts).collect();
        let body = self.instance(Instance::Closure(closure));
        let body = call(Callee::Function(body), parts, ret);
        let name = format!("{}::plain", self.type_name(closure));
        self.shim(name, &params, ret, body)
    }

    fn poll(&mut self, coroutine: Ty<'db>) -> Function {
        let own = self.type_id(coroutine);
        let TypeKind::Coroutine { poll, .. } = self.types[own.0 as usize].kind else {
            unreachable!("a coroutine has a coroutine's type");
        };
        let pin = self.reference(coroutine, Mutability::Mut);
        let pin = self.pin_of(pin);
        let pin = self.type_id(pin);
        let context = self.context();
        let body = expr(ExprKind::Aggregate(Vec::new()), poll);
        let mut function = self.shim("poll".into(), &[pin, context], poll, body);
        function.body = Body::Intrinsic {
            name: "coroutine_poll".into(),
            types: vec![own],
        };
        function
    }

    /// `Pin<pointer>`.
    pub(super) fn pin_of(&self, pointer: Ty<'db>) -> Ty<'db> {
        let pin = self.lang.Pin.expect("std has Pin");
        let arguments = GenericArgs::new_from_slice(&[pointer.into()]);
        Ty::new_adt(self.interner, AdtId::StructId(pin), arguments)
    }

    /// `&mut Context<'_>`.
    pub(super) fn context(&mut self) -> TypeId {
        let context = self.lang.Context.expect("std has Context");
        let arguments = GenericArgs::identity_for_item(self.interner, context.into());
        let nothing = GenericArgs::empty(self.interner);
        let arguments = self.mono(arguments, nothing);
        let context = Ty::new_adt(self.interner, AdtId::StructId(context), arguments);
        let context = self.reference(context, Mutability::Mut);
        self.type_id(context)
    }

    fn clone_shim(&mut self, ty: Ty<'db>) -> Function {
        let own = self.type_id(ty);
        let pointer = self.reference(ty, Mutability::Not);
        let pointer = self.type_id(pointer);
        let this = || deref(local(0, pointer), own);
        let name = format!("{}::clone", self.type_name(ty));
        let parts = match &self.types[own.0 as usize] {
            it if it.copy => Vec::new(),
            it => match &it.kind {
                TypeKind::Tuple(parts) => parts.clone(),
                TypeKind::Closure { captures } => captures.clone(),
                _ => {
                    let ty = self.type_name(ty);
                    self.refuse(format!("the playground does not know how to clone `{ty}`"));
                    return super::hollow(name, own);
                }
            },
        };
        if self.types[own.0 as usize].copy {
            return self.shim(name, &[pointer], own, this());
        }
        let parts = parts
            .into_iter()
            .enumerate()
            .map(|(at, part)| {
                let it = field(this(), at as u32, part);
                (at as u32, self.clone_of(it))
            })
            .collect();
        let body = expr(ExprKind::Aggregate(parts), own);
        self.shim(name, &[pointer], own, body)
    }

    /// A clone of a place.
    pub(super) fn clone_of(&mut self, place: Expr) -> Expr {
        let id = place.ty;
        if self.types[id.0 as usize].copy {
            return place;
        }
        let ty = self.ty(id);
        let clone = self.trait_method(self.lang.Clone, "clone");
        self.call_on(clone, &[ty], vec![place], id)
    }

    /// The method of this name of a trait.
    pub(super) fn trait_method(
        &self,
        of: Option<ra_ap_hir_def::TraitId>,
        name: &str,
    ) -> Option<HirFunction> {
        let items = of?.trait_items(self.db);
        items.items.iter().find_map(|(it, item)| match *item {
            ra_ap_hir_def::AssocItemId::FunctionId(id) if it.as_str() == name => Some(id),
            _ => None,
        })
    }

    /// A call of a trait's method for these types, with `&` of each place.
    pub(super) fn call_on(
        &mut self,
        method: Option<HirFunction>,
        types: &[Ty<'db>],
        places: Vec<Expr>,
        ret: TypeId,
    ) -> Expr {
        let arguments: Vec<_> = types.iter().map(|&it| it.into()).collect();
        let arguments = GenericArgs::new_from_slice(&arguments);
        let callee = method.and_then(|it| self.resolve(it, arguments).callee());
        let places = places.into_iter().map(|it| self.shared(it)).collect();
        match callee {
            Some(callee) => call(callee, places, ret),
            None => expr(ExprKind::Aggregate(Vec::new()), ret),
        }
    }

    /// `&place`.
    pub(super) fn shared(&mut self, place: Expr) -> Expr {
        let pointer = self.reference(self.ty(place.ty), Mutability::Not);
        let pointer = self.type_id(pointer);
        borrow(place, pointer)
    }
}
