//! What a type in a signature says of borrows: the lifetimes and the type parameters that it mentions.

use crate::database::Database;
use ra_ap_hir_def::lang_item::lang_items;
use ra_ap_hir_def::{AdtId, HasModule, VariantId};
use ra_ap_hir_ty::db::HirDatabase;
use ra_ap_hir_ty::next_solver::{DbInterner, GenericArgs, Region, RegionKind, Ty, TyKind};
use ra_ap_rustc_type_ir::inherent::IntoKind;
use ra_ap_rustc_type_ir::{TypeSuperVisitable, TypeVisitor};
use std::collections::BTreeSet;

#[derive(Default)]
pub struct Mentions {
    regions: BTreeSet<String>,
    params: BTreeSet<String>,
    pub opaque: bool,
    /// Whether there is a lifetime that is not written.
    pub elided: bool,
    /// Whether what is behind references is left out.
    outside: bool,
}

impl Mentions {
    pub fn of(ty: Ty) -> Mentions {
        let mut mentions = Mentions::default();
        mentions.visit_ty(ty);
        mentions
    }

    /// Without what is behind references.
    pub fn outside_references(ty: Ty) -> Mentions {
        let mut mentions = Mentions {
            outside: true,
            ..Mentions::default()
        };
        mentions.visit_ty(ty);
        mentions
    }

    /// Only what a shared borrow of a value lets change: what is within a cell, or behind a mutable reference.
    pub fn in_cells<'db>(db: &'db Database, ty: Ty<'db>) -> Mentions {
        let mut mentions = Mentions::default();
        let seen = BTreeSet::new();
        mentions.add_cells(db, ty, &seen);
        mentions
    }

    pub fn region(&mut self, region: Region) {
        match region.kind() {
            RegionKind::ReStatic => {}
            RegionKind::ReErased | RegionKind::ReError(_) => self.elided = true,
            _ => {
                self.regions.insert(format!("{region:?}"));
            }
        }
    }

    pub fn meets(&self, other: &Mentions) -> bool {
        !self.regions.is_disjoint(&other.regions) || !self.params.is_disjoint(&other.params)
    }

    pub fn names_lifetimes(&self) -> bool {
        self.opaque || self.elided || !self.regions.is_empty()
    }

    pub fn any(&self) -> bool {
        self.elided || !self.regions.is_empty() || !self.params.is_empty()
    }

    fn add_cells<'db>(&mut self, db: &'db Database, ty: Ty<'db>, around: &BTreeSet<String>) {
        match ty.kind() {
            TyKind::Ref(_, inner, mutability) if mutability.is_mut() => self.visit_ty(inner),
            TyKind::Ref(_, inner, _)
            | TyKind::RawPtr(inner, _)
            | TyKind::Slice(inner)
            | TyKind::Array(inner, _) => self.add_cells(db, inner, around),
            TyKind::Tuple(types) => types.iter().for_each(|it| self.add_cells(db, it, around)),
            TyKind::Adt(def, args) => {
                let adt = def.def_id();
                let cell = lang_items(db, adt.krate(db)).UnsafeCell;
                if cell.is_some_and(|it| adt == AdtId::from(it)) {
                    args.types().for_each(|it| self.visit_ty(it));
                    return;
                }
                // A type that holds itself is the same there.
                let mut seen = around.clone();
                if seen.insert(format!("{adt:?}")) {
                    self.add_fields(db, adt, args, &seen);
                }
            }
            _ => {}
        }
    }

    fn add_fields<'db>(
        &mut self,
        db: &'db Database,
        adt: AdtId,
        args: GenericArgs<'db>,
        around: &BTreeSet<String>,
    ) {
        let variants: Vec<VariantId> = match adt {
            AdtId::StructId(it) => vec![it.into()],
            AdtId::UnionId(it) => vec![it.into()],
            AdtId::EnumId(it) => {
                let variants = it.enum_variants(db).variants.values();
                variants.map(|(it, _)| (*it).into()).collect()
            }
        };
        let interner = DbInterner::new_with(db, adt.krate(db));
        for variant in variants {
            for (_, field) in db.field_types(variant).iter() {
                let ty = field.ty().instantiate(interner, args).skip_norm_wip();
                self.add_cells(db, ty, around);
            }
        }
    }
}

impl<'db> TypeVisitor<DbInterner<'db>> for Mentions {
    type Result = ();

    fn visit_ty(&mut self, ty: Ty<'db>) {
        match ty.kind() {
            TyKind::Ref(region, ..) if self.outside => self.region(region),
            TyKind::Param(it) => {
                self.params.insert(format!("{it:?}"));
            }
            TyKind::Alias(..) => {
                let shown = format!("{ty:?}");
                self.opaque |= shown.contains("Opaque");
                ty.super_visit_with(self);
            }
            _ => ty.super_visit_with(self),
        }
    }

    fn visit_region(&mut self, region: Region<'db>) {
        self.region(region);
    }
}
