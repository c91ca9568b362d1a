//! Texts out of many.

use super::String;
use crate::borrow::Cow;

macro_rules! collect {
    ($([$($lifetime:lifetime)?] $t:ty: |$string:ident, $item:ident| $push:expr;)*) => { $(
        impl<$($lifetime)?> Extend<$t> for String {
            fn extend<I: IntoIterator<Item = $t>>(&mut self, iter: I) {
                let $string = self;
                for $item in iter {
                    $push;
                }
            }
        }
        impl<$($lifetime)?> FromIterator<$t> for String {
            fn from_iter<I: IntoIterator<Item = $t>>(iter: I) -> String {
                let mut all = String::new();
                all.extend(iter);
                all
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

macro_rules! cow {
    ($($t:ty)*) => { $(
        impl<'a, 'b> FromIterator<$t> for Cow<'a, str> {
            fn from_iter<I: IntoIterator<Item = $t>>(iter: I) -> Cow<'a, str> {
                Cow::Owned(FromIterator::from_iter(iter))
            }
        }
    )* };
}
cow! { char &'b str String }

macro_rules! boxed {
    ($($t:ty)*) => { $(
        impl<'a> FromIterator<$t> for Box<str> {
            fn from_iter<I: IntoIterator<Item = $t>>(iter: I) -> Box<str> {
                String::from_iter(iter).into_boxed_str()
            }
        }
    )* };
}
boxed! { char &'a char &'a str String }
