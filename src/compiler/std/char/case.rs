//! Characters that become several.

use crate::fmt::{self, Write};
use crate::intrinsics;
use crate::iter::FusedIterator;

macro_rules! several {
    ($($Iter:ident)*) => { $(
        #[derive(Clone, Debug)]
        pub struct $Iter {
            chars: [char; 10],
            start: usize,
            end: usize,
        }

        impl Iterator for $Iter {
            type Item = char;
            fn next(&mut self) -> Option<char> {
                if self.start == self.end {
                    return None;
                }
                self.start += 1;
                Some(self.chars[self.start - 1])
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let len = self.end - self.start;
                (len, Some(len))
            }
        }
        impl DoubleEndedIterator for $Iter {
            fn next_back(&mut self) -> Option<char> {
                if self.start == self.end {
                    return None;
                }
                self.end -= 1;
                Some(self.chars[self.end])
            }
        }
        impl ExactSizeIterator for $Iter {}
        impl FusedIterator for $Iter {}
        impl fmt::Display for $Iter {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                for c in self.clone() {
                    f.write_char(c)?;
                }
                Ok(())
            }
        }
    )* };
}
several! { ToLowercase ToUppercase EscapeDefault }

/// The characters of the other case, and how many they are.
fn case(c: char, upper: bool) -> ([char; 10], usize) {
    let mut codes = [0u32; 3];
    let mut chars = ['\0'; 10];
    let len = intrinsics::char_case(c as u32, upper, codes.as_mut_ptr());
    for i in 0..len {
        chars[i] = unsafe { char::from_u32_unchecked(codes[i]) };
    }
    (chars, len)
}

impl ToLowercase {
    pub(super) fn of(c: char) -> ToLowercase {
        let (chars, end) = case(c, false);
        ToLowercase { chars, start: 0, end }
    }
}

impl ToUppercase {
    pub(super) fn of(c: char) -> ToUppercase {
        let (chars, end) = case(c, true);
        ToUppercase { chars, start: 0, end }
    }
}

impl EscapeDefault {
    fn push(&mut self, c: char) {
        self.chars[self.end] = c;
        self.end += 1;
    }
    pub(super) fn of(c: char) -> EscapeDefault {
        let mut escaped = EscapeDefault { chars: ['\0'; 10], start: 0, end: 0 };
        match c {
            '\t' => escaped.pair('t'),
            '\r' => escaped.pair('r'),
            '\n' => escaped.pair('n'),
            '\'' | '"' | '\\' => escaped.pair(c),
            '\x20'..='\x7e' => escaped.push(c),
            _ => {
                escaped.pair('u');
                escaped.push('{');
                let code = c as u32;
                let mut digits = 1;
                while digits < 6 && code >> (4 * digits) > 0 {
                    digits += 1;
                }
                for i in (0..digits).rev() {
                    escaped.push(char::from_digit(code >> (4 * i) & 15, 16).unwrap());
                }
                escaped.push('}');
            }
        }
        escaped
    }
    fn pair(&mut self, c: char) {
        self.push('\\');
        self.push(c);
    }
}
