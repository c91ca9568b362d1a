//! Text as other things.

use super::from_utf8_unchecked;
use crate::fmt;

pub trait FromStr: Sized {
    type Err;
    fn from_str(s: &str) -> Result<Self, Self::Err>;
}

impl FromStr for bool {
    type Err = ParseBoolError;
    fn from_str(s: &str) -> Result<bool, ParseBoolError> {
        match s {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(ParseBoolError {}),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseBoolError {}

impl fmt::Display for ParseBoolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("provided string was not `true` or `false`")
    }
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
        if let Some(error_len) = self.error_len {
            write!(
                f,
                "invalid utf-8 sequence of {} bytes from index {}",
                error_len, self.valid_up_to
            )
        } else {
            write!(f, "incomplete utf-8 byte sequence from index {}", self.valid_up_to)
        }
    }
}

pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
    let mut at = 0;
    while at < v.len() {
        let error = |error_len| Err(Utf8Error { valid_up_to: at, error_len });
        let first = v[at];
        // How many bytes follow, and what the first of them may be.
        let (more, low, high) = match first {
            0..=0x7F => {
                at += 1;
                continue;
            }
            0xC2..=0xDF => (1, 0x80, 0xBF),
            0xE0 => (2, 0xA0, 0xBF),
            0xE1..=0xEC | 0xEE | 0xEF => (2, 0x80, 0xBF),
            0xED => (2, 0x80, 0x9F),
            0xF0 => (3, 0x90, 0xBF),
            0xF1..=0xF3 => (3, 0x80, 0xBF),
            0xF4 => (3, 0x80, 0x8F),
            _ => return error(Some(1)),
        };
        for i in 1..=more {
            if at + i >= v.len() {
                return error(None);
            }
            let byte = v[at + i];
            let fits = if i == 1 { low <= byte && byte <= high } else { byte & 0xC0 == 0x80 };
            if !fits {
                return error(Some(i as u8));
            }
        }
        at += more + 1;
    }
    unsafe { Ok(from_utf8_unchecked(v)) }
}
