//! What maps have in common: a `Vec` of keys with their values, in one order or another.

/// A key and its value.
#[derive(Clone)]
pub(super) struct Pair<K, V> {
    pub(super) key: K,
    pub(super) value: V,
}

impl<K, V> Pair<K, V> {
    pub(super) fn into_tuple(self) -> (K, V) {
        (self.key, self.value)
    }
}

/// An iterator over pairs: its name, what it walks, what it gives of a pair.
macro_rules! pair_iterator {
    ($Name:ident <$($l:lifetime,)? K, V>, $Walk:ty, $Item:ty, $pair:ident => $give:expr) => {
        pub struct $Name<$($l,)? K, V> {
            walk: $Walk,
        }

        impl<$($l,)? K, V> Iterator for $Name<$($l,)? K, V> {
            type Item = $Item;

            fn next(&mut self) -> Option<$Item> {
                let $pair = self.walk.next()?;
                Some($give)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                self.walk.size_hint()
            }
        }

        impl<$($l,)? K, V> ExactSizeIterator for $Name<$($l,)? K, V> {}
        impl<$($l,)? K, V> crate::iter::FusedIterator for $Name<$($l,)? K, V> {}
    };
}

/// As [`pair_iterator`], from both ends.
macro_rules! pair_iterator_back {
    ($Name:ident <$($l:lifetime,)? K, V>, $pair:ident => $give:expr) => {
        impl<$($l,)? K, V> DoubleEndedIterator for $Name<$($l,)? K, V> {
            fn next_back(&mut self) -> Option<Self::Item> {
                let $pair = self.walk.next_back()?;
                Some($give)
            }
        }
    };
}

/// Iterators and entries of a map. `Core<K, V>` has `pairs`, `insert_at` and `remove_at`; `$At` says where a new one goes,
/// and `$Bound` is what a key must be.
macro_rules! pairs {
    ($At:ty, $($Bound:tt)*) => {
        use super::pairs::{Pair, pair_iterator, pair_iterator_back};
        use crate::{slice, vec};

        pair_iterator!(Iter<'a, K, V>, slice::Iter<'a, Pair<K, V>>, (&'a K, &'a V), pair => (&pair.key, &pair.value));
        pair_iterator!(IterMut<'a, K, V>, slice::IterMut<'a, Pair<K, V>>, (&'a K, &'a mut V), pair => (&pair.key, &mut pair.value));
        pair_iterator!(Keys<'a, K, V>, slice::Iter<'a, Pair<K, V>>, &'a K, pair => &pair.key);
        pair_iterator!(Values<'a, K, V>, slice::Iter<'a, Pair<K, V>>, &'a V, pair => &pair.value);
        pair_iterator!(ValuesMut<'a, K, V>, slice::IterMut<'a, Pair<K, V>>, &'a mut V, pair => &mut pair.value);
        pair_iterator!(IntoIter<K, V>, vec::IntoIter<Pair<K, V>>, (K, V), pair => pair.into_tuple());
        pair_iterator!(IntoKeys<K, V>, vec::IntoIter<Pair<K, V>>, K, pair => pair.key);
        pair_iterator!(IntoValues<K, V>, vec::IntoIter<Pair<K, V>>, V, pair => pair.value);

        impl<K, V> Clone for Iter<'_, K, V> {
            fn clone(&self) -> Self {
                Iter { walk: self.walk.clone() }
            }
        }

        impl<K, V> Clone for Keys<'_, K, V> {
            fn clone(&self) -> Self {
                Keys { walk: self.walk.clone() }
            }
        }

        impl<K, V> Clone for Values<'_, K, V> {
            fn clone(&self) -> Self {
                Values { walk: self.walk.clone() }
            }
        }

        impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Iter<'_, K, V> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.clone()).finish()
            }
        }

        impl<K: fmt::Debug, V> fmt::Debug for Keys<'_, K, V> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.clone()).finish()
            }
        }

        impl<K, V: fmt::Debug> fmt::Debug for Values<'_, K, V> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.clone()).finish()
            }
        }

        pub enum Entry<'a, K: 'a, V: 'a> {
            Vacant(VacantEntry<'a, K, V>),
            Occupied(OccupiedEntry<'a, K, V>),
        }

        pub struct VacantEntry<'a, K, V> {
            core: &'a mut Core<K, V>,
            key: K,
            at: $At,
        }

        pub struct OccupiedEntry<'a, K, V> {
            core: &'a mut Core<K, V>,
            index: usize,
        }

        impl<'a, K: $($Bound)*, V> Entry<'a, K, V> {
            pub fn or_insert(self, default: V) -> &'a mut V {
                match self {
                    Entry::Occupied(entry) => entry.into_mut(),
                    Entry::Vacant(entry) => entry.insert(default),
                }
            }

            pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V {
                match self {
                    Entry::Occupied(entry) => entry.into_mut(),
                    Entry::Vacant(entry) => entry.insert(default()),
                }
            }

            pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V {
                match self {
                    Entry::Occupied(entry) => entry.into_mut(),
                    Entry::Vacant(entry) => {
                        let value = default(entry.key());
                        entry.insert(value)
                    }
                }
            }

            pub fn key(&self) -> &K {
                match self {
                    Entry::Occupied(entry) => entry.key(),
                    Entry::Vacant(entry) => entry.key(),
                }
            }

            pub fn and_modify<F>(self, f: F) -> Self
            where
                F: FnOnce(&mut V),
            {
                match self {
                    Entry::Occupied(mut entry) => {
                        f(entry.get_mut());
                        Entry::Occupied(entry)
                    }
                    Entry::Vacant(entry) => Entry::Vacant(entry),
                }
            }

            pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V> {
                match self {
                    Entry::Occupied(mut entry) => {
                        entry.insert(value);
                        entry
                    }
                    Entry::Vacant(entry) => entry.insert_entry(value),
                }
            }
        }

        impl<'a, K: $($Bound)*, V: Default> Entry<'a, K, V> {
            pub fn or_default(self) -> &'a mut V {
                match self {
                    Entry::Occupied(entry) => entry.into_mut(),
                    Entry::Vacant(entry) => entry.insert(Default::default()),
                }
            }
        }

        impl<'a, K: $($Bound)*, V> VacantEntry<'a, K, V> {
            pub fn key(&self) -> &K {
                &self.key
            }

            pub fn into_key(self) -> K {
                self.key
            }

            pub fn insert(self, value: V) -> &'a mut V {
                self.insert_entry(value).into_mut()
            }

            pub fn insert_entry(self, value: V) -> OccupiedEntry<'a, K, V> {
                let VacantEntry { core, key, at } = self;
                let index = core.insert_at(at, Pair { key, value });
                OccupiedEntry { core, index }
            }
        }

        impl<'a, K: $($Bound)*, V> OccupiedEntry<'a, K, V> {
            pub fn key(&self) -> &K {
                &self.core.pairs[self.index].key
            }

            pub fn get(&self) -> &V {
                &self.core.pairs[self.index].value
            }

            pub fn get_mut(&mut self) -> &mut V {
                &mut self.core.pairs[self.index].value
            }

            pub fn into_mut(self) -> &'a mut V {
                &mut self.core.pairs[self.index].value
            }

            pub fn insert(&mut self, value: V) -> V {
                crate::mem::replace(self.get_mut(), value)
            }

            pub fn remove(self) -> V {
                self.remove_entry().1
            }

            pub fn remove_entry(self) -> (K, V) {
                self.core.remove_at(self.index).into_tuple()
            }
        }
    };
}

pub(super) use {pair_iterator, pair_iterator_back, pairs};
