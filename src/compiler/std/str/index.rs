//! `text[a..b]`.

use super::{from_utf8_unchecked, from_utf8_unchecked_mut};
use crate::ops::{
    Index, IndexMut, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};
use crate::slice::{self, SliceIndex};

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

/// It is not checked that there are such bytes.
pub(super) fn part(text: &str, start: usize, end: usize) -> &str {
    unsafe { from_utf8_unchecked(slice::from_raw_parts(text.as_ptr().add(start), end - start)) }
}

fn part_mut(text: &mut str, start: usize, end: usize) -> &mut str {
    unsafe {
        let at = text.as_mut_ptr().add(start);
        from_utf8_unchecked_mut(slice::from_raw_parts_mut(at, end - start))
    }
}

fn is_part(text: &str, start: usize, end: usize) -> bool {
    start <= end && text.is_char_boundary(start) && text.is_char_boundary(end)
}

#[track_caller]
fn fail(s: &str, begin: usize, end: usize) -> ! {
    const MAX_DISPLAY_LENGTH: usize = 256;
    let mut shown = s.len();
    if shown > MAX_DISPLAY_LENGTH {
        shown = s.floor_char_boundary(MAX_DISPLAY_LENGTH);
    }
    let s_trunc = &s[..shown];
    let ellipsis = if shown < s.len() { "[...]" } else { "" };
    let len = s.len();
    if begin > len {
        panic!("start byte index {begin} is out of bounds of `{s_trunc}`{ellipsis}");
    }
    if end > len {
        panic!("end byte index {end} is out of bounds of `{s_trunc}`{ellipsis}");
    }
    if begin > end {
        panic!("begin > end ({begin} > {end}) when slicing `{s_trunc}`{ellipsis}");
    }
    let start_is_wrong = !s.is_char_boundary(begin);
    let which = if start_is_wrong { "start" } else { "end" };
    let index = if start_is_wrong { begin } else { end };
    let char_start = s.floor_char_boundary(index);
    let ch = s[char_start..].chars().next().unwrap();
    let char_range = char_start..char_start + ch.len_utf8();
    panic!(
        "{which} byte index {index} is not a char boundary; it is inside {ch:?} (bytes {char_range:?} of `{s_trunc}`{ellipsis})"
    );
}

unsafe impl SliceIndex<str> for Range<usize> {
    type Output = str;
    fn get(self, text: &str) -> Option<&str> {
        if is_part(text, self.start, self.end) {
            Some(part(text, self.start, self.end))
        } else {
            None
        }
    }
    fn get_mut(self, text: &mut str) -> Option<&mut str> {
        if is_part(text, self.start, self.end) {
            Some(part_mut(text, self.start, self.end))
        } else {
            None
        }
    }
    fn index(self, text: &str) -> &str {
        if !is_part(text, self.start, self.end) {
            fail(text, self.start, self.end);
        }
        part(text, self.start, self.end)
    }
    fn index_mut(self, text: &mut str) -> &mut str {
        if !is_part(text, self.start, self.end) {
            fail(text, self.start, self.end);
        }
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
    [RangeFrom<usize>] range len => (range.start..len.max(range.start));
    [RangeFull] _range len => (0..len);
    [RangeInclusive<usize>] range _len => (range.start..range.end + 1);
    [RangeToInclusive<usize>] range _len => (0..range.end + 1);
}
