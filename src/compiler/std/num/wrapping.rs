//! Integers whose arithmetic wraps around or saturates.

use crate::fmt;
use crate::ops::{Add, AddAssign, Mul, MulAssign, Sub, SubAssign};

macro_rules! wrapper {
    ($Wrapper:ident $add:ident $sub:ident $mul:ident: $($t:ident)*) => {
        #[derive(PartialEq, PartialOrd, Eq, Ord, Clone, Copy, Default, Hash)]
        #[repr(transparent)]
        pub struct $Wrapper<T>(pub T);

        impl<T: fmt::Debug> fmt::Debug for $Wrapper<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl<T: fmt::Display> fmt::Display for $Wrapper<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        $(
            wrapper! { @ $Wrapper $t Add add AddAssign add_assign $add }
            wrapper! { @ $Wrapper $t Sub sub SubAssign sub_assign $sub }
            wrapper! { @ $Wrapper $t Mul mul MulAssign mul_assign $mul }
        )*
    };
    (@ $Wrapper:ident $t:ident $Trait:ident $method:ident $Assign:ident $assign:ident $how:ident) => {
        impl $Trait for $Wrapper<$t> {
            type Output = $Wrapper<$t>;
            fn $method(self, other: $Wrapper<$t>) -> $Wrapper<$t> {
                $Wrapper(self.0.$how(other.0))
            }
        }
        impl $Assign for $Wrapper<$t> {
            fn $assign(&mut self, other: $Wrapper<$t>) { self.0 = self.0.$how(other.0); }
        }
        impl $Assign<$t> for $Wrapper<$t> {
            fn $assign(&mut self, other: $t) { self.0 = self.0.$how(other); }
        }
    };
}
wrapper! { Wrapping wrapping_add wrapping_sub wrapping_mul: u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }
wrapper! { Saturating saturating_add saturating_sub saturating_mul: u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }
