//! Values by their keys, found by hash.
//!
//! Iteration goes in the order of insertion (what is removed leaves its place to the last one): elsewhere it goes in
//! any order.

use crate::borrow::Borrow;
use crate::fmt;
use crate::hash::{BuildHasher, Hash};
use crate::ops::Index;
use crate::vec::Vec;

pub use crate::hash::{DefaultHasher, RandomState};

super::pairs::pairs!(u64, Sized);

pub type Drain<'a, K, V> = IntoIter<K, V>;

/// Pairs, and where they are found.
struct Core<K, V> {
    pairs: Vec<Pair<K, V>>,
    /// Of each pair.
    hashes: Vec<u64>,
    /// At its hash or behind, which pair it is, from 1; 0 is free. A power of two of places, or none.
    table: Vec<u32>,
}

impl<K, V> Core<K, V> {
    const fn new() -> Self {
        Core {
            pairs: Vec::new(),
            hashes: Vec::new(),
            table: Vec::new(),
        }
    }

    /// The place in the table that comes after this one.
    fn after(&self, place: usize) -> usize {
        (place + 1) & (self.table.len() - 1)
    }

    fn home(&self, hash: u64) -> usize {
        hash as usize & (self.table.len() - 1)
    }

    fn find(&self, hash: u64, is_it: impl Fn(&K) -> bool) -> Option<usize> {
        if self.table.is_empty() {
            return None;
        }
        let mut place = self.home(hash);
        loop {
            let number = self.table[place];
            if number == 0 {
                return None;
            }
            let index = number as usize - 1;
            if self.hashes[index] == hash && is_it(&self.pairs[index].key) {
                return Some(index);
            }
            place = self.after(place);
        }
    }

    fn enter(&mut self, index: usize) {
        let mut place = self.home(self.hashes[index]);
        while self.table[place] != 0 {
            place = self.after(place);
        }
        self.table[place] = index as u32 + 1;
    }

    /// Of a key that is not there.
    fn insert_at(&mut self, hash: u64, pair: Pair<K, V>) -> usize {
        let index = self.pairs.len();
        self.pairs.push(pair);
        self.hashes.push(hash);
        if 2 * self.pairs.len() > self.table.len() {
            let places = if self.table.is_empty() {
                8
            } else {
                2 * self.table.len()
            };
            self.table.clear();
            self.table.resize(places, 0);
            for index in 0..index {
                self.enter(index);
            }
        }
        self.enter(index);
        index
    }

    /// Where in the table a pair is noted.
    fn place_of(&self, index: usize) -> usize {
        let number = index as u32 + 1;
        let mut place = self.home(self.hashes[index]);
        while self.table[place] != number {
            place = self.after(place);
        }
        place
    }

    fn remove_at(&mut self, index: usize) -> Pair<K, V> {
        // Those behind it in the table move up, as far as their hash allows.
        let mut free = self.place_of(index);
        let mut next = self.after(free);
        while self.table[next] != 0 {
            let home = self.home(self.hashes[self.table[next] as usize - 1]);
            let mask = self.table.len() - 1;
            if next.wrapping_sub(home) & mask >= next.wrapping_sub(free) & mask {
                self.table[free] = self.table[next];
                free = next;
            }
            next = self.after(next);
        }
        self.table[free] = 0;
        // The last pair takes its number.
        let last = self.pairs.len() - 1;
        if index != last {
            let place = self.place_of(last);
            self.table[place] = index as u32 + 1;
        }
        self.hashes.swap_remove(index);
        self.pairs.swap_remove(index)
    }

    /// Notes all pairs anew.
    fn rebuild(&mut self, hash_of: impl Fn(&K) -> u64) {
        let pairs = crate::mem::take(&mut self.pairs);
        self.hashes.clear();
        self.table.clear();
        for pair in pairs {
            let hash = hash_of(&pair.key);
            self.insert_at(hash, pair);
        }
    }
}

pub struct HashMap<K, V, S = RandomState> {
    core: Core<K, V>,
    hash_builder: S,
}

impl<K, V> HashMap<K, V, RandomState> {
    #[must_use]
    pub fn new() -> HashMap<K, V, RandomState> {
        Default::default()
    }

    #[must_use]
    pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState> {
        Default::default()
    }
}

impl<K, V, S> HashMap<K, V, S> {
    pub const fn with_hasher(hash_builder: S) -> HashMap<K, V, S> {
        HashMap {
            core: Core::new(),
            hash_builder,
        }
    }

    pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> HashMap<K, V, S> {
        HashMap::with_hasher(hash_builder)
    }

    pub fn capacity(&self) -> usize {
        self.core.table.len() / 2
    }

    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys {
            walk: self.core.pairs.iter(),
        }
    }

    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys {
            walk: self.core.pairs.into_iter(),
        }
    }

    pub fn values(&self) -> Values<'_, K, V> {
        Values {
            walk: self.core.pairs.iter(),
        }
    }

    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut {
            walk: self.core.pairs.iter_mut(),
        }
    }

    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues {
            walk: self.core.pairs.into_iter(),
        }
    }

    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter {
            walk: self.core.pairs.iter(),
        }
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut {
            walk: self.core.pairs.iter_mut(),
        }
    }

    pub fn len(&self) -> usize {
        self.core.pairs.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn drain(&mut self) -> Drain<'_, K, V> {
        let core = crate::mem::replace(&mut self.core, Core::new());
        IntoIter {
            walk: core.pairs.into_iter(),
        }
    }

    pub fn clear(&mut self) {
        self.core = Core::new();
    }

    pub fn hasher(&self) -> &S {
        &self.hash_builder
    }
}

