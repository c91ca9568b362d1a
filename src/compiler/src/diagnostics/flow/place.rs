//! Where a value is: a variable, and the way from there.

use ra_ap_hir_def::hir::BindingId;
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

    /// All references on the way.
    pub fn references(&self) -> impl Iterator<Item = Pointer> {
        self.path.iter().filter_map(|step| match step {
            Step::Deref(pointer @ (Pointer::Shared | Pointer::Mutable)) => Some(*pointer),
            _ => None,
        })
    }
}
