//! See [`std::cmp`](https://doc.rust-lang.org/std/cmp/).

use crate::marker::PointeeSized;

use self::Ordering::{Equal, Greater, Less};

#[lang = "eq"]
pub trait PartialEq<Rhs: PointeeSized = Self>: PointeeSized {
    #[must_use]
    fn eq(&self, other: &Rhs) -> bool;
    #[must_use]
    fn ne(&self, other: &Rhs) -> bool {
        !self.eq(other)
    }
}

#[rustc_builtin_macro]
pub macro PartialEq($item:item) {}

pub trait Eq: PartialEq<Self> + PointeeSized {}

#[rustc_builtin_macro]
pub macro Eq($item:item) {}

#[lang = "Ordering"]
#[derive(Clone, Copy, Eq, PartialOrd, Ord, PartialEq, Debug, Hash)]
pub enum Ordering {
    Less = -1,
    Equal = 0,
    Greater = 1,
}

impl Ordering {
    #[must_use]
    pub const fn is_eq(self) -> bool {
        matches!(self, Equal)
    }
    #[must_use]
    pub const fn is_ne(self) -> bool {
        !matches!(self, Equal)
    }
    #[must_use]
    pub const fn is_lt(self) -> bool {
        matches!(self, Less)
    }
    #[must_use]
    pub const fn is_gt(self) -> bool {
        matches!(self, Greater)
    }
    #[must_use]
    pub const fn is_le(self) -> bool {
        !matches!(self, Greater)
    }
    #[must_use]
    pub const fn is_ge(self) -> bool {
        !matches!(self, Less)
    }
    #[must_use]
    pub const fn reverse(self) -> Ordering {
        match self {
            Less => Greater,
            Equal => Equal,
            Greater => Less,
        }
    }
    #[must_use]
    pub const fn then(self, other: Ordering) -> Ordering {
        match self {
            Equal => other,
            _ => self,
        }
    }
    #[must_use]
    pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering {
        match self {
            Equal => f(),
            _ => self,
        }
    }
}

#[derive(PartialEq, Eq, Debug, Copy, Clone, Default, Hash)]
pub struct Reverse<T>(pub T);

impl<T: PartialOrd> PartialOrd for Reverse<T> {
    fn partial_cmp(&self, other: &Reverse<T>) -> Option<Ordering> {
        other.0.partial_cmp(&self.0)
    }
}

impl<T: Ord> Ord for Reverse<T> {
    fn cmp(&self, other: &Reverse<T>) -> Ordering {
        other.0.cmp(&self.0)
    }
}

pub trait Ord: Eq + PartialOrd<Self> + PointeeSized {
    #[must_use]
    fn cmp(&self, other: &Self) -> Ordering;
    #[must_use]
    fn max(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if other < self { self } else { other }
    }
    #[must_use]
    fn min(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if other < self { other } else { self }
    }
    #[must_use]
    fn clamp(self, min: Self, max: Self) -> Self
    where
        Self: Sized,
    {
        assert!(min <= max);
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

#[rustc_builtin_macro]
pub macro Ord($item:item) {}

#[lang = "partial_ord"]
pub trait PartialOrd<Rhs: PointeeSized = Self>: PartialEq<Rhs> + PointeeSized {
    #[must_use]
    fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;
    #[must_use]
    fn lt(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Less))
    }
    #[must_use]
    fn le(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Less | Equal))
    }
    #[must_use]
    fn gt(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Greater))
    }
    #[must_use]
    fn ge(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Greater | Equal))
    }
}

#[rustc_builtin_macro]
pub macro PartialOrd($item:item) {}

#[must_use]
pub fn min<T: Ord>(v1: T, v2: T) -> T {
    v1.min(v2)
}

#[must_use]
pub fn min_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T {
    if compare(&v1, &v2).is_le() { v1 } else { v2 }
}

#[must_use]
pub fn min_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, mut f: F) -> T {
    if f(&v2) < f(&v1) { v2 } else { v1 }
}

#[must_use]
pub fn max<T: Ord>(v1: T, v2: T) -> T {
    v1.max(v2)
}

#[must_use]
pub fn max_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T {
    if compare(&v1, &v2).is_gt() { v1 } else { v2 }
}

