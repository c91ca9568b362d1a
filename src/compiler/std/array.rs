//! See [`std::array`](https://doc.rust-lang.org/std/array/).

use crate::borrow::{Borrow, BorrowMut};
use crate::cmp::Ordering;
use crate::fmt;
use crate::iter::FusedIterator;
use crate::mem::MaybeUninit;
use crate::ops::{Index, IndexMut};
use crate::slice::{self, SliceIndex};
use crate::{intrinsics, mem};

pub fn from_fn<T, const N: usize, F>(mut f: F) -> [T; N]
where
    F: FnMut(usize) -> T,
{
    let mut made = Vec::with_capacity(N);
    for i in 0..N {
        made.push(f(i));
    }
    from_vec(made)
}

pub const fn from_ref<T>(s: &T) -> &[T; 1] {
    unsafe { &*(s as *const T as *const [T; 1]) }
}

/// Of a vector of just that length.
fn from_vec<T, const N: usize>(mut vec: Vec<T>) -> [T; N] {
    unsafe {
        vec.set_len(0);
        intrinsics::read(vec.as_ptr() as *const [T; N])
    }
}

#[derive(Debug, Copy, Clone)]
pub struct TryFromSliceError(());

impl fmt::Display for TryFromSliceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("could not convert slice to array")
    }
}

impl<T, const N: usize> [T; N] {
    pub fn map<F, U>(self, f: F) -> [U; N]
    where
        F: FnMut(T) -> U,
    {
        from_vec(self.into_iter().map(f).collect())
    }
    pub const fn as_slice(&self) -> &[T] {
        self
    }
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        self
    }
    pub fn each_ref(&self) -> [&T; N] {
        from_vec(self.iter().collect())
    }
    pub fn each_mut(&mut self) -> [&mut T; N] {
        from_vec(self.iter_mut().collect())
    }
}

impl<T, const N: usize> AsRef<[T]> for [T; N] {
    fn as_ref(&self) -> &[T] {
        &self[..]
    }
}
impl<T, const N: usize> AsMut<[T]> for [T; N] {
    fn as_mut(&mut self) -> &mut [T] {
        &mut self[..]
    }
}
impl<T, const N: usize> Borrow<[T]> for [T; N] {
    fn borrow(&self) -> &[T] {
        self
    }
}
impl<T, const N: usize> BorrowMut<[T]> for [T; N] {
    fn borrow_mut(&mut self) -> &mut [T] {
        self
    }
}

impl<T: Copy, const N: usize> TryFrom<&[T]> for [T; N] {
    type Error = TryFromSliceError;
    fn try_from(slice: &[T]) -> Result<[T; N], TryFromSliceError> {
        <&Self>::try_from(slice).copied()
    }
}
impl<'a, T, const N: usize> TryFrom<&'a [T]> for &'a [T; N] {
    type Error = TryFromSliceError;
    fn try_from(slice: &'a [T]) -> Result<&'a [T; N], TryFromSliceError> {
        if slice.len() == N {
            unsafe { Ok(&*(slice.as_ptr() as *const [T; N])) }
        } else {
            Err(TryFromSliceError(()))
        }
    }
}
impl<T, const N: usize> TryFrom<Vec<T>> for [T; N] {
    type Error = Vec<T>;
    fn try_from(vec: Vec<T>) -> Result<[T; N], Vec<T>> {
        if vec.len() == N {
            Ok(from_vec(vec))
        } else {
            Err(vec)
        }
    }
}

impl<T, const N: usize> IntoIterator for [T; N] {
    type Item = T;
    type IntoIter = IntoIter<T, N>;
    fn into_iter(self) -> IntoIter<T, N> {
        IntoIter {
            data: MaybeUninit::new(self),
            start: 0,
            end: N,
        }
    }
}
impl<'a, T, const N: usize> IntoIterator for &'a [T; N] {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;
    fn into_iter(self) -> slice::Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] {
    type Item = &'a mut T;
    type IntoIter = slice::IterMut<'a, T>;
    fn into_iter(self) -> slice::IterMut<'a, T> {
        self.iter_mut()
    }
}

impl<T, I, const N: usize> Index<I> for [T; N]
where
    [T]: Index<I>,
{
    type Output = <[T] as Index<I>>::Output;
    fn index(&self, index: I) -> &Self::Output {
        Index::index(self as &[T], index)
    }
}
impl<T, I, const N: usize> IndexMut<I> for [T; N]
where
    [T]: IndexMut<I>,
{
    fn index_mut(&mut self, index: I) -> &mut Self::Output {
        IndexMut::index_mut(self as &mut [T], index)
    }
}

impl<T: Copy, const N: usize> Copy for [T; N] {}
impl<T: Clone, const N: usize> Clone for [T; N] {
    fn clone(&self) -> Self {
        from_vec(self.to_vec())
    }
}

