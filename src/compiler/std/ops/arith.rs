//! Operators of arithmetic.

#[lang = "add"]
pub trait Add<Rhs = Self> {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn add(self, rhs: Rhs) -> Self::Output;
}

#[lang = "add_assign"]
pub trait AddAssign<Rhs = Self> {
    fn add_assign(&mut self, rhs: Rhs);
}

#[lang = "sub"]
pub trait Sub<Rhs = Self> {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn sub(self, rhs: Rhs) -> Self::Output;
}

#[lang = "sub_assign"]
pub trait SubAssign<Rhs = Self> {
    fn sub_assign(&mut self, rhs: Rhs);
}

#[lang = "mul"]
pub trait Mul<Rhs = Self> {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn mul(self, rhs: Rhs) -> Self::Output;
}

#[lang = "mul_assign"]
pub trait MulAssign<Rhs = Self> {
    fn mul_assign(&mut self, rhs: Rhs);
}

#[lang = "div"]
pub trait Div<Rhs = Self> {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn div(self, rhs: Rhs) -> Self::Output;
}

#[lang = "div_assign"]
pub trait DivAssign<Rhs = Self> {
    fn div_assign(&mut self, rhs: Rhs);
}

#[lang = "rem"]
pub trait Rem<Rhs = Self> {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn rem(self, rhs: Rhs) -> Self::Output;
}

#[lang = "rem_assign"]
pub trait RemAssign<Rhs = Self> {
    fn rem_assign(&mut self, rhs: Rhs);
}

#[lang = "neg"]
pub trait Neg {
    type Output;
    #[must_use = "this returns the result of the operation, without modifying the original"]
    fn neg(self) -> Self::Output;
}

macro_rules! binary {
    ($Trait:ident $method:ident $Assign:ident $assign:ident $op:tt: $($t:ty)*) => { $(
        impl $Trait for $t {
            type Output = $t;
            fn $method(self, other: $t) -> $t { self $op other }
        }
        impl $Trait<&$t> for $t {
            type Output = $t;
            fn $method(self, other: &$t) -> $t { self $op *other }
        }
        impl<'a> $Trait<$t> for &'a $t {
            type Output = $t;
            fn $method(self, other: $t) -> $t { *self $op other }
        }
        impl $Trait<&$t> for &$t {
            type Output = $t;
            fn $method(self, other: &$t) -> $t { *self $op *other }
        }
        impl $Assign for $t {
            fn $assign(&mut self, other: $t) { *self = *self $op other }
        }
        impl $Assign<&$t> for $t {
            fn $assign(&mut self, other: &$t) { *self = *self $op *other }
        }
    )* };
}
pub(super) use binary;

binary! { Add add AddAssign add_assign +: usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }
binary! { Sub sub SubAssign sub_assign -: usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }
binary! { Mul mul MulAssign mul_assign *: usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }
binary! { Div div DivAssign div_assign /: usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }
binary! { Rem rem RemAssign rem_assign %: usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

macro_rules! neg {
    ($($t:ty)*) => { $(
        impl Neg for $t {
            type Output = $t;
            fn neg(self) -> $t { -self }
        }
        impl Neg for &$t {
            type Output = $t;
            fn neg(self) -> $t { -*self }
        }
    )* };
}
neg! { isize i8 i16 i32 i64 i128 f32 f64 }
