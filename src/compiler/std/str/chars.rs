//! Character by character, byte by byte.

use super::from_utf8_unchecked;
use crate::fmt::{self, Write};
use crate::iter::{Copied, FusedIterator};
use crate::marker::PhantomData;
use crate::slice;

#[must_use = "iterators are lazy and do nothing unless consumed"]
#[derive(Clone)]
pub struct Chars<'a> {
    at: *const u8,
    len: usize,
    of: PhantomData<&'a str>,
}

unsafe impl Send for Chars<'_> {}
unsafe impl Sync for Chars<'_> {}

impl<'a> Chars<'a> {
    pub(super) fn new(text: &'a str) -> Chars<'a> {
        Chars {
            at: text.as_ptr(),
            len: text.len(),
            of: PhantomData,
        }
    }
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        unsafe { from_utf8_unchecked(slice::from_raw_parts(self.at, self.len)) }
    }
}

impl<'a> Iterator for Chars<'a> {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        if self.len == 0 {
            return None;
        }
        unsafe {
            let first = *self.at;
            if first < 0x80 {
                self.at = self.at.add(1);
                self.len -= 1;
                return Some(first as char);
            }
            let len = width(first);
            let c = decode(self.at, len);
            self.at = self.at.add(len);
            self.len -= len;
            Some(c)
        }
    }
    fn count(self) -> usize {
        let mut count = 0;
        for byte in self.as_str().as_bytes() {
            if !is_continuation(*byte) {
                count += 1;
            }
        }
        count
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        ((self.len + 3) / 4, Some(self.len))
    }
    fn last(mut self) -> Option<char> {
        self.next_back()
    }
}

impl<'a> DoubleEndedIterator for Chars<'a> {
    fn next_back(&mut self) -> Option<char> {
        if self.len == 0 {
            return None;
        }
        unsafe {
            let mut first = self.len - 1;
            while is_continuation(*self.at.add(first)) {
                first -= 1;
            }
            let c = decode(self.at.add(first), self.len - first);
            self.len = first;
            Some(c)
        }
    }
}

impl FusedIterator for Chars<'_> {}

impl fmt::Debug for Chars<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chars(")?;
        f.debug_list().entries(self.clone()).finish()?;
        f.write_str(")")
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// How many bytes a character has that begins with this one.
fn width(first: u8) -> usize {
    if first < 0x80 {
        1
    } else if first < 0xE0 {
        2
    } else if first < 0xF0 {
        3
    } else {
        4
    }
}

unsafe fn decode(at: *const u8, len: usize) -> char {
    unsafe {
        let first = *at as u32;
        let mut code = match len {
            1 => first,
            2 => first & 0x1F,
            3 => first & 0x0F,
            _ => first & 0x07,
        };
        let mut n = 1;
        while n < len {
            code = code << 6 | (*at.add(n) & 0x3F) as u32;
            n += 1;
        }
        char::from_u32_unchecked(code)
    }
}

#[must_use = "iterators are lazy and do nothing unless consumed"]
#[derive(Clone, Debug)]
pub struct CharIndices<'a> {
    front_offset: usize,
    iter: Chars<'a>,
}

impl<'a> CharIndices<'a> {
    pub(super) fn new(text: &'a str) -> CharIndices<'a> {
        CharIndices {
            front_offset: 0,
            iter: text.chars(),
        }
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
        let at = self.front_offset;
        self.front_offset = at + c.len_utf8();
        Some((at, c))
    }
    fn count(self) -> usize {
        self.iter.count()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
    fn last(mut self) -> Option<(usize, char)> {
        self.next_back()
    }
}

impl<'a> DoubleEndedIterator for CharIndices<'a> {
    fn next_back(&mut self) -> Option<(usize, char)> {
        let c = self.iter.next_back()?;
        Some((self.front_offset + self.iter.len, c))
    }
}

impl FusedIterator for CharIndices<'_> {}

#[must_use = "iterators are lazy and do nothing unless consumed"]
#[derive(Clone, Debug)]
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
    fn nth(&mut self, n: usize) -> Option<u8> {
        self.0.nth(n)
    }
}
impl DoubleEndedIterator for Bytes<'_> {
    fn next_back(&mut self) -> Option<u8> {
        self.0.next_back()
    }
}
impl ExactSizeIterator for Bytes<'_> {}
impl FusedIterator for Bytes<'_> {}

#[must_use = "iterators are lazy and do nothing unless consumed"]
#[derive(Clone, Debug)]
pub struct EncodeUtf16<'a> {
    chars: Chars<'a>,
    /// The second half of the last character.
    extra: Option<u16>,
}

impl<'a> EncodeUtf16<'a> {
    pub(super) fn new(text: &'a str) -> EncodeUtf16<'a> {
        EncodeUtf16 {
            chars: text.chars(),
            extra: None,
        }
    }
}

impl Iterator for EncodeUtf16<'_> {
    type Item = u16;
    fn next(&mut self) -> Option<u16> {
        if self.extra.is_some() {
            return self.extra.take();
        }
        let c = self.chars.next()?;
        let mut room = [0; 2];
        if c.encode_utf16(&mut room).len() == 2 {
            self.extra = Some(room[1]);
        }
        Some(room[0])
    }
}
impl FusedIterator for EncodeUtf16<'_> {}

macro_rules! escapes {
    ($($Escape:ident $how:ident)*) => { $(
        #[derive(Clone, Debug)]
        pub struct $Escape<'a> {
            chars: Chars<'a>,
            /// What is left of the last character.
            last: Option<crate::char::$Escape>,
        }

        impl<'a> $Escape<'a> {
            pub(super) fn new(text: &'a str) -> $Escape<'a> {
                $Escape { chars: text.chars(), last: None }
            }
        }
        impl Iterator for $Escape<'_> {
            type Item = char;
            fn next(&mut self) -> Option<char> {
                loop {
                    if let Some(last) = &mut self.last {
                        if let Some(c) = last.next() {
                            return Some(c);
                        }
                    }
                    self.last = Some(self.chars.next()?.$how());
                }
            }
        }
        impl FusedIterator for $Escape<'_> {}
        impl fmt::Display for $Escape<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                for c in self.clone() {
                    f.write_char(c)?;
                }
                Ok(())
            }
        }
    )* };
}
escapes! { EscapeUnicode escape_unicode EscapeDefault escape_default EscapeDebug escape_debug }
