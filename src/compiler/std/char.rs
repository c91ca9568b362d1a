//! See [`std::char`](https://doc.rust-lang.org/std/char/).

mod case;
mod convert;
mod escape;
mod methods;

pub use case::{ToLowercase, ToUppercase};
pub(crate) use convert::encode;
pub use convert::{CharTryFromError, ParseCharError, TryFromCharError};
pub(crate) use escape::is_escaped;
pub use escape::{EscapeDebug, EscapeDefault, EscapeUnicode};

pub const MAX: char = char::MAX;
pub const REPLACEMENT_CHARACTER: char = char::REPLACEMENT_CHARACTER;

#[must_use]
pub const fn from_u32(i: u32) -> Option<char> {
    char::from_u32(i)
}

#[must_use]
pub const unsafe fn from_u32_unchecked(i: u32) -> char {
    unsafe { char::from_u32_unchecked(i) }
}

#[must_use]
pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
    char::from_digit(num, radix)
}
