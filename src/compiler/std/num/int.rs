//! What all integers can do.

use crate::intrinsics;

macro_rules! integers {
    ($($t:ident $unsigned:ident $bits:literal)*) => { $(
        impl $t {
            pub const BITS: u32 = $bits;

            #[must_use]
            pub const fn count_ones(self) -> u32 { intrinsics::count_ones(self) }
            #[must_use]
            pub const fn count_zeros(self) -> u32 { $bits - self.count_ones() }
            #[must_use]
            pub const fn leading_zeros(self) -> u32 { intrinsics::leading_zeros(self) }
            #[must_use]
            pub const fn trailing_zeros(self) -> u32 { intrinsics::trailing_zeros(self) }
            #[must_use]
            pub const fn leading_ones(self) -> u32 { (!self).leading_zeros() }
            #[must_use]
            pub const fn trailing_ones(self) -> u32 { (!self).trailing_zeros() }
            #[must_use]
            pub const fn rotate_left(self, n: u32) -> Self {
                let n = n % $bits;
                let bits = self as $unsigned;
                if n == 0 { self } else { (bits << n | bits >> ($bits - n)) as $t }
            }
            #[must_use]
            pub const fn rotate_right(self, n: u32) -> Self {
                self.rotate_left($bits - n % $bits)
            }
            #[must_use]
            pub const fn swap_bytes(self) -> Self {
                let mut bytes = self.to_le_bytes();
                let mut i = 0;
                while i < bytes.len() / 2 {
                    let other = bytes.len() - 1 - i;
                    let byte = bytes[i];
                    bytes[i] = bytes[other];
                    bytes[other] = byte;
                    i += 1;
                }
                Self::from_le_bytes(bytes)
            }
            #[must_use]
            pub const fn reverse_bits(self) -> Self {
                let mut reversed: $unsigned = 0;
                let mut i = 0;
                while i < $bits {
                    reversed = reversed << 1 | (self as $unsigned >> i) & 1;
                    i += 1;
                }
                reversed as $t
            }
            #[must_use]
            pub const fn to_ne_bytes(self) -> [u8; $bits / 8] {
                unsafe { intrinsics::transmute::<$t, [u8; $bits / 8]>(self) }
            }
            #[must_use]
            pub const fn to_le_bytes(self) -> [u8; $bits / 8] { self.to_ne_bytes() }
            #[must_use]
            pub const fn to_be_bytes(self) -> [u8; $bits / 8] { self.swap_bytes().to_ne_bytes() }
            #[must_use]
            pub const fn from_ne_bytes(bytes: [u8; $bits / 8]) -> Self {
                unsafe { intrinsics::transmute::<[u8; $bits / 8], $t>(bytes) }
            }
            #[must_use]
            pub const fn from_le_bytes(bytes: [u8; $bits / 8]) -> Self { Self::from_ne_bytes(bytes) }
            #[must_use]
            pub const fn from_be_bytes(bytes: [u8; $bits / 8]) -> Self {
                Self::from_ne_bytes(bytes).swap_bytes()
            }

            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_add(self, rhs: Self) -> Self { intrinsics::wrapping_add(self, rhs) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_sub(self, rhs: Self) -> Self { intrinsics::wrapping_sub(self, rhs) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_mul(self, rhs: Self) -> Self { intrinsics::wrapping_mul(self, rhs) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_neg(self) -> Self { intrinsics::wrapping_sub(0, self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_shl(self, rhs: u32) -> Self { intrinsics::wrapping_shl(self, rhs) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_shr(self, rhs: u32) -> Self { intrinsics::wrapping_shr(self, rhs) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_div(self, rhs: Self) -> Self { self.overflowing_div(rhs).0 }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_rem(self, rhs: Self) -> Self { self.overflowing_rem(rhs).0 }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_pow(self, exp: u32) -> Self { self.overflowing_pow(exp).0 }

            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_add(self, rhs: Self) -> (Self, bool) { intrinsics::overflowing_add(self, rhs) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_sub(self, rhs: Self) -> (Self, bool) { intrinsics::overflowing_sub(self, rhs) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_mul(self, rhs: Self) -> (Self, bool) { intrinsics::overflowing_mul(self, rhs) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_neg(self) -> (Self, bool) { intrinsics::overflowing_sub(0, self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_shl(self, rhs: u32) -> (Self, bool) {
                (self.wrapping_shl(rhs), rhs >= $bits)
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_shr(self, rhs: u32) -> (Self, bool) {
                (self.wrapping_shr(rhs), rhs >= $bits)
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_pow(self, mut exp: u32) -> (Self, bool) {
                let mut base = self;
                let mut acc: Self = 1;
                let mut overflown = false;
                while exp > 0 {
                    if exp & 1 == 1 {
                        let (value, over) = acc.overflowing_mul(base);
                        acc = value;
                        overflown = overflown | over;
                    }
                    exp /= 2;
                    if exp > 0 {
                        let (value, over) = base.overflowing_mul(base);
                        base = value;
                        overflown = overflown | over;
                    }
                }
                (acc, overflown)
            }

            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_add(self, rhs: Self) -> Option<Self> {
                let (value, over) = self.overflowing_add(rhs);
                if over { None } else { Some(value) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_sub(self, rhs: Self) -> Option<Self> {
                let (value, over) = self.overflowing_sub(rhs);
                if over { None } else { Some(value) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_mul(self, rhs: Self) -> Option<Self> {
                let (value, over) = self.overflowing_mul(rhs);
                if over { None } else { Some(value) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_div(self, rhs: Self) -> Option<Self> {
                if rhs == 0 {
                    return None;
                }
                let (value, over) = self.overflowing_div(rhs);
                if over { None } else { Some(value) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_rem(self, rhs: Self) -> Option<Self> {
                if rhs == 0 {
                    return None;
                }
                let (value, over) = self.overflowing_rem(rhs);
                if over { None } else { Some(value) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_div_euclid(self, rhs: Self) -> Option<Self> {
                if self.checked_div(rhs).is_none() { None } else { Some(self.div_euclid(rhs)) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_rem_euclid(self, rhs: Self) -> Option<Self> {
                if self.checked_div(rhs).is_none() { None } else { Some(self.rem_euclid(rhs)) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_neg(self) -> Option<Self> {
                let (value, over) = self.overflowing_neg();
                if over { None } else { Some(value) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_shl(self, rhs: u32) -> Option<Self> {
                if rhs < $bits { Some(self.wrapping_shl(rhs)) } else { None }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_shr(self, rhs: u32) -> Option<Self> {
                if rhs < $bits { Some(self.wrapping_shr(rhs)) } else { None }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_pow(self, exp: u32) -> Option<Self> {
                let (value, over) = self.overflowing_pow(exp);
                if over { None } else { Some(value) }
            }

            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn saturating_add(self, rhs: Self) -> Self {
                match self.checked_add(rhs) {
                    Some(value) => value,
                    None => if self < 0 { Self::MIN } else { Self::MAX },
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn saturating_sub(self, rhs: Self) -> Self {
                match self.checked_sub(rhs) {
                    Some(value) => value,
                    None => if self < 0 || Self::MIN == 0 { Self::MIN } else { Self::MAX },
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn saturating_mul(self, rhs: Self) -> Self {
                match self.checked_mul(rhs) {
                    Some(value) => value,
                    None => if (self < 0) == (rhs < 0) { Self::MAX } else { Self::MIN },
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn saturating_pow(self, exp: u32) -> Self {
                match self.checked_pow(exp) {
                    Some(value) => value,
                    None => if self < 0 && exp % 2 == 1 { Self::MIN } else { Self::MAX },
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn saturating_div(self, rhs: Self) -> Self {
                match self.overflowing_div(rhs) {
                    (value, false) => value,
                    (_, true) => Self::MAX,
                }
            }

            /// The squares that are needed, and none more: the last one could overflow.
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn pow(self, mut exp: u32) -> Self {
                if exp == 0 {
                    return 1;
                }
                let mut base = self;
                let mut acc: Self = 1;
                loop {
                    if exp & 1 == 1 {
                        acc = acc * base;
                        if exp == 1 {
                            return acc;
                        }
                    }
                    exp /= 2;
                    base = base * base;
                }
            }
            #[track_caller]
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn ilog(self, base: Self) -> u32 {
                assert!(base >= 2, "base of integer logarithm must be at least 2");
                match self.checked_ilog(base) {
                    Some(n) => n,
                    None => panic!("argument of integer logarithm must be positive"),
                }
            }
            #[track_caller]
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn ilog2(self) -> u32 {
                match self.checked_ilog2() {
                    Some(n) => n,
                    None => panic!("argument of integer logarithm must be positive"),
                }
            }
            #[track_caller]
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn ilog10(self) -> u32 {
                match self.checked_ilog10() {
                    Some(n) => n,
                    None => panic!("argument of integer logarithm must be positive"),
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_ilog(self, base: Self) -> Option<u32> {
                if self <= 0 || base <= 1 {
                    return None;
                }
                let mut n = 0;
                let mut rest = self;
                while rest >= base {
                    rest /= base;
                    n += 1;
                }
                Some(n)
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_ilog2(self) -> Option<u32> {
                if self <= 0 { None } else { Some($bits - 1 - self.leading_zeros()) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_ilog10(self) -> Option<u32> { self.checked_ilog(10) }
        }
    )* };
}
integers! {
    u8 u8 8 u16 u16 16 u32 u32 32 u64 u64 64 u128 u128 128 usize usize 64
    i8 u8 8 i16 u16 16 i32 u32 32 i64 u64 64 i128 u128 128 isize usize 64
}