#[must_use]
pub fn max_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, mut f: F) -> T {
    if f(&v2) < f(&v1) { v1 } else { v2 }
}

macro_rules! partial_eq {
    ($($t:ty)*) => { $(
        impl PartialEq for $t {
            fn eq(&self, other: &Self) -> bool { *self == *other }
            fn ne(&self, other: &Self) -> bool { *self != *other }
        }
    )* };
}
partial_eq! { bool char usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 f32 f64 }

macro_rules! ord {
    ($($t:ty)*) => { $(
        impl Eq for $t {}
        impl PartialOrd for $t {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> { Some(self.cmp(other)) }
            fn lt(&self, other: &Self) -> bool { *self < *other }
            fn le(&self, other: &Self) -> bool { *self <= *other }
            fn gt(&self, other: &Self) -> bool { *self > *other }
            fn ge(&self, other: &Self) -> bool { *self >= *other }
        }
        impl Ord for $t {
            fn cmp(&self, other: &Self) -> Ordering {
                if *self < *other {
                    Less
                } else if *self == *other {
                    Equal
                } else {
                    Greater
                }
            }
            fn clamp(self, min: Self, max: Self) -> Self {
                if min > max {
                    panic!("min > max. min = {min:?}, max = {max:?}");
                }
                if self < min {
                    min
                } else if self > max {
                    max
                } else {
                    self
                }
            }
        }
    )* };
}
ord! { bool char usize u8 u16 u32 u64 u128 isize i8 i16 i32 i64 i128 }

macro_rules! float_ord {
    ($($t:ty)*) => { $(
        impl PartialOrd for $t {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                match (*self <= *other, *self >= *other) {
                    (false, false) => None,
                    (false, true) => Some(Greater),
                    (true, false) => Some(Less),
                    (true, true) => Some(Equal),
                }
            }
            fn lt(&self, other: &Self) -> bool { *self < *other }
            fn le(&self, other: &Self) -> bool { *self <= *other }
            fn gt(&self, other: &Self) -> bool { *self > *other }
            fn ge(&self, other: &Self) -> bool { *self >= *other }
        }
    )* };
}
float_ord! { f32 f64 }

impl PartialEq for () {
    fn eq(&self, _: &()) -> bool {
        true
    }
}
impl Eq for () {}
impl PartialOrd for () {
    fn partial_cmp(&self, _: &()) -> Option<Ordering> {
        Some(Equal)
    }
}
impl Ord for () {
    fn cmp(&self, _: &()) -> Ordering {
        Equal
    }
}

impl PartialEq for ! {
    fn eq(&self, _: &!) -> bool {
        *self
    }
}
impl Eq for ! {}
impl PartialOrd for ! {
    fn partial_cmp(&self, _: &!) -> Option<Ordering> {
        *self
    }
}
impl Ord for ! {
    fn cmp(&self, _: &!) -> Ordering {
        *self
    }
}

macro_rules! references {
    ($([$($a:tt)*] [$($b:tt)*];)*) => { $(
        impl<A: PointeeSized, B: PointeeSized> PartialEq<$($b)* B> for $($a)* A
        where
            A: PartialEq<B>,
        {
            fn eq(&self, other: &$($b)* B) -> bool {
                PartialEq::eq(&**self, &**other)
            }
            fn ne(&self, other: &$($b)* B) -> bool {
                PartialEq::ne(&**self, &**other)
            }
        }
    )* };
}
references! { [&] [&]; [&mut] [&mut]; [&] [&mut]; [&mut] [&]; }

macro_rules! reference_ord {
    ($([$($a:tt)*])*) => { $(
        impl<A: PointeeSized, B: PointeeSized> PartialOrd<$($a)* B> for $($a)* A
        where
            A: PartialOrd<B>,
        {
            fn partial_cmp(&self, other: &$($a)* B) -> Option<Ordering> {
                PartialOrd::partial_cmp(&**self, &**other)
            }
        }
        impl<A: PointeeSized> Ord for $($a)* A
        where
            A: Ord,
        {
            fn cmp(&self, other: &Self) -> Ordering {
                Ord::cmp(&**self, &**other)
            }
        }
        impl<A: PointeeSized> Eq for $($a)* A where A: Eq {}
    )* };
}
reference_ord! { [&] [&mut] }
