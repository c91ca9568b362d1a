//! Element by element.

use super::{from_raw_parts, from_raw_parts_mut};
use crate::fmt;
use crate::intrinsics;
use crate::iter::FusedIterator;
use crate::marker::PhantomData;

#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Iter<'a, T: 'a> {
    at: *const T,
    len: usize,
    of: PhantomData<&'a T>,
}

unsafe impl<T: Sync> Send for Iter<'_, T> {}
unsafe impl<T: Sync> Sync for Iter<'_, T> {}

impl<'a, T> Iter<'a, T> {
    pub(super) fn new(slice: &'a [T]) -> Iter<'a, T> {
        Iter {
            at: slice.as_ptr(),
            len: slice.len(),
            of: PhantomData,
        }
    }
    #[must_use]
    pub fn as_slice(&self) -> &'a [T] {
        unsafe { from_raw_parts(self.at, self.len) }
    }
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter {
            at: self.at,
            len: self.len,
            of: PhantomData,
        }
    }
}

impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        (&[]).into_iter()
    }
}

impl<'a, T> AsRef<[T]> for Iter<'a, T> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.as_slice()).finish()
    }
}

#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct IterMut<'a, T: 'a> {
    at: *mut T,
    len: usize,
    of: PhantomData<&'a mut T>,
}

unsafe impl<T: Send> Send for IterMut<'_, T> {}
unsafe impl<T: Sync> Sync for IterMut<'_, T> {}

impl<'a, T> IterMut<'a, T> {
    pub(super) fn new(slice: &'a mut [T]) -> IterMut<'a, T> {
        IterMut {
            at: slice.as_mut_ptr(),
            len: slice.len(),
            of: PhantomData,
        }
    }
    #[must_use = "`self` will be dropped if the result is not used"]
    pub fn into_slice(self) -> &'a mut [T] {
        unsafe { from_raw_parts_mut(self.at, self.len) }
    }
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        unsafe { from_raw_parts(self.at, self.len) }
    }
}

impl<T: fmt::Debug> fmt::Debug for IterMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IterMut").field(&self.as_slice()).finish()
    }
}

macro_rules! iterator {
    ($Iter:ident $mutability:tt [$($reference:tt)*]) => {
        impl<'a, T> Iterator for $Iter<'a, T> {
            type Item = &'a $($reference)* T;
            fn next(&mut self) -> Option<&'a $($reference)* T> {
                if self.len == 0 {
                    return None;
                }
                self.len -= 1;
                let at = self.at;
                unsafe {
                    self.at = intrinsics::offset(at as *const T, 1) as *$mutability T;
                    Some(&$($reference)* *at)
                }
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.len, Some(self.len))
            }
            fn count(self) -> usize {
                self.len
            }
            fn nth(&mut self, n: usize) -> Option<&'a $($reference)* T> {
                let skipped = if n < self.len { n } else { self.len };
                self.at = unsafe { self.at.add(skipped) };
                self.len -= skipped;
                self.next()
            }
        }
        impl<'a, T> DoubleEndedIterator for $Iter<'a, T> {
            fn next_back(&mut self) -> Option<&'a $($reference)* T> {
                if self.len == 0 {
                    return None;
                }
                self.len -= 1;
                unsafe { Some(&$($reference)* *self.at.add(self.len)) }
            }
        }
        impl<T> ExactSizeIterator for $Iter<'_, T> {}
        impl<T> FusedIterator for $Iter<'_, T> {}
    };
}
iterator! { Iter const [] }
iterator! { IterMut mut [mut] }
