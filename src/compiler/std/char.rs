//! See [`std::char`](https://doc.rust-lang.org/std/char/).

mod case;

use crate::fmt;
use crate::intrinsics;
use crate::str::FromStr;

pub use case::{EscapeDefault, ToLowercase, ToUppercase};

pub const MAX: char = char::MAX;
pub const REPLACEMENT_CHARACTER: char = char::REPLACEMENT_CHARACTER;

#[must_use]
pub const fn from_u32(i: u32) -> Option<char> {
    if i > 0x10FFFF || (i >= 0xD800 && i <= 0xDFFF) {
        None
    } else {
        unsafe { Some(intrinsics::transmute::<u32, char>(i)) }
    }
}

#[must_use]
pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
    if radix > 36 {
        panic!("from_digit: radix is too high (maximum 36)");
    }
    if num >= radix {
        return None;
    }
    let num = num as u8;
    if num < 10 { Some((b'0' + num) as char) } else { Some((b'a' + num - 10) as char) }
}

// What the machine knows of a character.
const ALPHABETIC: u32 = 1;
const NUMERIC: u32 = 2;
const LOWERCASE: u32 = 4;
const UPPERCASE: u32 = 8;
const WHITESPACE: u32 = 16;
const CONTROL: u32 = 32;

fn is(c: char, class: u32) -> bool {
    intrinsics::char_class(c as u32) & class != 0
}

impl char {
    pub const MIN: char = '\0';
    pub const MAX: char = '\u{10FFFF}';
    pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';

