//! See [`std::num`](https://doc.rust-lang.org/std/num/).

mod convert;
mod error;
pub mod float;
mod float_parse;
mod int;
mod nonzero;
mod parse;
mod signed;
mod unsigned;
mod wrapping;

pub use error::{IntErrorKind, ParseFloatError, ParseIntError, TryFromIntError};
pub use nonzero::{
    NonZero, NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8,
    NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};
pub use wrapping::{Saturating, Wrapping};
