//! What signed integers can do.

macro_rules! signed {
    ($($t:ident $unsigned:ident $bits:literal)*) => { $(
        impl $t {
            pub const MIN: Self = !Self::MAX;
            pub const MAX: Self = ($unsigned::MAX >> 1) as Self;

            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_div(self, rhs: Self) -> (Self, bool) {
                if self == Self::MIN && rhs == -1 { (self, true) } else { (self / rhs, false) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_rem(self, rhs: Self) -> (Self, bool) {
                if rhs == -1 { (0, self == Self::MIN) } else { (self % rhs, false) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn div_euclid(self, rhs: Self) -> Self {
                let q = self / rhs;
                if self % rhs < 0 {
                    if rhs > 0 { q - 1 } else { q + 1 }
                } else {
                    q
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn rem_euclid(self, rhs: Self) -> Self {
                let r = self % rhs;
                if r < 0 { r.wrapping_add(rhs.wrapping_abs()) } else { r }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn abs(self) -> Self { if self < 0 { -self } else { self } }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn unsigned_abs(self) -> $unsigned { self.wrapping_abs() as $unsigned }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_abs(self) -> Self {
                if self < 0 { self.wrapping_neg() } else { self }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_abs(self) -> (Self, bool) {
                (self.wrapping_abs(), self == Self::MIN)
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_abs(self) -> Option<Self> {
                if self < 0 { self.checked_neg() } else { Some(self) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn saturating_abs(self) -> Self {
                if self < 0 { self.saturating_neg() } else { self }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn saturating_neg(self) -> Self {
                if self == Self::MIN { Self::MAX } else { -self }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn abs_diff(self, other: Self) -> $unsigned {
                if self < other {
                    (other as $unsigned).wrapping_sub(self as $unsigned)
                } else {
                    (self as $unsigned).wrapping_sub(other as $unsigned)
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn signum(self) -> Self {
                if self > 0 { 1 } else if self == 0 { 0 } else { -1 }
            }
            #[must_use]
            pub const fn is_positive(self) -> bool { self > 0 }
            #[must_use]
            pub const fn is_negative(self) -> bool { self < 0 }
            #[track_caller]
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn isqrt(self) -> Self {
                match self.checked_isqrt() {
                    Some(root) => root,
                    None => panic!("argument of integer square root cannot be negative"),
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_isqrt(self) -> Option<Self> {
                if self < 0 { None } else { Some((self as $unsigned).isqrt() as Self) }
            }
            #[must_use]
            pub const fn cast_unsigned(self) -> $unsigned { self as $unsigned }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_add_unsigned(self, rhs: $unsigned) -> Option<Self> {
                let sum = self.wrapping_add(rhs as Self);
                if sum < self { None } else { Some(sum) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_add_unsigned(self, rhs: $unsigned) -> Self {
                self.wrapping_add(rhs as Self)
            }
        }
    )* };
}
signed! { i8 u8 8 i16 u16 16 i32 u32 32 i64 u64 64 i128 u128 128 isize usize 64 }
