//! rust-analyzer's types, made concrete: parameters replaced, projections and opaque types resolved, regions forgotten.

use ir::inherent::{GenericArgs as _, IntoKind, Ty as _};
use ir::{BoundVarIndexKind, TypeFoldable, TypeFolder, TypeSuperFoldable, TypeVisitableExt};
use ra_ap_hir_def::signatures::StructFlags;
use ra_ap_hir_def::signatures::{
    EnumSignature, FunctionSignature, StructSignature, TraitSignature, UnionSignature,
};
use ra_ap_hir_def::{
    AdtId, CallableDefId, FunctionId as HirFunction, ItemContainerId, Lookup, VariantId,
};
use ra_ap_hir_ty::consteval;
use ra_ap_hir_ty::db::InternedOpaqueTyId;
use ra_ap_hir_ty::drop::destructor;
use ra_ap_hir_ty::next_solver::infer::traits::ObligationCause;
use ra_ap_hir_ty::next_solver::obligation_ctxt::ObligationCtxt;
use ra_ap_hir_ty::next_solver::{
    Binder, Const, ConstKind, DbInterner, GenericArgs, Mutability, Region, RegionKind, Ty, TyKind,
    ValTreeKind, ValueConst,
};
use ra_ap_hir_ty::{ImplTraitId, InferenceResult};
use ra_ap_rustc_type_ir as ir;

use super::Builder;
use super::body::body_owner;
use super::captures::captures;
use super::shims::Instance;
use crate::thir::{FunctionId, Type, TypeId, TypeKind, Variant};

/// Puts arguments for parameters, and makes the type concrete.
struct Mono<'a, 'db> {
    builder: &'a mut Builder<'db>,
    arguments: GenericArgs<'db>,
    /// How many binders we are in: what is bound further out is forgotten as well.
    depth: u32,
}

