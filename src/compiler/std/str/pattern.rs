//! What text can be searched for.

use crate::ops::Range;

pub trait Pattern: Sized {
    /// Where it is found first.
    fn first(&mut self, text: &str) -> Option<Range<usize>>;
    /// Where it is found last.
    fn last(&mut self, text: &str) -> Option<Range<usize>>;
    /// How long it is at the beginning.
    fn prefix(&mut self, text: &str) -> Option<usize>;
    /// How long it is at the end.
    fn suffix(&mut self, text: &str) -> Option<usize>;
}

/// From both ends the same is found: of characters, not of text.
pub trait DoubleEndedPattern: Pattern {}

macro_rules! characters {
    ($([$($generics:tt)*] $t:ty: |$c:ident, $self:ident| $matches:expr;)*) => { $(
        impl<$($generics)*> Pattern for $t {
            fn first(&mut self, text: &str) -> Option<Range<usize>> {
                let $self = self;
                for (i, $c) in text.char_indices() {
                    if $matches {
                        return Some(i..i + $c.len_utf8());
                    }
                }
                None
            }
            fn last(&mut self, text: &str) -> Option<Range<usize>> {
                let $self = self;
                for (i, $c) in text.char_indices().rev() {
                    if $matches {
                        return Some(i..i + $c.len_utf8());
                    }
                }
                None
            }
            fn prefix(&mut self, text: &str) -> Option<usize> {
                let $self = self;
                let $c = text.chars().next()?;
                if $matches { Some($c.len_utf8()) } else { None }
            }
            fn suffix(&mut self, text: &str) -> Option<usize> {
                let $self = self;
                let $c = text.chars().next_back()?;
                if $matches { Some($c.len_utf8()) } else { None }
            }
        }
        impl<$($generics)*> DoubleEndedPattern for $t {}
    )* };
}
characters! {
    [] char: |c, of| c == *of;
    ['b] &'b [char]: |c, of| of.contains(&c);
    [const N: usize] [char; N]: |c, of| of.contains(&c);
    ['b, const N: usize] &'b [char; N]: |c, of| of.contains(&c);
    [F: FnMut(char) -> bool] F: |c, of| of(c);
}

impl<'b> Pattern for &'b str {
    fn first(&mut self, text: &str) -> Option<Range<usize>> {
        let (text, of) = (text.as_bytes(), self.as_bytes());
        let mut at = 0;
        while at + of.len() <= text.len() {
            if starts_with(text, at, of) {
                return Some(at..at + of.len());
            }
            at += 1;
        }
        None
    }
    fn last(&mut self, text: &str) -> Option<Range<usize>> {
        let (text, of) = (text.as_bytes(), self.as_bytes());
        let mut end = text.len();
        while end >= of.len() {
            if starts_with(text, end - of.len(), of) {
                return Some(end - of.len()..end);
            }
            if end == 0 {
                return None;
            }
            end -= 1;
        }
        None
    }
    fn prefix(&mut self, text: &str) -> Option<usize> {
        let (text, of) = (text.as_bytes(), self.as_bytes());
        if of.len() <= text.len() && starts_with(text, 0, of) { Some(of.len()) } else { None }
    }
    fn suffix(&mut self, text: &str) -> Option<usize> {
        let (text, of) = (text.as_bytes(), self.as_bytes());
        if of.len() <= text.len() && starts_with(text, text.len() - of.len(), of) {
            Some(of.len())
        } else {
            None
        }
    }
}

/// There are as many bytes.
fn starts_with(text: &[u8], at: usize, of: &[u8]) -> bool {
    unsafe { crate::intrinsics::compare_bytes(text.as_ptr().add(at), of.as_ptr(), of.len()) == 0 }
}

macro_rules! as_str {
    ($($t:ty)*) => { $(
        impl<'b, 'c> Pattern for $t {
            fn first(&mut self, text: &str) -> Option<Range<usize>> { (&self[..]).first(text) }
            fn last(&mut self, text: &str) -> Option<Range<usize>> { (&self[..]).last(text) }
            fn prefix(&mut self, text: &str) -> Option<usize> { (&self[..]).prefix(text) }
            fn suffix(&mut self, text: &str) -> Option<usize> { (&self[..]).suffix(text) }
        }
    )* };
}
as_str! { &'b String &'c &'b str }

/// All that is found, from both ends.
#[derive(Clone)]
pub(super) struct Searcher<'a, P> {
    pub(super) text: &'a str,
    pattern: P,
    /// What has not been looked at; None after an empty match at its end.
    front: Option<usize>,
    back: Option<usize>,
}

impl<'a, P: Pattern> Searcher<'a, P> {
    pub(super) fn new(text: &'a str, pattern: P) -> Searcher<'a, P> {
        Searcher { text, pattern, front: Some(0), back: Some(text.len()) }
    }
    pub(super) fn next(&mut self) -> Option<Range<usize>> {
        let (front, back) = (self.front?, self.back?);
        if front > back {
            return None;
        }
        let mut rest = super::index::part(self.text, front, back);
        let mut offset = front;
        loop {
            let found = self.pattern.first(rest)?;
            let found = found.start + offset..found.end + offset;
            // The empty text is found between characters only.
            if found.is_empty() && !self.text.is_char_boundary(found.start) {
                offset = found.start + 1;
                rest = super::index::part(self.text, offset, back);
                continue;
            }
            self.front = if !found.is_empty() {
                Some(found.end)
            } else {
                let next = super::index::part(self.text, found.end, self.text.len()).chars().next();
                next.map(|c| found.end + c.len_utf8())
            };
            return Some(found);
        }
    }
    pub(super) fn next_back(&mut self) -> Option<Range<usize>> {
        let (front, back) = (self.front?, self.back?);
        if front > back {
            return None;
        }
        let found = self.pattern.last(super::index::part(self.text, front, back))?;
        let found = found.start + front..found.end + front;
        self.back = if !found.is_empty() {
            Some(found.start)
        } else {
            let before = super::index::part(self.text, 0, found.start).chars().next_back();
            before.map(|c| found.start - c.len_utf8())
        };
        Some(found)
    }
}
