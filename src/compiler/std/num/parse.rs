//! Integers out of text.

use super::error::{IntErrorKind, ParseIntError};
use crate::str::FromStr;

macro_rules! integers {
    ($($t:ident)*) => { $(
        impl FromStr for $t {
            type Err = ParseIntError;
            fn from_str(src: &str) -> Result<$t, ParseIntError> {
                $t::from_str_radix(src, 10)
            }
        }
        impl $t {
            pub fn from_str_radix(src: &str, radix: u32) -> Result<$t, ParseIntError> {
                use IntErrorKind::{Empty, InvalidDigit, NegOverflow, PosOverflow};
                let error = |kind| Err(ParseIntError { kind });
                if radix < 2 || radix > 36 {
                    panic!("from_ascii_radix: radix must lie in the range `[2, 36]` - found {radix}");
                }
                let mut digits = src.as_bytes();
                if digits.is_empty() {
                    return error(Empty);
                }
                let mut negative = false;
                if digits[0] == b'+' || (digits[0] == b'-' && $t::MIN != 0) {
                    negative = digits[0] == b'-';
                    digits = &digits[1..];
                    if digits.is_empty() {
                        return error(InvalidDigit);
                    }
                }
                let mut result: $t = 0;
                for c in digits {
                    let mul = result.checked_mul(radix as $t);
                    let Some(digit) = (*c as char).to_digit(radix) else {
                        return error(InvalidDigit);
                    };
                    let next = match mul {
                        Some(n) if negative => n.checked_sub(digit as $t),
                        Some(n) => n.checked_add(digit as $t),
                        None => None,
                    };
                    match next {
                        Some(n) => result = n,
                        None => return error(if negative { NegOverflow } else { PosOverflow }),
                    }
                }
                Ok(result)
            }
        }
    )* };
}
integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }
