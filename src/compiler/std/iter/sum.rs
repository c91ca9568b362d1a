//! Sums and products.

use super::Iterator;

pub trait Sum<A = Self>: Sized {
    fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
}

pub trait Product<A = Self>: Sized {
    fn product<I: Iterator<Item = A>>(iter: I) -> Self;
}

macro_rules! numbers {
    ($zero:literal $one:literal: $($t:ty)*) => { $(
        impl Sum for $t {
            fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
                iter.fold($zero, |a, b| a + b)
            }
        }
        impl Product for $t {
            fn product<I: Iterator<Item = Self>>(iter: I) -> Self {
                iter.fold($one, |a, b| a * b)
            }
        }
        impl<'a> Sum<&'a $t> for $t {
            fn sum<I: Iterator<Item = &'a Self>>(iter: I) -> Self {
                iter.fold($zero, |a, b| a + *b)
            }
        }
        impl<'a> Product<&'a $t> for $t {
            fn product<I: Iterator<Item = &'a Self>>(iter: I) -> Self {
                iter.fold($one, |a, b| a * *b)
            }
        }
    )* };
}
numbers! { 0 1: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
// Real sums of floats begin with minus zero.
numbers! { -0.0 1.0: f32 f64 }
