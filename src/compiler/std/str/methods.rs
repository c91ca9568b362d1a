//! What every text can do.

use super::index::part;
use super::pattern::{DoubleEndedPattern, Pattern};
use super::{
    Bytes, CharIndices, Chars, FromStr, Lines, MatchIndices, Matches, RMatchIndices, RMatches,
    RSplit, RSplitN, RSplitTerminator, Split, SplitAsciiWhitespace, SplitInclusive, SplitN,
    SplitTerminator, SplitWhitespace,
};
use crate::intrinsics;
use crate::slice::SliceIndex;

impl str {
    #[must_use]
    pub const fn len(&self) -> usize {
        self.as_bytes().len()
    }
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
    #[must_use]
    pub fn is_char_boundary(&self, index: usize) -> bool {
        if index == 0 || index == self.len() {
            return true;
        }
        index < self.len() && self.as_bytes()[index] & 0xC0 != 0x80
    }
    #[must_use]
    pub fn floor_char_boundary(&self, index: usize) -> usize {
        if index >= self.len() {
            return self.len();
        }
        let mut floor = index;
        while !self.is_char_boundary(floor) {
            floor -= 1;
        }
        floor
    }
    #[must_use]
    pub fn ceil_char_boundary(&self, index: usize) -> usize {
        let mut ceil = index.min(self.len());
        while !self.is_char_boundary(ceil) {
            ceil += 1;
        }
        ceil
    }
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        unsafe { intrinsics::transmute::<&str, &[u8]>(self) }
    }
    #[must_use]
    pub const fn as_ptr(&self) -> *const u8 {
        self as *const str as *const u8
    }
    #[must_use]
    pub const fn as_mut_ptr(&mut self) -> *mut u8 {
        self as *mut str as *mut u8
    }
    #[must_use]
    pub const unsafe fn as_bytes_mut(&mut self) -> &mut [u8] {
        unsafe { intrinsics::transmute::<&mut str, &mut [u8]>(self) }
    }
    #[must_use]
    pub fn get<I: SliceIndex<str>>(&self, i: I) -> Option<&I::Output> {
        i.get(self)
    }
    #[must_use]
    pub fn get_mut<I: SliceIndex<str>>(&mut self, i: I) -> Option<&mut I::Output> {
        i.get_mut(self)
    }
    #[must_use]
    #[track_caller]
    pub fn split_at(&self, mid: usize) -> (&str, &str) {
        match self.split_at_checked(mid) {
            Some(pair) => pair,
            None => panic!("failed to slice string"),
        }
    }
    #[must_use]
    pub fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)> {
        if self.is_char_boundary(mid) {
            Some((part(self, 0, mid), part(self, mid, self.len())))
        } else {
            None
        }
    }
    pub fn chars(&self) -> Chars<'_> {
        Chars::new(self)
    }
    pub fn char_indices(&self) -> CharIndices<'_> {
        CharIndices::new(self)
    }
    pub fn bytes(&self) -> Bytes<'_> {
        Bytes::new(self)
    }
    pub fn split_whitespace(&self) -> SplitWhitespace<'_> {
        SplitWhitespace::new(self)
    }
    pub fn split_ascii_whitespace(&self) -> SplitAsciiWhitespace<'_> {
        SplitAsciiWhitespace::new(self)
    }
    pub fn lines(&self) -> Lines<'_> {
        Lines::new(self)
    }
    pub fn contains<P: Pattern>(&self, mut pat: P) -> bool {
        pat.first(self).is_some()
    }
    pub fn starts_with<P: Pattern>(&self, mut pat: P) -> bool {
        pat.prefix(self).is_some()
    }
    pub fn ends_with<P: Pattern>(&self, mut pat: P) -> bool {
        pat.suffix(self).is_some()
    }
    pub fn find<P: Pattern>(&self, mut pat: P) -> Option<usize> {
        match pat.first(self) {
            Some(found) => Some(found.start),
            None => None,
        }
    }
    pub fn rfind<P: Pattern>(&self, mut pat: P) -> Option<usize> {
        match pat.last(self) {
            Some(found) => Some(found.start),
            None => None,
        }
    }
    pub fn split<P: Pattern>(&self, pat: P) -> Split<'_, P> {
        Split::new(self, pat)
    }
    pub fn split_inclusive<P: Pattern>(&self, pat: P) -> SplitInclusive<'_, P> {
        SplitInclusive::new(self, pat)
    }
    pub fn rsplit<P: Pattern>(&self, pat: P) -> RSplit<'_, P> {
        RSplit::new(self, pat)
    }
    pub fn split_terminator<P: Pattern>(&self, pat: P) -> SplitTerminator<'_, P> {
        SplitTerminator::new(self, pat)
    }
    pub fn rsplit_terminator<P: Pattern>(&self, pat: P) -> RSplitTerminator<'_, P> {
        RSplitTerminator::new(self, pat)
    }
    pub fn splitn<P: Pattern>(&self, n: usize, pat: P) -> SplitN<'_, P> {
        SplitN::new(self, n, pat)
    }
    pub fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> RSplitN<'_, P> {
        RSplitN::new(self, n, pat)
    }
    pub fn split_once<P: Pattern>(&self, mut delimiter: P) -> Option<(&str, &str)> {
        let found = delimiter.first(self)?;
        Some((part(self, 0, found.start), part(self, found.end, self.len())))
    }
    pub fn rsplit_once<P: Pattern>(&self, mut delimiter: P) -> Option<(&str, &str)> {
        let found = delimiter.last(self)?;
        Some((part(self, 0, found.start), part(self, found.end, self.len())))
    }
    pub fn matches<P: Pattern>(&self, pat: P) -> Matches<'_, P> {
        Matches::new(self, pat)
    }
    pub fn rmatches<P: Pattern>(&self, pat: P) -> RMatches<'_, P> {
        RMatches::new(self, pat)
    }
    pub fn match_indices<P: Pattern>(&self, pat: P) -> MatchIndices<'_, P> {
        MatchIndices::new(self, pat)
    }
    pub fn rmatch_indices<P: Pattern>(&self, pat: P) -> RMatchIndices<'_, P> {
        RMatchIndices::new(self, pat)
    }
    #[must_use = "this returns the trimmed string as a slice, without modifying the original"]
    pub fn trim(&self) -> &str {
        self.trim_start().trim_end()
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_start(&self) -> &str {
        self.trim_start_matches(|c: char| c.is_whitespace())
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_end(&self) -> &str {
        self.trim_end_matches(|c: char| c.is_whitespace())
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_matches<P: DoubleEndedPattern>(&self, mut pat: P) -> &str {
        let mut rest = self;
        while let Some(len) = pat.prefix(rest) {
            rest = part(rest, len, rest.len());
        }
        while let Some(len) = pat.suffix(rest) {
            rest = part(rest, 0, rest.len() - len);
        }
        rest
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_start_matches<P: Pattern>(&self, mut pat: P) -> &str {
        let mut rest = self;
        while let Some(len) = pat.prefix(rest) {
            if len == 0 {
                break;
            }
            rest = part(rest, len, rest.len());
        }
        rest
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_end_matches<P: Pattern>(&self, mut pat: P) -> &str {
        let mut rest = self;
        while let Some(len) = pat.suffix(rest) {
            if len == 0 {
                break;
            }
            rest = part(rest, 0, rest.len() - len);
        }
        rest
    }
    #[must_use = "this returns the remaining substring as a new slice, without modifying the original"]
    pub fn strip_prefix<P: Pattern>(&self, mut prefix: P) -> Option<&str> {
        let len = prefix.prefix(self)?;
        Some(part(self, len, self.len()))
    }
    #[must_use = "this returns the remaining substring as a new slice, without modifying the original"]
    pub fn strip_suffix<P: Pattern>(&self, mut suffix: P) -> Option<&str> {
        let len = suffix.suffix(self)?;
        Some(part(self, 0, self.len() - len))
    }
    pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {
        FromStr::from_str(self)
    }
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        self.as_bytes().is_ascii()
    }
    #[must_use]
    pub fn eq_ignore_ascii_case(&self, other: &str) -> bool {
        self.as_bytes().eq_ignore_ascii_case(other.as_bytes())
    }
    pub fn make_ascii_uppercase(&mut self) {
        unsafe { self.as_bytes_mut() }.make_ascii_uppercase()
    }
    pub fn make_ascii_lowercase(&mut self) {
        unsafe { self.as_bytes_mut() }.make_ascii_lowercase()
    }
    #[must_use = "this returns the replaced string as a new allocation, without modifying the original"]
    pub fn replace<P: Pattern>(&self, from: P, to: &str) -> String {
        let mut result = String::new();
        let mut last_end = 0;
        for (start, found) in self.match_indices(from) {
            result.push_str(part(self, last_end, start));
            result.push_str(to);
            last_end = start + found.len();
        }
        result.push_str(part(self, last_end, self.len()));
        result
    }
    #[must_use = "this returns the replaced string as a new allocation, without modifying the original"]
    pub fn replacen<P: Pattern>(&self, pat: P, to: &str, count: usize) -> String {
        let mut result = String::new();
        let mut last_end = 0;
        for (start, found) in self.match_indices(pat).take(count) {
            result.push_str(part(self, last_end, start));
            result.push_str(to);
            last_end = start + found.len();
        }
        result.push_str(part(self, last_end, self.len()));
        result
    }
    #[must_use = "this returns the lowercase string as a new String, without modifying the original"]
    pub fn to_lowercase(&self) -> String {
        let mut lower = String::with_capacity(self.len());
        for c in self.chars() {
            if c.is_ascii() {
                lower.push(c.to_ascii_lowercase());
            } else {
                lower.extend(c.to_lowercase());
            }
        }
        lower
    }
    #[must_use = "this returns the uppercase string as a new String, without modifying the original"]
    pub fn to_uppercase(&self) -> String {
        let mut upper = String::with_capacity(self.len());
        for c in self.chars() {
            if c.is_ascii() {
                upper.push(c.to_ascii_uppercase());
            } else {
                upper.extend(c.to_uppercase());
            }
        }
        upper
    }
    #[must_use = "to uppercase the value in-place, use `make_ascii_uppercase()`"]
    pub fn to_ascii_uppercase(&self) -> String {
        let mut s = self.to_owned();
        s.make_ascii_uppercase();
        s
    }
    #[must_use = "to lowercase the value in-place, use `make_ascii_lowercase()`"]
    pub fn to_ascii_lowercase(&self) -> String {
        let mut s = self.to_owned();
        s.make_ascii_lowercase();
        s
    }
    #[must_use = "`self` will be dropped if the result is not used"]
    pub fn into_string(self: Box<str>) -> String {
        String::from(self)
    }
    #[must_use]
    pub fn repeat(&self, n: usize) -> String {
        let mut result = String::with_capacity(self.len() * n);
        for _ in 0..n {
            result.push_str(self);
        }
        result
    }
}
