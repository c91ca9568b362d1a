//! Methods of an impl that are not as their trait has them, and impls that are there twice.

use super::inferred::count;
use super::report::Report;
use ra_ap_hir as hir;
use ra_ap_hir_def::hir::generics::GenericParams;
use ra_ap_hir_def::{DefWithBodyId, FunctionId, HasModule, ItemContainerId, Lookup};
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::display::HirDisplay;
use ra_ap_hir_ty::next_solver::{DbInterner, Ty, TyKind};
use ra_ap_rustc_type_ir::inherent::IntoKind;
use ra_ap_syntax::ast::{self, HasGenericParams, HasName};
use ra_ap_syntax::{AstNode, TextRange};
use std::collections::HashSet;

pub fn check(report: &mut Report) {
    let impls: Vec<ast::Impl> = report
        .file
        .syntax()
        .descendants()
        .filter_map(ast::Impl::cast)
        .collect();
    let mut known = HashSet::new();
    for it in impls {
        twice(report, &it, &mut known);
        let Some(of) = report.sema.to_def(&it) else {
            continue;
        };
        let Some(wanted) = of.trait_(report.db) else {
            continue;
        };
        let functions = it
            .assoc_item_list()
            .into_iter()
            .flat_map(|it| it.assoc_items());
        for item in functions {
            let ast::AssocItem::Fn(written) = item else {
                continue;
            };
            let Some(own) = report.sema.to_def(&written) else {
                continue;
            };
            let name = own.name(report.db);
            let theirs = wanted.items(report.db).into_iter().find_map(|it| match it {
                hir::AssocItem::Function(it) if it.name(report.db) == name => Some(it),
                _ => None,
            });
            if let Some(theirs) = theirs {
                compare(report, of, &written, own, theirs);
            }
        }
    }
}

/// A trait and a named type, and both as they are written: two functions may have each a type of one name.
type Implemented = (hir::Trait, Option<hir::Adt>, String, String);

/// E0119, where nothing generic is in the way.
fn twice(report: &mut Report, it: &ast::Impl, known: &mut HashSet<Implemented>) {
    let (Some(of), Some(ty)) = (it.trait_(), it.self_ty()) else {
        return;
    };
    if it.generic_param_list().is_some() {
        return;
    }
    let text = |it: &ast::Type| it.syntax().text().to_string().replace(' ', "");
    let (of, ty) = (text(&of), text(&ty));
    let Some(own) = report.sema.to_def(it) else {
        return;
    };
    let Some(wanted) = own.trait_(report.db) else {
        return;
    };
    let named = own.self_ty(report.db).as_adt();
    if !known.insert((wanted, named, of.clone(), ty.clone())) {
        let range = it.syntax().text_range();
        report.error(
            "E0119",
            range,
            format!("conflicting implementations of trait `{of}` for type `{ty}`"),
        );
    }
}

fn compare(
    report: &mut Report,
    of: hir::Impl,
    written: &ast::Fn,
    own: hir::Function,
    theirs: hir::Function,
) {
    let db = report.db;
    let name = own.name(db).as_str().to_owned();
    let Some(list) = written.param_list() else {
        return;
    };
    let whole = written.syntax().text_range();
    match (own.has_self_param(db), theirs.has_self_param(db)) {
        (true, false) => {
            let shown = list.self_param().map(|it| it.syntax().text().to_string());
            let shown = shown.unwrap_or_default();
            report.error(
                "E0185",
                whole,
                format!(
                    "method `{name}` has a `{shown}` declaration in the impl, but not in the trait"
                ),
            );
            return;
        }
        (false, true) => {
            let shown = self_param(report, theirs);
            report.error(
                "E0186",
                whole,
                format!(
                    "method `{name}` has a `{shown}` declaration in the trait, but not in the impl"
                ),
            );
            return;
        }
        _ => {}
    }
    let (ours, wanted) = (own.num_params(db), theirs.num_params(db));
    if ours != wanted {
        let of = of.trait_(db).map(|it| it.name(db).as_str().to_owned());
        let range = list.syntax().text_range();
        report.error(
            "E0050",
            range,
            format!(
                "method `{name}` has {} but the declaration in trait `{}::{name}` has {wanted}",
                count(ours, "parameter"),
                of.unwrap_or_default()
            ),
        );
        return;
    }
    if let (Some(own), Some(theirs)) = (id(own), id(theirs)) {
        types(report, written, &list, own, theirs);
    }
}

