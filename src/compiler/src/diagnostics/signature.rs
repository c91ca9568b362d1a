//! What the signature of a body's function says of lifetimes.

use super::bodies::TypedBody;
use super::mentions::Mentions;
use super::report::Report;
use ra_ap_hir_def::DefWithBodyId;
use ra_ap_hir_def::hir::{BindingId, Pat};
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::{FnSig, Ty, TyKind};
use ra_ap_rustc_type_ir::inherent::IntoKind;

impl<'db> TypedBody<'db> {
    fn signature(&self, report: &Report<'_, 'db>) -> Option<FnSig<'db>> {
        let DefWithBodyId::FunctionId(function) = self.owner else {
            return None;
        };
        let signature = report.db.callable_item_signature(function.into());
        Some(signature.skip_binder().skip_binder())
    }

    /// The parameters that are variables, with their types.
    fn params(&self, report: &Report<'_, 'db>) -> Vec<(BindingId, Ty<'db>)> {
        let Some(signature) = self.signature(report) else {
            return Vec::new();
        };
        let own = self.body.self_param.as_ref().map(|it| Some(it.formal));
        let others = self
            .body
            .params
            .iter()
            .map(|it| match &self.body[it.formal] {
                Pat::Bind { id, subpat: None } => Some(*id),
                _ => None,
            });
        let variables = own.into_iter().chain(others);
        variables
            .zip(signature.inputs().iter().copied())
            .filter_map(|(variable, ty)| Some((variable?, ty)))
            .collect()
    }

    /// The parameters that are references whose lifetime has no name.
    pub fn unnamed_params(&self, report: &Report<'_, 'db>) -> Vec<BindingId> {
        let params = self.params(report).into_iter();
        params
            .filter(|(_, ty)| is_unnamed(*ty))
            .map(|it| it.0)
            .collect()
    }

    /// What a parameter that is a reference mentions in what it refers to.
    pub fn mentions_behind(&self, report: &Report<'_, 'db>, param: BindingId) -> Option<Mentions> {
        let params = self.params(report);
        let (_, ty) = params.into_iter().find(|it| it.0 == param)?;
        match ty.kind() {
            TyKind::Ref(_, inner, _) => Some(Mentions::of(inner)),
            _ => None,
        }
    }

    /// The parameters whose lifetime the result has without its being written. None, if the result's lifetimes are not to
    /// be seen in the signature.
    pub fn lenders(&self, report: &Report<'_, 'db>) -> Option<Vec<BindingId>> {
        let output = Mentions::of(self.signature(report)?.output());
        if output.opaque {
            return None;
        }
        if !output.elided {
            return Some(Vec::new());
        }
        let own = self.body.self_param.as_ref().map(|it| it.formal);
        let params = self.unnamed_params(report);
        Some(match own.filter(|it| params.contains(it)) {
            Some(own) => vec![own],
            None => params,
        })
    }
}

fn is_unnamed(ty: Ty) -> bool {
    match ty.kind() {
        TyKind::Ref(region, ..) => {
            let mut mentions = Mentions::default();
            mentions.region(region);
            mentions.elided
        }
        _ => false,
    }
}
