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
        if self < slice.len() { Some(&slice[self]) } else { None }
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut T> {
        if self < slice.len() { Some(&mut slice[self]) } else { None }
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

unsafe impl<T> SliceIndex<[T]> for Range<usize> {
    type Output = [T];
    fn get(self, slice: &[T]) -> Option<&[T]> {
        if self.start <= self.end && self.end <= slice.len() {
            Some(part(slice, self.start, self.end))
        } else {
            None
        }
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if self.start <= self.end && self.end <= slice.len() {
            Some(part_mut(slice, self.start, self.end))
        } else {
            None
        }
    }
    fn index(self, slice: &[T]) -> &[T] {
        check(self.start, self.end, slice.len());
        part(slice, self.start, self.end)
    }
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        check(self.start, self.end, slice.len());
        part_mut(slice, self.start, self.end)
    }
}

#[track_caller]
fn check(start: usize, end: usize, len: usize) {
    if start > end {
        if end > len {
            panic!("range end index {end} out of range for slice of length {len}");
        }
        panic!("slice index starts at {start} but ends at {end}");
    }
    if end > len {
        panic!("range end index {end} out of range for slice of length {len}");
    }
}

unsafe impl<T> SliceIndex<[T]> for RangeFrom<usize> {
    type Output = [T];
    fn get(self, slice: &[T]) -> Option<&[T]> {
        (self.start..slice.len()).get(slice)
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        (self.start..slice.len()).get_mut(slice)
    }
    fn index(self, slice: &[T]) -> &[T] {
        check_start(self.start, slice.len());
        part(slice, self.start, slice.len())
    }
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        let len = slice.len();
        check_start(self.start, len);
        part_mut(slice, self.start, len)
    }
}

#[track_caller]
fn check_start(start: usize, len: usize) {
    if start > len {
        panic!("range start index {start} out of range for slice of length {len}");
    }
}

macro_rules! as_range {
    ($([$t:ty] $range:ident $len:ident => $as:expr;)*) => { $(
        unsafe impl<T> SliceIndex<[T]> for $t {
            type Output = [T];
            fn get(self, slice: &[T]) -> Option<&[T]> {
                let ($range, $len) = (self, slice.len());
                $as.get(slice)
            }
            fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
                let ($range, $len) = (self, slice.len());
                $as.get_mut(slice)
            }
            fn index(self, slice: &[T]) -> &[T] {
                let ($range, $len) = (self, slice.len());
                $as.index(slice)
            }
            fn index_mut(self, slice: &mut [T]) -> &mut [T] {
                let ($range, $len) = (self, slice.len());
                $as.index_mut(slice)
            }
        }
    )* };
}
as_range! {
    [RangeTo<usize>] range _len => (0..range.end);
    [RangeFull] _range len => (0..len);
    [RangeInclusive<usize>] range _len => exclusive(range);
    [RangeToInclusive<usize>] range _len => exclusive(0..=range.end);
    [(Bound<usize>, Bound<usize>)] range len => range_of(&range, len);
}

fn exclusive(range: RangeInclusive<usize>) -> Range<usize> {
    let end = range.end + 1;
    let start = if range.exhausted { end } else { range.start };
    start..end
}

/// The part of something of this length, checked.
#[track_caller]
pub(crate) fn range<R: RangeBounds<usize>>(range: R, len: usize) -> Range<usize> {
    let range = range_of(&range, len);
    check(range.start, range.end, len);
    range
}

fn range_of<R: RangeBounds<usize>>(range: &R, len: usize) -> Range<usize> {
    let start = match range.start_bound() {
        Bound::Included(&start) => start,
        Bound::Excluded(&start) => start + 1,
        Bound::Unbounded => 0,
    };
    let end = match range.end_bound() {
        Bound::Included(&end) => end + 1,
        Bound::Excluded(&end) => end,
        Bound::Unbounded => len,
    };
    start..end
}
