//! The parts of a text between the matches of a pattern.

use super::index::part;
use super::pattern::{DoubleEndedPattern, Pattern, Searcher};
use crate::fmt;
use crate::iter::FusedIterator;

#[derive(Clone)]
struct Parts<'a, P> {
    /// What has not been given.
    start: usize,
    end: usize,
    searcher: Searcher<'a, P>,
    /// Whether the last part is given also if it is empty.
    allow_trailing_empty: bool,
    finished: bool,
}

impl<'a, P: Pattern> Parts<'a, P> {
    fn new(text: &'a str, pattern: P, allow_trailing_empty: bool) -> Parts<'a, P> {
        Parts {
            start: 0,
            end: text.len(),
            searcher: Searcher::new(text, pattern),
            allow_trailing_empty,
            finished: false,
        }
    }
    fn part(&self, start: usize, end: usize) -> &'a str {
        part(self.searcher.text, start, end)
    }
    /// All that is left.
    fn rest(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        self.finished = true;
        if self.allow_trailing_empty || self.start < self.end {
            Some(self.part(self.start, self.end))
        } else {
            None
        }
    }
    fn next(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.searcher.next_match() {
            Some((a, b)) => {
                let found = self.part(self.start, a);
                self.start = b;
                Some(found)
            }
            None => self.rest(),
        }
    }
    fn next_inclusive(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.searcher.next_match() {
            Some((_, b)) => {
                let found = self.part(self.start, b);
                self.start = b;
                Some(found)
            }
            None => self.rest(),
        }
    }
    fn next_back(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if !self.allow_trailing_empty {
            self.allow_trailing_empty = true;
            match self.next_back() {
                Some(last) if !last.is_empty() => return Some(last),
                _ if self.finished => return None,
                _ => {}
            }
        }
        match self.searcher.next_match_back() {
            Some((a, b)) => {
                let found = self.part(b, self.end);
                self.end = a;
                Some(found)
            }
            None => {
                self.finished = true;
                Some(self.part(self.start, self.end))
            }
        }
    }
    fn next_back_inclusive(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if !self.allow_trailing_empty {
            self.allow_trailing_empty = true;
            match self.next_back_inclusive() {
                Some(last) if !last.is_empty() => return Some(last),
                _ if self.finished => return None,
                _ => {}
            }
        }
        match self.searcher.next_match_back() {
            Some((_, b)) => {
                let found = self.part(b, self.end);
                self.end = b;
                Some(found)
            }
            None => {
                self.finished = true;
                Some(self.part(self.start, self.end))
            }
        }
    }
}

macro_rules! iterators {
    ($($Iter:ident $trailing:literal $next:ident $next_back:ident;)*) => { $(
        pub struct $Iter<'a, P: Pattern>(Parts<'a, P>);

        impl<'a, P: Pattern> $Iter<'a, P> {
            pub(super) fn new(text: &'a str, pattern: P) -> $Iter<'a, P> {
                $Iter(Parts::new(text, pattern, $trailing))
            }
        }
        impl<'a, P: Pattern> Iterator for $Iter<'a, P> {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                self.0.$next()
            }
        }
        impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for $Iter<'a, P> {
            fn next_back(&mut self) -> Option<&'a str> {
                self.0.$next_back()
            }
        }
        impl<P: Pattern> FusedIterator for $Iter<'_, P> {}
        impl<'a, P: Pattern + Clone> Clone for $Iter<'a, P> {
            fn clone(&self) -> Self {
                $Iter(self.0.clone())
            }
        }
        impl<P: Pattern> fmt::Debug for $Iter<'_, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct($crate::stringify!($Iter)).finish_non_exhaustive()
            }
        }
    )* };
}
iterators! {
    Split true next next_back;
    RSplit true next_back next;
    SplitTerminator false next next_back;
    RSplitTerminator false next_back next;
    SplitInclusive false next_inclusive next_back_inclusive;
}

macro_rules! limited {
    ($($Iter:ident $next:ident;)*) => { $(
        /// At most `count` parts: the last is all that is left.
        pub struct $Iter<'a, P: Pattern> {
            parts: Parts<'a, P>,
            count: usize,
        }

        impl<'a, P: Pattern> $Iter<'a, P> {
            pub(super) fn new(text: &'a str, pattern: P, count: usize) -> $Iter<'a, P> {
                $Iter { parts: Parts::new(text, pattern, true), count }
            }
        }
        impl<'a, P: Pattern> Iterator for $Iter<'a, P> {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                match self.count {
                    0 => None,
                    1 => {
                        self.count = 0;
                        self.parts.rest()
                    }
                    _ => {
                        self.count -= 1;
                        self.parts.$next()
                    }
                }
            }
        }
        impl<P: Pattern> FusedIterator for $Iter<'_, P> {}
        impl<'a, P: Pattern + Clone> Clone for $Iter<'a, P> {
            fn clone(&self) -> Self {
                $Iter { parts: self.parts.clone(), count: self.count }
            }
        }
        impl<P: Pattern> fmt::Debug for $Iter<'_, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct($crate::stringify!($Iter)).finish_non_exhaustive()
            }
        }
    )* };
}
limited! { SplitN next; RSplitN next_back; }
