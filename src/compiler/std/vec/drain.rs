//! What takes parts out of a vector.

use super::Vec;
use crate::fmt;
use crate::iter::FusedIterator;
use crate::marker::PhantomData;
use crate::ops::Range;
use crate::{intrinsics, slice};

/// While it is there, the vector ends where the part begins.
pub struct Drain<'a, T: 'a> {
    vec: *mut Vec<T>,
    /// What has not been given yet.
    start: usize,
    end: usize,
    /// What comes after the part.
    tail_start: usize,
    tail_len: usize,
    of: PhantomData<&'a mut Vec<T>>,
}

unsafe impl<T: Send> Send for Drain<'_, T> {}
unsafe impl<T: Sync> Sync for Drain<'_, T> {}

impl<'a, T> Drain<'a, T> {
    pub(super) fn new(vec: &'a mut Vec<T>, range: Range<usize>) -> Drain<'a, T> {
        let tail_len = vec.len - range.end;
        vec.len = range.start;
        Drain {
            vec,
            start: range.start,
            end: range.end,
            tail_start: range.end,
            tail_len,
            of: PhantomData,
        }
    }
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        unsafe { slice::from_raw_parts(self.at(self.start), self.end - self.start) }
    }
    fn at(&self, index: usize) -> *mut T {
        unsafe { (*self.vec).ptr.add(index) }
    }
}

impl<T> Iterator for Drain<'_, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        let at = self.at(self.start);
        self.start += 1;
        unsafe { Some(intrinsics::read(at as *const T)) }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.end - self.start;
        (len, Some(len))
    }
}

impl<T> DoubleEndedIterator for Drain<'_, T> {
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        unsafe { Some(intrinsics::read(self.at(self.end) as *const T)) }
    }
}

impl<T> ExactSizeIterator for Drain<'_, T> {}
impl<T> FusedIterator for Drain<'_, T> {}

impl<T: fmt::Debug> fmt::Debug for Drain<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Drain").field(&self.as_slice()).finish()
    }
}

impl<T> Drop for Drain<'_, T> {
    fn drop(&mut self) {
        while let Some(value) = self.next() {
            drop(value);
        }
        let len = unsafe { (*self.vec).len };
        unsafe {
            intrinsics::copy(
                self.at(self.tail_start) as *const T,
                self.at(len),
                self.tail_len,
            );
            (*self.vec).len = len + self.tail_len;
        }
    }
}

/// While it is there, the vector is empty.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct ExtractIf<'a, T, F> {
    vec: &'a mut Vec<T>,
    /// The next to be looked at.
    idx: usize,
    end: usize,
    /// How many have been taken out.
    del: usize,
    old_len: usize,
    pred: F,
}

impl<'a, T, F> ExtractIf<'a, T, F> {
    pub(super) fn new(vec: &'a mut Vec<T>, range: Range<usize>, pred: F) -> ExtractIf<'a, T, F> {
        let old_len = vec.len;
        vec.len = 0;
        ExtractIf {
            vec,
            idx: range.start,
            end: range.end,
            del: 0,
            old_len,
            pred,
        }
    }
}

impl<T, F> Iterator for ExtractIf<'_, T, F>
where
    F: FnMut(&mut T) -> bool,
{
    type Item = T;
    fn next(&mut self) -> Option<T> {
        while self.idx < self.end {
            let i = self.idx;
            let at = unsafe { self.vec.ptr.add(i) };
            let extract = unsafe { (self.pred)(&mut *at) };
            self.idx += 1;
            if extract {
                self.del += 1;
                return unsafe { Some(intrinsics::read(at as *const T)) };
            }
            if self.del > 0 {
                unsafe { intrinsics::copy(at as *const T, self.vec.ptr.add(i - self.del), 1) };
            }
        }
        None
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.end - self.idx))
    }
}

impl<T, F> Drop for ExtractIf<'_, T, F> {
    fn drop(&mut self) {
        unsafe {
            let at = self.vec.ptr.add(self.idx);
            intrinsics::copy(at as *const T, at.sub(self.del), self.old_len - self.idx);
        }
        self.vec.len = self.old_len - self.del;
    }
}

/// What it puts in, it puts in when it is dropped.
pub struct Splice<'a, I: Iterator + 'a> {
    drain: Drain<'a, I::Item>,
    replace_with: Option<I>,
}

impl<'a, I: Iterator> Splice<'a, I> {
    pub(super) fn new(drain: Drain<'a, I::Item>, replace_with: I) -> Splice<'a, I> {
        Splice {
            drain,
            replace_with: Some(replace_with),
        }
    }
}

impl<I: Iterator> Iterator for Splice<'_, I> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        self.drain.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.drain.size_hint()
    }
}

impl<I: Iterator> DoubleEndedIterator for Splice<'_, I> {
    fn next_back(&mut self) -> Option<I::Item> {
        self.drain.next_back()
    }
}

impl<I: Iterator> ExactSizeIterator for Splice<'_, I> {}

impl<I: Iterator> Drop for Splice<'_, I> {
    fn drop(&mut self) {
        self.drain.by_ref().for_each(drop);
        let new: Vec<I::Item> = match self.replace_with.take() {
            Some(iter) => iter.collect(),
            None => return,
        };
        let drain = &mut self.drain;
        unsafe {
            let vec = &mut *drain.vec;
            let start = vec.len;
            let total = start + new.len() + drain.tail_len;
            if total > vec.capacity() {
                // All that is there is moved, with the tail.
                vec.len = drain.tail_start + drain.tail_len;
                vec.set_capacity(total.max(vec.len));
                vec.len = start;
            }
            let tail = start + new.len();
            intrinsics::copy(
                vec.ptr.add(drain.tail_start) as *const I::Item,
                vec.ptr.add(tail),
                drain.tail_len,
            );
            drain.tail_start = tail;
            for value in new {
                vec.push(value);
            }
        }
    }
}
