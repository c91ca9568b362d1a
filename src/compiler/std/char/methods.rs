//! The methods of `char`.

use super::{EscapeDebug, EscapeDefault, EscapeUnicode, ToLowercase, ToUppercase};
use crate::{intrinsics, slice};

/// The bits of `intrinsics::char_class`.
const ALPHABETIC: u32 = 1;
const NUMERIC: u32 = 2;
const LOWERCASE: u32 = 4;
const UPPERCASE: u32 = 8;
const WHITESPACE: u32 = 16;
const CONTROL: u32 = 32;

impl char {
    pub const MIN: char = '\0';
    pub const MAX: char = '\u{10FFFF}';
    pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';

    #[must_use]
    pub const fn from_u32(i: u32) -> Option<char> {
        if i < 0xD800 || (i > 0xDFFF && i < 0x110000) {
            unsafe { Some(char::from_u32_unchecked(i)) }
        } else {
            None
        }
    }
    #[must_use]
    pub const unsafe fn from_u32_unchecked(i: u32) -> char {
        unsafe { intrinsics::transmute::<u32, char>(i) }
    }
    #[must_use]
    pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
        if radix > 36 {
            panic!("from_digit: radix is too high (maximum 36)");
        }
        if num >= radix {
            None
        } else if num < 10 {
            Some((b'0' + num as u8) as char)
        } else {
            Some((b'a' + (num - 10) as u8) as char)
        }
    }
    pub const fn is_digit(self, radix: u32) -> bool {
        self.to_digit(radix).is_some()
    }
    #[must_use = "this returns the result of the operation, without modifying the original"]
    pub const fn to_digit(self, radix: u32) -> Option<u32> {
        if radix < 2 || radix > 36 {
            panic!("to_digit: invalid radix -- radix must be in the range 2 to 36 inclusive");
        }
        let digit = match self {
            '0'..='9' => self as u32 - '0' as u32,
            'a'..='z' => self as u32 - 'a' as u32 + 10,
            'A'..='Z' => self as u32 - 'A' as u32 + 10,
            _ => return None,
        };
        if digit < radix { Some(digit) } else { None }
    }

    #[must_use = "this returns the escaped char as an iterator, without modifying the original"]
    pub fn escape_unicode(self) -> EscapeUnicode {
        EscapeUnicode::new(self)
    }
    #[must_use = "this returns the escaped char as an iterator, without modifying the original"]
    pub fn escape_debug(self) -> EscapeDebug {
        EscapeDebug::new(self)
    }
    #[must_use = "this returns the escaped char as an iterator, without modifying the original"]
    pub fn escape_default(self) -> EscapeDefault {
        EscapeDefault::new(self)
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
    pub const fn encode_utf8(self, dst: &mut [u8]) -> &mut str {
        let len = self.len_utf8();
        if dst.len() < len {
            let code = self as u32;
            let room = dst.len();
            panic!(
                "encode_utf8: need {len} bytes to encode U+{code:04X} but buffer has just {room}"
            );
        }
        unsafe {
            super::encode(self, dst.as_mut_ptr());
            crate::str::from_utf8_unchecked_mut(slice::from_raw_parts_mut(dst.as_mut_ptr(), len))
        }
    }
    pub const fn encode_utf16(self, dst: &mut [u16]) -> &mut [u16] {
        let len = self.len_utf16();
        let code = self as u32;
        if dst.len() < len {
            let room = dst.len();
            panic!(
                "encode_utf16: need {len} bytes to encode U+{code:04X} but buffer has just {room}"
            );
        }
        if len == 1 {
            dst[0] = code as u16;
        } else {
            dst[0] = 0xD800 | ((code - 0x10000) >> 10) as u16;
            dst[1] = 0xDC00 | ((code - 0x10000) & 0x3FF) as u16;
        }
        unsafe { slice::from_raw_parts_mut(dst.as_mut_ptr(), len) }
    }

    fn is_of(self, class: u32) -> bool {
        intrinsics::char_class(self as u32) & class != 0
    }
    #[must_use]
    pub fn is_alphabetic(self) -> bool {
        match self {
            'a'..='z' | 'A'..='Z' => true,
            c => c > '\x7f' && c.is_of(ALPHABETIC),
        }
    }
    #[must_use]
    pub const fn is_lowercase(self) -> bool {
        match self {
            'a'..='z' => true,
            c => c > '\x7f' && c.is_of(LOWERCASE),
        }
    }
    #[must_use]
    pub const fn is_uppercase(self) -> bool {
        match self {
            'A'..='Z' => true,
            c => c > '\x7f' && c.is_of(UPPERCASE),
        }
    }
    #[must_use]
    pub const fn is_whitespace(self) -> bool {
        match self {
            ' ' | '\x09'..='\x0d' => true,
            c => c > '\x7f' && c.is_of(WHITESPACE),
        }
    }
    #[must_use]
    pub fn is_alphanumeric(self) -> bool {
        match self {
            'a'..='z' | 'A'..='Z' | '0'..='9' => true,
            c => c > '\x7f' && c.is_of(ALPHABETIC | NUMERIC),
        }
    }
    #[must_use]
    pub fn is_control(self) -> bool {
        self.is_of(CONTROL)
    }
    #[must_use]
    pub fn is_numeric(self) -> bool {
        match self {
            '0'..='9' => true,
            c => c > '\x7f' && c.is_of(NUMERIC),
        }
    }

    #[must_use = "this returns the lowercased character as a new iterator, without modifying the original"]
    pub fn to_lowercase(self) -> ToLowercase {
        ToLowercase::new(self)
    }
    #[must_use = "this returns the uppercased character as a new iterator, without modifying the original"]
    pub fn to_uppercase(self) -> ToUppercase {
        ToUppercase::new(self)
    }

    #[must_use]
    pub const fn is_ascii(&self) -> bool {
        (*self as u32) < 0x80
    }
    #[must_use = "to uppercase the value in-place, use `make_ascii_uppercase()`"]
    pub const fn to_ascii_uppercase(&self) -> char {
        match *self {
            c @ 'a'..='z' => (c as u8 - 32) as char,
            c => c,
        }
    }
    #[must_use = "to lowercase the value in-place, use `make_ascii_lowercase()`"]
    pub const fn to_ascii_lowercase(&self) -> char {
        match *self {
            c @ 'A'..='Z' => (c as u8 + 32) as char,
            c => c,
        }
    }
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
        matches!(*self, 'a'..='z' | 'A'..='Z')
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
        matches!(*self, 'a'..='z' | 'A'..='Z' | '0'..='9')
    }
    #[must_use]
    pub const fn is_ascii_digit(&self) -> bool {
        matches!(*self, '0'..='9')
    }
    #[must_use]
    pub const fn is_ascii_hexdigit(&self) -> bool {
        matches!(*self, '0'..='9' | 'a'..='f' | 'A'..='F')
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
        matches!(*self, ' ' | '\t' | '\n' | '\x0c' | '\r')
    }
    #[must_use]
    pub const fn is_ascii_control(&self) -> bool {
        matches!(*self, '\0'..='\x1f' | '\x7f')
    }
}
