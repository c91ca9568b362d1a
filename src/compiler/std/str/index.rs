//! `text[range]`.

use super::{from_utf8_unchecked, from_utf8_unchecked_mut};
use crate::ops::{
    Bound, Index, IndexMut, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};
use crate::slice::{SliceIndex, between, from_raw_parts, from_raw_parts_mut, inclusive};

/// The text from a byte to another, both of them boundaries.
pub(super) fn part(text: &str, start: usize, end: usize) -> &str {
    unsafe { from_utf8_unchecked(from_raw_parts(text.as_ptr().add(start), end - start)) }
}

pub(super) fn part_mut(text: &mut str, start: usize, end: usize) -> &mut str {
    unsafe {
        from_utf8_unchecked_mut(from_raw_parts_mut(
            text.as_mut_ptr().add(start),
            end - start,
        ))
    }
}

fn fits(text: &str, start: usize, end: usize) -> bool {
    start <= end && text.is_char_boundary(start) && text.is_char_boundary(end)
}

/// Panics unless there is such a part. `written` is how its end stands in the program.
#[track_caller]
pub(super) fn check(text: &str, start: usize, end: usize, written: usize) {
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
        panic!("end byte index {written} is out of bounds of `{shown}`{dots}");
    }
    if start > end {
        panic!("begin > end ({start} > {end}) when slicing `{shown}`{dots}");
    }
    let (which, index) = if text.is_char_boundary(start) {
        ("end", end)
    } else {
        ("start", start)
    };
    let range = text.floor_char_boundary(index)..text.ceil_char_boundary(index);
    let c = part(text, range.start, range.end).chars().next().unwrap();
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

/// Of each kind of range, where the part starts and ends, and its end as it is written.
macro_rules! ranges {
    ($([$t:ty] $range:ident $len:ident => $part:expr;)*) => { $(
        unsafe impl SliceIndex<str> for $t {
            type Output = str;
            fn get(self, text: &str) -> Option<&str> {
                let ($range, $len) = (self, text.len());
                let (start, end, _) = $part;
                if fits(text, start, end) { Some(part(text, start, end)) } else { None }
            }
            fn get_mut(self, text: &mut str) -> Option<&mut str> {
                let ($range, $len) = (self, text.len());
                let (start, end, _) = $part;
                if fits(text, start, end) { Some(part_mut(text, start, end)) } else { None }
            }
            fn index(self, text: &str) -> &str {
                let ($range, $len) = (self, text.len());
                let (start, end, written) = $part;
                check(text, start, end, written);
                part(text, start, end)
            }
            fn index_mut(self, text: &mut str) -> &mut str {
                let ($range, $len) = (self, text.len());
                let (start, end, written) = $part;
                check(text, start, end, written);
                part_mut(text, start, end)
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
