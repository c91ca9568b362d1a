//! Bytes as text.

use crate::fmt;
use crate::intrinsics;

pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
    match validate(v) {
        None => unsafe { Ok(from_utf8_unchecked(v)) },
        Some(error) => Err(error),
    }
}

pub const fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {
    match validate(v) {
        None => unsafe { Ok(from_utf8_unchecked_mut(v)) },
        Some(error) => Err(error),
    }
}

#[must_use]
pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
    unsafe { intrinsics::transmute::<&[u8], &str>(v) }
}

#[must_use]
pub const unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {
    unsafe { intrinsics::transmute::<&mut [u8], &mut str>(v) }
}

#[derive(Copy, Eq, PartialEq, Clone, Debug)]
pub struct Utf8Error {
    valid_up_to: usize,
    error_len: Option<u8>,
}

impl Utf8Error {
    #[must_use]
    pub const fn valid_up_to(&self) -> usize {
        self.valid_up_to
    }
    #[must_use]
    pub const fn error_len(&self) -> Option<usize> {
        match self.error_len {
            Some(len) => Some(len as usize),
            None => None,
        }
    }
}

impl fmt::Display for Utf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let from = self.valid_up_to;
        match self.error_len {
            Some(len) => write!(f, "invalid utf-8 sequence of {len} bytes from index {from}"),
            None => write!(f, "incomplete utf-8 byte sequence from index {from}"),
        }
    }
}

/// The first that is wrong.
const fn validate(v: &[u8]) -> Option<Utf8Error> {
    let mut at = 0;
    while at < v.len() {
        let first = v[at];
        if first < 0x80 {
            at += 1;
            continue;
        }
        // How many bytes follow, and between which two the first of them lies.
        let (more, low, high) = match first {
            0xC2..=0xDF => (1, 0x80, 0xBF),
            0xE0 => (2, 0xA0, 0xBF),
            0xED => (2, 0x80, 0x9F),
            0xE1..=0xEF => (2, 0x80, 0xBF),
            0xF0 => (3, 0x90, 0xBF),
            0xF1..=0xF3 => (3, 0x80, 0xBF),
            0xF4 => (3, 0x80, 0x8F),
            _ => {
                return Some(Utf8Error {
                    valid_up_to: at,
                    error_len: Some(1),
                });
            }
        };
        let mut n = 1;
        while n <= more {
            if at + n == v.len() {
                return Some(Utf8Error {
                    valid_up_to: at,
                    error_len: None,
                });
            }
            let byte = v[at + n];
            let fits = if n == 1 {
                low <= byte && byte <= high
            } else {
                byte & 0xC0 == 0x80
            };
            if !fits {
                return Some(Utf8Error {
                    valid_up_to: at,
                    error_len: Some(n as u8),
                });
            }
            n += 1;
        }
        at += n;
    }
    None
}