macro_rules! eq {
    ($([$($generics:tt)*] $a:ty, $b:ty;)*) => { $(
        impl<T, U, $($generics)*> PartialEq<$b> for $a
        where
            T: PartialEq<U>,
        {
            fn eq(&self, other: &$b) -> bool { self[..] == other[..] }
        }
    )* };
}
eq! {
    [const N: usize] [T; N], [U; N];
    [const N: usize] [T; N], [U];
    [const N: usize] [T], [U; N];
    [const N: usize] &[T], [U; N];
    [const N: usize] [T; N], &[U];
    [const N: usize] &mut [T], [U; N];
    [const N: usize] [T; N], &mut [U];
}
impl<T: Eq, const N: usize> Eq for [T; N] {}
impl<T: PartialOrd, const N: usize> PartialOrd for [T; N] {
    fn partial_cmp(&self, other: &[T; N]) -> Option<Ordering> {
        PartialOrd::partial_cmp(&self[..], &other[..])
    }
}
impl<T: Ord, const N: usize> Ord for [T; N] {
    fn cmp(&self, other: &[T; N]) -> Ordering {
        Ord::cmp(&self[..], &other[..])
    }
}

macro_rules! default {
    ($($n:literal: $($t:ident)*;)*) => { $(
        impl<T: Default> Default for [T; $n] {
            fn default() -> [T; $n] { [$($t::default()),*] }
        }
    )* };
}
default! {
    1: T;
    2: T T;
    3: T T T;
    4: T T T T;
    5: T T T T T;
    6: T T T T T T;
    7: T T T T T T T;
    8: T T T T T T T T;
    9: T T T T T T T T T;
    10: T T T T T T T T T T;
    11: T T T T T T T T T T T;
    12: T T T T T T T T T T T T;
    13: T T T T T T T T T T T T T;
    14: T T T T T T T T T T T T T T;
    15: T T T T T T T T T T T T T T T;
    16: T T T T T T T T T T T T T T T T;
    17: T T T T T T T T T T T T T T T T T;
    18: T T T T T T T T T T T T T T T T T T;
    19: T T T T T T T T T T T T T T T T T T T;
    20: T T T T T T T T T T T T T T T T T T T T;
    21: T T T T T T T T T T T T T T T T T T T T T;
    22: T T T T T T T T T T T T T T T T T T T T T T;
    23: T T T T T T T T T T T T T T T T T T T T T T T;
    24: T T T T T T T T T T T T T T T T T T T T T T T T;
    25: T T T T T T T T T T T T T T T T T T T T T T T T T;
    26: T T T T T T T T T T T T T T T T T T T T T T T T T T;
    27: T T T T T T T T T T T T T T T T T T T T T T T T T T T;
    28: T T T T T T T T T T T T T T T T T T T T T T T T T T T T;
    29: T T T T T T T T T T T T T T T T T T T T T T T T T T T T T;
    30: T T T T T T T T T T T T T T T T T T T T T T T T T T T T T T;
    31: T T T T T T T T T T T T T T T T T T T T T T T T T T T T T T T;
    32: T T T T T T T T T T T T T T T T T T T T T T T T T T T T T T T T;
}
impl<T> Default for [T; 0] {
    fn default() -> [T; 0] {
        []
    }
}

pub struct IntoIter<T, const N: usize> {
    data: MaybeUninit<[T; N]>,
    start: usize,
    end: usize,
}

impl<T, const N: usize> IntoIter<T, N> {
    pub fn as_slice(&self) -> &[T] {
        unsafe { slice::from_raw_parts(self.first().add(self.start), self.end - self.start) }
    }
    fn first(&self) -> *const T {
        self.data.as_ptr() as *const T
    }
}

impl<T, const N: usize> Iterator for IntoIter<T, N> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        let i = self.start;
        self.start += 1;
        unsafe { Some(intrinsics::read(self.first().add(i))) }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.end - self.start;
        (len, Some(len))
    }
}
impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        unsafe { Some(intrinsics::read(self.first().add(self.end))) }
    }
}
impl<T, const N: usize> Drop for IntoIter<T, N> {
    fn drop(&mut self) {
        while let Some(value) = self.next() {
            mem::drop(value);
        }
    }
}
impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}
impl<T, const N: usize> FusedIterator for IntoIter<T, N> {}
impl<T: Clone, const N: usize> Clone for IntoIter<T, N> {
    fn clone(&self) -> Self {
        let mut copy = IntoIter {
            data: MaybeUninit::uninit(),
            start: 0,
            end: 0,
        };
        for value in self.as_slice() {
            unsafe { intrinsics::write(copy.first().add(copy.end) as *mut T, value.clone()) };
            copy.end += 1;
        }
        copy
    }
}
impl<T: fmt::Debug, const N: usize> fmt::Debug for IntoIter<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.as_slice()).finish()
    }
}
