//! See [`std::vec`](https://doc.rust-lang.org/std/vec/).

mod drain;
mod into_iter;
mod traits;

use crate::ops::RangeBounds;
use crate::slice::from_raw_parts_mut;
use crate::{intrinsics, mem, ptr, slice};

pub use drain::{Drain, ExtractIf, Splice};
pub use into_iter::IntoIter;

/// A list of values that can grow.
pub struct Vec<T> {
    ptr: *mut T,
    cap: usize,
    len: usize,
}

unsafe impl<T: Send> Send for Vec<T> {}
unsafe impl<T: Sync> Sync for Vec<T> {}
impl<T: Unpin> Unpin for Vec<T> {}

/// Of `vec![elem; n]`.
pub fn from_elem<T: Clone>(elem: T, n: usize) -> Vec<T> {
    let mut vec = Vec::with_capacity(n);
    if n > 0 {
        for _ in 1..n {
            vec.push(elem.clone());
        }
        vec.push(elem);
    }
    vec
}

/// Of `vec![a, b]`.
pub fn from_array<T, const N: usize>(array: [T; N]) -> Vec<T> {
    let mut vec = Vec::with_capacity(N);
    unsafe {
        intrinsics::write(vec.as_mut_ptr() as *mut [T; N], array);
        vec.set_len(N);
    }
    vec
}

