//! Where a value is: a variable, and the way from there.

use ra_ap_hir_def::hir::BindingId;
use ra_ap_hir_ty::closure_analysis::{self, PlaceBase, ProjectionKind};
use ra_ap_hir_ty::next_solver::{Ty, TyKind};
use ra_ap_rustc_type_ir::inherent::IntoKind;

/// A variable, or a part of it, or what it points to.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Place {
    pub local: BindingId,
    pub path: Vec<Step>,
}

/// A step from a place to another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Step {
    /// A field of a variant.
    Field(u32, u32),
    /// What a pointer points to.
    Deref(Pointer),
    /// Some element of an array or a slice.
    Index,
}

/// The kinds of pointers that the language knows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Pointer {
    Shared,
    Mutable,
    Box,
    Raw,
}

impl Pointer {
    /// None, if it is no pointer that the language knows.
    pub fn of(ty: Ty) -> Option<Pointer> {
        match ty.kind() {
            TyKind::Ref(_, _, mutability) if mutability.is_mut() => Some(Pointer::Mutable),
            TyKind::Ref(..) => Some(Pointer::Shared),
            TyKind::RawPtr(..) => Some(Pointer::Raw),
            TyKind::Adt(def, _) if def.is_box() => Some(Pointer::Box),
            _ => None,
        }
    }
}

impl Place {
    pub fn of(local: BindingId) -> Place {
        Place {
            local,
            path: Vec::new(),
        }
    }

    /// What a closure captures, up to where it is behind what the language does not know.
    pub fn captured(captured: &closure_analysis::Place) -> Option<Place> {
        let (PlaceBase::Local(local) | PlaceBase::Upvar { var_id: local, .. }) = captured.base
        else {
            return None;
        };
        let mut place = Place::of(local);
        let mut ty = captured.base_ty.as_ref();
        for projection in &captured.projections {
            place.path.push(match projection.kind {
                ProjectionKind::Deref => match Pointer::of(ty) {
                    Some(pointer) => Step::Deref(pointer),
                    None => break,
                },
                ProjectionKind::Field {
                    field_idx,
                    variant_idx,
                } => Step::Field(variant_idx, field_idx),
                ProjectionKind::Index | ProjectionKind::Subslice => Step::Index,
                ProjectionKind::UnwrapUnsafeBinder => break,
            });
            ty = projection.ty.as_ref();
        }
        Some(place)
    }

    pub fn then(&self, step: Step) -> Place {
        let mut place = self.clone();
        place.path.push(step);
        place
    }

    /// Whether one is the other, or a part of it.
    pub fn overlaps(&self, other: &Place) -> bool {
        self.local == other.local && self.path.iter().zip(&other.path).all(|(a, b)| a == b)
    }

    /// Whether the other is this or a part of this.
    pub fn contains(&self, other: &Place) -> bool {
        self.overlaps(other) && self.path.len() <= other.path.len()
    }

    /// The first reference on the way, if it leaves what the variable owns.
    pub fn reference(&self) -> Option<(usize, Pointer)> {
        self.path
            .iter()
            .enumerate()
            .find_map(|(i, step)| match step {
                Step::Deref(pointer @ (Pointer::Shared | Pointer::Mutable | Pointer::Raw)) => {
                    Some((i, *pointer))
                }
                _ => None,
            })
    }

    /// Whether it is behind a reference that lends to read alone, or a raw pointer.
    pub fn is_frozen(&self) -> bool {
        let frozen = |it: &Step| matches!(it, Step::Deref(Pointer::Shared | Pointer::Raw));
        self.path.iter().any(frozen)
    }

    /// Whether the other is reached by a reference that is this, or that this has.
    pub fn refers_to(&self, other: &Place) -> bool {
        let on = other.path.get(self.path.len()..).unwrap_or_default();
        self.contains(other) && on.contains(&Step::Deref(Pointer::Mutable))
    }

    /// All references on the way.
    pub fn references(&self) -> impl Iterator<Item = Pointer> {
        self.path.iter().filter_map(|step| match step {
            Step::Deref(pointer @ (Pointer::Shared | Pointer::Mutable)) => Some(*pointer),
            _ => None,
        })
    }
}
