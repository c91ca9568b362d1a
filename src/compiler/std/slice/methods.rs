//! What every slice can do.

use super::{
    ChunkBy, Chunks, ChunksExact, ChunksMut, Iter, IterMut, RChunks, SliceIndex, Windows,
    from_raw_parts, from_raw_parts_mut, index,
};
use crate::intrinsics;
use crate::mem;
use crate::ops::RangeBounds;

impl<T> [T] {
    /// How many values there are.
    #[lang = "slice_len_fn"]
    #[must_use]
    pub const fn len(&self) -> usize {
        intrinsics::slice_len(self)
    }
    /// Whether there are no values.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The first value.
    #[must_use]
    pub const fn first(&self) -> Option<&T> {
        if let [first, ..] = self {
            Some(first)
        } else {
            None
        }
    }
    #[must_use]
    pub const fn first_mut(&mut self) -> Option<&mut T> {
        if let [first, ..] = self {
            Some(first)
        } else {
            None
        }
    }
    /// The first value, and the rest.
    #[must_use]
    pub const fn split_first(&self) -> Option<(&T, &[T])> {
        if let [first, tail @ ..] = self {
            Some((first, tail))
        } else {
            None
        }
    }
    #[must_use]
    pub const fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        if let [first, tail @ ..] = self {
            Some((first, tail))
        } else {
            None
        }
    }
    /// The last value, and the rest.
    #[must_use]
    pub const fn split_last(&self) -> Option<(&T, &[T])> {
        if let [init @ .., last] = self {
            Some((last, init))
        } else {
            None
        }
    }
    #[must_use]
    pub const fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        if let [init @ .., last] = self {
            Some((last, init))
        } else {
            None
        }
    }
    /// The last value.
    #[must_use]
    pub const fn last(&self) -> Option<&T> {
        if let [.., last] = self {
            Some(last)
        } else {
            None
        }
    }
    #[must_use]
    pub const fn last_mut(&mut self) -> Option<&mut T> {
        if let [.., last] = self {
            Some(last)
        } else {
            None
        }
    }
    #[must_use]
    pub fn first_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        self.get(..N)?.try_into().ok()
    }
    /// The value at this place, or the part, if it is there.
    #[must_use]
    pub fn get<I>(&self, index: I) -> Option<&I::Output>
    where
        I: SliceIndex<[T]>,
    {
        index.get(self)
    }
    /// The value at this place, or the part, if it is there.
    #[must_use]
    pub fn get_mut<I>(&mut self, index: I) -> Option<&mut I::Output>
    where
        I: SliceIndex<[T]>,
    {
        index.get_mut(self)
    }
    #[must_use]
    pub const fn as_ptr(&self) -> *const T {
        self as *const [T] as *const T
    }
    #[must_use]
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self as *mut [T] as *mut T
    }
    /// Exchanges two values.
    #[track_caller]
    pub fn swap(&mut self, a: usize, b: usize) {
        let pa = &raw mut self[a];
        let pb = &raw mut self[b];
        unsafe { mem::swap(&mut *pa, &mut *pb) }
    }
    /// Turns the order around.
    pub fn reverse(&mut self) {
        let len = self.len();
        for i in 0..len / 2 {
            self.swap(i, len - 1 - i);
        }
    }
    /// An iterator over references to all values.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter::new(self)
    }
    /// An iterator over mutable references to all values.
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut::new(self)
    }
    /// All parts of `size` values in a row, which overlap.
    #[track_caller]
    pub fn windows(&self, size: usize) -> Windows<'_, T> {
        if size == 0 {
            panic!("window size must be non-zero");
        }
        Windows::new(self, size)
    }
    /// Parts of so many values; the last may have fewer.
    #[track_caller]
    pub fn chunks(&self, chunk_size: usize) -> Chunks<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        Chunks::new(self, chunk_size)
    }
    /// Parts of so many values; the last may have fewer.
    #[track_caller]
    pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        ChunksMut::new(self, chunk_size)
    }
    /// Parts of just so many values.
    #[track_caller]
    pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        ChunksExact::new(self, chunk_size)
    }
    #[track_caller]
    pub fn rchunks(&self, chunk_size: usize) -> RChunks<'_, T> {
        assert!(chunk_size != 0, "chunk size must be non-zero");
        RChunks::new(self, chunk_size)
    }
    /// Parts in which this holds for each value and the next.
    pub fn chunk_by<F>(&self, pred: F) -> ChunkBy<'_, T, F>
    where
        F: FnMut(&T, &T) -> bool,
    {
        ChunkBy::new(self, pred)
    }
    /// The part before this place, and the rest.
    #[track_caller]
    #[must_use]
    pub fn split_at(&self, mid: usize) -> (&[T], &[T]) {
        match self.split_at_checked(mid) {
            Some(pair) => pair,
            None => panic!("mid > len"),
        }
    }
    /// The part before this place, and the rest.
    #[track_caller]
    #[must_use]
    pub fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
        match self.split_at_mut_checked(mid) {
            Some(pair) => pair,
            None => panic!("mid > len"),
        }
    }
    #[must_use]
    pub fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])> {
        if mid > self.len() {
            return None;
        }
        let at = self.as_ptr();
        unsafe {
            Some((
                from_raw_parts(at, mid),
                from_raw_parts(at.add(mid), self.len() - mid),
            ))
        }
    }
    #[must_use]
    pub fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])> {
        let len = self.len();
        if mid > len {
            return None;
        }
        let at = self.as_mut_ptr();
        unsafe {
            Some((
                from_raw_parts_mut(at, mid),
                from_raw_parts_mut(at.add(mid), len - mid),
            ))
        }
    }
    /// Whether a value is among them.
    #[must_use]
    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        for value in self {
            if *value == *x {
                return true;
            }
        }
        false
    }
    /// Whether these are the first values.
    #[must_use]
    pub fn starts_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let n = needle.len();
        self.len() >= n && *needle == self[..n]
    }
    /// Whether these are the last values.
    #[must_use]
    pub fn ends_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let (m, n) = (self.len(), needle.len());
        m >= n && *needle == self[m - n..]
    }
    #[must_use = "returns the subslice without modifying the original"]
    pub fn strip_prefix(&self, prefix: &[T]) -> Option<&[T]>
    where
        T: PartialEq,
    {
        if self.starts_with(prefix) {
            Some(&self[prefix.len()..])
        } else {
            None
        }
    }
    #[must_use = "returns the subslice without modifying the original"]
    pub fn strip_suffix(&self, suffix: &[T]) -> Option<&[T]>
    where
        T: PartialEq,
    {
        if self.ends_with(suffix) {
            Some(&self[..self.len() - suffix.len()])
        } else {
            None
        }
    }
    /// Moves the first `mid` values to the end.
    pub fn rotate_left(&mut self, mid: usize) {
        assert!(mid <= self.len());
        self[..mid].reverse();
        self[mid..].reverse();
        self.reverse();
    }
    /// Moves the last `k` values to the beginning.
    pub fn rotate_right(&mut self, k: usize) {
        assert!(k <= self.len());
        self.rotate_left(self.len() - k);
    }
    /// Puts clones of this value everywhere.
    pub fn fill(&mut self, value: T)
    where
        T: Clone,
    {
        for el in self {
            *el = value.clone();
        }
    }
    pub fn fill_with<F>(&mut self, mut f: F)
    where
        F: FnMut() -> T,
    {
        for el in self {
            *el = f();
        }
    }
    #[track_caller]
    pub fn clone_from_slice(&mut self, src: &[T])
    where
        T: Clone,
    {
        assert!(
            self.len() == src.len(),
            "destination and source slices have different lengths"
        );
        for i in 0..src.len() {
            self[i] = src[i].clone();
        }
    }
    /// Copies all values of a slice of the same length.
    #[track_caller]
    pub fn copy_from_slice(&mut self, src: &[T])
    where
        T: Copy,
    {
        if self.len() != src.len() {
            panic!(
                "copy_from_slice: source slice length ({}) does not match destination slice length ({})",
                src.len(),
                self.len(),
            );
        }
        unsafe { intrinsics::copy(src.as_ptr(), self.as_mut_ptr(), src.len()) }
    }
    #[track_caller]
    pub fn copy_within<R: RangeBounds<usize>>(&mut self, src: R, dest: usize)
    where
        T: Copy,
    {
        let range = index::range(src, self.len());
        let count = range.end - range.start;
        assert!(dest <= self.len() - count, "dest is out of bounds");
        let at = self.as_mut_ptr();
        unsafe { intrinsics::copy(at.add(range.start) as *const T, at.add(dest), count) }
    }
    #[track_caller]
    pub fn swap_with_slice(&mut self, other: &mut [T]) {
        assert!(
            self.len() == other.len(),
            "destination and source slices have different lengths"
        );
        for i in 0..other.len() {
            mem::swap(&mut self[i], &mut other[i]);
        }
    }
    /// A list of clones.
    pub fn to_vec(&self) -> Vec<T>
    where
        T: Clone,
    {
        let mut vec = Vec::with_capacity(self.len());
        for value in self {
            vec.push(value.clone());
        }
        vec
    }
    pub fn into_vec(self: Box<Self>) -> Vec<T> {
        let len = self.len();
        unsafe { Vec::from_raw_parts(Box::into_raw(self) as *mut T, len, len) }
    }
    /// A list of all values, so many times.
    pub fn repeat(&self, n: usize) -> Vec<T>
    where
        T: Copy,
    {
        let mut vec = Vec::with_capacity(self.len() * n);
        for _ in 0..n {
            vec.extend_from_slice(self);
        }
        vec
    }
}

