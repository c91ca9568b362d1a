//! What floats can do.

use crate::cmp::Ordering;
use crate::intrinsics;

macro_rules! floats {
    ($($t:ident $bits:ident $signed:ident $mantissa:literal $bytes:literal $nan:literal)*) => { $(
        impl $t {
            /// The quiet one without a sign: which one `0.0 / 0.0` is, wasm leaves open.
            pub const NAN: $t = Self::from_bits($nan);
            pub const INFINITY: $t = 1.0 / 0.0;
            pub const NEG_INFINITY: $t = -1.0 / 0.0;
            pub const RADIX: u32 = 2;
            pub const MANTISSA_DIGITS: u32 = $mantissa;

            #[must_use]
            pub const fn is_nan(self) -> bool { self != self }
            #[must_use]
            pub const fn is_infinite(self) -> bool {
                self == Self::INFINITY || self == Self::NEG_INFINITY
            }
            #[must_use]
            pub const fn is_finite(self) -> bool { self.abs() < Self::INFINITY }
            #[must_use]
            pub const fn is_sign_negative(self) -> bool { (self.to_bits() as $signed) < 0 }
            #[must_use]
            pub const fn is_sign_positive(self) -> bool { !self.is_sign_negative() }
            #[must_use]
            pub const fn to_bits(self) -> $bits {
                unsafe { intrinsics::transmute::<$t, $bits>(self) }
            }
            #[must_use]
            pub const fn from_bits(v: $bits) -> Self {
                unsafe { intrinsics::transmute::<$bits, $t>(v) }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn floor(self) -> $t { intrinsics::floor(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn ceil(self) -> $t { intrinsics::ceil(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn round(self) -> $t { intrinsics::round(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn trunc(self) -> $t { intrinsics::trunc(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn round_ties_even(self) -> $t {
                let rounded = self.round();
                if (self - self.trunc()).abs() == 0.5 && rounded % 2.0 != 0.0 {
                    rounded - self.signum()
                } else {
                    rounded
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn fract(self) -> $t { self - self.trunc() }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn abs(self) -> $t {
                if self.is_sign_negative() { -self } else { self }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn signum(self) -> $t {
                if self.is_nan() { self } else if self.is_sign_negative() { -1.0 } else { 1.0 }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn copysign(self, sign: $t) -> $t {
                if self.is_sign_negative() == sign.is_sign_negative() { self } else { -self }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn mul_add(self, a: $t, b: $t) -> $t { self * a + b }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn div_euclid(self, rhs: $t) -> $t {
                let q = (self / rhs).trunc();
                if self % rhs < 0.0 {
                    if rhs > 0.0 { q - 1.0 } else { q + 1.0 }
                } else {
                    q
                }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn rem_euclid(self, rhs: $t) -> $t {
                let r = self % rhs;
                if r < 0.0 { r + rhs.abs() } else { r }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn powi(self, n: i32) -> $t {
                let mut base = self;
                let mut exp = n.unsigned_abs();
                let mut acc: $t = 1.0;
                while exp > 0 {
                    if exp & 1 == 1 {
                        acc *= base;
                    }
                    exp /= 2;
                    base *= base;
                }
                if n < 0 { 1.0 / acc } else { acc }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn powf(self, n: $t) -> $t {
                intrinsics::pow_float(self as f64, n as f64) as $t
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn sqrt(self) -> $t { intrinsics::sqrt(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn exp(self) -> $t { intrinsics::exp(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn exp2(self) -> $t { intrinsics::pow_float(2.0, self as f64) as $t }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn ln(self) -> $t { intrinsics::ln(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn log(self, base: $t) -> $t { self.ln() / base.ln() }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn log2(self) -> $t { intrinsics::log2(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn log10(self) -> $t { intrinsics::log10(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn cbrt(self) -> $t {
                let root = intrinsics::pow_float(self.abs() as f64, 1.0 / 3.0);
                // Newton's step makes cubes exact.
                let root = if root == 0.0 || !root.is_finite() {
                    root
                } else {
                    root - (root * root * root - self.abs() as f64) / (3.0 * root * root)
                };
                (root as $t).copysign(self)
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn hypot(self, other: $t) -> $t { (self * self + other * other).sqrt() }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn sin(self) -> $t { intrinsics::sin(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn cos(self) -> $t { intrinsics::cos(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn tan(self) -> $t { intrinsics::tan(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn asin(self) -> $t { self.atan2(((1.0 - self) * (1.0 + self)).sqrt()) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn acos(self) -> $t { ((1.0 - self) * (1.0 + self)).sqrt().atan2(self) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn atan(self) -> $t { self.atan2(1.0) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn atan2(self, other: $t) -> $t {
                intrinsics::atan2(self as f64, other as f64) as $t
            }
            pub fn sin_cos(self) -> ($t, $t) { (self.sin(), self.cos()) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn sinh(self) -> $t { (self.exp() - (-self).exp()) / 2.0 }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn cosh(self) -> $t { (self.exp() + (-self).exp()) / 2.0 }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn tanh(self) -> $t {
                if self.abs() > 20.0 {
                    return self.signum();
                }
                let (a, b) = (self.exp(), (-self).exp());
                (a - b) / (a + b)
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn recip(self) -> $t { 1.0 / self }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn to_degrees(self) -> $t { self * (180.0 / $t::A_PI) }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn to_radians(self) -> $t { self * ($t::A_PI / 180.0) }
            const A_PI: $t = 3.14159265358979323846264338327950288;
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn max(self, other: $t) -> $t {
                if self.is_nan() || self < other { other } else { self }
            }
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub const fn min(self, other: $t) -> $t {
                if self.is_nan() || other < self { other } else { self }
            }
            #[track_caller]
            #[must_use = "this returns the result of the operation, without modifying the original"]
            pub fn clamp(self, min: $t, max: $t) -> $t {
                if !(min <= max) {
                    panic!("min > max, or either was NaN. min = {min:?}, max = {max:?}");
                }
                if self < min {
                    min
                } else if self > max {
                    max
                } else {
                    self
                }
            }
            #[must_use]
            pub fn total_cmp(&self, other: &$t) -> Ordering {
                let mut left = self.to_bits() as $signed;
                let mut right = other.to_bits() as $signed;
                if left < 0 {
                    left = left ^ $signed::MAX;
                }
                if right < 0 {
                    right = right ^ $signed::MAX;
                }
                left.cmp(&right)
            }
            #[must_use]
            pub const fn to_ne_bytes(self) -> [u8; $bytes] { self.to_bits().to_ne_bytes() }
            #[must_use]
            pub const fn to_le_bytes(self) -> [u8; $bytes] { self.to_bits().to_le_bytes() }
            #[must_use]
            pub const fn to_be_bytes(self) -> [u8; $bytes] { self.to_bits().to_be_bytes() }
        }
    )* };
}
floats! { f32 u32 i32 24 4 0x7fc0_0000 f64 u64 i64 53 8 0x7ff8_0000_0000_0000 }

impl f32 {
    pub const DIGITS: u32 = 6;
    pub const EPSILON: f32 = 1.19209290e-07;
    pub const MIN: f32 = -3.40282347e+38;
    pub const MIN_POSITIVE: f32 = 1.17549435e-38;
    pub const MAX: f32 = 3.40282347e+38;
}

impl f64 {
    pub const DIGITS: u32 = 15;
    pub const EPSILON: f64 = 2.2204460492503131e-16;
    pub const MIN: f64 = -1.7976931348623157e+308;
    pub const MIN_POSITIVE: f64 = 2.2250738585072014e-308;
    pub const MAX: f64 = 1.7976931348623157e+308;
}

macro_rules! constants {
    ($($name:ident $t:ident)*) => { $(
        pub mod $name {
            pub const PI: $t = 3.14159265358979323846264338327950288;
            pub const TAU: $t = 6.28318530717958647692528676655900577;
            pub const FRAC_PI_2: $t = 1.57079632679489661923132169163975144;
            pub const FRAC_PI_3: $t = 1.04719755119659774615421446109316763;
            pub const FRAC_PI_4: $t = 0.785398163397448309615660845819875721;
            pub const FRAC_PI_6: $t = 0.52359877559829887307710723054658381;
            pub const FRAC_PI_8: $t = 0.39269908169872415480783042290993786;
            pub const FRAC_1_PI: $t = 0.318309886183790671537767526745028724;
            pub const FRAC_2_PI: $t = 0.636619772367581343075535053490057448;
            pub const FRAC_1_SQRT_2: $t = 0.707106781186547524400844362104849039;
            pub const FRAC_2_SQRT_PI: $t = 1.12837916709551257389615890312154517;
            pub const SQRT_2: $t = 1.41421356237309504880168872420969808;
            pub const E: $t = 2.71828182845904523536028747135266250;
            pub const LN_2: $t = 0.693147180559945309417232121458176568;
            pub const LN_10: $t = 2.30258509299404568401799145468436421;
            pub const LOG2_E: $t = 1.44269504088896340735992468100189214;
            pub const LOG2_10: $t = 3.32192809488736234787031942948939018;
            pub const LOG10_E: $t = 0.434294481903251827651128918916605082;
            pub const LOG10_2: $t = 0.301029995663981195213738894724493027;
        }
    )* };
}
constants! { f32_consts f32 f64_consts f64 }
