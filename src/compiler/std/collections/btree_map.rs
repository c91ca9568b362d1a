//! Values by their keys, in the order of the keys.

use crate::borrow::Borrow;
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::ops::{Bound, Index, RangeBounds};
use crate::vec::Vec;

super::pairs::pairs!(usize, Ord);

pair_iterator_back!(Iter<'a, K, V>, pair => (&pair.key, &pair.value));
pair_iterator_back!(IterMut<'a, K, V>, pair => (&pair.key, &mut pair.value));
pair_iterator_back!(Keys<'a, K, V>, pair => &pair.key);
pair_iterator_back!(Values<'a, K, V>, pair => &pair.value);
pair_iterator_back!(ValuesMut<'a, K, V>, pair => &mut pair.value);
pair_iterator_back!(IntoIter<K, V>, pair => pair.into_tuple());
pair_iterator_back!(IntoKeys<K, V>, pair => pair.key);
pair_iterator_back!(IntoValues<K, V>, pair => pair.value);

pub type Range<'a, K, V> = Iter<'a, K, V>;
pub type RangeMut<'a, K, V> = IterMut<'a, K, V>;

/// Pairs in the order of their keys.
struct Core<K, V> {
    pairs: Vec<Pair<K, V>>,
}

impl<K, V> Core<K, V> {
    fn insert_at(&mut self, at: usize, pair: Pair<K, V>) -> usize {
        self.pairs.insert(at, pair);
        at
    }

    fn remove_at(&mut self, index: usize) -> Pair<K, V> {
        self.pairs.remove(index)
    }
}

pub struct BTreeMap<K, V> {
    core: Core<K, V>,
}

impl<K, V> BTreeMap<K, V> {
    #[must_use]
    pub const fn new() -> BTreeMap<K, V> {
        BTreeMap {
            core: Core { pairs: Vec::new() },
        }
    }

    pub fn clear(&mut self) {
        self.core.pairs.clear();
    }

    /// Where a key is, or would be.
    fn find<Q: ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
        Q: Ord,
    {
        let (mut from, mut to) = (0, self.core.pairs.len());
        while from < to {
            let middle = (from + to) / 2;
            match self.core.pairs[middle].key.borrow().cmp(key) {
                Ordering::Less => from = middle + 1,
                Ordering::Equal => return Ok(middle),
                Ordering::Greater => to = middle,
            }
        }
        Err(from)
    }

    pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let index = self.find(key).ok()?;
        Some(&self.core.pairs[index].value)
    }

    pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let pair = &self.core.pairs[self.find(k).ok()?];
        Some((&pair.key, &pair.value))
    }

    pub fn first_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord,
    {
        self.iter().next()
    }

    pub fn last_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord,
    {
        self.iter().next_back()
    }

    pub fn first_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>>
    where
        K: Ord,
    {
        match self.is_empty() {
            true => None,
            false => Some(OccupiedEntry {
                core: &mut self.core,
                index: 0,
            }),
        }
    }

    pub fn last_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>>
    where
        K: Ord,
    {
        let index = self.len().checked_sub(1)?;
        Some(OccupiedEntry {
            core: &mut self.core,
            index,
        })
    }

    pub fn pop_first(&mut self) -> Option<(K, V)>
    where
        K: Ord,
    {
        self.first_entry().map(|entry| entry.remove_entry())
    }

    pub fn pop_last(&mut self) -> Option<(K, V)>
    where
        K: Ord,
    {
        self.last_entry().map(|entry| entry.remove_entry())
    }

    pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.find(key).is_ok()
    }

    pub fn get_mut<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let index = self.find(key).ok()?;
        Some(&mut self.core.pairs[index].value)
    }

    pub fn insert(&mut self, key: K, value: V) -> Option<V>
    where
        K: Ord,
    {
        match self.entry(key) {
            Entry::Occupied(mut entry) => Some(entry.insert(value)),
            Entry::Vacant(entry) => {
                entry.insert(value);
                None
            }
        }
    }

    pub fn remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.remove_entry(key).map(|(_, value)| value)
    }

    pub fn remove_entry<Q: ?Sized>(&mut self, key: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let index = self.find(key).ok()?;
        Some(self.core.pairs.remove(index).into_tuple())
    }

    pub fn retain<F>(&mut self, mut f: F)
    where
        K: Ord,
        F: FnMut(&K, &mut V) -> bool,
    {
        self.core
            .pairs
            .retain_mut(|pair| f(&pair.key, &mut pair.value));
    }

    pub fn append(&mut self, other: &mut Self)
    where
        K: Ord,
    {
        let other = crate::mem::take(other);
        self.extend(other);
    }

    /// From which place to which the range goes.
    #[track_caller]
    fn places<T: ?Sized, R>(&self, range: R) -> (usize, usize)
    where
        T: Ord,
        K: Borrow<T>,
        R: RangeBounds<T>,
    {
        match (range.start_bound(), range.end_bound()) {
            (Bound::Excluded(start), Bound::Excluded(end)) if start == end => {
                panic!("range start and end are equal and excluded in BTreeMap")
            }
            (
                Bound::Included(start) | Bound::Excluded(start),
                Bound::Included(end) | Bound::Excluded(end),
            ) if start > end => {
                panic!("range start is greater than range end in BTreeMap")
            }
            _ => {}
        }
        let from = match range.start_bound() {
            Bound::Unbounded => 0,
            Bound::Included(key) => self.find(key).unwrap_or_else(|at| at),
            Bound::Excluded(key) => self.find(key).map_or_else(|at| at, |at| at + 1),
        };
        let to = match range.end_bound() {
            Bound::Unbounded => self.len(),
            Bound::Included(key) => self.find(key).map_or_else(|at| at, |at| at + 1),
            Bound::Excluded(key) => self.find(key).unwrap_or_else(|at| at),
        };
        (from, to)
    }

    #[track_caller]
    pub fn range<T: ?Sized, R>(&self, range: R) -> Range<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        let (from, to) = self.places(range);
        Iter {
            walk: self.core.pairs[from..to].iter(),
        }
    }

    #[track_caller]
    pub fn range_mut<T: ?Sized, R>(&mut self, range: R) -> RangeMut<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        let (from, to) = self.places(range);
        IterMut {
            walk: self.core.pairs[from..to].iter_mut(),
        }
    }

    pub fn entry(&mut self, key: K) -> Entry<'_, K, V>
    where
        K: Ord,
    {
        match self.find(&key) {
            Ok(index) => Entry::Occupied(OccupiedEntry {
                core: &mut self.core,
                index,
            }),
            Err(at) => Entry::Vacant(VacantEntry {
                core: &mut self.core,
                key,
                at,
            }),
        }
    }

    pub fn split_off<Q: ?Sized + Ord>(&mut self, key: &Q) -> Self
    where
        K: Borrow<Q> + Ord,
    {
        let at = self.find(key).unwrap_or_else(|at| at);
        BTreeMap {
            core: Core {
                pairs: self.core.pairs.split_off(at),
            },
        }
    }

    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys {
            walk: self.core.pairs.into_iter(),
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

    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys {
            walk: self.core.pairs.iter(),
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

    #[must_use]
    pub const fn len(&self) -> usize {
        self.core.pairs.len()
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<K, V> Default for BTreeMap<K, V> {
    fn default() -> BTreeMap<K, V> {
        BTreeMap::new()
    }
}

impl<K: Clone, V: Clone> Clone for BTreeMap<K, V> {
    fn clone(&self) -> BTreeMap<K, V> {
        BTreeMap {
            core: Core {
                pairs: self.core.pairs.clone(),
            },
        }
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for BTreeMap<K, V> {
    fn eq(&self, other: &BTreeMap<K, V>) -> bool {
        self.len() == other.len() && self.iter().zip(other.iter()).all(|(a, b)| a == b)
    }
}

impl<K: Eq, V: Eq> Eq for BTreeMap<K, V> {}

impl<K: PartialOrd, V: PartialOrd> PartialOrd for BTreeMap<K, V> {
    fn partial_cmp(&self, other: &BTreeMap<K, V>) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}

impl<K: Ord, V: Ord> Ord for BTreeMap<K, V> {
    fn cmp(&self, other: &BTreeMap<K, V>) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl<K: Hash, V: Hash> Hash for BTreeMap<K, V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.len());
        for pair in self {
            pair.hash(state);
        }
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for BTreeMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K, Q: ?Sized, V> Index<&Q> for BTreeMap<K, V>
where
    K: Borrow<Q> + Ord,
    Q: Ord,
{
    type Output = V;

    #[track_caller]
    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("no entry found for key")
    }
}

impl<'a, K, V> IntoIterator for &'a BTreeMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}

impl<'a, K, V> IntoIterator for &'a mut BTreeMap<K, V> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;

    fn into_iter(self) -> IterMut<'a, K, V> {
        self.iter_mut()
    }
}

impl<K, V> IntoIterator for BTreeMap<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter {
            walk: self.core.pairs.into_iter(),
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for BTreeMap<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> BTreeMap<K, V> {
        let mut map = BTreeMap::new();
        map.extend(iter);
        map
    }
}

impl<K: Ord, V> Extend<(K, V)> for BTreeMap<K, V> {
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, iter: T) {
        for (key, value) in iter {
            self.insert(key, value);
        }
    }
}

impl<'a, K: Ord + Copy, V: Copy> Extend<(&'a K, &'a V)> for BTreeMap<K, V> {
    fn extend<I: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, iter: I) {
        for (key, value) in iter {
            self.insert(*key, *value);
        }
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for BTreeMap<K, V> {
    fn from(arr: [(K, V); N]) -> Self {
        Self::from_iter(arr)
    }
}
