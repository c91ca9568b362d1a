//! The matches of a pattern.

use super::index::part;
use super::pattern::{DoubleEndedPattern, Pattern, Searcher};
use crate::fmt;
use crate::iter::FusedIterator;

macro_rules! iterators {
    ($($Iter:ident $Reversed:ident |$text:ident, $start:ident, $end:ident| $item:expr => $t:ty;)*) => { $(
        iterators! { @ $Iter next_match next_match_back |$text, $start, $end| $item => $t }
        iterators! { @ $Reversed next_match_back next_match |$text, $start, $end| $item => $t }
    )* };
    (@ $Iter:ident $next:ident $next_back:ident |$text:ident, $start:ident, $end:ident| $item:expr => $t:ty) => {
        pub struct $Iter<'a, P: Pattern>(pub(super) Searcher<'a, P>);

        impl<'a, P: Pattern> Iterator for $Iter<'a, P> {
            type Item = $t;
            fn next(&mut self) -> Option<$t> {
                let $text = self.0.text;
                let ($start, $end) = self.0.$next()?;
                Some($item)
            }
        }
        impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for $Iter<'a, P> {
            fn next_back(&mut self) -> Option<$t> {
                let $text = self.0.text;
                let ($start, $end) = self.0.$next_back()?;
                Some($item)
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
                f.debug_tuple($crate::stringify!($Iter)).field(&self.0.text).finish()
            }
        }
    };
}
iterators! {
    Matches RMatches |text, start, end| part(text, start, end) => &'a str;
    MatchIndices RMatchIndices |text, start, end| (start, part(text, start, end)) => (usize, &'a str);
}
