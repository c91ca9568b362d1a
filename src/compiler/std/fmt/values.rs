//! How other values of the language are written.

use super::{Debug, Display, Formatter, LowerHex, Pointer, Result, Write};
use crate::char::is_escaped;
use crate::intrinsics;

impl Debug for ! {
    fn fmt(&self, _: &mut Formatter<'_>) -> Result {
        *self
    }
}

impl Display for ! {
    fn fmt(&self, _: &mut Formatter<'_>) -> Result {
        *self
    }
}

impl Debug for bool {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Display::fmt(self, f)
    }
}

impl Display for bool {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(if *self { "true" } else { "false" })
    }
}

impl Debug for str {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_char('"')?;
        let mut from = 0;
        for (i, c) in self.char_indices() {
            if c != '\'' && needs_escape(c) {
                f.write_str(&self[from..i])?;
                write_escaped(c, f)?;
                from = i + c.len_utf8();
            }
        }
        f.write_str(&self[from..])?;
        f.write_char('"')
    }
}

impl Display for str {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(self)
    }
}

impl Debug for char {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_char('\'')?;
        if *self != '"' && needs_escape(*self) {
            write_escaped(*self, f)?;
        } else {
            f.write_char(*self)?;
        }
        f.write_char('\'')
    }
}

impl Display for char {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(self.encode_utf8(&mut [0; 4]))
    }
}

fn needs_escape(c: char) -> bool {
    match c {
        '\\' | '"' | '\'' => true,
        ' '..='~' => false,
        _ => c.is_ascii() || is_escaped(c),
    }
}

fn write_escaped(c: char, f: &mut Formatter<'_>) -> Result {
    Display::fmt(&c.escape_debug(), f)
}

impl Debug for () {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad("()")
    }
}

impl<T: Debug> Debug for [T] {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Debug, const N: usize> Debug for [T; N] {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: ?Sized> Pointer for &T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        pointer_fmt_inner(intrinsics::address(*self as *const T), f)
    }
}

impl<T: ?Sized> Pointer for &mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        pointer_fmt_inner(intrinsics::address(&**self as *const T), f)
    }
}

/// `{:p}`: as `{:#x}`.
pub(crate) fn pointer_fmt_inner(address: usize, f: &mut Formatter<'_>) -> Result {
    f.write_str("0x")?;
    LowerHex::fmt(&address, f)
}