impl<K, V, S> HashMap<K, V, S>
where
    K: Eq + Hash,
    S: BuildHasher,
{
    fn find<Q: ?Sized>(&self, k: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        self.core
            .find(self.hash_builder.hash_one(k), |key| key.borrow() == k)
    }

    pub fn reserve(&mut self, additional: usize) {}

    pub fn shrink_to_fit(&mut self) {}

    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(&K, &mut V) -> bool,
    {
        self.core
            .pairs
            .retain_mut(|pair| f(&pair.key, &mut pair.value));
        self.core.rebuild(|key| self.hash_builder.hash_one(key));
    }

    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let at = self.hash_builder.hash_one(&key);
        match self.core.find(at, |other| *other == key) {
            Some(index) => Entry::Occupied(OccupiedEntry {
                core: &mut self.core,
                index,
            }),
            None => Entry::Vacant(VacantEntry {
                core: &mut self.core,
                key,
                at,
            }),
        }
    }

    pub fn get<Q: ?Sized>(&self, k: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        let index = self.find(k)?;
        Some(&self.core.pairs[index].value)
    }

    pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        let pair = &self.core.pairs[self.find(k)?];
        Some((&pair.key, &pair.value))
    }

    pub fn contains_key<Q: ?Sized>(&self, k: &Q) -> bool
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        self.find(k).is_some()
    }

    pub fn get_mut<Q: ?Sized>(&mut self, k: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        let index = self.find(k)?;
        Some(&mut self.core.pairs[index].value)
    }

    pub fn insert(&mut self, k: K, v: V) -> Option<V> {
        match self.entry(k) {
            Entry::Occupied(mut entry) => Some(entry.insert(v)),
            Entry::Vacant(entry) => {
                entry.insert(v);
                None
            }
        }
    }

    pub fn remove<Q: ?Sized>(&mut self, k: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        self.remove_entry(k).map(|(_, value)| value)
    }

    pub fn remove_entry<Q: ?Sized>(&mut self, k: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        let index = self.find(k)?;
        Some(self.core.remove_at(index).into_tuple())
    }
}

impl<K: Clone, V: Clone, S: Clone> Clone for HashMap<K, V, S> {
    fn clone(&self) -> Self {
        let Core {
            pairs,
            hashes,
            table,
        } = &self.core;
        let core = Core {
            pairs: pairs.clone(),
            hashes: hashes.clone(),
            table: table.clone(),
        };
        HashMap {
            core,
            hash_builder: self.hash_builder.clone(),
        }
    }
}

impl<K, V, S> PartialEq for HashMap<K, V, S>
where
    K: Eq + Hash,
    V: PartialEq,
    S: BuildHasher,
{
    fn eq(&self, other: &HashMap<K, V, S>) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .all(|(key, value)| other.get(key).map_or(false, |v| *value == *v))
    }
}

impl<K, V, S> Eq for HashMap<K, V, S>
where
    K: Eq + Hash,
    V: Eq,
    S: BuildHasher,
{
}

impl<K: fmt::Debug, V: fmt::Debug, S> fmt::Debug for HashMap<K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K, V, S: Default> Default for HashMap<K, V, S> {
    fn default() -> HashMap<K, V, S> {
        HashMap::with_hasher(Default::default())
    }
}

impl<K, Q: ?Sized, V, S> Index<&Q> for HashMap<K, V, S>
where
    K: Eq + Hash + Borrow<Q>,
    Q: Eq + Hash,
    S: BuildHasher,
{
    type Output = V;

    #[track_caller]
    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("no entry found for key")
    }
}

impl<'a, K, V, S> IntoIterator for &'a HashMap<K, V, S> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}

impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;

    fn into_iter(self) -> IterMut<'a, K, V> {
        self.iter_mut()
    }
}

impl<K, V, S> IntoIterator for HashMap<K, V, S> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter {
            walk: self.core.pairs.into_iter(),
        }
    }
}

impl<K, V, S> FromIterator<(K, V)> for HashMap<K, V, S>
where
    K: Eq + Hash,
    S: BuildHasher + Default,
{
    fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> HashMap<K, V, S> {
        let mut map = HashMap::with_hasher(Default::default());
        map.extend(iter);
        map
    }
}

impl<K, V, S> Extend<(K, V)> for HashMap<K, V, S>
where
    K: Eq + Hash,
    S: BuildHasher,
{
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, iter: T) {
        for (key, value) in iter {
            self.insert(key, value);
        }
    }
}

impl<'a, K, V, S> Extend<(&'a K, &'a V)> for HashMap<K, V, S>
where
    K: Eq + Hash + Copy,
    V: Copy,
    S: BuildHasher,
{
    fn extend<T: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, iter: T) {
        for (key, value) in iter {
            self.insert(*key, *value);
        }
    }
}

impl<K, V, const N: usize> From<[(K, V); N]> for HashMap<K, V, RandomState>
where
    K: Eq + Hash,
{
    fn from(arr: [(K, V); N]) -> Self {
        Self::from_iter(arr)
    }
}
