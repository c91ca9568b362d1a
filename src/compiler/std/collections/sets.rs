//! What sets have in common: a map without values.

/// `$Set` with its generics as they are declared and as they are used, its map, and what is asked of its values.
macro_rules! set {
    ([$($decl:tt)*] [$($S:tt)*] [$($other:tt)*] $Set:ident, $Map:ident, [$($Key:tt)*], $order:ident) => {
        use crate::borrow::Borrow;
        use crate::fmt;
        use crate::ops::{BitAnd, BitOr, BitXor, Sub};
        use crate::vec::{self, Vec};

        pub type Iter<'a, T> = super::$order::Keys<'a, T, ()>;
        pub type IntoIter<T> = super::$order::IntoKeys<T, ()>;
        /// What an operation of two sets gives.
        pub type Union<'a, T> = vec::IntoIter<&'a T>;
        pub type Intersection<'a, T> = vec::IntoIter<&'a T>;
        pub type Difference<'a, T> = vec::IntoIter<&'a T>;
        pub type SymmetricDifference<'a, T> = vec::IntoIter<&'a T>;

        impl<T, $($decl)*> $Set<T, $($S)*> {
            pub fn iter(&self) -> Iter<'_, T> {
                self.map.keys()
            }

            pub fn len(&self) -> usize {
                self.map.len()
            }

            pub fn is_empty(&self) -> bool {
                self.map.is_empty()
            }

            pub fn clear(&mut self) {
                self.map.clear();
            }
        }

        impl<T: $($Key)*, $($other)*> $Set<T, $($S)*> {
            pub fn retain<F>(&mut self, mut f: F)
            where
                F: FnMut(&T) -> bool,
            {
                self.map.retain(|key, _| f(key));
            }

            pub fn is_disjoint(&self, other: &$Set<T, $($S)*>) -> bool {
                !self.iter().any(|value| other.contains(value))
            }

            pub fn is_subset(&self, other: &$Set<T, $($S)*>) -> bool {
                self.iter().all(|value| other.contains(value))
            }

            pub fn is_superset(&self, other: &$Set<T, $($S)*>) -> bool {
                other.is_subset(self)
            }

            pub fn insert(&mut self, value: T) -> bool {
                match self.map.entry(value) {
                    super::$order::Entry::Occupied(_) => false,
                    super::$order::Entry::Vacant(entry) => {
                        entry.insert(());
                        true
                    }
                }
            }

            pub fn replace(&mut self, value: T) -> Option<T> {
                let before = self.take(&value);
                self.insert(value);
                before
            }
        }

        impl<T: $($Key)*, $($other)*> PartialEq for $Set<T, $($S)*> {
            fn eq(&self, other: &$Set<T, $($S)*>) -> bool {
                self.len() == other.len() && self.is_subset(other)
            }
        }

        impl<T: $($Key)*, $($other)*> Eq for $Set<T, $($S)*> {}

        impl<T: fmt::Debug, $($decl)*> fmt::Debug for $Set<T, $($S)*> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_set().entries(self.iter()).finish()
            }
        }

        impl<'a, T, $($decl)*> IntoIterator for &'a $Set<T, $($S)*> {
            type Item = &'a T;
            type IntoIter = Iter<'a, T>;

            fn into_iter(self) -> Iter<'a, T> {
                self.iter()
            }
        }

        impl<T, $($decl)*> IntoIterator for $Set<T, $($S)*> {
            type Item = T;
            type IntoIter = IntoIter<T>;

            fn into_iter(self) -> IntoIter<T> {
                self.map.into_keys()
            }
        }

        impl<T: $($Key)*, $($other)*> Extend<T> for $Set<T, $($S)*> {
            fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
                for value in iter {
                    self.insert(value);
                }
            }
        }

        impl<'a, T: 'a + Copy + $($Key)*, $($other)*> Extend<&'a T> for $Set<T, $($S)*> {
            fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
                for value in iter {
                    self.insert(*value);
                }
            }
        }
    };
}

/// An operator of two sets, by its method.
macro_rules! set_operator {
    ([$($other:tt)*] $Set:ty, $Trait:ident $method:ident $of:ident) => {
        impl<T: Clone + $($other)*> $Trait<&$Set> for &$Set {
            type Output = $Set;

            fn $method(self, rhs: &$Set) -> $Set {
                self.$of(rhs).cloned().collect()
            }
        }
    };
}

pub(super) use {set, set_operator};
