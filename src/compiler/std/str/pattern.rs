//! What can be looked for in a text: a character, one of many, one that a function picks, or another text.

use super::index::part;
use crate::intrinsics;

pub trait Pattern: Sized {
    /// Where the first match between two boundaries begins and ends.
    fn find_in(&mut self, text: &str, from: usize, to: usize) -> Option<(usize, usize)>;
    /// The same of the last.
    fn rfind_in(&mut self, text: &str, from: usize, to: usize) -> Option<(usize, usize)>;
    /// How long the match is with which the text begins.
    fn prefix_of(&mut self, text: &str) -> Option<usize>;
    /// And that with which it ends.
    fn suffix_of(&mut self, text: &str) -> Option<usize>;
}

/// Its matches are the same from the front and from the back.
pub trait DoubleEndedPattern: Pattern {}

macro_rules! one_character {
    ($([$($generics:tt)*] $t:ty: |$pattern:ident, $c:ident| $matches:expr;)*) => { $(
        impl<$($generics)*> Pattern for $t {
            fn find_in(&mut self, text: &str, from: usize, to: usize) -> Option<(usize, usize)> {
                let $pattern = self;
                let mut at = from;
                for $c in part(text, from, to).chars() {
                    let end = at + $c.len_utf8();
                    if $matches {
                        return Some((at, end));
                    }
                    at = end;
                }
                None
            }
            fn rfind_in(&mut self, text: &str, from: usize, to: usize) -> Option<(usize, usize)> {
                let $pattern = self;
                let mut end = to;
                for $c in part(text, from, to).chars().rev() {
                    let at = end - $c.len_utf8();
                    if $matches {
                        return Some((at, end));
                    }
                    end = at;
                }
                None
            }
            fn prefix_of(&mut self, text: &str) -> Option<usize> {
                let $pattern = self;
                let $c = text.chars().next()?;
                if $matches { Some($c.len_utf8()) } else { None }
            }
            fn suffix_of(&mut self, text: &str) -> Option<usize> {
                let $pattern = self;
                let $c = text.chars().next_back()?;
                if $matches { Some($c.len_utf8()) } else { None }
            }
        }
        impl<$($generics)*> DoubleEndedPattern for $t {}
    )* };
}
one_character! {
    [F: FnMut(char) -> bool] F: |pattern, c| pattern(c);
    [const N: usize] [char; N]: |pattern, c| any(&pattern[..], c);
    ['b, const N: usize] &'b [char; N]: |pattern, c| any(&pattern[..], c);
    ['b] &'b [char]: |pattern, c| any(pattern, c);
}

fn any(of: &[char], c: char) -> bool {
    for one in of {
        if *one == c {
            return true;
        }
    }
    false
}

macro_rules! text {
    ($([$($generics:tt)*] $t:ty: |$pattern:ident, $room:ident| $text:expr;)*) => { $(
        impl<$($generics)*> Pattern for $t {
            fn find_in(&mut self, text: &str, from: usize, to: usize) -> Option<(usize, usize)> {
                let ($pattern, $room) = (self, &mut [0; 4]);
                find(text, $text, from, to)
            }
            fn rfind_in(&mut self, text: &str, from: usize, to: usize) -> Option<(usize, usize)> {
                let ($pattern, $room) = (self, &mut [0; 4]);
                rfind(text, $text, from, to)
            }
            fn prefix_of(&mut self, text: &str) -> Option<usize> {
                let ($pattern, $room) = (self, &mut [0; 4]);
                let needle: &str = $text;
                let len = needle.len();
                if len <= text.len() && is_at(text, needle, 0) { Some(len) } else { None }
            }
            fn suffix_of(&mut self, text: &str) -> Option<usize> {
                let ($pattern, $room) = (self, &mut [0; 4]);
                let needle: &str = $text;
                let len = needle.len();
                if len <= text.len() && is_at(text, needle, text.len() - len) { Some(len) } else { None }
            }
        }
    )* };
}
text! {
    [] char: |pattern, room| pattern.encode_utf8(room);
    ['b] &'b str: |pattern, _room| *pattern;
    ['b] &'b String: |pattern, _room| pattern.as_str();
    ['b, 'c] &'c &'b str: |pattern, _room| **pattern;
}
impl DoubleEndedPattern for char {}

fn is_at(text: &str, needle: &str, at: usize) -> bool {
    unsafe { intrinsics::compare_bytes(text.as_ptr().add(at), needle.as_ptr(), needle.len()) == 0 }
}

/// The empty text is at every boundary.
fn find(text: &str, needle: &str, from: usize, to: usize) -> Option<(usize, usize)> {
    let len = needle.len();
    if len == 0 {
        return Some((from, from));
    }
    let bytes = text.as_ptr();
    unsafe {
        let first = *needle.as_ptr();
        let mut at = from;
        while at + len <= to {
            if *bytes.add(at) == first && (len == 1 || is_at(text, needle, at)) {
                return Some((at, at + len));
            }
            at += 1;
        }
    }
    None
}

fn rfind(text: &str, needle: &str, from: usize, to: usize) -> Option<(usize, usize)> {
    let len = needle.len();
    if len == 0 {
        return Some((to, to));
    }
    let bytes = text.as_ptr();
    unsafe {
        let first = *needle.as_ptr();
        let mut end = to;
        while from + len <= end {
            let at = end - len;
            if *bytes.add(at) == first && (len == 1 || is_at(text, needle, at)) {
                return Some((at, end));
            }
            end -= 1;
        }
    }
    None
}

/// The matches in a text, one after the other, from both ends.
#[derive(Clone)]
pub(super) struct Searcher<'a, P> {
    pub(super) text: &'a str,
    pattern: P,
    /// Where the next match may begin.
    front: usize,
    /// Where the last may end.
    back: usize,
    done: bool,
}

impl<'a, P: Pattern> Searcher<'a, P> {
    pub(super) fn new(text: &'a str, pattern: P) -> Searcher<'a, P> {
        Searcher {
            text,
            pattern,
            front: 0,
            back: text.len(),
            done: false,
        }
    }
    pub(super) fn next_match(&mut self) -> Option<(usize, usize)> {
        if self.done {
            return None;
        }
        let found = self.pattern.find_in(self.text, self.front, self.back);
        match found {
            Some((start, end)) if start < end => self.front = end,
            // After an empty one, the next is behind the next character.
            Some((at, _)) => match part(self.text, at, self.back).chars().next() {
                Some(c) => self.front = at + c.len_utf8(),
                None => self.done = true,
            },
            None => self.done = true,
        }
        found
    }
    pub(super) fn next_match_back(&mut self) -> Option<(usize, usize)> {
        if self.done {
            return None;
        }
        let found = self.pattern.rfind_in(self.text, self.front, self.back);
        match found {
            Some((start, end)) if start < end => self.back = start,
            Some((at, _)) => match part(self.text, self.front, at).chars().next_back() {
                Some(c) => self.back = at - c.len_utf8(),
                None => self.done = true,
            },
            None => self.done = true,
        }
        found
    }
}
