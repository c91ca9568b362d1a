//! The methods of `String`.

use super::{Drain, String};
use crate::borrow::Cow;
use crate::fmt;
use crate::intrinsics;
use crate::ops::RangeBounds;
use crate::slice;
use crate::str::{Utf8Error, from_utf8, from_utf8_unchecked, from_utf8_unchecked_mut};

impl String {
    #[must_use]
    pub const fn new() -> String {
        String { vec: Vec::new() }
    }
    #[must_use]
    pub fn with_capacity(capacity: usize) -> String {
        String {
            vec: Vec::with_capacity(capacity),
        }
    }
    pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error> {
        match from_utf8(&vec) {
            Ok(_) => Ok(String { vec }),
            Err(error) => Err(FromUtf8Error { bytes: vec, error }),
        }
    }
    #[must_use]
    pub fn from_utf8_lossy(v: &[u8]) -> Cow<'_, str> {
        let Err(first) = from_utf8(v) else {
            return Cow::Borrowed(unsafe { from_utf8_unchecked(v) });
        };
        let mut text = String::new();
        let mut rest = v;
        let mut error = first;
        loop {
            let (valid, wrong) = rest.split_at(error.valid_up_to());
            text.push_str(unsafe { from_utf8_unchecked(valid) });
            text.push(char::REPLACEMENT_CHARACTER);
            rest = &wrong[error.error_len().unwrap_or(wrong.len())..];
            match from_utf8(rest) {
                Ok(valid) => {
                    text.push_str(valid);
                    return Cow::Owned(text);
                }
                Err(next) => error = next,
            }
        }
    }
    #[must_use]
    pub unsafe fn from_utf8_unchecked(bytes: Vec<u8>) -> String {
        String { vec: bytes }
    }
    #[must_use = "`self` will be dropped if the result is not used"]
    pub const fn into_bytes(self) -> Vec<u8> {
        self.vec
    }
    #[must_use]
    pub const fn as_str(&self) -> &str {
        unsafe { from_utf8_unchecked(self.vec.as_slice()) }
    }
    #[must_use]
    pub const fn as_mut_str(&mut self) -> &mut str {
        unsafe { from_utf8_unchecked_mut(self.vec.as_mut_slice()) }
    }
    pub fn push_str(&mut self, string: &str) {
        let len = self.vec.len();
        let more = string.len();
        self.vec.reserve(more);
        unsafe {
            intrinsics::copy(string.as_ptr(), self.vec.as_mut_ptr().add(len), more);
            self.vec.set_len(len + more);
        }
    }
    pub fn extend_from_within<R>(&mut self, src: R)
    where
        R: RangeBounds<usize>,
    {
        let range = slice::range(src, self.len());
        assert!(self.is_char_boundary(range.start));
        assert!(self.is_char_boundary(range.end));
        self.vec.extend_from_within(range);
    }
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.vec.capacity()
    }
    pub fn reserve(&mut self, additional: usize) {
        self.vec.reserve(additional)
    }
    pub fn reserve_exact(&mut self, additional: usize) {
        self.vec.reserve_exact(additional)
    }
    pub fn shrink_to_fit(&mut self) {
        self.vec.shrink_to_fit()
    }
    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.vec.shrink_to(min_capacity)
    }
    pub fn push(&mut self, ch: char) {
        if ch.is_ascii() {
            return self.vec.push(ch as u8);
        }
        let len = self.vec.len();
        let more = ch.len_utf8();
        self.vec.reserve(more);
        unsafe {
            crate::char::encode(ch, self.vec.as_mut_ptr().add(len));
            self.vec.set_len(len + more);
        }
    }
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        self.vec.as_slice()
    }
    pub fn truncate(&mut self, new_len: usize) {
        if new_len <= self.len() {
            assert!(self.is_char_boundary(new_len));
            self.vec.truncate(new_len)
        }
    }
    pub fn pop(&mut self) -> Option<char> {
        let ch = self.chars().next_back()?;
        let new_len = self.len() - ch.len_utf8();
        unsafe { self.vec.set_len(new_len) };
        Some(ch)
    }
    #[track_caller]
    pub fn remove(&mut self, idx: usize) -> char {
        let Some(ch) = self[idx..].chars().next() else {
            panic!("cannot remove a char from the end of a string");
        };
        self.replace_bytes(idx, idx + ch.len_utf8(), "");
        ch
    }
    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(char) -> bool,
    {
        let mut kept = Kept {
            string: self,
            start: 0,
            end: 0,
        };
        let len = kept.string.len();
        while kept.end < len {
            let (from, to) = (kept.end, kept.start);
            let ch = kept.string[from..len].chars().next().unwrap();
            let width = ch.len_utf8();
            let keep = f(ch);
            if keep {
                let bytes = kept.string.vec.as_mut_ptr();
                unsafe { intrinsics::copy(bytes.add(from) as *const u8, bytes.add(to), width) };
                kept.start += width;
            }
            kept.end += width;
        }
    }
    #[track_caller]
    pub fn insert(&mut self, idx: usize, ch: char) {
        assert!(self.is_char_boundary(idx));
        self.replace_bytes(idx, idx, ch.encode_utf8(&mut [0; 4]));
    }
    #[track_caller]
    pub fn insert_str(&mut self, idx: usize, string: &str) {
        assert!(self.is_char_boundary(idx));
        self.replace_bytes(idx, idx, string);
    }
    pub const unsafe fn as_mut_vec(&mut self) -> &mut Vec<u8> {
        &mut self.vec
    }
    #[must_use]
    pub const fn len(&self) -> usize {
        self.vec.len()
    }
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
    #[track_caller]
    #[must_use = "use `.truncate()` if you don't need the other half"]
    pub fn split_off(&mut self, at: usize) -> String {
        assert!(self.is_char_boundary(at));
        String {
            vec: self.vec.split_off(at),
        }
    }
    pub fn clear(&mut self) {
        self.vec.clear()
    }
    #[track_caller]
    pub fn drain<R>(&mut self, range: R) -> Drain<'_>
    where
        R: RangeBounds<usize>,
    {
        let range = slice::range(range, self.len());
        let (start, end) = (range.start, range.end);
        assert!(self.is_char_boundary(start));
        assert!(self.is_char_boundary(end));
        Drain::new(self, start, end)
    }
    #[track_caller]
    pub fn replace_range<R>(&mut self, range: R, replace_with: &str)
    where
        R: RangeBounds<usize>,
    {
        let range = slice::range(range, self.len());
        assert!(
            self.is_char_boundary(range.start),
            "start of range should be a character boundary"
        );
        assert!(
            self.is_char_boundary(range.end),
            "end of range should be a character boundary"
        );
        self.replace_bytes(range.start, range.end, replace_with);
    }
    #[must_use = "`self` will be dropped if the result is not used"]
    pub fn into_boxed_str(self) -> Box<str> {
        let bytes = Box::into_raw(self.vec.into_boxed_slice());
        unsafe { Box::from_raw(bytes as *mut str) }
    }
    pub fn leak<'a>(self) -> &'a mut str {
        unsafe { from_utf8_unchecked_mut(self.vec.leak()) }
    }

    /// What is between two boundaries becomes this.
    pub(super) fn replace_bytes(&mut self, start: usize, end: usize, with: &str) {
        let len = self.len();
        let more = with.len();
        self.vec.reserve(more);
        let at = self.vec.as_mut_ptr();
        unsafe {
            intrinsics::copy(at.add(end) as *const u8, at.add(start + more), len - end);
            intrinsics::copy(with.as_ptr(), at.add(start), more);
            self.vec.set_len(len - (end - start) + more);
        }
    }
}

/// What `retain` has kept, and looked at: it holds also if the function panics.
struct Kept<'a> {
    string: &'a mut String,
    start: usize,
    end: usize,
}

impl Drop for Kept<'_> {
    fn drop(&mut self) {
        self.string.replace_bytes(self.start, self.end, "");
    }
}

#[derive(Debug, PartialEq, Eq, Clone)]
pub struct FromUtf8Error {
    bytes: Vec<u8>,
    error: Utf8Error,
}

impl FromUtf8Error {
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..]
    }
    #[must_use = "`self` will be dropped if the result is not used"]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
    pub fn utf8_error(&self) -> Utf8Error {
        self.error
    }
}

impl fmt::Display for FromUtf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}
