//! See [`std::str`](https://doc.rust-lang.org/std/str/).

mod chars;
mod convert;
mod index;
mod lines;
mod methods;
pub mod pattern;
mod split;

use crate::cmp::Ordering;
use crate::intrinsics;

pub use chars::{Bytes, CharIndices, Chars};
pub use convert::{FromStr, ParseBoolError, Utf8Error, from_utf8};
pub use lines::{Lines, SplitAsciiWhitespace, SplitWhitespace};
pub use split::{
    MatchIndices, Matches, RMatchIndices, RMatches, RSplit, RSplitN, RSplitTerminator, Split,
    SplitInclusive, SplitN, SplitTerminator,
};

pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
    unsafe { intrinsics::transmute::<&[u8], &str>(v) }
}

pub const unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {
    unsafe { intrinsics::transmute::<&mut [u8], &mut str>(v) }
}

impl PartialEq for str {
    fn eq(&self, other: &str) -> bool {
        self.len() == other.len()
            && intrinsics::compare_bytes(self.as_ptr(), other.as_ptr(), self.len()) == 0
    }
}
impl Eq for str {}
impl Ord for str {
    fn cmp(&self, other: &str) -> Ordering {
        let len = self.len().min(other.len());
        let order = intrinsics::compare_bytes(self.as_ptr(), other.as_ptr(), len);
        if order < 0 {
            Ordering::Less
        } else if order > 0 {
            Ordering::Greater
        } else {
            self.len().cmp(&other.len())
        }
    }
}
impl PartialOrd for str {
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Default for &str {
    fn default() -> Self {
        ""
    }
}

impl AsRef<[u8]> for str {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}
