//! See [`std::string`](https://doc.rust-lang.org/std/string/).

mod traits;

use crate::fmt;
use crate::ops::RangeBounds;
use crate::str::{Utf8Error, from_utf8, from_utf8_unchecked, from_utf8_unchecked_mut};
use crate::{intrinsics, slice};

pub use traits::{Drain, ToString};

#[lang = "String"]
#[derive(PartialEq, PartialOrd, Eq, Ord)]
pub struct String {
    vec: Vec<u8>,
}

/// Of `format!`.
pub fn format(args: fmt::Arguments<'_>) -> String {
    let mut output = String::new();
    if let Some(text) = args.as_str() {
        output.push_str(text);
    } else {
        fmt::write(&mut output, args)
            .expect("a formatting trait implementation returned an error when the underlying stream did not");
    }
    output
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
    #[must_use]
    pub fn utf8_error(&self) -> Utf8Error {
        self.error
    }
}

impl fmt::Display for FromUtf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl String {
    #[must_use]
    pub const fn new() -> String {
        String { vec: Vec::new() }
    }
    #[must_use]
    pub fn with_capacity(capacity: usize) -> String {
        String { vec: Vec::with_capacity(capacity) }
    }
    pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error> {
        match from_utf8(&vec) {
            Ok(..) => Ok(String { vec }),
            Err(error) => Err(FromUtf8Error { bytes: vec, error }),
        }
    }
    #[must_use]
    pub fn from_utf8_lossy(v: &[u8]) -> crate::borrow::Cow<'_, str> {
        let mut rest = v;
        let mut result = String::new();
        loop {
            match from_utf8(rest) {
                Ok(text) if result.is_empty() && rest.len() == v.len() => return text.into(),
                Ok(text) => {
                    result.push_str(text);
                    return result.into();
                }
                Err(error) => {
                    let (valid, after) = rest.split_at(error.valid_up_to());
                    result.push_str(unsafe { from_utf8_unchecked(valid) });
                    result.push(char::REPLACEMENT_CHARACTER);
                    rest = &after[error.error_len().unwrap_or(after.len())..];
                }
            }
        }
    }
    #[must_use]
    pub unsafe fn from_utf8_unchecked(bytes: Vec<u8>) -> String {
        String { vec: bytes }
    }
    #[must_use = "`self` will be dropped if the result is not used"]
    pub fn into_bytes(self) -> Vec<u8> {
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
        let len = string.len();
        self.vec.reserve(len);
        unsafe {
            let end = self.vec.as_mut_ptr().add(self.vec.len());
            intrinsics::copy(string.as_ptr(), end, len);
            self.vec.set_len(self.vec.len() + len);
        }
    }
    pub fn extend_from_within<R>(&mut self, src: R)
    where
        R: RangeBounds<usize>,
    {
        let range = slice::range(src, self.len());
        let part = self[range].to_owned();
        self.push_str(&part);
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
    pub fn push(&mut self, ch: char) {
        if ch.is_ascii() {
            self.vec.push(ch as u8);
        } else {
            self.push_str(ch.encode_utf8(&mut [0; 4]));
        }
    }
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        self.vec.as_slice()
    }
    #[track_caller]
    pub fn truncate(&mut self, new_len: usize) {
        if new_len <= self.len() {
            assert!(self.is_char_boundary(new_len));
            self.vec.truncate(new_len)
        }
    }
    pub fn pop(&mut self) -> Option<char> {
        let ch = self.chars().next_back()?;
        self.vec.truncate(self.len() - ch.len_utf8());
        Some(ch)
    }
    #[track_caller]
    pub fn remove(&mut self, idx: usize) -> char {
        let ch = match self[idx..].chars().next() {
            Some(ch) => ch,
            None => panic!("cannot remove a char from the end of a string"),
        };
        self.vec.drain(idx..idx + ch.len_utf8());
        ch
    }
    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(char) -> bool,
    {
        let mut kept = String::with_capacity(self.len());
        for c in self.chars() {
            if f(c) {
                kept.push(c);
            }
        }
        *self = kept;
    }
    #[track_caller]
    pub fn insert(&mut self, idx: usize, ch: char) {
        assert!(self.is_char_boundary(idx));
        self.insert_str(idx, ch.encode_utf8(&mut [0; 4]));
    }
    #[track_caller]
    pub fn insert_str(&mut self, idx: usize, string: &str) {
        assert!(self.is_char_boundary(idx));
        let (len, more) = (self.len(), string.len());
        self.vec.reserve(more);
        unsafe {
            let at = self.vec.as_mut_ptr().add(idx);
            intrinsics::copy(at as *const u8, at.add(more), len - idx);
            intrinsics::copy(string.as_ptr(), at, more);
            self.vec.set_len(len + more);
        }
    }
    pub unsafe fn as_mut_vec(&mut self) -> &mut Vec<u8> {
        &mut self.vec
    }
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
        String { vec: self.vec.split_off(at) }
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
        assert!(self.is_char_boundary(range.start));
        assert!(self.is_char_boundary(range.end));
        Drain::new(self, range)
    }
    #[track_caller]
    pub fn replace_range<R>(&mut self, range: R, replace_with: &str)
    where
        R: RangeBounds<usize>,
    {
        let range = slice::range(range, self.len());
        assert!(self.is_char_boundary(range.start));
        assert!(self.is_char_boundary(range.end));
        let tail = self.vec.split_off(range.end);
        self.vec.truncate(range.start);
        self.push_str(replace_with);
        self.vec.extend_from_slice(&tail);
    }
    pub fn into_boxed_str(self) -> Box<str> {
        let raw = Box::into_raw(self.vec.into_boxed_slice());
        unsafe { Box::from_raw(raw as *mut str) }
    }
    pub fn leak<'a>(self) -> &'a mut str {
        unsafe { from_utf8_unchecked_mut(self.vec.leak()) }
    }
}
