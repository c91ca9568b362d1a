//! Operators of bits.

use super::arith::binary;

#[lang = "not"]
pub trait Not {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn not(self) -> Self::Output;
}

#[lang = "bitand"]
pub trait BitAnd<Rhs = Self> {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn bitand(self, rhs: Rhs) -> Self::Output;
}

#[lang = "bitand_assign"]
pub trait BitAndAssign<Rhs = Self> {
    fn bitand_assign(&mut self, rhs: Rhs);
}

#[lang = "bitor"]
pub trait BitOr<Rhs = Self> {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn bitor(self, rhs: Rhs) -> Self::Output;
}

#[lang = "bitor_assign"]
pub trait BitOrAssign<Rhs = Self> {
    fn bitor_assign(&mut self, rhs: Rhs);
}

#[lang = "bitxor"]
pub trait BitXor<Rhs = Self> {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn bitxor(self, rhs: Rhs) -> Self::Output;
}

#[lang = "bitxor_assign"]
pub trait BitXorAssign<Rhs = Self> {
    fn bitxor_assign(&mut self, rhs: Rhs);
}

#[lang = "shl"]
pub trait Shl<Rhs = Self> {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn shl(self, rhs: Rhs) -> Self::Output;
}

#[lang = "shl_assign"]
pub trait ShlAssign<Rhs = Self> {
    fn shl_assign(&mut self, rhs: Rhs);
}

#[lang = "shr"]
pub trait Shr<Rhs = Self> {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn shr(self, rhs: Rhs) -> Self::Output;
}

#[lang = "shr_assign"]
pub trait ShrAssign<Rhs = Self> {
    fn shr_assign(&mut self, rhs: Rhs);
}

macro_rules! not {
    ($($t:ty)*) => { $(
        impl Not for $t {
            type Output = $t;
            fn not(self) -> $t { !self }
        }
        impl Not for &$t {
            type Output = $t;
            fn not(self) -> $t { !*self }
        }
    )* };
}
not! { bool usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }

binary! { BitAnd bitand BitAndAssign bitand_assign &: bool usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }
binary! { BitOr bitor BitOrAssign bitor_assign |: bool usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }
binary! { BitXor bitxor BitXorAssign bitxor_assign ^: bool usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }

macro_rules! shift {
    ($t:ty: $($by:ty)*) => { $(
        impl Shl<$by> for $t {
            type Output = $t;
            fn shl(self, other: $by) -> $t { self << other }
        }
        impl Shl<&$by> for $t {
            type Output = $t;
            fn shl(self, other: &$by) -> $t { self << *other }
        }
        impl ShlAssign<$by> for $t {
            fn shl_assign(&mut self, other: $by) { *self = *self << other }
        }
        impl Shr<$by> for $t {
            type Output = $t;
            fn shr(self, other: $by) -> $t { self >> other }
        }
        impl Shr<&$by> for $t {
            type Output = $t;
            fn shr(self, other: &$by) -> $t { self >> *other }
        }
        impl ShrAssign<$by> for $t {
            fn shr_assign(&mut self, other: $by) { *self = *self >> other }
        }
    )* };
}
macro_rules! shifts {
    ($($t:ty)*) => { $(
        shift! { $t: usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }
    )* };
}
shifts! { usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }
