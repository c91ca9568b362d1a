//! Values that are there or not, found by hash. See [`super::hash_map`] for the order.

use super::HashMap;
use crate::hash::{BuildHasher, Hash, RandomState};

super::sets::set!([S] [S] [S: BuildHasher] HashSet, HashMap, [Eq + Hash], hash_map);
super::sets::set_operator!([Eq + Hash, S: BuildHasher + Default] HashSet<T, S>, BitOr bitor union);
super::sets::set_operator!([Eq + Hash, S: BuildHasher + Default] HashSet<T, S>, BitAnd bitand intersection);
super::sets::set_operator!([Eq + Hash, S: BuildHasher + Default] HashSet<T, S>, BitXor bitxor symmetric_difference);
super::sets::set_operator!([Eq + Hash, S: BuildHasher + Default] HashSet<T, S>, Sub sub difference);

pub struct HashSet<T, S = RandomState> {
    map: HashMap<T, (), S>,
}

impl<T> HashSet<T, RandomState> {
    #[must_use]
    pub fn new() -> HashSet<T, RandomState> {
        Default::default()
    }

    #[must_use]
    pub fn with_capacity(capacity: usize) -> HashSet<T, RandomState> {
        Default::default()
    }
}

impl<T, S> HashSet<T, S> {
    pub const fn with_hasher(hasher: S) -> HashSet<T, S> {
        HashSet {
            map: HashMap::with_hasher(hasher),
        }
    }

    pub fn drain(&mut self) -> IntoIter<T>
    where
        S: Default,
    {
        crate::mem::take(self).into_iter()
    }
}

impl<T, S> HashSet<T, S>
where
    T: Eq + Hash,
    S: BuildHasher,
{
    pub fn difference<'a>(&'a self, other: &'a HashSet<T, S>) -> Difference<'a, T> {
        self.iter()
            .filter(|value| !other.contains(*value))
            .collect::<Vec<&'a T>>()
            .into_iter()
    }

    pub fn symmetric_difference<'a>(
        &'a self,
        other: &'a HashSet<T, S>,
    ) -> SymmetricDifference<'a, T> {
        self.difference(other)
            .chain(other.difference(self))
            .collect::<Vec<&'a T>>()
            .into_iter()
    }

    pub fn intersection<'a>(&'a self, other: &'a HashSet<T, S>) -> Intersection<'a, T> {
        self.iter()
            .filter(|value| other.contains(*value))
            .collect::<Vec<&'a T>>()
            .into_iter()
    }

    pub fn union<'a>(&'a self, other: &'a HashSet<T, S>) -> Union<'a, T> {
        self.iter()
            .chain(other.difference(self))
            .collect::<Vec<&'a T>>()
            .into_iter()
    }

    pub fn reserve(&mut self, additional: usize) {}

    pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool
    where
        T: Borrow<Q>,
        Q: Hash + Eq,
    {
        self.map.contains_key(value)
    }

    pub fn get<Q: ?Sized>(&self, value: &Q) -> Option<&T>
    where
        T: Borrow<Q>,
        Q: Hash + Eq,
    {
        self.map.get_key_value(value).map(|(key, _)| key)
    }

    pub fn remove<Q: ?Sized>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q>,
        Q: Hash + Eq,
    {
        self.map.remove(value).is_some()
    }

    pub fn take<Q: ?Sized>(&mut self, value: &Q) -> Option<T>
    where
        T: Borrow<Q>,
        Q: Hash + Eq,
    {
        self.map.remove_entry(value).map(|(key, _)| key)
    }
}

impl<T: Clone, S: Clone> Clone for HashSet<T, S> {
    fn clone(&self) -> Self {
        HashSet {
            map: self.map.clone(),
        }
    }
}

impl<T, S: Default> Default for HashSet<T, S> {
    fn default() -> HashSet<T, S> {
        HashSet {
            map: HashMap::default(),
        }
    }
}

impl<T, S> FromIterator<T> for HashSet<T, S>
where
    T: Eq + Hash,
    S: BuildHasher + Default,
{
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> HashSet<T, S> {
        let mut set = HashSet::with_hasher(Default::default());
        set.extend(iter);
        set
    }
}

impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T, RandomState> {
    fn from(arr: [T; N]) -> Self {
        Self::from_iter(arr)
    }
}
