//! A character in the other case: up to three characters.

use crate::fmt::{self, Write};
use crate::intrinsics;
use crate::iter::FusedIterator;

#[derive(Clone, Debug)]
struct CaseMappingIter {
    chars: [char; 3],
    start: usize,
    end: usize,
}

impl CaseMappingIter {
    fn new(c: char, upper: bool) -> CaseMappingIter {
        let mut chars = ['\0'; 3];
        let end = if c.is_ascii() {
            chars[0] = if upper {
                c.to_ascii_uppercase()
            } else {
                c.to_ascii_lowercase()
            };
            1
        } else {
            intrinsics::char_case(c as u32, upper, chars.as_mut_ptr() as *mut u32)
        };
        CaseMappingIter {
            chars,
            start: 0,
            end,
        }
    }
}

macro_rules! cases {
    ($($Case:ident $upper:literal)*) => { $(
        #[derive(Clone, Debug)]
        pub struct $Case(CaseMappingIter);

        impl $Case {
            pub(super) fn new(c: char) -> $Case {
                $Case(CaseMappingIter::new(c, $upper))
            }
        }
        impl Iterator for $Case {
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
        impl DoubleEndedIterator for $Case {
            fn next_back(&mut self) -> Option<char> {
                let all = &mut self.0;
                if all.start == all.end {
                    return None;
                }
                all.end -= 1;
                Some(all.chars[all.end])
            }
        }
        impl ExactSizeIterator for $Case {}
        impl FusedIterator for $Case {}
        impl fmt::Display for $Case {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                for c in self.clone() {
                    f.write_char(c)?;
                }
                Ok(())
            }
        }
    )* };
}
cases! { ToLowercase false ToUppercase true }
