//! From and into characters.

use crate::fmt;
use crate::str::FromStr;

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct CharTryFromError(());

impl fmt::Display for CharTryFromError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("converted integer out of range for `char`")
    }
}

impl TryFrom<u32> for char {
    type Error = CharTryFromError;
    fn try_from(i: u32) -> Result<char, CharTryFromError> {
        char::from_u32(i).ok_or(CharTryFromError(()))
    }
}

#[derive(Debug, Copy, Clone, PartialEq, Eq)]
pub struct TryFromCharError(());

impl fmt::Display for TryFromCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("unicode code point out of range")
    }
}

impl TryFrom<char> for u8 {
    type Error = TryFromCharError;
    fn try_from(c: char) -> Result<u8, TryFromCharError> {
        u8::try_from(c as u32).map_err(|_| TryFromCharError(()))
    }
}

impl TryFrom<char> for u16 {
    type Error = TryFromCharError;
    fn try_from(c: char) -> Result<u16, TryFromCharError> {
        u16::try_from(c as u32).map_err(|_| TryFromCharError(()))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseCharError {
    kind: CharErrorKind,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum CharErrorKind {
    EmptyString,
    TooManyChars,
}

impl fmt::Display for ParseCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self.kind {
            CharErrorKind::EmptyString => "cannot parse char from empty string",
            CharErrorKind::TooManyChars => "too many characters in string",
        })
    }
}

impl FromStr for char {
    type Err = ParseCharError;
    fn from_str(s: &str) -> Result<char, ParseCharError> {
        let mut chars = s.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Err(ParseCharError {
                kind: CharErrorKind::EmptyString,
            }),
            (Some(c), None) => Ok(c),
            _ => Err(ParseCharError {
                kind: CharErrorKind::TooManyChars,
            }),
        }
    }
}

/// In UTF-8, where there is room for it.
pub(crate) const unsafe fn encode(c: char, to: *mut u8) {
    let code = c as u32;
    unsafe {
        match c.len_utf8() {
            1 => *to = code as u8,
            2 => {
                *to = (code >> 6) as u8 | 0xC0;
                *to.add(1) = continuation(code);
            }
            3 => {
                *to = (code >> 12) as u8 | 0xE0;
                *to.add(1) = continuation(code >> 6);
                *to.add(2) = continuation(code);
            }
            _ => {
                *to = (code >> 18) as u8 | 0xF0;
                *to.add(1) = continuation(code >> 12);
                *to.add(2) = continuation(code >> 6);
                *to.add(3) = continuation(code);
            }
        }
    }
}

const fn continuation(code: u32) -> u8 {
    (code & 0x3F) as u8 | 0x80
}
