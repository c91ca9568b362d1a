//! Integers that are not zero.

use super::error::{IntErrorKind, ParseIntError, TryFromIntError};
use crate::fmt;
use crate::str::FromStr;

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct NonZero<T>(T);

macro_rules! integers {
    ($($t:ident $NonZero:ident)*) => { $(
        pub type $NonZero = NonZero<$t>;
        impl NonZero<$t> {
            pub const MAX: NonZero<$t> = NonZero($t::MAX);
            #[must_use]
            pub const fn new(n: $t) -> Option<Self> {
                if n != 0 { Some(NonZero(n)) } else { None }
            }
            pub const fn get(self) -> $t {
                self.0
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn checked_add(self, other: $t) -> Option<Self> {
                self.0.checked_add(other).and_then(NonZero::<$t>::new)
            }
        }
        impl From<NonZero<$t>> for $t {
            fn from(nonzero: NonZero<$t>) -> $t { nonzero.0 }
        }
        impl TryFrom<$t> for NonZero<$t> {
            type Error = TryFromIntError;
            fn try_from(value: $t) -> Result<Self, TryFromIntError> {
                NonZero::<$t>::new(value).ok_or(TryFromIntError(()))
            }
        }
        impl FromStr for NonZero<$t> {
            type Err = ParseIntError;
            fn from_str(src: &str) -> Result<Self, ParseIntError> {
                NonZero::<$t>::new(src.parse()?).ok_or(ParseIntError { kind: IntErrorKind::Zero })
            }
        }
    )* };
}
integers! {
    u8 NonZeroU8 u16 NonZeroU16 u32 NonZeroU32 u64 NonZeroU64 usize NonZeroUsize
    u128 NonZeroU128 i8 NonZeroI8 i16 NonZeroI16 i32 NonZeroI32 i64 NonZeroI64 i128 NonZeroI128
    isize NonZeroIsize
}

impl<T: fmt::Debug> fmt::Debug for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl<T: fmt::Display> fmt::Display for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