impl<'db> TypeFolder<DbInterner<'db>> for Mono<'_, 'db> {
    fn cx(&self) -> DbInterner<'db> {
        self.builder.interner
    }

    fn fold_binder<T: TypeFoldable<DbInterner<'db>>>(
        &mut self,
        binder: Binder<'db, T>,
    ) -> Binder<'db, T> {
        self.depth += 1;
        let binder = binder.super_fold_with(self);
        self.depth -= 1;
        binder
    }

    fn fold_ty(&mut self, ty: Ty<'db>) -> Ty<'db> {
        match ty.kind() {
            TyKind::Param(param) => self
                .arguments
                .as_slice()
                .get(param.index as usize)
                .and_then(|it| it.ty())
                .unwrap_or(ty),
            TyKind::Alias(..) => {
                let ty = ty.super_fold_with(self);
                self.builder.normalise(ty)
            }
            _ => ty.super_fold_with(self),
        }
    }

    fn fold_region(&mut self, region: Region<'db>) -> Region<'db> {
        match region.kind() {
            RegionKind::ReBound(BoundVarIndexKind::Bound(index), _)
                if index.as_u32() < self.depth =>
            {
                region
            }
            _ => Region::new_erased(self.builder.interner),
        }
    }

    fn fold_const(&mut self, konst: Const<'db>) -> Const<'db> {
        match konst.kind() {
            ConstKind::Param(param) => self
                .arguments
                .as_slice()
                .get(param.index as usize)
                .and_then(|it| it.konst())
                .unwrap_or(konst),
            ConstKind::Unevaluated(_) => {
                let konst = konst.super_fold_with(self);
                let db = self.builder.db;
                match consteval::try_const_usize(db, konst) {
                    Some(value) => consteval::usize_const(db, Some(value), self.builder.env.krate),
                    None => konst,
                }
            }
            _ => konst.super_fold_with(self),
        }
    }
}

impl<'db> Builder<'db> {
    /// The type, or list of arguments, with these for its parameters.
    pub(super) fn mono<T: TypeFoldable<DbInterner<'db>>>(
        &mut self,
        of: T,
        arguments: GenericArgs<'db>,
    ) -> T {
        of.fold_with(&mut Mono {
            builder: self,
            arguments,
            depth: 0,
        })
    }

    /// What a projection or an opaque type without parameters stands for.
    fn normalise(&mut self, ty: Ty<'db>) -> Ty<'db> {
        if ty.has_escaping_bound_vars() {
            return ty;
        }
        if let Some(&it) = self.normal.get(&ty) {
            return it;
        }
        let implemented = self.implemented_opaque(ty);
        let mut context = ObligationCtxt::new(&self.infcx);
        let result = match implemented {
            Some(it) => Ok(it),
            None => context
                .structurally_normalize_ty(&ObligationCause::dummy(), self.env.param_env, ty)
                .map(|it| it.replace_infer_with_error(self.interner)),
        };
        let it = match result {
            Ok(it) if it != ty && !matches!(it.kind(), TyKind::Alias(..)) => {
                let nothing = GenericArgs::empty(self.interner);
                self.mono(it, nothing)
            }
            _ => ty,
        };
        self.normal.insert(ty, it);
        it
    }

    /// What an `impl Trait` that a trait's method returns is of the type that implements it.
    fn implemented_opaque(&mut self, ty: Ty<'db>) -> Option<Ty<'db>> {
        let TyKind::Alias(alias) = ty.kind() else {
            return None;
        };
        let ir::AliasTyKind::Opaque { def_id } = alias.kind else {
            return None;
        };
        let ImplTraitId::ReturnTypeImplTrait(function, _) = def_id.0.loc(self.db) else {
            return None;
        };
        let ItemContainerId::TraitId(_) = function.lookup(self.db).container else {
            return None;
        };
        let (found, arguments) = self.db.lookup_impl_method(self.env, function, alias.args);
        let found = found.left().filter(|it| *it != function)?;
        let output = |it: HirFunction| {
            let signature = self.db.callable_item_signature(it.into());
            signature.skip_binder().skip_binder().output()
        };
        let it = counterpart(output(function), output(found), def_id.0)?;
        Some(self.mono(it, arguments))
    }

    pub(super) fn ty(&self, id: TypeId) -> Ty<'db> {
        self.tys[id.0 as usize]
    }

    pub(super) fn unit(&mut self) -> TypeId {
        let unit = self.interner.default_types().types.unit;
        self.type_id(unit)
    }

    pub(super) fn bool(&mut self) -> TypeId {
        let bool = self.interner.default_types().types.bool;
        self.type_id(bool)
    }

    pub(super) fn reference(&self, to: Ty<'db>, mutability: Mutability) -> Ty<'db> {
        Ty::new_ref(
            self.interner,
            Region::new_erased(self.interner),
            to,
            mutability,
        )
    }

    /// The ids of what a signature takes, made concrete.
    pub(super) fn input_ids(
        &mut self,
        inputs: &[Ty<'db>],
        arguments: GenericArgs<'db>,
    ) -> Vec<TypeId> {
        let concrete = inputs.iter().map(|&it| {
            let it = self.mono(it, arguments);
            self.type_id(it)
        });
        concrete.collect()
    }

    /// The id of a concrete type.
    pub(super) fn type_id(&mut self, ty: Ty<'db>) -> TypeId {
        if let Some(&id) = self.type_ids.get(&ty) {
            return id;
        }
        let copy = self.is_copy(ty);
        let id = TypeId(self.types.len() as u32);
        self.type_ids.insert(ty, id);
        self.tys.push(ty);
        self.types.push(Type {
            name: self.type_name(ty),
            // Until it is known: a type may hold a pointer to itself.
            kind: TypeKind::Never,
            copy,
            drop: None,
        });
        let kind = self.type_kind(ty);
        let drop = self.drop_of(ty);
        let place = &mut self.types[id.0 as usize];
        place.kind = kind;
        place.drop = drop;
        id
    }

    /// Whether it is `Copy`: the trait solver is asked only where it is not plain to see.
    fn is_copy(&self, ty: Ty<'db>) -> bool {
        match ty.kind() {
            TyKind::Never
            | TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Uint(_)
            | TyKind::Float(_)
            | TyKind::RawPtr(..)
            | TyKind::FnDef(..)
            | TyKind::FnPtr(..) => true,
            TyKind::Ref(_, _, mutability) => mutability == Mutability::Not,
            TyKind::Str | TyKind::Slice(_) | TyKind::Dynamic(..) | TyKind::Coroutine(..) => false,
            TyKind::Array(of, _) => self.is_copy(of),
            TyKind::Tuple(parts) => parts.iter().all(|it| self.is_copy(it)),
            TyKind::Adt(adt, _) if destructor(self.db, adt.def_id()).is_some() => false,
            _ => self
                .infcx
                .type_is_copy_modulo_regions(self.env.param_env, ty),
        }
    }

    fn type_kind(&mut self, ty: Ty<'db>) -> TypeKind {
        let int = |bits: Option<u64>, signed| TypeKind::Int {
            bits: bits.unwrap_or(64) as u8,
            signed,
        };
        match ty.kind() {
            TyKind::Never => TypeKind::Never,
            TyKind::Bool => TypeKind::Bool,
            TyKind::Char => TypeKind::Char,
            TyKind::Int(it) => int(it.bit_width(), true),
            TyKind::Uint(it) => int(it.bit_width(), false),
            TyKind::Float(it) => TypeKind::Float {
                bits: it.bit_width() as u8,
            },
            TyKind::Str => TypeKind::Str,
            TyKind::Slice(of) => TypeKind::Slice(self.type_id(of)),
            TyKind::Dynamic(..) => TypeKind::Dyn,
            TyKind::Array(of, length) => {
                let length = self.const_usize(length);
                TypeKind::Array(self.type_id(of), length)
            }
            TyKind::Tuple(parts) => {
                TypeKind::Tuple(parts.iter().map(|it| self.type_id(it)).collect())
            }
            TyKind::Ref(_, to, _) | TyKind::RawPtr(to, _) => TypeKind::Pointer(self.type_id(to)),
            TyKind::FnPtr(..) => TypeKind::FnPointer,
            TyKind::FnDef(..) => TypeKind::FnItem,
            TyKind::Adt(adt, arguments) => match adt.def_id() {
                AdtId::StructId(id) => {
                    let flags = StructSignature::of(self.db, id).flags;
                    TypeKind::Struct {
                        fields: self.field_types(id.into(), arguments),
                        manually_drop: flags.contains(StructFlags::IS_MANUALLY_DROP),
                        boxed: flags.contains(StructFlags::IS_BOX),
                    }
                }
                AdtId::EnumId(id) => {
                    let variants = id.enum_variants(self.db);
                    let variants = variants
                        .variants
                        .iter()
                        .map(|(name, &(variant, _))| Variant {
                            name: name.as_str().to_owned(),
                            discriminant: self.db.const_eval_discriminant(variant).unwrap_or(0),
                            fields: self.field_types(variant.into(), arguments),
                        })
                        .collect();
                    TypeKind::Enum { variants }
                }
                AdtId::UnionId(_) => {
                    self.refuse("the playground does not know unions");
                    TypeKind::Tuple(Vec::new())
                }
            },
            TyKind::Closure(..) | TyKind::CoroutineClosure(..) => TypeKind::Closure {
                captures: self.capture_types(ty),
            },
            TyKind::Coroutine(_, arguments) => {
                let ret = arguments.as_coroutine().return_ty();
                let poll = self.poll_of(ret);
                TypeKind::Coroutine {
                    captures: self.capture_types(ty),
                    body: self.instance(Instance::Coroutine(ty)),
                    poll: self.type_id(poll),
                }
            }
            _ => {
                let name = self.type_name(ty);
                self.refuse(format!("the playground cannot work out the type `{name}`"));
                TypeKind::Tuple(Vec::new())
            }
        }
    }

    /// `Poll<of>`.
    pub(super) fn poll_of(&self, of: Ty<'db>) -> Ty<'db> {
        let poll = self.lang.Poll.expect("std has Poll");
        let arguments = GenericArgs::new_from_slice(&[of.into()]);
        Ty::new_adt(self.interner, poll.into(), arguments)
    }

    /// The concrete types of a variant's fields.
    pub(super) fn field_tys(&mut self, of: VariantId, arguments: GenericArgs<'db>) -> Vec<Ty<'db>> {
        let fields: Vec<_> = self
            .db
            .field_types(of)
            .iter()
            .map(|(_, it)| it.ty().skip_binder())
            .collect();
        fields
            .into_iter()
            .map(|it| self.mono(it, arguments))
            .collect()
    }

    fn field_types(&mut self, of: VariantId, arguments: GenericArgs<'db>) -> Vec<TypeId> {
        let fields = self.field_tys(of, arguments);
        fields.into_iter().map(|it| self.type_id(it)).collect()
    }

    /// What a closure or coroutine holds, in order.
    fn capture_types(&mut self, ty: Ty<'db>) -> Vec<TypeId> {
        let Some((location, arguments)) = self.closure(ty) else {
            return Vec::new();
        };
        let Some(owner) = body_owner(location.owner) else {
            return Vec::new();
        };
        let infer = InferenceResult::of(self.db, owner);
        let captures: Vec<_> = captures(self.db, owner, infer, location.expr)
            .into_iter()
            .map(|it| it.captured_ty(self.db))
            .collect();
        captures
            .into_iter()
            .map(|it| {
                let it = self.mono(it, arguments);
                self.type_id(it)
            })
            .collect()
    }

    pub(super) fn const_usize(&mut self, konst: Const<'db>) -> u64 {
        match consteval::try_const_usize(self.db, konst) {
            Some(value) => value as u64,
            None => {
                self.refuse("the playground cannot work out the length of an array here");
                0
            }
        }
    }

    /// `<T as Drop>::drop`.
    fn drop_of(&mut self, ty: Ty<'db>) -> Option<FunctionId> {
        let TyKind::Adt(adt, _) = ty.kind() else {
            return None;
        };
        destructor(self.db, adt.def_id())?;
        let drop = self.lang.Drop_drop?;
        let on = GenericArgs::new_from_slice(&[ty.into()]);
        self.resolve(drop, on).function()
    }

    /// As rustc writes it, with paths shortened.
    pub(super) fn type_name(&self, ty: Ty<'db>) -> String {
        let list = |parts: &[Ty<'db>]| {
            let names: Vec<_> = parts.iter().map(|&it| self.type_name(it)).collect();
            names.join(", ")
        };
        match ty.kind() {
            TyKind::Never => "!".into(),
            TyKind::Bool => "bool".into(),
            TyKind::Char => "char".into(),
            TyKind::Str => "str".into(),
            TyKind::Int(it) => it.name_str().into(),
            TyKind::Uint(it) => it.name_str().into(),
            TyKind::Float(it) => it.name_str().into(),
            TyKind::Slice(of) => format!("[{}]", self.type_name(of)),
            TyKind::Array(of, length) => {
                let length = consteval::try_const_usize(self.db, length);
                match length {
                    Some(length) => format!("[{}; {length}]", self.type_name(of)),
                    None => format!("[{}; _]", self.type_name(of)),
                }
            }
            TyKind::Tuple(parts) => match parts.as_slice() {
                [one] => format!("({},)", self.type_name(*one)),
                parts => format!("({})", list(parts)),
            },
            TyKind::Ref(_, to, Mutability::Not) => format!("&{}", self.type_name(to)),
            TyKind::Ref(_, to, Mutability::Mut) => format!("&mut {}", self.type_name(to)),
            TyKind::RawPtr(to, Mutability::Not) => format!("*const {}", self.type_name(to)),
            TyKind::RawPtr(to, Mutability::Mut) => format!("*mut {}", self.type_name(to)),
            TyKind::Adt(adt, arguments) => {
                let name = match adt.def_id() {
                    AdtId::StructId(id) => {
                        StructSignature::of(self.db, id).name.as_str().to_owned()
                    }
                    AdtId::EnumId(id) => EnumSignature::of(self.db, id).name.as_str().to_owned(),
                    AdtId::UnionId(id) => UnionSignature::of(self.db, id).name.as_str().to_owned(),
                };
                self.with_arguments(name, arguments)
            }
            TyKind::FnDef(def, arguments) => match def.0 {
                CallableDefId::FunctionId(id) => {
                    let name = FunctionSignature::of(self.db, id).name.as_str().to_owned();
                    self.with_arguments(name, arguments)
                }
                CallableDefId::StructId(id) => {
                    StructSignature::of(self.db, id).name.as_str().to_owned()
                }
                CallableDefId::EnumVariantId(_) => "{variant}".into(),
            },
            TyKind::FnPtr(signature, _) => {
                let signature = signature.skip_binder();
                let inputs = list(signature.inputs());
                match signature.output() {
                    it if it.is_unit() => format!("fn({inputs})"),
                    it => format!("fn({inputs}) -> {}", self.type_name(it)),
                }
            }
            TyKind::Dynamic(..) => match ty.dyn_trait() {
                Some(it) => format!("dyn {}", TraitSignature::of(self.db, it).name.as_str()),
                None => "dyn _".into(),
            },
            TyKind::Closure(..) | TyKind::CoroutineClosure(..) => "{closure}".into(),
            TyKind::Coroutine(..) => "{async}".into(),
            _ => format!("{ty:?}"),
        }
    }

    /// `name<A, B>`, without regions.
    pub(super) fn with_arguments(&self, name: String, arguments: GenericArgs<'db>) -> String {
        let arguments: Vec<_> = arguments
            .iter()
            .filter_map(|it| match (it.ty(), it.konst()) {
                (Some(ty), _) => Some(self.type_name(ty)),
                (_, Some(konst)) => Some(
                    consteval::try_const_usize(self.db, konst)
                        .map_or("_".to_owned(), |it| it.to_string()),
                ),
                _ => None,
            })
            .collect();
        match arguments.is_empty() {
            true => name,
            false => format!("{name}<{}>", arguments.join(", ")),
        }
    }

    /// The bits of a constant argument: a number, `bool` or `char`.
    pub(super) fn const_bits(&self, konst: Const<'db>) -> Option<u128> {
        match konst.kind() {
            ConstKind::Value(ValueConst { value, .. }) => match value.inner() {
                ValTreeKind::Leaf(it) => Some(it.to_bits_unchecked()),
                ValTreeKind::Branch(_) => None,
            },
            _ => consteval::try_const_usize(self.db, konst),
        }
    }
}

/// Where in a type of one shape the opaque type is in another.
fn counterpart<'db>(
    declared: Ty<'db>,
    found: Ty<'db>,
    opaque: InternedOpaqueTyId<'db>,
) -> Option<Ty<'db>> {
    match (declared.kind(), found.kind()) {
        (TyKind::Alias(alias), _) => match alias.kind {
            ir::AliasTyKind::Opaque { def_id } if def_id.0 == opaque => Some(found),
            _ => None,
        },
        (TyKind::Adt(_, declared), TyKind::Adt(_, found)) => declared
            .types()
            .zip(found.types())
            .find_map(|(declared, found)| counterpart(declared, found, opaque)),
        (TyKind::Tuple(declared), TyKind::Tuple(found)) => declared
            .iter()
            .zip(found.iter())
            .find_map(|(declared, found)| counterpart(declared, found, opaque)),
        (TyKind::Ref(_, declared, _), TyKind::Ref(_, found, _)) => {
            counterpart(declared, found, opaque)
        }
        _ => None,
    }
}
