//! A queue with two ends.

use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::intrinsics;
use crate::mem::ManuallyDrop;
use crate::ops::{Index, IndexMut, RangeBounds};
use crate::slice;
use crate::vec::{self, Vec};

pub use crate::slice::{Iter, IterMut};
pub use crate::vec::IntoIter;

/// Its values stand one behind another, with room before the first of them.
pub struct VecDeque<T> {
    /// Those before `head` are gone.
    items: Vec<ManuallyDrop<T>>,
    head: usize,
}

impl<T> VecDeque<T> {
    #[must_use]
    pub const fn new() -> VecDeque<T> {
        VecDeque {
            items: Vec::new(),
            head: 0,
        }
    }

    #[must_use]
    pub fn with_capacity(capacity: usize) -> VecDeque<T> {
        VecDeque {
            items: Vec::with_capacity(capacity),
            head: 0,
        }
    }

    fn first(&self) -> *mut T {
        unsafe { intrinsics::offset(self.items.as_ptr() as *const T, self.head as isize) as *mut T }
    }

    fn slice(&self) -> &[T] {
        unsafe { slice::from_raw_parts(self.first(), self.len()) }
    }

    fn slice_mut(&mut self) -> &mut [T] {
        unsafe { slice::from_raw_parts_mut(self.first(), self.len()) }
    }

    /// Works on it as a `Vec`.
    fn with_vec<R>(&mut self, work: impl FnOnce(&mut Vec<T>) -> R) -> R {
        let mut vec = crate::mem::take(self).into_vec();
        let result = work(&mut vec);
        *self = VecDeque::from(vec);
        result
    }

    fn into_vec(self) -> Vec<T> {
        let mut this = ManuallyDrop::new(self);
        this.close_up();
        unsafe {
            intrinsics::transmute::<Vec<ManuallyDrop<T>>, Vec<T>>(intrinsics::read(&this.items))
        }
    }

    /// No room before the first.
    fn close_up(&mut self) {
        let len = self.len();
        unsafe {
            intrinsics::copy(
                self.first() as *const T,
                self.items.as_mut_ptr() as *mut T,
                len,
            );
            self.items.set_len(len);
        }
        self.head = 0;
    }

    pub fn get(&self, index: usize) -> Option<&T> {
        self.slice().get(index)
    }

    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        self.slice_mut().get_mut(index)
    }

    pub fn swap(&mut self, i: usize, j: usize) {
        self.slice_mut().swap(i, j)
    }

    pub fn capacity(&self) -> usize {
        self.items.capacity()
    }

    pub fn reserve(&mut self, additional: usize) {
        self.items.reserve(additional)
    }

    pub fn shrink_to_fit(&mut self) {}

    pub fn truncate(&mut self, len: usize) {
        while self.len() > len {
            self.pop_back();
        }
    }

    pub fn iter(&self) -> Iter<'_, T> {
        self.slice().iter()
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        self.slice_mut().iter_mut()
    }

    pub fn as_slices(&self) -> (&[T], &[T]) {
        (self.slice(), &[])
    }

    pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]) {
        (self.slice_mut(), &mut [])
    }

    pub fn make_contiguous(&mut self) -> &mut [T] {
        self.slice_mut()
    }

    pub fn len(&self) -> usize {
        self.items.len() - self.head
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn drain<R>(&mut self, range: R) -> Drain<T>
    where
        R: RangeBounds<usize>,
    {
        self.with_vec(|vec| Drain(vec.drain(range).collect::<Vec<T>>().into_iter()))
    }

    pub fn clear(&mut self) {
        drop(crate::mem::take(self));
    }

    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq<T>,
    {
        self.slice().contains(x)
    }

    pub fn front(&self) -> Option<&T> {
        self.slice().first()
    }

    pub fn front_mut(&mut self) -> Option<&mut T> {
        self.slice_mut().first_mut()
    }

    pub fn back(&self) -> Option<&T> {
        self.slice().last()
    }

    pub fn back_mut(&mut self) -> Option<&mut T> {
        self.slice_mut().last_mut()
    }

    pub fn pop_front(&mut self) -> Option<T> {
        if self.is_empty() {
            return None;
        }
        let value = unsafe { intrinsics::read(self.first() as *const T) };
        self.head += 1;
        // Moving what is left costs no more than it did to take out what was before.
        if self.head > 2 * self.len() {
            self.close_up();
        }
        Some(value)
    }

    pub fn pop_back(&mut self) -> Option<T> {
        if self.is_empty() {
            return None;
        }
        self.items.pop().map(ManuallyDrop::into_inner)
    }

    pub fn push_front(&mut self, value: T) {
        if self.head == 0 {
            let len = self.len();
            let room = if len < 4 { 4 } else { len };
            self.items.reserve(room);
            unsafe {
                let first = self.first();
                intrinsics::copy(
                    first as *const T,
                    intrinsics::offset(first as *const T, room as isize) as *mut T,
                    len,
                );
                self.items.set_len(len + room);
            }
            self.head = room;
        }
        self.head -= 1;
        unsafe { intrinsics::write(self.first(), value) };
    }

    pub fn push_back(&mut self, value: T) {
        self.items.push(ManuallyDrop::new(value));
    }

    pub fn swap_remove_front(&mut self, index: usize) -> Option<T> {
        if index >= self.len() {
            return None;
        }
        self.swap(index, 0);
        self.pop_front()
    }

    pub fn swap_remove_back(&mut self, index: usize) -> Option<T> {
        if index >= self.len() {
            return None;
        }
        let last = self.len() - 1;
        self.swap(index, last);
        self.pop_back()
    }

    #[track_caller]
    pub fn insert(&mut self, index: usize, value: T) {
        assert!(index <= self.len(), "index out of bounds");
        self.with_vec(|vec| vec.insert(index, value));
    }

    pub fn remove(&mut self, index: usize) -> Option<T> {
        if index >= self.len() {
            return None;
        }
        Some(self.with_vec(|vec| vec.remove(index)))
    }

    #[track_caller]
    pub fn split_off(&mut self, at: usize) -> Self {
        assert!(at <= self.len(), "`at` out of bounds");
        VecDeque::from(self.with_vec(|vec| vec.split_off(at)))
    }

    pub fn append(&mut self, other: &mut Self) {
        while let Some(value) = other.pop_front() {
            self.push_back(value);
        }
    }

    pub fn retain<F>(&mut self, f: F)
    where
        F: FnMut(&T) -> bool,
    {
        self.with_vec(|vec| vec.retain(f));
    }

    pub fn retain_mut<F>(&mut self, f: F)
    where
        F: FnMut(&mut T) -> bool,
    {
        self.with_vec(|vec| vec.retain_mut(f));
    }

    #[track_caller]
    pub fn rotate_left(&mut self, n: usize) {
        self.slice_mut().rotate_left(n);
    }

    #[track_caller]
    pub fn rotate_right(&mut self, n: usize) {
        self.slice_mut().rotate_right(n);
    }

    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord,
    {
        self.slice().binary_search(x)
    }
}

