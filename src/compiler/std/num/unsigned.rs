//! What unsigned integers can do.

macro_rules! unsigned {
    ($($t:ident $signed:ident $bits:literal)*) => { $(
        impl $t {
            pub const MIN: Self = 0;
            pub const MAX: Self = !0;

            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_div(self, rhs: Self) -> (Self, bool) { (self / rhs, false) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn overflowing_rem(self, rhs: Self) -> (Self, bool) { (self % rhs, false) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn div_euclid(self, rhs: Self) -> Self { self / rhs }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn rem_euclid(self, rhs: Self) -> Self { self % rhs }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn div_ceil(self, rhs: Self) -> Self {
                let d = self / rhs;
                if self % rhs > 0 { d + 1 } else { d }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn next_multiple_of(self, rhs: Self) -> Self {
                match self % rhs {
                    0 => self,
                    r => self + (rhs - r),
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_next_multiple_of(self, rhs: Self) -> Option<Self> {
                if rhs == 0 {
                    return None;
                }
                match self % rhs {
                    0 => Some(self),
                    r => self.checked_add(rhs - r),
                }
            }
            #[must_use]
            pub const fn is_multiple_of(self, rhs: Self) -> bool {
                match rhs {
                    0 => self == 0,
                    _ => self % rhs == 0,
                }
            }
            #[must_use]
            pub const fn is_power_of_two(self) -> bool { self.count_ones() == 1 }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn next_power_of_two(self) -> Self {
                if self <= 1 { 1 } else { (Self::MAX >> (self - 1).leading_zeros()) + 1 }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_next_power_of_two(self) -> Option<Self> {
                if self <= 1 {
                    return Some(1);
                }
                (Self::MAX >> (self - 1).leading_zeros()).checked_add(1)
            }
            /// Newton's way, from above.
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn isqrt(self) -> Self {
                if self < 2 {
                    return self;
                }
                let mut root = 1 << (self.ilog2() / 2 + 1);
                loop {
                    let next = (root + self / root) / 2;
                    if next >= root {
                        return root;
                    }
                    root = next;
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn abs_diff(self, other: Self) -> Self {
                if self < other { other - self } else { self - other }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn midpoint(self, rhs: Self) -> Self {
                (self & rhs) + ((self ^ rhs) >> 1)
            }
            #[must_use]
            pub const fn cast_signed(self) -> $signed { self as $signed }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn wrapping_add_signed(self, rhs: $signed) -> Self {
                self.wrapping_add(rhs as $t)
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_add_signed(self, rhs: $signed) -> Option<Self> {
                if rhs < 0 {
                    self.checked_sub(rhs.unsigned_abs())
                } else {
                    self.checked_add(rhs as $t)
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn saturating_add_signed(self, rhs: $signed) -> Self {
                if rhs < 0 {
                    self.saturating_sub(rhs.unsigned_abs())
                } else {
                    self.saturating_add(rhs as $t)
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn checked_signed_diff(self, rhs: Self) -> Option<$signed> {
                let diff = self.wrapping_sub(rhs) as $signed;
                if (self < rhs) == (diff < 0) { Some(diff) } else { None }
            }
        }
    )* };
}
unsigned! { u8 i8 8 u16 i16 16 u32 i32 32 u64 i64 64 u128 i128 128 usize isize 64 }

impl u8 {
    #[must_use]
    pub const fn is_ascii(&self) -> bool {
        *self <= 127
    }
    #[must_use = "to uppercase the value in-place, use `make_ascii_uppercase()`"]
    pub const fn to_ascii_uppercase(&self) -> u8 {
        if self.is_ascii_lowercase() {
            *self - 32
        } else {
            *self
        }
    }
    #[must_use = "to lowercase the value in-place, use `make_ascii_lowercase()`"]
    pub const fn to_ascii_lowercase(&self) -> u8 {
        if self.is_ascii_uppercase() {
            *self + 32
        } else {
            *self
        }
    }
    #[must_use]
    pub const fn eq_ignore_ascii_case(&self, other: &u8) -> bool {
        self.to_ascii_lowercase() == other.to_ascii_lowercase()
    }
    pub const fn make_ascii_uppercase(&mut self) {
        *self = self.to_ascii_uppercase();
    }
    pub const fn make_ascii_lowercase(&mut self) {
        *self = self.to_ascii_lowercase();
    }
    #[must_use]
    pub const fn is_ascii_alphabetic(&self) -> bool {
        matches!(*self, b'A'..=b'Z' | b'a'..=b'z')
    }
    #[must_use]
    pub const fn is_ascii_uppercase(&self) -> bool {
        matches!(*self, b'A'..=b'Z')
    }
    #[must_use]
    pub const fn is_ascii_lowercase(&self) -> bool {
        matches!(*self, b'a'..=b'z')
    }
    #[must_use]
    pub const fn is_ascii_alphanumeric(&self) -> bool {
        matches!(*self, b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z')
    }
    #[must_use]
    pub const fn is_ascii_digit(&self) -> bool {
        matches!(*self, b'0'..=b'9')
    }
    #[must_use]
    pub const fn is_ascii_hexdigit(&self) -> bool {
        matches!(*self, b'0'..=b'9' | b'A'..=b'F' | b'a'..=b'f')
    }
    #[must_use]
    pub const fn is_ascii_punctuation(&self) -> bool {
        matches!(*self, b'!'..=b'/' | b':'..=b'@' | b'['..=b'`' | b'{'..=b'~')
    }
    #[must_use]
    pub const fn is_ascii_graphic(&self) -> bool {
        matches!(*self, b'!'..=b'~')
    }
    #[must_use]
    pub const fn is_ascii_whitespace(&self) -> bool {
        matches!(*self, b'\t' | b'\n' | b'\x0C' | b'\r' | b' ')
    }
    #[must_use]
    pub const fn is_ascii_control(&self) -> bool {
        matches!(*self, b'\0'..=b'\x1F' | b'\x7F')
    }
}