    #[must_use]
    pub const fn from_u32(i: u32) -> Option<char> {
        from_u32(i)
    }
    #[must_use]
    pub const unsafe fn from_u32_unchecked(i: u32) -> char {
        unsafe { intrinsics::transmute::<u32, char>(i) }
    }
    #[must_use]
    pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
        from_digit(num, radix)
    }
    #[must_use]
    #[track_caller]
    pub const fn is_digit(self, radix: u32) -> bool {
        self.to_digit(radix).is_some()
    }
    #[must_use = "this returns the result of the operation, without modifying the original"]
    #[track_caller]
    pub const fn to_digit(self, radix: u32) -> Option<u32> {
        assert!(radix >= 2 && radix <= 36, "to_digit: invalid radix -- radix must be in the range 2 to 36 inclusive");
        let digit = match self {
            '0'..='9' => self as u32 - '0' as u32,
            'a'..='z' => self as u32 - 'a' as u32 + 10,
            'A'..='Z' => self as u32 - 'A' as u32 + 10,
            _ => return None,
        };
        if digit < radix { Some(digit) } else { None }
    }
    #[must_use]
    pub const fn len_utf8(self) -> usize {
        let code = self as u32;
        if code < 0x80 {
            1
        } else if code < 0x800 {
            2
        } else if code < 0x10000 {
            3
        } else {
            4
        }
    }
    #[must_use]
    pub const fn len_utf16(self) -> usize {
        if (self as u32) < 0x10000 { 1 } else { 2 }
    }
    pub fn encode_utf8(self, dst: &mut [u8]) -> &mut str {
        let code = self as u32;
        let len = self.len_utf8();
        let dst = &mut dst[..len];
        match len {
            1 => dst[0] = code as u8,
            2 => {
                dst[0] = (code >> 6) as u8 | 0xC0;
                dst[1] = (code & 0x3F) as u8 | 0x80;
            }
            3 => {
                dst[0] = (code >> 12) as u8 | 0xE0;
                dst[1] = (code >> 6 & 0x3F) as u8 | 0x80;
                dst[2] = (code & 0x3F) as u8 | 0x80;
            }
            _ => {
                dst[0] = (code >> 18) as u8 | 0xF0;
                dst[1] = (code >> 12 & 0x3F) as u8 | 0x80;
                dst[2] = (code >> 6 & 0x3F) as u8 | 0x80;
                dst[3] = (code & 0x3F) as u8 | 0x80;
            }
        }
        unsafe { crate::str::from_utf8_unchecked_mut(dst) }
    }
    #[must_use]
    pub fn is_alphabetic(self) -> bool {
        match self {
            'a'..='z' | 'A'..='Z' => true,
            c => c > '\x7f' && is(c, ALPHABETIC),
        }
    }
    #[must_use]
    pub fn is_lowercase(self) -> bool {
        match self {
            'a'..='z' => true,
            c => c > '\x7f' && is(c, LOWERCASE),
        }
    }
    #[must_use]
    pub fn is_uppercase(self) -> bool {
        match self {
            'A'..='Z' => true,
            c => c > '\x7f' && is(c, UPPERCASE),
        }
    }
    #[must_use]
    pub fn is_whitespace(self) -> bool {
        match self {
            ' ' | '\x09'..='\x0d' => true,
            c => c > '\x7f' && is(c, WHITESPACE),
        }
    }
    #[must_use]
    pub fn is_alphanumeric(self) -> bool {
        match self {
            'a'..='z' | 'A'..='Z' | '0'..='9' => true,
            c => c > '\x7f' && is(c, ALPHABETIC | NUMERIC),
        }
    }
    #[must_use]
    pub fn is_control(self) -> bool {
        match self {
            '\0'..='\x1f' | '\x7f' => true,
            c => c > '\x7f' && is(c, CONTROL),
        }
    }
    #[must_use]
    pub fn is_numeric(self) -> bool {
        match self {
            '0'..='9' => true,
            c => c > '\x7f' && is(c, NUMERIC),
        }
    }
    #[must_use = "this returns the lowercased character as a new iterator, without modifying the original"]
    pub fn to_lowercase(self) -> ToLowercase {
        ToLowercase::of(self)
    }
    #[must_use = "this returns the uppercased character as a new iterator, without modifying the original"]
    pub fn to_uppercase(self) -> ToUppercase {
        ToUppercase::of(self)
    }
    #[must_use = "this returns the escaped char as an iterator, without modifying the original"]
    pub fn escape_default(self) -> EscapeDefault {
        EscapeDefault::of(self)
    }
    #[must_use]
    pub const fn is_ascii(&self) -> bool {
        *self as u32 <= 127
    }
    #[must_use = "to uppercase the value in-place, use `make_ascii_uppercase()`"]
    pub const fn to_ascii_uppercase(&self) -> char {
        if self.is_ascii_lowercase() { (*self as u8 - 32) as char } else { *self }
    }
    #[must_use = "to lowercase the value in-place, use `make_ascii_lowercase()`"]
    pub const fn to_ascii_lowercase(&self) -> char {
        if self.is_ascii_uppercase() { (*self as u8 + 32) as char } else { *self }
    }
    #[must_use]
    pub const fn eq_ignore_ascii_case(&self, other: &char) -> bool {
        self.to_ascii_lowercase() as u32 == other.to_ascii_lowercase() as u32
    }
    pub const fn make_ascii_uppercase(&mut self) {
        *self = self.to_ascii_uppercase();
    }
    pub const fn make_ascii_lowercase(&mut self) {
        *self = self.to_ascii_lowercase();
    }
    #[must_use]
    pub const fn is_ascii_alphabetic(&self) -> bool {
        matches!(*self, 'A'..='Z' | 'a'..='z')
    }
    #[must_use]
    pub const fn is_ascii_uppercase(&self) -> bool {
        matches!(*self, 'A'..='Z')
    }
    #[must_use]
    pub const fn is_ascii_lowercase(&self) -> bool {
        matches!(*self, 'a'..='z')
    }
    #[must_use]
    pub const fn is_ascii_alphanumeric(&self) -> bool {
        matches!(*self, '0'..='9' | 'A'..='Z' | 'a'..='z')
    }
    #[must_use]
    pub const fn is_ascii_digit(&self) -> bool {
        matches!(*self, '0'..='9')
    }
    #[must_use]
    pub const fn is_ascii_hexdigit(&self) -> bool {
        matches!(*self, '0'..='9' | 'A'..='F' | 'a'..='f')
    }
    #[must_use]
    pub const fn is_ascii_punctuation(&self) -> bool {
        matches!(*self, '!'..='/' | ':'..='@' | '['..='`' | '{'..='~')
    }
    #[must_use]
    pub const fn is_ascii_graphic(&self) -> bool {
        matches!(*self, '!'..='~')
    }
    #[must_use]
    pub const fn is_ascii_whitespace(&self) -> bool {
        matches!(*self, '\t' | '\n' | '\x0C' | '\r' | ' ')
    }
    #[must_use]
    pub const fn is_ascii_control(&self) -> bool {
        matches!(*self, '\0'..='\x1F' | '\x7F')
    }
}

impl TryFrom<u32> for char {
    type Error = CharTryFromError;
    fn try_from(i: u32) -> Result<char, CharTryFromError> {
        from_u32(i).ok_or(CharTryFromError(()))
    }
}

impl TryFrom<char> for u8 {
    type Error = TryFromCharError;
    fn try_from(c: char) -> Result<u8, TryFromCharError> {
        if (c as u32) < 256 { Ok(c as u32 as u8) } else { Err(TryFromCharError(())) }
    }
}

impl FromStr for char {
    type Err = ParseCharError;
    fn from_str(s: &str) -> Result<char, ParseCharError> {
        let mut chars = s.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Err(ParseCharError { kind: CharErrorKind::EmptyString }),
            (Some(c), None) => Ok(c),
            _ => Err(ParseCharError { kind: CharErrorKind::TooManyChars }),
        }
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct CharTryFromError(());

impl fmt::Display for CharTryFromError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("converted integer out of range for `char`")
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct TryFromCharError(());

impl fmt::Display for TryFromCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("unicode code point out of range")
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