impl<T: Clone> VecDeque<T> {
    pub fn resize(&mut self, new_len: usize, value: T) {
        self.with_vec(|vec| vec.resize(new_len, value));
    }
}

/// What was taken out of a [`VecDeque`].
pub struct Drain<T>(vec::IntoIter<T>);

impl<T> Iterator for Drain<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<T> DoubleEndedIterator for Drain<T> {
    fn next_back(&mut self) -> Option<T> {
        self.0.next_back()
    }
}

impl<T> ExactSizeIterator for Drain<T> {}

impl<T> Drop for VecDeque<T> {
    fn drop(&mut self) {
        unsafe { intrinsics::drop_in_place(self.slice_mut()) };
    }
}

impl<T> Default for VecDeque<T> {
    fn default() -> VecDeque<T> {
        VecDeque::new()
    }
}

impl<T: Clone> Clone for VecDeque<T> {
    fn clone(&self) -> Self {
        self.iter().cloned().collect()
    }
}

impl<T: PartialEq> PartialEq for VecDeque<T> {
    fn eq(&self, other: &Self) -> bool {
        self.slice() == other.slice()
    }
}

impl<T: Eq> Eq for VecDeque<T> {}

impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for VecDeque<T> {
    fn eq(&self, other: &Vec<U>) -> bool {
        self.slice() == other.as_slice()
    }
}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for VecDeque<T> {
    fn eq(&self, other: &[U; N]) -> bool {
        self.slice() == other.as_slice()
    }
}

impl<T: PartialOrd> PartialOrd for VecDeque<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.slice().partial_cmp(other.slice())
    }
}

impl<T: Ord> Ord for VecDeque<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.slice().cmp(other.slice())
    }
}

impl<T: Hash> Hash for VecDeque<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.slice().hash(state)
    }
}

impl<T> Index<usize> for VecDeque<T> {
    type Output = T;

    #[track_caller]
    fn index(&self, index: usize) -> &T {
        self.get(index).expect("Out of bounds access")
    }
}

impl<T> IndexMut<usize> for VecDeque<T> {
    #[track_caller]
    fn index_mut(&mut self, index: usize) -> &mut T {
        self.get_mut(index).expect("Out of bounds access")
    }
}

impl<T> FromIterator<T> for VecDeque<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> VecDeque<T> {
        VecDeque::from(iter.into_iter().collect::<Vec<T>>())
    }
}

impl<T> IntoIterator for VecDeque<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        self.into_vec().into_iter()
    }
}

impl<'a, T> IntoIterator for &'a VecDeque<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut VecDeque<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}

impl<T> Extend<T> for VecDeque<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for value in iter {
            self.push_back(value);
        }
    }
}

impl<'a, T: 'a + Copy> Extend<&'a T> for VecDeque<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        for value in iter {
            self.push_back(*value);
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for VecDeque<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T> From<Vec<T>> for VecDeque<T> {
    fn from(vec: Vec<T>) -> Self {
        VecDeque {
            items: unsafe { intrinsics::transmute::<Vec<T>, Vec<ManuallyDrop<T>>>(vec) },
            head: 0,
        }
    }
}

impl<T> From<VecDeque<T>> for Vec<T> {
    fn from(deque: VecDeque<T>) -> Self {
        deque.into_vec()
    }
}

impl<T, const N: usize> From<[T; N]> for VecDeque<T> {
    fn from(array: [T; N]) -> Self {
        array.into_iter().collect()
    }
}