impl<T> Vec<T> {
    /// An empty list.
    #[must_use]
    pub const fn new() -> Vec<T> {
        Vec {
            ptr: ptr::dangling_mut(),
            cap: 0,
            len: 0,
        }
    }
    /// An empty list with room for so many values.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Vec<T> {
        let mut vec = Vec::new();
        if capacity > 0 {
            vec.set_capacity(capacity);
        }
        vec
    }
    pub unsafe fn from_raw_parts(ptr: *mut T, length: usize, capacity: usize) -> Vec<T> {
        Vec {
            ptr,
            cap: capacity,
            len: length,
        }
    }
    /// For how many values there is room.
    #[must_use]
    pub const fn capacity(&self) -> usize {
        if intrinsics::size_of::<T>() == 0 {
            usize::MAX
        } else {
            self.cap
        }
    }

    /// Moves what is there to a place of this size.
    fn set_capacity(&mut self, cap: usize) {
        let size = intrinsics::size_of::<T>();
        let align = intrinsics::align_of::<T>();
        if size == 0 || cap == self.cap {
            return;
        }
        if cap > isize::MAX as usize / size {
            panic!("capacity overflow");
        }
        let old = self.ptr;
        let new = if cap == 0 {
            ptr::dangling_mut()
        } else {
            intrinsics::alloc(cap * size, align) as *mut T
        };
        unsafe { intrinsics::copy(old as *const T, new, self.len) };
        if self.cap > 0 {
            intrinsics::dealloc(old as *mut u8, self.cap * size, align);
        }
        self.ptr = new;
        self.cap = cap;
    }

    /// Makes room for so many more values.
    #[track_caller]
    pub fn reserve(&mut self, additional: usize) {
        let Some(wanted) = self.len.checked_add(additional) else {
            panic!("capacity overflow")
        };
        if wanted > self.capacity() {
            let least = if intrinsics::size_of::<T>() == 1 {
                8
            } else {
                4
            };
            self.set_capacity(wanted.max(self.cap * 2).max(least));
        }
    }
    #[track_caller]
    pub fn reserve_exact(&mut self, additional: usize) {
        let wanted = self.len + additional;
        if wanted > self.capacity() {
            self.set_capacity(wanted);
        }
    }
    /// Gives back the room that is not used.
    pub fn shrink_to_fit(&mut self) {
        self.set_capacity(self.len);
    }
    pub fn shrink_to(&mut self, min_capacity: usize) {
        if self.capacity() > min_capacity {
            self.set_capacity(min_capacity.max(self.len));
        }
    }
    /// The same as a boxed slice.
    pub fn into_boxed_slice(mut self) -> Box<[T]> {
        self.shrink_to_fit();
        let me = mem::ManuallyDrop::new(self);
        unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(me.ptr, me.len)) }
    }
    pub fn leak<'a>(self) -> &'a mut [T] {
        let me = mem::ManuallyDrop::new(self);
        unsafe { from_raw_parts_mut(me.ptr, me.len) }
    }
    /// Drops all but the first `len` values.
    pub fn truncate(&mut self, len: usize) {
        if len >= self.len {
            return;
        }
        let rest = self.len - len;
        self.len = len;
        unsafe {
            let rest: *mut [T] = from_raw_parts_mut(self.ptr.add(len), rest);
            intrinsics::drop_in_place(rest);
        }
    }
    /// All values as a slice.
    pub const fn as_slice(&self) -> &[T] {
        unsafe { &*intrinsics::slice_from_parts(self.ptr as *const T, self.len) }
    }
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        unsafe { &mut *(intrinsics::slice_from_parts(self.ptr as *const T, self.len) as *mut [T]) }
    }
    pub const fn as_ptr(&self) -> *const T {
        self.ptr as *const T
    }
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self.ptr
    }
    pub unsafe fn set_len(&mut self, new_len: usize) {
        self.len = new_len;
    }
    /// How many values there are.
    pub const fn len(&self) -> usize {
        self.len
    }
    /// Whether there are no values.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }
    /// Takes a value out, and puts the last in its place.
    #[track_caller]
    pub fn swap_remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            panic!("swap_remove index (is {index}) should be < len (is {len})");
        }
        unsafe {
            let value = intrinsics::read(self.ptr.add(index) as *const T);
            intrinsics::copy(self.ptr.add(len - 1) as *const T, self.ptr.add(index), 1);
            self.len = len - 1;
            value
        }
    }
    /// Puts a value at this place; moves those behind it.
    #[track_caller]
    pub fn insert(&mut self, index: usize, element: T) {
        let len = self.len;
        if index > len {
            panic!("insertion index (is {index}) should be <= len (is {len})");
        }
        self.reserve(1);
        unsafe {
            let at = self.ptr.add(index);
            intrinsics::copy(at as *const T, at.add(1), len - index);
            intrinsics::write(at, element);
        }
        self.len = len + 1;
    }
    /// Takes the value at this place out; moves those behind it.
    #[track_caller]
    pub fn remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            panic!("removal index (is {index}) should be < len (is {len})");
        }
        unsafe {
            let at = self.ptr.add(index);
            let value = intrinsics::read(at as *const T);
            intrinsics::copy(at.add(1) as *const T, at, len - index - 1);
            self.len = len - 1;
            value
        }
    }
    /// Drops the values for which this does not hold.
    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> bool,
    {
        self.retain_mut(|elem| f(elem));
    }
    /// Drops the values for which this does not hold.
    pub fn retain_mut<F>(&mut self, f: F)
    where
        F: FnMut(&mut T) -> bool,
    {
        let mut f = f;
        self.extract_if(.., |elem| !f(elem)).for_each(drop);
    }
    /// Drops values whose key is that of the one before.
    pub fn dedup_by_key<F, K>(&mut self, mut key: F)
    where
        F: FnMut(&mut T) -> K,
        K: PartialEq,
    {
        self.dedup_by(|a, b| key(a) == key(b))
    }
    /// Drops values that are as the one before.
    pub fn dedup_by<F>(&mut self, mut same_bucket: F)
    where
        F: FnMut(&mut T, &mut T) -> bool,
    {
        if self.len < 2 {
            return;
        }
        let at = self.ptr;
        let mut kept: *mut T = at;
        let mut first = true;
        self.retain_mut(|elem| {
            let same = !first && unsafe { same_bucket(elem, &mut *kept) };
            if !same && !first {
                kept = unsafe { kept.add(1) };
            }
            first = false;
            !same
        });
    }
    /// Drops values that equal the one before.
    pub fn dedup(&mut self)
    where
        T: PartialEq,
    {
        self.dedup_by(|a, b| a == b)
    }
    /// Puts a value at the end.
    pub fn push(&mut self, value: T) {
        if self.len == self.cap {
            self.reserve(1);
        }
        unsafe {
            let end = intrinsics::offset(self.ptr as *const T, self.len as isize);
            intrinsics::write(end as *mut T, value);
        }
        self.len += 1;
    }
    /// Takes the last value out.
    pub fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        unsafe { Some(intrinsics::read(self.ptr.add(self.len) as *const T)) }
    }
    /// Takes the last value out, if this holds for it.
    pub fn pop_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        let last = self.last_mut()?;
        if predicate(last) { self.pop() } else { None }
    }
    /// Moves all values of another list to the end.
    pub fn append(&mut self, other: &mut Vec<T>) {
        let count = other.len;
        self.reserve(count);
        unsafe { intrinsics::copy(other.ptr as *const T, self.ptr.add(self.len), count) };
        other.len = 0;
        self.len += count;
    }
    /// Takes a part out, value by value.
    #[track_caller]
    pub fn drain<R>(&mut self, range: R) -> Drain<'_, T>
    where
        R: RangeBounds<usize>,
    {
        let range = slice::range(range, self.len);
        Drain::new(self, range)
    }
    /// Takes out the values for which this holds.
    pub fn extract_if<F, R>(&mut self, range: R, filter: F) -> ExtractIf<'_, T, F>
    where
        F: FnMut(&mut T) -> bool,
        R: RangeBounds<usize>,
    {
        let range = slice::range(range, self.len);
        ExtractIf::new(self, range, filter)
    }
    /// Replaces a part by other values.
    #[track_caller]
    pub fn splice<R, I>(&mut self, range: R, replace_with: I) -> Splice<'_, I::IntoIter>
    where
        R: RangeBounds<usize>,
        I: IntoIterator<Item = T>,
    {
        Splice::new(self.drain(range), replace_with.into_iter())
    }
    /// Drops all values.
    pub fn clear(&mut self) {
        self.truncate(0)
    }
    /// Takes out all from this place on, as a new list.
    #[track_caller]
    #[must_use = "use `.truncate()` if you don't need the other half"]
    pub fn split_off(&mut self, at: usize) -> Vec<T> {
        let len = self.len;
        if at > len {
            panic!("`at` split index (is {at}) should be <= len (is {len})");
        }
        let mut other = Vec::with_capacity(len - at);
        unsafe { intrinsics::copy(self.ptr.add(at) as *const T, other.ptr, len - at) };
        self.len = at;
        other.len = len - at;
        other
    }
    /// Drops values, or adds what the closure makes, until there are so many.
    pub fn resize_with<F>(&mut self, new_len: usize, mut f: F)
    where
        F: FnMut() -> T,
    {
        self.truncate(new_len);
        while self.len < new_len {
            self.push(f());
        }
    }
    /// Drops values, or adds clones, until there are so many.
    pub fn resize(&mut self, new_len: usize, value: T)
    where
        T: Clone,
    {
        self.truncate(new_len);
        while self.len < new_len {
            self.push(value.clone());
        }
    }
    /// Adds clones of all values of a slice.
    pub fn extend_from_slice(&mut self, other: &[T])
    where
        T: Clone,
    {
        self.reserve(other.len());
        for value in other {
            self.push(value.clone());
        }
    }
    pub fn extend_from_within<R>(&mut self, src: R)
    where
        T: Clone,
        R: RangeBounds<usize>,
    {
        for i in slice::range(src, self.len) {
            let value = self[i].clone();
            self.push(value);
        }
    }
}

impl<T, const N: usize> Vec<[T; N]> {
    pub fn into_flattened(self) -> Vec<T> {
        let mut flat = Vec::with_capacity(self.len * N);
        for array in self {
            flat.extend(array);
        }
        flat
    }
}

impl<T> Drop for Vec<T> {
    fn drop(&mut self) {
        let _free = Free {
            ptr: self.ptr,
            cap: self.cap,
        };
        unsafe {
            let all: *mut [T] = self.as_mut_slice();
            intrinsics::drop_in_place(all);
        }
    }
}

/// Frees the place of a vector, also if an element's `drop` panics.
struct Free<T> {
    ptr: *mut T,
    cap: usize,
}

impl<T> Drop for Free<T> {
    fn drop(&mut self) {
        let size = self.cap * intrinsics::size_of::<T>();
        if size > 0 {
            intrinsics::dealloc(self.ptr as *mut u8, size, intrinsics::align_of::<T>());
        }
    }
}
