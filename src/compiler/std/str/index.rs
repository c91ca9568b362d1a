//! `text[range]`.

use super::{from_utf8_unchecked, from_utf8_unchecked_mut};
use crate::ops::{
    Bound, Index, IndexMut, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};
use crate::slice::{SliceIndex, from_raw_parts, from_raw_parts_mut};

/// The text from a byte to another, both of them boundaries.
pub(super) fn part(text: &str, start: usize, end: usize) -> &str {
    unsafe { from_utf8_unchecked(from_raw_parts(text.as_ptr().add(start), end - start)) }
}

pub(super) fn part_mut(text: &mut str, start: usize, end: usize) -> &mut str {
    unsafe {
        from_utf8_unchecked_mut(from_raw_parts_mut(text.as_mut_ptr().add(start), end - start))
    }
}

fn fits(text: &str, start: usize, end: usize) -> bool {
    start <= end && text.is_char_boundary(start) && text.is_char_boundary(end)
}

#[track_caller]
pub(super) fn check(text: &str, start: usize, end: usize) {
    if fits(text, start, end) {
        return;
    }
    // A long text is not said whole.
    let shown = text.floor_char_boundary(256);
    let dots = if shown < text.len() { "[...]" } else { "" };
    let shown = part(text, 0, shown);
    if start > text.len() {
        panic!("start byte index {start} is out of bounds of `{shown}`{dots}");
    }
    if end > text.len() {
        panic!("end byte index {end} is out of bounds of `{shown}`{dots}");
    }
    if start > end {
        panic!("begin > end ({start} > {end}) when slicing `{shown}`{dots}");
    }
    let (which, index) = if text.is_char_boundary(start) { ("end", end) } else { ("start", start) };
    let range = text.floor_char_boundary(index)..text.ceil_char_boundary(index);
    let c = text[range.clone()].chars().next().unwrap();
    panic!(
        "{which} byte index {index} is not a char boundary; it is inside {c:?} (bytes {range:?}) of `{shown}`{dots}"
    );
}

impl<I> Index<I> for str
where
    I: SliceIndex<str>,
{
    type Output = I::Output;
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}

impl<I> IndexMut<I> for str
where
    I: SliceIndex<str>,
{
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

unsafe impl SliceIndex<str> for Range<usize> {
    type Output = str;
    fn get(self, text: &str) -> Option<&str> {
        if fits(text, self.start, self.end) {
            Some(part(text, self.start, self.end))
        } else {
            None
        }
    }
    fn get_mut(self, text: &mut str) -> Option<&mut str> {
        if fits(text, self.start, self.end) {
            Some(part_mut(text, self.start, self.end))
        } else {
            None
        }
    }
    fn index(self, text: &str) -> &str {
        check(text, self.start, self.end);
        part(text, self.start, self.end)
    }
    fn index_mut(self, text: &mut str) -> &mut str {
        check(text, self.start, self.end);
        part_mut(text, self.start, self.end)
    }
}

macro_rules! as_range {
    ($([$t:ty] $range:ident $len:ident => $as:expr;)*) => { $(
        unsafe impl SliceIndex<str> for $t {
            type Output = str;
            fn get(self, text: &str) -> Option<&str> {
                let ($range, $len) = (self, text.len());
                $as.get(text)
            }
            fn get_mut(self, text: &mut str) -> Option<&mut str> {
                let ($range, $len) = (self, text.len());
                $as.get_mut(text)
            }
            fn index(self, text: &str) -> &str {
                let ($range, $len) = (self, text.len());
                $as.index(text)
            }
            fn index_mut(self, text: &mut str) -> &mut str {
                let ($range, $len) = (self, text.len());
                $as.index_mut(text)
            }
        }
    )* };
}
as_range! {
    [RangeTo<usize>] range _len => (0..range.end);
    [RangeFrom<usize>] range len => (range.start..len);
    [RangeFull] _range len => (0..len);
    [RangeInclusive<usize>] range _len => exclusive(range);
    [RangeToInclusive<usize>] range _len => exclusive(0..=range.end);
    [(Bound<usize>, Bound<usize>)] range len => between(range, len);
}

fn exclusive(range: RangeInclusive<usize>) -> Range<usize> {
    let end = range.end.saturating_add(1);
    let start = if range.exhausted { end } else { range.start };
    start..end
}

fn between((start, end): (Bound<usize>, Bound<usize>), len: usize) -> Range<usize> {
    let start = match start {
        Bound::Included(start) => start,
        Bound::Excluded(start) => start + 1,
        Bound::Unbounded => 0,
    };
    let end = match end {
        Bound::Included(end) => end + 1,
        Bound::Excluded(end) => end,
        Bound::Unbounded => len,
    };
    start..end
}
