//! Which function a call is, now that all types are known.

use either::Either;
use ir::ClosureKind;
use ir::inherent::{GenericArgs as _, IntoKind};
use ra_ap_hir_def::{
    CallableDefId, FunctionId as HirFunction, HasModule, ItemContainerId, Lookup, TraitId,
    hir::generics::GenericParams, signatures::FunctionSignature,
};
use ra_ap_hir_ty::db::InternedClosure;
use ra_ap_hir_ty::method_resolution::is_dyn_method;
use ra_ap_hir_ty::next_solver::{GenericArgs, Ty, TyKind};
use ra_ap_rustc_type_ir as ir;

use super::Builder;
use super::shims::Instance;
use crate::thir::{Callee, FunctionId};

/// What a call of a function by name comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    Function(FunctionId),
    /// The method of this number of a `dyn`.
    Virtual(u32),
    /// It was refused.
    Nothing,
}

impl Resolved {
    pub(super) fn function(self) -> Option<FunctionId> {
        match self {
            Resolved::Function(it) => Some(it),
            _ => None,
        }
    }

    pub(super) fn callee(self) -> Option<Callee> {
        match self {
            Resolved::Function(it) => Some(Callee::Function(it)),
            Resolved::Virtual(number) => Some(Callee::Virtual(number)),
            Resolved::Nothing => None,
        }
    }
}

impl<'db> Builder<'db> {
    /// The function, or the implementation of it that these types have.
    pub(super) fn resolve(
        &mut self,
        function: HirFunction,
        arguments: GenericArgs<'db>,
    ) -> Resolved {
        if let Some(&it) = self.resolved.get(&(function, arguments)) {
            return it;
        }
        let it = self.resolve_new(function, arguments);
        self.resolved.insert((function, arguments), it);
        it
    }

    fn resolve_new(&mut self, function: HirFunction, arguments: GenericArgs<'db>) -> Resolved {
        let ItemContainerId::TraitId(of) = function.lookup(self.db).container else {
            return Resolved::Function(self.instance(Instance::Function(function, arguments)));
        };
        let this = arguments.type_at(0);
        if is_dyn_method(self.interner, self.env.param_env, function, arguments).is_some() {
            return match self.method_number(this, function) {
                Some(number) => Resolved::Virtual(number),
                None => self.unresolved(function, this),
            };
        }
        if let Some(kind) = self.fn_trait(of)
            && self.is_callable(this)
        {
            let call = Instance::Call {
                this,
                kind,
                arguments: arguments.type_at(1),
            };
            return Resolved::Function(self.instance(call));
        }
        if self.lang.Future == Some(of) && matches!(this.kind(), TyKind::Coroutine(..)) {
            return Resolved::Function(self.instance(Instance::Poll(this)));
        }
        let (found, found_arguments) = self.db.lookup_impl_method(self.env, function, arguments);
        let nothing = GenericArgs::empty(self.interner);
        let found_arguments = self.mono(found_arguments, nothing);
        match found {
            Either::Left(it)
                if it != function || FunctionSignature::of(self.db, function).has_body() =>
            {
                Resolved::Function(self.instance(Instance::Function(it, found_arguments)))
            }
            Either::Left(_) if self.lang.Clone == Some(of) => {
                Resolved::Function(self.instance(Instance::Clone(this)))
            }
            Either::Left(_) => self.unresolved(function, this),
            Either::Right((_, method)) => {
                let own = GenericParams::of(self.db, of.into()).len();
                let own = GenericArgs::new_from_slice(&arguments.as_slice()[own..]);
                Resolved::Function(self.instance(Instance::Derive(method, this, own)))
            }
        }
    }

    fn unresolved(&mut self, function: HirFunction, this: Ty<'db>) -> Resolved {
        let name = FunctionSignature::of(self.db, function).name.as_str();
        let ty = self.type_name(this);
        self.refuse(format!("the playground does not know `{name}` of `{ty}`"));
        Resolved::Nothing
    }

    /// Of what calling a value of function type comes to.
    pub(super) fn resolve_item(
        &mut self,
        item: CallableDefId,
        arguments: GenericArgs<'db>,
    ) -> Resolved {
        match item {
            CallableDefId::FunctionId(it) => self.resolve(it, arguments),
            CallableDefId::StructId(it) => {
                let instance = Instance::Constructor(it.into(), arguments);
                Resolved::Function(self.instance(instance))
            }
            CallableDefId::EnumVariantId(it) => {
                let instance = Instance::Constructor(it.into(), arguments);
                Resolved::Function(self.instance(instance))
            }
        }
    }

    /// How a trait calls, if it is one of `Fn` or `AsyncFn`.
    pub(super) fn fn_trait(&self, it: TraitId) -> Option<ClosureKind> {
        let it = Some(it);
        let lang = self.lang;
        if it == lang.Fn || it == lang.AsyncFn {
            Some(ClosureKind::Fn)
        } else if it == lang.FnMut || it == lang.AsyncFnMut {
            Some(ClosureKind::FnMut)
        } else if it == lang.FnOnce || it == lang.AsyncFnOnce {
            Some(ClosureKind::FnOnce)
        } else {
            None
        }
    }

    /// Whether the compiler itself implements the `Fn` traits for it.
    fn is_callable(&self, ty: Ty<'db>) -> bool {
        matches!(
            ty.kind(),
            TyKind::Closure(..)
                | TyKind::CoroutineClosure(..)
                | TyKind::FnDef(..)
                | TyKind::FnPtr(..)
        )
    }

    /// Where a closure or coroutine is written, and the arguments of the item around it.
    pub(super) fn closure(&self, ty: Ty<'db>) -> Option<(InternedClosure<'db>, GenericArgs<'db>)> {
        let (location, parent) = match ty.kind() {
            TyKind::Closure(id, arguments) => {
                (id.0.loc(self.db), arguments.as_closure().parent_args())
            }
            TyKind::Coroutine(id, arguments) => {
                (id.0.loc(self.db), arguments.as_coroutine().parent_args())
            }
            TyKind::CoroutineClosure(id, arguments) => (
                id.0.loc(self.db),
                arguments.as_coroutine_closure().parent_args(),
            ),
            _ => return None,
        };
        Some((location, GenericArgs::new_from_slice(parent)))
    }

    /// How a closure wants its captures: as a pointer, but for `FnOnce`.
    pub(super) fn closure_kind(&self, ty: Ty<'db>) -> ClosureKind {
        match ty.kind() {
            TyKind::Closure(_, arguments) => arguments.as_closure().kind(),
            TyKind::CoroutineClosure(_, arguments) => arguments.as_coroutine_closure().kind(),
            _ => ClosureKind::FnOnce,
        }
    }

    /// Whether a function is one of `core::intrinsics`.
    pub(super) fn is_intrinsic(&self, function: HirFunction) -> bool {
        match function.lookup(self.db).container {
            ItemContainerId::ModuleId(module) => {
                function.krate(self.db) == self.std && self.std_module("intrinsics") == Some(module)
            }
            _ => false,
        }
    }
}
