//! What strings have in common with other things.

use super::String;
use crate::borrow::{Borrow, BorrowMut, Cow};
use crate::convert::Infallible;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::iter::{FromIterator, FusedIterator};
use crate::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, Range};
use crate::slice::SliceIndex;
use crate::str::{Chars, FromStr};

impl Deref for String {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}
impl DerefMut for String {
    fn deref_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}

impl Clone for String {
    fn clone(&self) -> String {
        String::from(self.as_str())
    }
}
impl Default for String {
    fn default() -> String {
        String::new()
    }
}
impl Hash for String {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        (**self).hash(hasher)
    }
}

impl fmt::Display for String {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
impl fmt::Debug for String {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
impl fmt::Write for String {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.push_str(s);
        Ok(())
    }
    fn write_char(&mut self, c: char) -> fmt::Result {
        self.push(c);
        Ok(())
    }
}

impl Add<&str> for String {
    type Output = String;
    fn add(mut self, other: &str) -> String {
        self.push_str(other);
        self
    }
}
impl AddAssign<&str> for String {
    fn add_assign(&mut self, other: &str) {
        self.push_str(other);
    }
}

impl<I> Index<I> for String
where
    I: SliceIndex<str>,
{
    type Output = I::Output;
    fn index(&self, index: I) -> &I::Output {
        index.index(self.as_str())
    }
}
impl<I> IndexMut<I> for String
where
    I: SliceIndex<str>,
{
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self.as_mut_str())
    }
}

macro_rules! eq {
    ($($a:ty, $b:ty;)*) => { $(
        impl<'a, 'b> PartialEq<$b> for $a {
            fn eq(&self, other: &$b) -> bool { PartialEq::eq(&self[..], &other[..]) }
        }
        impl<'a, 'b> PartialEq<$a> for $b {
            fn eq(&self, other: &$a) -> bool { PartialEq::eq(&self[..], &other[..]) }
        }
    )* };
}
eq! { String, str; String, &'a str; }

macro_rules! collect {
    ($([$($generics:tt)*] $item:ty: |$string:ident, $value:ident| $push:expr;)*) => { $(
        impl<$($generics)*> Extend<$item> for String {
            fn extend<I: IntoIterator<Item = $item>>(&mut self, iter: I) {
                let $string = self;
                for $value in iter {
                    $push;
                }
            }
        }
        impl<$($generics)*> FromIterator<$item> for String {
            fn from_iter<I: IntoIterator<Item = $item>>(iter: I) -> String {
                let mut buf = String::new();
                buf.extend(iter);
                buf
            }
        }
    )* };
}
collect! {
    [] char: |string, c| string.push(c);
    ['a] &'a char: |string, c| string.push(*c);
    ['a] &'a str: |string, s| string.push_str(s);
    [] String: |string, s| string.push_str(&s);
    [] Box<str>: |string, s| string.push_str(&s);
    ['a] Cow<'a, str>: |string, s| string.push_str(&s);
}
impl<'a> FromIterator<char> for Cow<'a, str> {
    fn from_iter<I: IntoIterator<Item = char>>(it: I) -> Cow<'a, str> {
        Cow::Owned(FromIterator::from_iter(it))
    }
}

impl FromStr for String {
    type Err = Infallible;
    fn from_str(s: &str) -> Result<String, Infallible> {
        Ok(String::from(s))
    }
}

impl From<&str> for String {
    fn from(s: &str) -> String {
        let mut string = String::with_capacity(s.len());
        string.push_str(s);
        string
    }
}
impl From<&mut str> for String {
    fn from(s: &mut str) -> String {
        s.to_owned()
    }
}
impl From<&String> for String {
    fn from(s: &String) -> String {
        s.clone()
    }
}
impl From<Box<str>> for String {
    fn from(s: Box<str>) -> String {
        let bytes = unsafe { Box::from_raw(Box::into_raw(s) as *mut [u8]) };
        unsafe { String::from_utf8_unchecked(bytes.into_vec()) }
    }
}
impl<'a> From<Cow<'a, str>> for String {
    fn from(s: Cow<'a, str>) -> String {
        s.into_owned()
    }
}
impl From<char> for String {
    fn from(c: char) -> String {
        let mut string = String::new();
        string.push(c);
        string
    }
}

impl AsRef<str> for String {
    fn as_ref(&self) -> &str {
        self
    }
}
impl AsMut<str> for String {
    fn as_mut(&mut self) -> &mut str {
        self
    }
}
impl AsRef<[u8]> for String {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}
impl Borrow<str> for String {
    fn borrow(&self) -> &str {
        &self[..]
    }
}
impl BorrowMut<str> for String {
    fn borrow_mut(&mut self) -> &mut str {
        &mut self[..]
    }
}

pub trait ToString {
    fn to_string(&self) -> String;
}

impl<T: fmt::Display + ?Sized> ToString for T {
    fn to_string(&self) -> String {
        super::format(format_args!("{self}"))
    }
}

pub struct Drain<'a> {
    string: *mut String,
    range: Range<usize>,
    iter: Chars<'a>,
}

impl<'a> Drain<'a> {
    pub(super) fn new(string: &'a mut String, range: Range<usize>) -> Drain<'a> {
        let string: *mut String = string;
        let iter = unsafe { (&*string)[range.start..range.end].chars() };
        Drain { string, range, iter }
    }
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.iter.as_str()
    }
}

impl Iterator for Drain<'_> {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        self.iter.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}
impl DoubleEndedIterator for Drain<'_> {
    fn next_back(&mut self) -> Option<char> {
        self.iter.next_back()
    }
}
impl FusedIterator for Drain<'_> {}

impl Drop for Drain<'_> {
    fn drop(&mut self) {
        unsafe {
            (*self.string).as_mut_vec().drain(self.range.start..self.range.end);
        }
    }
}

impl fmt::Debug for Drain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Drain").field(&self.as_str()).finish()
    }
}
