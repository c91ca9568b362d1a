//! Character by character, byte by byte.

use crate::fmt::{self, Write};
use crate::iter::{Copied, FusedIterator};
use crate::slice;

#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Chars<'a> {
    rest: &'a str,
}

impl<'a> Chars<'a> {
    pub(super) fn new(rest: &'a str) -> Chars<'a> {
        Chars { rest }
    }
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.rest
    }
}

/// The first character of text that has one.
fn first(bytes: &[u8]) -> char {
    let b0 = bytes[0] as u32;
    let code = if b0 < 0x80 {
        b0
    } else if b0 < 0xE0 {
        (b0 & 0x1F) << 6 | low(bytes[1])
    } else if b0 < 0xF0 {
        (b0 & 0x0F) << 12 | low(bytes[1]) << 6 | low(bytes[2])
    } else {
        (b0 & 0x07) << 18 | low(bytes[1]) << 12 | low(bytes[2]) << 6 | low(bytes[3])
    };
    unsafe { char::from_u32_unchecked(code) }
}

fn low(byte: u8) -> u32 {
    (byte & 0x3F) as u32
}

impl<'a> Iterator for Chars<'a> {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        if self.rest.is_empty() {
            return None;
        }
        let c = first(self.rest.as_bytes());
        self.rest = super::index::part(self.rest, c.len_utf8(), self.rest.len());
        Some(c)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.rest.len();
        (len.div_ceil(4), Some(len))
    }
    fn count(self) -> usize {
        let mut count = 0;
        for byte in self.rest.as_bytes() {
            if *byte & 0xC0 != 0x80 {
                count += 1;
            }
        }
        count
    }
    fn last(mut self) -> Option<char> {
        self.next_back()
    }
}

impl<'a> DoubleEndedIterator for Chars<'a> {
    fn next_back(&mut self) -> Option<char> {
        if self.rest.is_empty() {
            return None;
        }
        let bytes = self.rest.as_bytes();
        let mut start = bytes.len() - 1;
        while bytes[start] & 0xC0 == 0x80 {
            start -= 1;
        }
        let c = first(&bytes[start..]);
        self.rest = super::index::part(self.rest, 0, start);
        Some(c)
    }
}

impl FusedIterator for Chars<'_> {}

impl fmt::Debug for Chars<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chars(")?;
        f.debug_list().entries(self.clone()).finish()?;
        f.write_char(')')
    }
}

#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct CharIndices<'a> {
    front_offset: usize,
    iter: Chars<'a>,
}

impl<'a> CharIndices<'a> {
    pub(super) fn new(text: &'a str) -> CharIndices<'a> {
        CharIndices { front_offset: 0, iter: text.chars() }
    }
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.iter.as_str()
    }
    #[must_use]
    pub fn offset(&self) -> usize {
        self.front_offset
    }
}

impl<'a> Iterator for CharIndices<'a> {
    type Item = (usize, char);
    fn next(&mut self) -> Option<(usize, char)> {
        let c = self.iter.next()?;
        let index = self.front_offset;
        self.front_offset += c.len_utf8();
        Some((index, c))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
    fn count(self) -> usize {
        self.iter.count()
    }
}

impl<'a> DoubleEndedIterator for CharIndices<'a> {
    fn next_back(&mut self) -> Option<(usize, char)> {
        let c = self.iter.next_back()?;
        Some((self.front_offset + self.iter.rest.len(), c))
    }
}

impl FusedIterator for CharIndices<'_> {}

#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Bytes<'a>(Copied<slice::Iter<'a, u8>>);

impl<'a> Bytes<'a> {
    pub(super) fn new(text: &'a str) -> Bytes<'a> {
        Bytes(text.as_bytes().iter().copied())
    }
}

impl Iterator for Bytes<'_> {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        self.0.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}
impl DoubleEndedIterator for Bytes<'_> {
    fn next_back(&mut self) -> Option<u8> {
        self.0.next_back()
    }
}
impl ExactSizeIterator for Bytes<'_> {}
impl FusedIterator for Bytes<'_> {}
