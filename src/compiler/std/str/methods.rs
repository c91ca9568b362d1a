//! The methods of `str`.

use super::index::{check, part, part_mut};
use super::pattern::{DoubleEndedPattern, Pattern, Searcher};
use super::{
    Bytes, CharIndices, Chars, EncodeUtf16, EscapeDebug, EscapeDefault, EscapeUnicode, FromStr,
    Lines, MatchIndices, Matches, RMatchIndices, RMatches, RSplit, RSplitN, RSplitTerminator,
    Split, SplitAsciiWhitespace, SplitInclusive, SplitN, SplitTerminator, SplitWhitespace,
    Utf8Error,
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
    pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
        super::from_utf8(v)
    }
    pub const fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {
        super::from_utf8_mut(v)
    }
    #[must_use]
    pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
        unsafe { super::from_utf8_unchecked(v) }
    }
    #[must_use]
    pub const fn is_char_boundary(&self, index: usize) -> bool {
        let len = self.len();
        if index == 0 || index == len {
            return true;
        }
        index < len && unsafe { *self.as_ptr().add(index) & 0xC0 != 0x80 }
    }
    pub const fn floor_char_boundary(&self, index: usize) -> usize {
        if index >= self.len() {
            return self.len();
        }
        let mut at = index;
        while !self.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
    pub const fn ceil_char_boundary(&self, index: usize) -> usize {
        if index >= self.len() {
            return self.len();
        }
        let mut at = index;
        while !self.is_char_boundary(at) {
            at += 1;
        }
        at
    }
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        unsafe { intrinsics::transmute::<&str, &[u8]>(self) }
    }
    #[must_use]
    pub const unsafe fn as_bytes_mut(&mut self) -> &mut [u8] {
        unsafe { intrinsics::transmute::<&mut str, &mut [u8]>(self) }
    }
    #[must_use]
    pub const fn as_ptr(&self) -> *const u8 {
        self.as_bytes().as_ptr()
    }
    #[must_use]
    pub const fn as_mut_ptr(&mut self) -> *mut u8 {
        unsafe { self.as_bytes_mut().as_mut_ptr() }
    }
    pub fn get<I: SliceIndex<str>>(&self, i: I) -> Option<&I::Output> {
        i.get(self)
    }
    pub fn get_mut<I: SliceIndex<str>>(&mut self, i: I) -> Option<&mut I::Output> {
        i.get_mut(self)
    }
    #[must_use]
    pub const fn split_at(&self, mid: usize) -> (&str, &str) {
        check(self, 0, mid, mid);
        (part(self, 0, mid), part(self, mid, self.len()))
    }
    #[must_use]
    pub const fn split_at_mut(&mut self, mid: usize) -> (&mut str, &mut str) {
        check(self, 0, mid, mid);
        let len = self.len();
        let all: *mut str = self;
        unsafe { (part_mut(&mut *all, 0, mid), part_mut(&mut *all, mid, len)) }
    }
    #[must_use]
    pub const fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)> {
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
    #[must_use = "this returns the split string as an iterator, without modifying the original"]
    pub fn split_whitespace(&self) -> SplitWhitespace<'_> {
        SplitWhitespace::new(self)
    }
    #[must_use = "this returns the split string as an iterator, without modifying the original"]
    pub fn split_ascii_whitespace(&self) -> SplitAsciiWhitespace<'_> {
        SplitAsciiWhitespace::new(self)
    }
    pub fn lines(&self) -> Lines<'_> {
        Lines::new(self)
    }
    #[must_use = "this returns the encoded string as an iterator, without modifying the original"]
    pub fn encode_utf16(&self) -> EncodeUtf16<'_> {
        EncodeUtf16::new(self)
    }

    pub fn contains<P: Pattern>(&self, pat: P) -> bool {
        self.find(pat).is_some()
    }
    pub fn starts_with<P: Pattern>(&self, mut pat: P) -> bool {
        pat.prefix_of(self).is_some()
    }
    pub fn ends_with<P: Pattern>(&self, mut pat: P) -> bool {
        pat.suffix_of(self).is_some()
    }
    pub fn find<P: Pattern>(&self, mut pat: P) -> Option<usize> {
        let (start, _) = pat.find_in(self, 0, self.len())?;
        Some(start)
    }
    pub fn rfind<P: Pattern>(&self, mut pat: P) -> Option<usize> {
        let (start, _) = pat.rfind_in(self, 0, self.len())?;
        Some(start)
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
        SplitN::new(self, pat, n)
    }
    pub fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> RSplitN<'_, P> {
        RSplitN::new(self, pat, n)
    }
    pub fn split_once<P: Pattern>(&self, mut delimiter: P) -> Option<(&str, &str)> {
        let (start, end) = delimiter.find_in(self, 0, self.len())?;
        Some((part(self, 0, start), part(self, end, self.len())))
    }
    pub fn rsplit_once<P: Pattern>(&self, mut delimiter: P) -> Option<(&str, &str)> {
        let (start, end) = delimiter.rfind_in(self, 0, self.len())?;
        Some((part(self, 0, start), part(self, end, self.len())))
    }
    pub fn matches<P: Pattern>(&self, pat: P) -> Matches<'_, P> {
        Matches(Searcher::new(self, pat))
    }
    pub fn rmatches<P: Pattern>(&self, pat: P) -> RMatches<'_, P> {
        RMatches(Searcher::new(self, pat))
    }
    pub fn match_indices<P: Pattern>(&self, pat: P) -> MatchIndices<'_, P> {
        MatchIndices(Searcher::new(self, pat))
    }
    pub fn rmatch_indices<P: Pattern>(&self, pat: P) -> RMatchIndices<'_, P> {
        RMatchIndices(Searcher::new(self, pat))
    }

    #[must_use = "this returns the trimmed string as a slice, without modifying the original"]
    pub fn trim(&self) -> &str {
        self.trim_start().trim_end()
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_start(&self) -> &str {
        self.trim_start_matches(char::is_whitespace)
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_end(&self) -> &str {
        self.trim_end_matches(char::is_whitespace)
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    #[deprecated(since = "1.33.0", note = "superseded by `trim_start`")]
    pub fn trim_left(&self) -> &str {
        self.trim_start()
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    #[deprecated(since = "1.33.0", note = "superseded by `trim_end`")]
    pub fn trim_right(&self) -> &str {
        self.trim_end()
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_matches<P: DoubleEndedPattern>(&self, mut pat: P) -> &str {
        let rest = without_start(self, &mut pat);
        without_end(rest, &mut pat)
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_start_matches<P: Pattern>(&self, mut pat: P) -> &str {
        without_start(self, &mut pat)
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_end_matches<P: Pattern>(&self, mut pat: P) -> &str {
        without_end(self, &mut pat)
    }
    #[must_use = "this returns the remaining substring as a new slice, without modifying the original"]
    pub fn strip_prefix<P: Pattern>(&self, mut prefix: P) -> Option<&str> {
        let len = prefix.prefix_of(self)?;
        Some(part(self, len, self.len()))
    }
    #[must_use = "this returns the remaining substring as a new slice, without modifying the original"]
    pub fn strip_suffix<P: Pattern>(&self, mut suffix: P) -> Option<&str> {
        let len = suffix.suffix_of(self)?;
        Some(part(self, 0, self.len() - len))
    }
    pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {
        FromStr::from_str(self)
    }

    #[must_use]
    pub const fn is_ascii(&self) -> bool {
        self.as_bytes().is_ascii()
    }
    #[must_use]
    pub const fn eq_ignore_ascii_case(&self, other: &str) -> bool {
        self.as_bytes().eq_ignore_ascii_case(other.as_bytes())
    }
    pub const fn make_ascii_uppercase(&mut self) {
        unsafe { self.as_bytes_mut().make_ascii_uppercase() }
    }
    pub const fn make_ascii_lowercase(&mut self) {
        unsafe { self.as_bytes_mut().make_ascii_lowercase() }
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub const fn trim_ascii(&self) -> &str {
        unsafe { super::from_utf8_unchecked(self.as_bytes().trim_ascii()) }
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_ascii_start(&self) -> &str {
        self.trim_start_matches(|c: char| c.is_ascii_whitespace())
    }
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_ascii_end(&self) -> &str {
        self.trim_end_matches(|c: char| c.is_ascii_whitespace())
    }
    #[must_use = "this returns the escaped string as an iterator, without modifying the original"]
    pub fn escape_debug(&self) -> EscapeDebug<'_> {
        EscapeDebug::new(self)
    }
    #[must_use = "this returns the escaped string as an iterator, without modifying the original"]
    pub fn escape_default(&self) -> EscapeDefault<'_> {
        EscapeDefault::new(self)
    }
    #[must_use = "this returns the escaped string as an iterator, without modifying the original"]
    pub fn escape_unicode(&self) -> EscapeUnicode<'_> {
        EscapeUnicode::new(self)
    }

    #[must_use = "`self` will be dropped if the result is not used"]
    pub fn into_boxed_bytes(self: Box<str>) -> Box<[u8]> {
        unsafe { Box::from_raw(Box::into_raw(self) as *mut [u8]) }
    }
    #[must_use = "`self` will be dropped if the result is not used"]
    pub fn into_string(self: Box<str>) -> String {
        unsafe { String::from_utf8_unchecked(self.into_boxed_bytes().into_vec()) }
    }
    #[must_use = "this returns the replaced string as a new allocation, without modifying the original"]
    pub fn replace<P: Pattern>(&self, from: P, to: &str) -> String {
        replaced(self, self.match_indices(from), to)
    }
    #[must_use = "this returns the replaced string as a new allocation, without modifying the original"]
    pub fn replacen<P: Pattern>(&self, pat: P, to: &str, count: usize) -> String {
        replaced(self, self.match_indices(pat).take(count), to)
    }
    #[must_use = "this returns the lowercase string as a new String, without modifying the original"]
    pub fn to_lowercase(&self) -> String {
        let mut lower = String::with_capacity(self.len());
        for (i, c) in self.char_indices() {
            if c == 'Σ' {
                lower.push(if is_final_sigma(self, i) { 'ς' } else { 'σ' });
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
            upper.extend(c.to_uppercase());
        }
        upper
    }
    #[must_use]
    pub fn repeat(&self, n: usize) -> String {
        unsafe { String::from_utf8_unchecked(self.as_bytes().repeat(n)) }
    }
    #[must_use = "to uppercase the value in-place, use `make_ascii_uppercase()`"]
    pub fn to_ascii_uppercase(&self) -> String {
        let mut upper = self.to_owned();
        upper.make_ascii_uppercase();
        upper
    }
    #[must_use = "to lowercase the value in-place, use `make_ascii_lowercase()`"]
    pub fn to_ascii_lowercase(&self) -> String {
        let mut lower = self.to_owned();
        lower.make_ascii_lowercase();
        lower
    }
}

fn without_start<'a, P: Pattern>(text: &'a str, pattern: &mut P) -> &'a str {
    let mut rest = text;
    while let Some(len) = pattern.prefix_of(rest) {
        if len == 0 {
            break;
        }
        rest = part(rest, len, rest.len());
    }
    rest
}

fn without_end<'a, P: Pattern>(text: &'a str, pattern: &mut P) -> &'a str {
    let mut rest = text;
    while let Some(len) = pattern.suffix_of(rest) {
        if len == 0 {
            break;
        }
        rest = part(rest, 0, rest.len() - len);
    }
    rest
}

fn replaced<'a>(text: &str, matches: impl Iterator<Item = (usize, &'a str)>, to: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = 0;
    for (start, found) in matches {
        result.push_str(part(text, rest, start));
        result.push_str(to);
        rest = start + found.len();
    }
    result.push_str(part(text, rest, text.len()));
    result
}

/// Whether the sigma there ends a word, so that it has its other form.
fn is_final_sigma(text: &str, at: usize) -> bool {
    let before = part(text, 0, at).chars().next_back();
    let after = part(text, at + 'Σ'.len_utf8(), text.len()).chars().next();
    before.is_some_and(char::is_alphabetic) && !after.is_some_and(char::is_alphabetic)
}
