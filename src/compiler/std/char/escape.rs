//! A character as it is written in Rust.

use crate::fmt::{self, Write};
use crate::intrinsics;
use crate::iter::FusedIterator;

/// As long as `\u{10ffff}`.
const ROOM: usize = 10;

/// Whether `Debug` escapes it, quotes aside.
pub(crate) fn is_escaped(c: char) -> bool {
    intrinsics::char_class(c as u32) & 64 != 0
}

#[derive(Clone, Debug)]
struct Escaped {
    chars: [char; ROOM],
    start: usize,
    end: usize,
}

impl Escaped {
    fn new() -> Escaped {
        Escaped {
            chars: ['\0'; ROOM],
            start: 0,
            end: 0,
        }
    }
    fn push(&mut self, c: char) {
        self.chars[self.end] = c;
        self.end += 1;
    }
    fn plain(c: char) -> Escaped {
        let mut all = Escaped::new();
        all.push(c);
        all
    }
    fn backslash(c: char) -> Escaped {
        let mut all = Escaped::plain('\\');
        all.push(c);
        all
    }
    /// `\u{...}`
    fn unicode(c: char) -> Escaped {
        let code = c as u32;
        let mut all = Escaped::backslash('u');
        all.push('{');
        let mut digits = 1;
        while code >> (4 * digits) != 0 {
            digits += 1;
        }
        while digits > 0 {
            digits -= 1;
            let digit = (code >> (4 * digits)) & 15;
            all.push(if digit < 10 {
                b'0' + digit as u8
            } else {
                b'a' + digit as u8 - 10
            } as char);
        }
        all.push('}');
        all
    }
    fn default(c: char) -> Escaped {
        match c {
            '\t' => Escaped::backslash('t'),
            '\r' => Escaped::backslash('r'),
            '\n' => Escaped::backslash('n'),
            '\\' | '\'' | '"' => Escaped::backslash(c),
            '\x20'..='\x7e' => Escaped::plain(c),
            _ => Escaped::unicode(c),
        }
    }
    fn debug(c: char) -> Escaped {
        match c {
            '\0' => Escaped::backslash('0'),
            '\0'..='\x7f' => Escaped::default(c),
            _ if is_escaped(c) => Escaped::unicode(c),
            _ => Escaped::plain(c),
        }
    }
}

macro_rules! escapes {
    ($($Escape:ident $how:ident)*) => { $(
        #[derive(Clone, Debug)]
        pub struct $Escape(Escaped);

        impl $Escape {
            pub(super) fn new(c: char) -> $Escape {
                $Escape(Escaped::$how(c))
            }
        }
        impl Iterator for $Escape {
            type Item = char;
            fn next(&mut self) -> Option<char> {
                let all = &mut self.0;
                if all.start == all.end {
                    return None;
                }
                all.start += 1;
                Some(all.chars[all.start - 1])
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let len = self.0.end - self.0.start;
                (len, Some(len))
            }
        }
        impl ExactSizeIterator for $Escape {}
        impl FusedIterator for $Escape {}
        impl fmt::Display for $Escape {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                for c in self.clone() {
                    f.write_char(c)?;
                }
                Ok(())
            }
        }
    )* };
}
escapes! { EscapeUnicode unicode EscapeDefault default EscapeDebug debug }
