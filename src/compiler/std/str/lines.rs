//! Lines and words.

use crate::iter::FusedIterator;

#[must_use = "iterators are lazy and do nothing unless consumed"]
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    rest: &'a str,
}

impl<'a> Lines<'a> {
    pub(super) fn new(rest: &'a str) -> Lines<'a> {
        Lines { rest }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let Some((line, rest)) = self.rest.split_once('\n') else {
            return Some(crate::mem::take(&mut self.rest));
        };
        self.rest = rest;
        Some(line.strip_suffix('\r').unwrap_or(line))
    }
}

impl<'a> DoubleEndedIterator for Lines<'a> {
    fn next_back(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let (text, ended) = match self.rest.strip_suffix('\n') {
            Some(text) => (text, true),
            None => (self.rest, false),
        };
        let line = match text.rfind('\n') {
            Some(end) => {
                self.rest = &text[..end + 1];
                &text[end + 1..]
            }
            None => {
                self.rest = "";
                text
            }
        };
        Some(if ended { line.strip_suffix('\r').unwrap_or(line) } else { line })
    }
}

impl FusedIterator for Lines<'_> {}

macro_rules! words {
    ($($Iter:ident $is_space:expr;)*) => { $(
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        #[derive(Clone, Debug)]
        pub struct $Iter<'a> {
            rest: &'a str,
        }

        impl<'a> $Iter<'a> {
            pub(super) fn new(rest: &'a str) -> $Iter<'a> {
                $Iter { rest }
            }
        }
        impl<'a> Iterator for $Iter<'a> {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                let is_space = $is_space;
                let rest = self.rest.trim_start_matches(is_space);
                if rest.is_empty() {
                    self.rest = rest;
                    return None;
                }
                let end = rest.find(is_space).unwrap_or(rest.len());
                self.rest = &rest[end..];
                Some(&rest[..end])
            }
        }
        impl<'a> DoubleEndedIterator for $Iter<'a> {
            fn next_back(&mut self) -> Option<&'a str> {
                let is_space = $is_space;
                let rest = self.rest.trim_end_matches(is_space);
                if rest.is_empty() {
                    self.rest = rest;
                    return None;
                }
                let mut start = rest.len();
                for (i, c) in rest.char_indices().rev() {
                    if is_space(c) {
                        break;
                    }
                    start = i;
                }
                self.rest = &rest[..start];
                Some(&rest[start..])
            }
        }
        impl FusedIterator for $Iter<'_> {}
    )* };
}
words! {
    SplitWhitespace |c: char| c.is_whitespace();
    SplitAsciiWhitespace |c: char| c.is_ascii_whitespace();
}
