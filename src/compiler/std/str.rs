//! See [`std::str`](https://doc.rust-lang.org/std/str/).

mod chars;
mod index;
mod lines;
mod matches;
mod methods;
mod parse;
mod pattern;
mod split;
mod utf8;

use crate::cmp::Ordering;
use crate::intrinsics;

pub use chars::{
    Bytes, CharIndices, Chars, EncodeUtf16, EscapeDebug, EscapeDefault, EscapeUnicode,
};
pub use lines::{Lines, SplitAsciiWhitespace, SplitWhitespace};
pub use matches::{MatchIndices, Matches, RMatchIndices, RMatches};
pub use parse::{FromStr, ParseBoolError};
pub use split::{
    RSplit, RSplitN, RSplitTerminator, Split, SplitInclusive, SplitN, SplitTerminator,
};
pub use utf8::{Utf8Error, from_utf8, from_utf8_mut, from_utf8_unchecked, from_utf8_unchecked_mut};

impl PartialEq for str {
    fn eq(&self, other: &str) -> bool {
        let len = self.len();
        len == other.len() && intrinsics::compare_bytes(self.as_ptr(), other.as_ptr(), len) == 0
    }
}
impl Eq for str {}
impl Ord for str {
    fn cmp(&self, other: &str) -> Ordering {
        let (len, other_len) = (self.len(), other.len());
        let shorter = if len < other_len { len } else { other_len };
        let order = intrinsics::compare_bytes(self.as_ptr(), other.as_ptr(), shorter);
        if order == 0 {
            len.cmp(&other_len)
        } else {
            order.cmp(&0)
        }
    }
}
impl PartialOrd for str {
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl AsRef<[u8]> for str {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl Default for &str {
    fn default() -> Self {
        ""
    }
}
