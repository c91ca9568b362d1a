//! `slice[index]`.

use super::{from_raw_parts, from_raw_parts_mut};
use crate::ops::{
    Bound, Index, IndexMut, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo,
    RangeToInclusive,
};

pub unsafe trait SliceIndex<T: ?Sized> {
    type Output: ?Sized;
    fn get(self, slice: &T) -> Option<&Self::Output>;
    fn get_mut(self, slice: &mut T) -> Option<&mut Self::Output>;
    #[track_caller]
    fn index(self, slice: &T) -> &Self::Output;
    #[track_caller]
    fn index_mut(self, slice: &mut T) -> &mut Self::Output;
}

impl<T, I> Index<I> for [T]
where
    I: SliceIndex<[T]>,
{
    type Output = I::Output;
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}

impl<T, I> IndexMut<I> for [T]
where
    I: SliceIndex<[T]>,
{
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

unsafe impl<T> SliceIndex<[T]> for usize {
    type Output = T;
    fn get(self, slice: &[T]) -> Option<&T> {
        if self < slice.len() {
            Some(&slice[self])
        } else {
            None
        }
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut T> {
        if self < slice.len() {
            Some(&mut slice[self])
        } else {
            None
        }
    }
    fn index(self, slice: &[T]) -> &T {
        &slice[self]
    }
    fn index_mut(self, slice: &mut [T]) -> &mut T {
        &mut slice[self]
    }
}

fn part<T>(slice: &[T], start: usize, end: usize) -> &[T] {
    unsafe { from_raw_parts(slice.as_ptr().add(start), end - start) }
}

fn part_mut<T>(slice: &mut [T], start: usize, end: usize) -> &mut [T] {
    unsafe { from_raw_parts_mut(slice.as_mut_ptr().add(start), end - start) }
}

/// Panics unless there is such a part. `written` is how its end stands in the program.
#[track_caller]
fn check(start: usize, end: usize, written: usize, len: usize) {
    if start > len {
        panic!("range start index {start} out of range for slice of length {len}");
    }
    if end > len {
        panic!("range end index {written} out of range for slice of length {len}");
    }
    if start > end {
        panic!("slice index starts at {start} but ends at {end}");
    }
}

/// Of each kind of range, where the part starts and ends, and its end as it is written.
macro_rules! ranges {
    ($([$t:ty] $range:ident $len:ident => $part:expr;)*) => { $(
        unsafe impl<T> SliceIndex<[T]> for $t {
            type Output = [T];
            fn get(self, slice: &[T]) -> Option<&[T]> {
                let ($range, $len) = (self, slice.len());
                let (start, end, _) = $part;
                if start <= end && end <= slice.len() { Some(part(slice, start, end)) } else { None }
            }
            fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
                let ($range, $len) = (self, slice.len());
                let (start, end, _) = $part;
                if start <= end && end <= slice.len() { Some(part_mut(slice, start, end)) } else { None }
            }
            fn index(self, slice: &[T]) -> &[T] {
                let ($range, $len) = (self, slice.len());
                let (start, end, written) = $part;
                check(start, end, written, slice.len());
                part(slice, start, end)
            }
            fn index_mut(self, slice: &mut [T]) -> &mut [T] {
                let ($range, $len) = (self, slice.len());
                let (start, end, written) = $part;
                check(start, end, written, slice.len());
                part_mut(slice, start, end)
            }
        }
    )* };
}
ranges! {
    [Range<usize>] range _len => (range.start, range.end, range.end);
    [RangeFrom<usize>] range len => (range.start, len, len);
    [RangeTo<usize>] range _len => (0, range.end, range.end);
    [RangeFull] _range len => (0, len, len);
    [RangeInclusive<usize>] range _len => inclusive(range);
    [RangeToInclusive<usize>] range _len => inclusive(0..=range.end);
    [(Bound<usize>, Bound<usize>)] range len => between(&range, len);
}

pub(crate) fn inclusive(range: RangeInclusive<usize>) -> (usize, usize, usize) {
    let end = range.end.saturating_add(1);
    let start = if range.exhausted { end } else { range.start };
    (start, end, range.end)
}

/// The part of something of this length, checked: its end first, unlike an index.
#[track_caller]
pub(crate) fn range<R: RangeBounds<usize>>(range: R, len: usize) -> Range<usize> {
    let (start, end, written) = between(&range, len);
    if end > len {
        panic!("range end index {written} out of range for slice of length {len}");
    }
    check(start, end, written, len);
    start..end
}

pub(crate) fn between<R: RangeBounds<usize>>(range: &R, len: usize) -> (usize, usize, usize) {
    let start = match range.start_bound() {
        Bound::Included(&start) => start,
        Bound::Excluded(&start) => start.saturating_add(1),
        Bound::Unbounded => 0,
    };
    match range.end_bound() {
        Bound::Included(&end) => (start, end.saturating_add(1), end),
        Bound::Excluded(&end) => (start, end, end),
        Bound::Unbounded => (start, len, len),
    }
}
