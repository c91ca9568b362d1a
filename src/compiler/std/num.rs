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
pub use nonzero::{NonZero, NonZeroI32, NonZeroI64, NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64, NonZeroUsize};
pub use wrapping::{Saturating, Wrapping};
