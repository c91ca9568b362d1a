//! Method tables of trait objects.

use ir::inherent::{BoundExistentialPredicates as _, GenericArgs as _, IntoKind};
use ra_ap_hir_def::{
    AssocItemId, FunctionId as HirFunction, TraitId, hir::generics::GenericParams,
    signatures::FunctionSignature,
};
use ra_ap_hir_ty::GenericPredicates;
use ra_ap_hir_ty::next_solver::{ClauseKind, GenericArgs, Ty, TyKind};
use ra_ap_rustc_type_ir as ir;

use super::Builder;
use super::shims::Instance;
use crate::thir::{FunctionId, Vtable, VtableId};

impl<'db> Builder<'db> {
    /// The table of a type, for a pointer to it that becomes one to `dyn`.
    pub(super) fn vtable(&mut self, ty: Ty<'db>, dyn_ty: Ty<'db>) -> VtableId {
        let key = (self.type_id(ty), self.type_id(dyn_ty));
        if let Some(&id) = self.vtable_ids.get(&key) {
            return id;
        }
        let id = VtableId(self.vtables.len() as u32);
        self.vtable_ids.insert(key, id);
        self.vtables.push(Vtable {
            ty: key.0,
            methods: Vec::new(),
        });
        let mut methods = Vec::new();
        for (of, arguments, method) in self.methods(dyn_ty, ty) {
            methods.push(self.method_of(of, arguments, method));
        }
        self.vtables[id.0 as usize].methods = methods;
        id
    }

    /// The place of a method in the tables of a `dyn`.
    pub(super) fn method_number(&mut self, dyn_ty: Ty<'db>, method: HirFunction) -> Option<u32> {
        let methods = self.methods(dyn_ty, dyn_ty);
        let number = methods.iter().position(|it| it.2 == method)?;
        Some(number as u32)
    }

    /// All methods of a `dyn` in order, with their trait and its arguments, for a type in its place.
    fn methods(
        &mut self,
        dyn_ty: Ty<'db>,
        ty: Ty<'db>,
    ) -> Vec<(TraitId, GenericArgs<'db>, HirFunction)> {
        let TyKind::Dynamic(bounds, _) = dyn_ty.kind() else {
            return Vec::new();
        };
        let Some(principal) = bounds.principal() else {
            return Vec::new();
        };
        let principal = principal.skip_binder().with_self_ty(self.interner, ty);
        let nothing = GenericArgs::empty(self.interner);
        let arguments = self.mono(principal.args, nothing);
        let mut traits = Vec::new();
        self.with_supertraits(principal.def_id.0, arguments, &mut traits);
        let mut methods = Vec::new();
        for (of, arguments) in traits {
            for (_, item) in &of.trait_items(self.db).items {
                if let AssocItemId::FunctionId(method) = *item {
                    methods.push((of, arguments, method));
                }
            }
        }
        methods
    }

    /// The supertraits of a trait, depth first, and then it, each once.
    fn with_supertraits(
        &mut self,
        of: TraitId,
        arguments: GenericArgs<'db>,
        traits: &mut Vec<(TraitId, GenericArgs<'db>)>,
    ) {
        if traits.contains(&(of, arguments)) {
            return;
        }
        let predicates: Vec<_> = GenericPredicates::query_explicit(self.db, of.into())
            .skip_binder()
            .collect();
        for predicate in predicates {
            if let ClauseKind::Trait(it) = predicate.kind().skip_binder()
                && is_self(it.self_ty())
            {
                let above = self.mono(it.trait_ref.args, arguments);
                self.with_supertraits(it.trait_ref.def_id.0, above, traits);
            }
        }
        if !traits.contains(&(of, arguments)) {
            traits.push((of, arguments));
        }
    }

    /// The function of a method for a table; None if it cannot be called on `dyn`.
    fn method_of(
        &mut self,
        of: TraitId,
        arguments: GenericArgs<'db>,
        method: HirFunction,
    ) -> Option<FunctionId> {
        let signature = FunctionSignature::of(self.db, method);
        let generic = GenericParams::of(self.db, method.into())
            .iter_type_or_consts()
            .next()
            .is_some();
        if !signature.has_self_param() || generic || self.needs_sized(method) {
            return None;
        }
        // Its receiver comes as a pointer: the value is moved out from behind it.
        if self.lang.FnOnce == Some(of) {
            let call = Instance::CallByPointer(arguments.type_at(0), arguments.type_at(1));
            return Some(self.instance(call));
        }
        self.resolve(method, arguments).function()
    }

    /// Whether a method says `where Self: Sized`.
    fn needs_sized(&self, method: HirFunction) -> bool {
        let sized = self.lang.Sized;
        GenericPredicates::query_own_explicit(self.db, method.into())
            .skip_binder()
            .any(|it| match it.kind().skip_binder() {
                ClauseKind::Trait(it) => {
                    is_self(it.self_ty()) && Some(it.trait_ref.def_id.0) == sized
                }
                _ => false,
            })
    }
}

/// Whether a type is the `Self` of a trait.
fn is_self(ty: Ty<'_>) -> bool {
    matches!(ty.kind(), TyKind::Param(it) if it.index == 0)
}
