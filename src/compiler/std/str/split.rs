//! Parts between what is found, and what is found.

use super::index::part;
use super::pattern::{DoubleEndedPattern, Pattern, Searcher};
use crate::iter::FusedIterator;

/// What all of these are made of.
#[derive(Clone)]
struct SplitInternal<'a, P> {
    searcher: Searcher<'a, P>,
    start: usize,
    end: usize,
    /// Whether there is a last part even if it is empty.
    allow_trailing_empty: bool,
    finished: bool,
}

impl<'a, P: Pattern> SplitInternal<'a, P> {
    fn new(text: &'a str, pattern: P, allow_trailing_empty: bool) -> SplitInternal<'a, P> {
        SplitInternal {
            searcher: Searcher::new(text, pattern),
            start: 0,
            end: text.len(),
            allow_trailing_empty,
            finished: false,
        }
    }
    fn get_end(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        self.finished = true;
        if self.allow_trailing_empty || self.end > self.start {
            Some(part(self.searcher.text, self.start, self.end))
        } else {
            None
        }
    }
    fn next(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.searcher.next() {
            Some(found) => {
                let piece = part(self.searcher.text, self.start, found.start);
                self.start = found.end;
                Some(piece)
            }
            None => self.get_end(),
        }
    }
    fn next_inclusive(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.searcher.next() {
            Some(found) => {
                let piece = part(self.searcher.text, self.start, found.end);
                self.start = found.end;
                Some(piece)
            }
            None => self.get_end(),
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
                _ => {
                    if self.finished {
                        return None;
                    }
                }
            }
        }
        match self.searcher.next_back() {
            Some(found) => {
                let piece = part(self.searcher.text, found.end, self.end);
                self.end = found.start;
                Some(piece)
            }
            None => {
                self.finished = true;
                Some(part(self.searcher.text, self.start, self.end))
            }
        }
    }
    fn remainder(&self) -> Option<&'a str> {
        if self.finished { None } else { Some(part(self.searcher.text, self.start, self.end)) }
    }
}

macro_rules! split {
    ($($Iter:ident $allow_trailing_empty:literal $next:ident $next_back:ident [$($Back:tt)*];)*) => { $(
        #[derive(Clone)]
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $Iter<'a, P: Pattern>(SplitInternal<'a, P>);

        impl<'a, P: Pattern> $Iter<'a, P> {
            pub(super) fn new(text: &'a str, pattern: P) -> $Iter<'a, P> {
                $Iter(SplitInternal::new(text, pattern, $allow_trailing_empty))
            }
            #[must_use]
            pub fn remainder(&self) -> Option<&'a str> {
                self.0.remainder()
            }
        }
        impl<'a, P: Pattern> Iterator for $Iter<'a, P> {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                self.0.$next()
            }
        }
        impl<'a, P: $($Back)*> DoubleEndedIterator for $Iter<'a, P> {
            fn next_back(&mut self) -> Option<&'a str> {
                self.0.$next_back()
            }
        }
        impl<'a, P: Pattern> FusedIterator for $Iter<'a, P> {}
    )* };
}
split! {
    Split true next next_back [DoubleEndedPattern];
    RSplit true next_back next [DoubleEndedPattern];
    SplitTerminator false next next_back [DoubleEndedPattern];
    RSplitTerminator false next_back next [DoubleEndedPattern];
}

#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct SplitInclusive<'a, P: Pattern>(SplitInternal<'a, P>);

impl<'a, P: Pattern> SplitInclusive<'a, P> {
    pub(super) fn new(text: &'a str, pattern: P) -> SplitInclusive<'a, P> {
        SplitInclusive(SplitInternal::new(text, pattern, false))
    }
}

impl<'a, P: Pattern> Iterator for SplitInclusive<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        self.0.next_inclusive()
    }
}

impl<'a, P: Pattern> FusedIterator for SplitInclusive<'a, P> {}

macro_rules! splitn {
    ($($Iter:ident $next:ident)*) => { $(
        #[derive(Clone)]
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $Iter<'a, P: Pattern> {
            inner: SplitInternal<'a, P>,
            count: usize,
        }

        impl<'a, P: Pattern> $Iter<'a, P> {
            pub(super) fn new(text: &'a str, count: usize, pattern: P) -> $Iter<'a, P> {
                $Iter { inner: SplitInternal::new(text, pattern, true), count }
            }
        }
        impl<'a, P: Pattern> Iterator for $Iter<'a, P> {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                match self.count {
                    0 => None,
                    1 => {
                        self.count = 0;
                        self.inner.get_end()
                    }
                    _ => {
                        self.count -= 1;
                        self.inner.$next()
                    }
                }
            }
        }
        impl<'a, P: Pattern> FusedIterator for $Iter<'a, P> {}
    )* };
}
splitn! { SplitN next RSplitN next_back }

macro_rules! matches {
    ($($Iter:ident $next:ident $next_back:ident $item:ty: |$self:ident, $found:ident| $give:expr;)*) => { $(
        #[derive(Clone)]
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $Iter<'a, P: Pattern>(Searcher<'a, P>);

        impl<'a, P: Pattern> $Iter<'a, P> {
            pub(super) fn new(text: &'a str, pattern: P) -> $Iter<'a, P> {
                $Iter(Searcher::new(text, pattern))
            }
        }
        impl<'a, P: Pattern> Iterator for $Iter<'a, P> {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                let $self = &mut self.0;
                let $found = $self.$next()?;
                Some($give)
            }
        }
        impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for $Iter<'a, P> {
            fn next_back(&mut self) -> Option<$item> {
                let $self = &mut self.0;
                let $found = $self.$next_back()?;
                Some($give)
            }
        }
        impl<'a, P: Pattern> FusedIterator for $Iter<'a, P> {}
    )* };
}
matches! {
    Matches next next_back &'a str: |of, found| part(of.text, found.start, found.end);
    RMatches next_back next &'a str: |of, found| part(of.text, found.start, found.end);
    MatchIndices next next_back (usize, &'a str): |of, found| (found.start, part(of.text, found.start, found.end));
    RMatchIndices next_back next (usize, &'a str): |of, found| (found.start, part(of.text, found.start, found.end));
}
