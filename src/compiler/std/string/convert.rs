//! From and into `String`.

use super::String;
use crate::borrow::{Borrow, BorrowMut, Cow};
use crate::convert::Infallible;
use crate::fmt::{self, Write};
use crate::str::FromStr;

pub trait ToString {
    fn to_string(&self) -> String;
}

impl<T: fmt::Display + ?Sized> ToString for T {
    fn to_string(&self) -> String {
        let mut buf = String::new();
        buf.write_fmt(format_args!("{self}"))
            .expect("a Display implementation returned an error unexpectedly");
        buf
    }
}

pub type ParseError = Infallible;

impl FromStr for String {
    type Err = Infallible;
    fn from_str(s: &str) -> Result<String, Infallible> {
        Ok(String::from(s))
    }
}

macro_rules! from {
    ($([$($lifetime:lifetime)?] $t:ty: |$s:ident| $from:expr;)*) => { $(
        impl<$($lifetime)?> From<$t> for String {
            fn from($s: $t) -> String {
                $from
            }
        }
    )* };
}
from! {
    [] &mut str: |s| copied(s);
    [] &str: |s| copied(s);
    [] &String: |s| s.clone();
    [] Box<str>: |s| s.into_string();
    ['a] Cow<'a, str>: |s| s.into_owned();
    [] char: |c| copied(c.encode_utf8(&mut [0; 4]));
}

fn copied(text: &str) -> String {
    let mut string = String::with_capacity(text.len());
    string.push_str(text);
    string
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