fn id(of: hir::Function) -> Option<FunctionId> {
    match DefWithBodyId::try_from(hir::DefWithBody::from(of)).ok()? {
        DefWithBodyId::FunctionId(it) => Some(it),
        _ => None,
    }
}

/// How a trait writes a method's `self`.
fn self_param(report: &Report, of: hir::Function) -> &'static str {
    match of.self_param(report.db).map(|it| it.access(report.db)) {
        Some(hir::Access::Shared) => "&self",
        Some(hir::Access::Exclusive) => "&mut self",
        _ => "self",
    }
}

/// E0053, where the method has nothing generic of its own.
fn types(
    report: &mut Report,
    written: &ast::Fn,
    list: &ast::ParamList,
    own: FunctionId,
    theirs: FunctionId,
) {
    let db = report.db;
    let plain = |it: FunctionId| GenericParams::of(db, it.into()).is_empty();
    let is_async = |it: FunctionId| hir::Function::from(it).is_async(db);
    if !plain(own) || !plain(theirs) || is_async(own) || is_async(theirs) {
        return;
    }
    let ItemContainerId::ImplId(of) = own.lookup(db).container else {
        return;
    };
    let Some(of) = db.impl_trait(of) else {
        return;
    };
    let interner = DbInterner::new_with(db, own.krate(db));
    let ours = db
        .callable_item_signature(own.into())
        .skip_binder()
        .skip_binder();
    let wanted = db
        .callable_item_signature(theirs.into())
        .instantiate(interner, of.skip_binder().args)
        .skip_norm_wip()
        .skip_binder();
    let mut places: Vec<Option<TextRange>> = Vec::new();
    places.extend(list.self_param().map(|it| Some(it.syntax().text_range())));
    places.extend(
        list.params()
            .map(|it| it.ty().map(|it| it.syntax().text_range())),
    );
    let ret = written.ret_type().and_then(|it| it.ty());
    let whole = written.name().map(|it| it.syntax().text_range());
    places.push(ret.map(|it| it.syntax().text_range()).or(whole));
    let ours = ours.inputs().iter().copied().chain([ours.output()]);
    let wanted = wanted.inputs().iter().copied().chain([wanted.output()]);
    let name = hir::Function::from(own).name(db).as_str().to_owned();
    for ((ours, wanted), place) in ours.zip(wanted).zip(places) {
        if let Some(place) = place.filter(|_| differ(ours, wanted)) {
            report.error(
                "E0053",
                place,
                format!("method `{name}` has an incompatible type for trait"),
            );
            let shown = wanted.display(db, report.target).to_string();
            report.help(format!("the trait wants `{shown}` here"));
            return;
        }
    }
}

/// Whether two types are surely not the same, whatever the projections in them stand for.
fn differ<'db>(ours: Ty<'db>, wanted: Ty<'db>) -> bool {
    match (ours.kind(), wanted.kind()) {
        (TyKind::Alias(..) | TyKind::Param(_) | TyKind::Error(_), _)
        | (_, TyKind::Alias(..) | TyKind::Error(_)) => false,
        (TyKind::Ref(_, ours, one), TyKind::Ref(_, wanted, other)) => {
            one != other || differ(ours, wanted)
        }
        (TyKind::Adt(one, ours), TyKind::Adt(other, wanted)) => {
            one.def_id() != other.def_id()
                || ours
                    .types()
                    .zip(wanted.types())
                    .any(|(ours, wanted)| differ(ours, wanted))
        }
        (TyKind::Tuple(ours), TyKind::Tuple(wanted)) => {
            ours.len() != wanted.len()
                || ours
                    .iter()
                    .zip(wanted.iter())
                    .any(|(ours, wanted)| differ(ours, wanted))
        }
        (TyKind::Slice(ours), TyKind::Slice(wanted))
        | (TyKind::Array(ours, _), TyKind::Array(wanted, _)) => differ(ours, wanted),
        (TyKind::Dynamic(..), TyKind::Dynamic(..)) | (TyKind::FnPtr(..), TyKind::FnPtr(..)) => {
            false
        }
        _ => ours != wanted,
    }
}