impl [u8] {
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        self.iter().all(|byte| byte.is_ascii())
    }
    #[must_use]
    pub fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .zip(other)
                .all(|(a, b)| a.eq_ignore_ascii_case(b))
    }
    pub fn make_ascii_uppercase(&mut self) {
        for byte in self {
            byte.make_ascii_uppercase();
        }
    }
    pub fn make_ascii_lowercase(&mut self) {
        for byte in self {
            byte.make_ascii_lowercase();
        }
    }
    #[must_use = "this returns the uppercase bytes as a new Vec, without modifying the original"]
    pub fn to_ascii_uppercase(&self) -> Vec<u8> {
        let mut me = self.to_vec();
        me.make_ascii_uppercase();
        me
    }
    #[must_use = "this returns the lowercase bytes as a new Vec, without modifying the original"]
    pub fn to_ascii_lowercase(&self) -> Vec<u8> {
        let mut me = self.to_vec();
        me.make_ascii_lowercase();
        me
    }
    #[must_use]
    pub fn trim_ascii(&self) -> &[u8] {
        let mut bytes = self;
        while let [first, rest @ ..] = bytes {
            if !first.is_ascii_whitespace() {
                break;
            }
            bytes = rest;
        }
        while let [rest @ .., last] = bytes {
            if !last.is_ascii_whitespace() {
                break;
            }
            bytes = rest;
        }
        bytes
    }
}
