//! Sorting: a merge sort, stable. What a program sees of it, the order, is that of the real one.

use crate::cmp::Ordering;
use crate::intrinsics;

impl<T> [T] {
    /// Sorts; equal values stay in their order.
    pub fn sort(&mut self)
    where
        T: Ord,
    {
        sort(self, &mut |a, b| a < b);
    }
    /// Sorts by this order; equal values stay in their order.
    pub fn sort_by<F>(&mut self, mut compare: F)
    where
        F: FnMut(&T, &T) -> Ordering,
    {
        sort(self, &mut |a, b| compare(a, b) == Ordering::Less);
    }
    /// Sorts by a key; values of equal keys stay in their order.
    pub fn sort_by_key<K, F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        sort(self, &mut |a, b| f(a) < f(b));
    }
    /// Sorts by a key that is computed once for each value.
    pub fn sort_by_cached_key<K, F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        let mut order: Vec<(K, usize)> = Vec::with_capacity(self.len());
        for i in 0..self.len() {
            order.push((f(&self[i]), i));
        }
        order.sort();
        for i in 0..self.len() {
            let mut from = order[i].1;
            while from < i {
                from = order[from].1;
            }
            order[i].1 = from;
            self.swap(i, from);
        }
    }
    /// Sorts; equal values may change their order.
    pub fn sort_unstable(&mut self)
    where
        T: Ord,
    {
        sort(self, &mut |a, b| a < b);
    }
    /// Sorts by this order; equal values may change theirs.
    pub fn sort_unstable_by<F>(&mut self, mut compare: F)
    where
        F: FnMut(&T, &T) -> Ordering,
    {
        sort(self, &mut |a, b| compare(a, b) == Ordering::Less);
    }
    /// Sorts by a key.
    pub fn sort_unstable_by_key<K, F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        sort(self, &mut |a, b| f(a) < f(b));
    }
    pub fn select_nth_unstable(&mut self, index: usize) -> (&mut [T], &mut T, &mut [T])
    where
        T: Ord,
    {
        self.sort();
        let (before, rest) = self.split_at_mut(index);
        let (nth, after) = rest.split_first_mut().unwrap();
        (before, nth, after)
    }
}

/// Runs of this length are sorted by insertion.
const RUN: usize = 8;

fn sort<T, F: FnMut(&T, &T) -> bool>(slice: &mut [T], less: &mut F) {
    let len = slice.len();
    if len < 2 {
        return;
    }
    let mut start = 0;
    while start < len {
        let end = (start + RUN).min(len);
        insertion(&mut slice[start..end], less);
        start = end;
    }
    if len <= RUN {
        return;
    }
    // The left run of two waits here while both are merged.
    let mut room: Vec<T> = Vec::with_capacity(len);
    let mut width = RUN;
    while width < len {
        let mut start = 0;
        while start + width < len {
            let end = (start + 2 * width).min(len);
            merge(&mut slice[start..end], width, room.as_mut_ptr(), less);
            start = end;
        }
        width *= 2;
    }
}

fn insertion<T, F: FnMut(&T, &T) -> bool>(slice: &mut [T], less: &mut F) {
    for i in 1..slice.len() {
        let mut j = i;
        while j > 0 && less(&slice[j], &slice[j - 1]) {
            slice.swap(j, j - 1);
            j -= 1;
        }
    }
}

/// What waits to be put back, even if a comparison panics.
struct Rest<T> {
    from: *mut T,
    count: usize,
    to: *mut T,
}

impl<T> Drop for Rest<T> {
    fn drop(&mut self) {
        unsafe { intrinsics::copy(self.from as *const T, self.to, self.count) }
    }
}

fn merge<T, F: FnMut(&T, &T) -> bool>(slice: &mut [T], mid: usize, room: *mut T, less: &mut F) {
    let len = slice.len();
    let at = slice.as_mut_ptr();
    unsafe {
        intrinsics::copy(at as *const T, room, mid);
        let mut left = Rest {
            from: room,
            count: mid,
            to: at,
        };
        let mut right = mid;
        while left.count > 0 && right < len {
            if less(&*at.add(right), &*left.from) {
                intrinsics::copy(at.add(right) as *const T, left.to, 1);
                right += 1;
            } else {
                intrinsics::copy(left.from as *const T, left.to, 1);
                left.from = left.from.add(1);
                left.count -= 1;
            }
            left.to = left.to.add(1);
        }
    }
}
