//! Lines and words.

use super::split::{Split, SplitInclusive};
use crate::iter::FusedIterator;

#[must_use = "iterators are lazy and do nothing unless consumed"]
#[derive(Clone, Debug)]
pub struct Lines<'a>(SplitInclusive<'a, char>);

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Lines<'a> {
        Lines(SplitInclusive::new(text, '\n'))
    }
}

/// Without its end.
fn bare(line: &str) -> &str {
    match line.strip_suffix('\n') {
        Some(line) => line.strip_suffix('\r').unwrap_or(line),
        None => line,
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        self.0.next().map(bare)
    }
}
impl<'a> DoubleEndedIterator for Lines<'a> {
    fn next_back(&mut self) -> Option<&'a str> {
        self.0.next_back().map(bare)
    }
}
impl FusedIterator for Lines<'_> {}

macro_rules! words {
    ($($Words:ident $is_space:expr;)*) => { $(
        #[derive(Clone, Debug)]
        pub struct $Words<'a>(Split<'a, fn(char) -> bool>);

        impl<'a> $Words<'a> {
            pub(super) fn new(text: &'a str) -> $Words<'a> {
                $Words(Split::new(text, $is_space))
            }
        }
        impl<'a> Iterator for $Words<'a> {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                self.0.find(|word| !word.is_empty())
            }
        }
        impl<'a> DoubleEndedIterator for $Words<'a> {
            fn next_back(&mut self) -> Option<&'a str> {
                self.0.rfind(|word| !word.is_empty())
            }
        }
        impl FusedIterator for $Words<'_> {}
    )* };
}
words! {
    SplitWhitespace char::is_whitespace;
    SplitAsciiWhitespace |c| c.is_ascii_whitespace();
}
