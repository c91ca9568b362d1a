//! A span of time.

use crate::error::Error;
use crate::fmt::{self, Write};
use crate::iter::Sum;
use crate::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Sub, SubAssign};

const NANOS_PER_SEC: u32 = 1_000_000_000;
const NANOS_PER_MILLI: u32 = 1_000_000;
const NANOS_PER_MICRO: u32 = 1_000;
const MILLIS_PER_SEC: u64 = 1_000;
const MICROS_PER_SEC: u64 = 1_000_000;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Duration {
    secs: u64,
    nanos: u32,
}

impl Duration {
    pub const ZERO: Duration = Duration { secs: 0, nanos: 0 };
    pub const MAX: Duration = Duration {
        secs: u64::MAX,
        nanos: NANOS_PER_SEC - 1,
    };

    #[must_use]
    pub const fn new(secs: u64, nanos: u32) -> Duration {
        if nanos < NANOS_PER_SEC {
            return Duration { secs, nanos };
        }
        match secs.checked_add((nanos / NANOS_PER_SEC) as u64) {
            Some(secs) => Duration {
                secs,
                nanos: nanos % NANOS_PER_SEC,
            },
            None => panic!("overflow in Duration::new"),
        }
    }

    #[must_use]
    pub const fn from_secs(secs: u64) -> Duration {
        Duration { secs, nanos: 0 }
    }

    #[must_use]
    pub const fn from_millis(millis: u64) -> Duration {
        let nanos = (millis % MILLIS_PER_SEC) as u32 * NANOS_PER_MILLI;
        Duration {
            secs: millis / MILLIS_PER_SEC,
            nanos,
        }
    }

    #[must_use]
    pub const fn from_micros(micros: u64) -> Duration {
        let nanos = (micros % MICROS_PER_SEC) as u32 * NANOS_PER_MICRO;
        Duration {
            secs: micros / MICROS_PER_SEC,
            nanos,
        }
    }

    #[must_use]
    pub const fn from_nanos(nanos: u64) -> Duration {
        let per_sec = NANOS_PER_SEC as u64;
        Duration {
            secs: nanos / per_sec,
            nanos: (nanos % per_sec) as u32,
        }
    }

    #[must_use]
    pub const fn from_nanos_u128(nanos: u128) -> Duration {
        let per_sec = NANOS_PER_SEC as u128;
        let secs = nanos / per_sec;
        if secs > u64::MAX as u128 {
            panic!("overflow in `Duration::from_nanos_u128`");
        }
        Duration {
            secs: secs as u64,
            nanos: (nanos % per_sec) as u32,
        }
    }

    #[must_use]
    pub const fn from_hours(hours: u64) -> Duration {
        match hours.checked_mul(3600) {
            Some(secs) => Duration::from_secs(secs),
            None => panic!("overflow in Duration::from_hours"),
        }
    }

    #[must_use]
    pub const fn from_mins(mins: u64) -> Duration {
        match mins.checked_mul(60) {
            Some(secs) => Duration::from_secs(secs),
            None => panic!("overflow in Duration::from_mins"),
        }
    }

    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.secs == 0 && self.nanos == 0
    }

    #[must_use]
    pub const fn as_secs(&self) -> u64 {
        self.secs
    }

    #[must_use]
    pub const fn subsec_millis(&self) -> u32 {
        self.nanos / NANOS_PER_MILLI
    }

    #[must_use]
    pub const fn subsec_micros(&self) -> u32 {
        self.nanos / NANOS_PER_MICRO
    }

    #[must_use]
    pub const fn subsec_nanos(&self) -> u32 {
        self.nanos
    }

    #[must_use]
    pub const fn as_millis(&self) -> u128 {
        self.secs as u128 * MILLIS_PER_SEC as u128 + (self.nanos / NANOS_PER_MILLI) as u128
    }

    #[must_use]
    pub const fn as_micros(&self) -> u128 {
        self.secs as u128 * MICROS_PER_SEC as u128 + (self.nanos / NANOS_PER_MICRO) as u128
    }

    #[must_use]
    pub const fn as_nanos(&self) -> u128 {
        self.secs as u128 * NANOS_PER_SEC as u128 + self.nanos as u128
    }

    #[must_use]
    pub const fn abs_diff(self, other: Duration) -> Duration {
        match self.checked_sub(other) {
            Some(difference) => difference,
            None => other.checked_sub(self).unwrap(),
        }
    }

    #[must_use]
    pub const fn checked_add(self, rhs: Duration) -> Option<Duration> {
        let Some(mut secs) = self.secs.checked_add(rhs.secs) else {
            return None;
        };
        let mut nanos = self.nanos + rhs.nanos;
        if nanos >= NANOS_PER_SEC {
            nanos -= NANOS_PER_SEC;
            match secs.checked_add(1) {
                Some(more) => secs = more,
                None => return None,
            }
        }
        Some(Duration { secs, nanos })
    }

    #[must_use]
    pub const fn saturating_add(self, rhs: Duration) -> Duration {
        match self.checked_add(rhs) {
            Some(sum) => sum,
            None => Duration::MAX,
        }
    }

    #[must_use]
    pub const fn checked_sub(self, rhs: Duration) -> Option<Duration> {
        let Some(mut secs) = self.secs.checked_sub(rhs.secs) else {
            return None;
        };
        let nanos = if self.nanos >= rhs.nanos {
            self.nanos - rhs.nanos
        } else {
            match secs.checked_sub(1) {
                Some(less) => secs = less,
                None => return None,
            }
            self.nanos + NANOS_PER_SEC - rhs.nanos
        };
        Some(Duration { secs, nanos })
    }

    #[must_use]
    pub const fn saturating_sub(self, rhs: Duration) -> Duration {
        match self.checked_sub(rhs) {
            Some(difference) => difference,
            None => Duration::ZERO,
        }
    }

    #[must_use]
    pub const fn checked_mul(self, rhs: u32) -> Option<Duration> {
        let nanos = self.nanos as u64 * rhs as u64;
        let extra = nanos / NANOS_PER_SEC as u64;
        let nanos = (nanos % NANOS_PER_SEC as u64) as u32;
        let Some(secs) = self.secs.checked_mul(rhs as u64) else {
            return None;
        };
        match secs.checked_add(extra) {
            Some(secs) => Some(Duration { secs, nanos }),
            None => None,
        }
    }

    #[must_use]
    pub const fn saturating_mul(self, rhs: u32) -> Duration {
        match self.checked_mul(rhs) {
            Some(product) => product,
            None => Duration::MAX,
        }
    }

    #[must_use]
    pub const fn checked_div(self, rhs: u32) -> Option<Duration> {
        if rhs == 0 {
            return None;
        }
        let (secs, left) = (self.secs / rhs as u64, self.secs % rhs as u64);
        let nanos = self.nanos / rhs;
        let extra = (left * NANOS_PER_SEC as u64 + (self.nanos % rhs) as u64) / rhs as u64;
        Some(Duration::new(secs, nanos + extra as u32))
    }

    #[must_use]
    pub const fn as_secs_f64(&self) -> f64 {
        self.secs as f64 + self.nanos as f64 / NANOS_PER_SEC as f64
    }

    #[must_use]
    pub const fn as_secs_f32(&self) -> f32 {
        self.secs as f32 + self.nanos as f32 / NANOS_PER_SEC as f32
    }

    #[must_use]
    pub const fn as_millis_f64(&self) -> f64 {
        self.secs as f64 * MILLIS_PER_SEC as f64 + self.nanos as f64 / NANOS_PER_MILLI as f64
    }

    #[must_use]
    pub fn from_secs_f64(secs: f64) -> Duration {
        match Duration::try_from_secs_f64(secs) {
            Ok(v) => v,
            Err(e) => panic!("{}", e),
        }
    }

    #[must_use]
    pub fn from_secs_f32(secs: f32) -> Duration {
        match Duration::try_from_secs_f32(secs) {
            Ok(v) => v,
            Err(e) => panic!("{}", e),
        }
    }

    /// To the nearest nanosecond, halves to even.
    pub fn try_from_secs_f64(secs: f64) -> Result<Duration, TryFromFloatSecsError> {
        if secs < 0.0 {
            return Err(TryFromFloatSecsError {
                kind: TryFromFloatSecsErrorKind::Negative,
            });
        }
        let bits = secs.to_bits();
        let exponent = (bits >> 52 & 0x7ff) as i32 - 1023;
        let mantissa = (bits & ((1 << 52) - 1)) | (1 << 52);
        Duration::of_float(mantissa, exponent, 52)
    }

    /// To the nearest nanosecond, halves to even.
    pub fn try_from_secs_f32(secs: f32) -> Result<Duration, TryFromFloatSecsError> {
        if secs < 0.0 {
            return Err(TryFromFloatSecsError {
                kind: TryFromFloatSecsErrorKind::Negative,
            });
        }
        let bits = secs.to_bits();
        let exponent = (bits >> 23 & 0xff) as i32 - 127;
        let mantissa = (bits & ((1 << 23) - 1)) | (1 << 23);
        Duration::of_float(mantissa as u64, exponent, 23)
    }

    /// `mantissa` times 2 to the power of `exponent - width`, in seconds.
    fn of_float(
        mantissa: u64,
        exponent: i32,
        width: i32,
    ) -> Result<Duration, TryFromFloatSecsError> {
        if exponent < -31 {
            return Ok(Duration::ZERO);
        }
        if exponent >= 64 {
            return Err(TryFromFloatSecsError {
                kind: TryFromFloatSecsErrorKind::OverflowOrNan,
            });
        }
        if exponent >= width {
            return Ok(Duration::from_secs(mantissa << (exponent - width) as u32));
        }
        let down = (width - exponent) as u32;
        let (mut secs, fraction) = match down < 64 {
            true => (mantissa >> down, mantissa & ((1u64 << down) - 1)),
            false => (0, mantissa),
        };
        let product = fraction as u128 * NANOS_PER_SEC as u128;
        let mut nanos = (product >> down) as u32;
        let (rest, half) = (product & ((1u128 << down) - 1), 1u128 << (down - 1));
        if rest > half || (rest == half && nanos % 2 == 1) {
            nanos += 1;
        }
        if nanos == NANOS_PER_SEC {
            secs += 1;
            nanos = 0;
        }
        Ok(Duration { secs, nanos })
    }

    #[must_use]
    pub fn mul_f64(self, rhs: f64) -> Duration {
        Duration::from_secs_f64(rhs * self.as_secs_f64())
    }

    #[must_use]
    pub fn mul_f32(self, rhs: f32) -> Duration {
        Duration::from_secs_f32(rhs * self.as_secs_f32())
    }

    #[must_use]
    pub fn div_f64(self, rhs: f64) -> Duration {
        Duration::from_secs_f64(self.as_secs_f64() / rhs)
    }

    #[must_use]
    pub fn div_f32(self, rhs: f32) -> Duration {
        Duration::from_secs_f32(self.as_secs_f32() / rhs)
    }

    #[must_use]
    pub fn div_duration_f64(self, rhs: Duration) -> f64 {
        self.as_nanos() as f64 / rhs.as_nanos() as f64
    }

    #[must_use]
    pub fn div_duration_f32(self, rhs: Duration) -> f32 {
        self.as_nanos() as f32 / rhs.as_nanos() as f32
    }
}

impl Add for Duration {
    type Output = Duration;

    #[track_caller]
    fn add(self, rhs: Duration) -> Duration {
        self.checked_add(rhs)
            .expect("overflow when adding durations")
    }
}

impl AddAssign for Duration {
    #[track_caller]
    fn add_assign(&mut self, rhs: Duration) {
        *self = *self + rhs;
    }
}

impl Sub for Duration {
    type Output = Duration;

    #[track_caller]
    fn sub(self, rhs: Duration) -> Duration {
        self.checked_sub(rhs)
            .expect("overflow when subtracting durations")
    }
}

impl SubAssign for Duration {
    #[track_caller]
    fn sub_assign(&mut self, rhs: Duration) {
        *self = *self - rhs;
    }
}

impl Mul<u32> for Duration {
    type Output = Duration;

    #[track_caller]
    fn mul(self, rhs: u32) -> Duration {
        self.checked_mul(rhs)
            .expect("overflow when multiplying duration by scalar")
    }
}

impl Mul<Duration> for u32 {
    type Output = Duration;

    #[track_caller]
    fn mul(self, rhs: Duration) -> Duration {
        rhs * self
    }
}

impl MulAssign<u32> for Duration {
    #[track_caller]
    fn mul_assign(&mut self, rhs: u32) {
        *self = *self * rhs;
    }
}

impl Div<u32> for Duration {
    type Output = Duration;

    #[track_caller]
    fn div(self, rhs: u32) -> Duration {
        self.checked_div(rhs)
            .expect("divide by zero error when dividing duration by scalar")
    }
}

impl DivAssign<u32> for Duration {
    #[track_caller]
    fn div_assign(&mut self, rhs: u32) {
        *self = *self / rhs;
    }
}

impl Sum for Duration {
    fn sum<I: Iterator<Item = Duration>>(iter: I) -> Duration {
        iter.fold(Duration::ZERO, |sum, next| {
            sum.checked_add(next)
                .expect("overflow in iter::sum over durations")
        })
    }
}

impl<'a> Sum<&'a Duration> for Duration {
    fn sum<I: Iterator<Item = &'a Duration>>(iter: I) -> Duration {
        iter.fold(Duration::ZERO, |sum, next| {
            sum.checked_add(*next)
                .expect("overflow in iter::sum over durations")
        })
    }
}

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = if f.sign_plus() { "+" } else { "" };
        if self.secs > 0 {
            fmt_decimal(f, self.secs, self.nanos, NANOS_PER_SEC / 10, prefix, "s")
        } else if self.nanos >= NANOS_PER_MILLI {
            let whole = (self.nanos / NANOS_PER_MILLI) as u64;
            fmt_decimal(
                f,
                whole,
                self.nanos % NANOS_PER_MILLI,
                NANOS_PER_MILLI / 10,
                prefix,
                "ms",
            )
        } else if self.nanos >= NANOS_PER_MICRO {
            let whole = (self.nanos / NANOS_PER_MICRO) as u64;
            fmt_decimal(
                f,
                whole,
                self.nanos % NANOS_PER_MICRO,
                NANOS_PER_MICRO / 10,
                prefix,
                "µs",
            )
        } else {
            fmt_decimal(f, self.nanos as u64, 0, 1, prefix, "ns")
        }
    }
}

/// `whole` and `fraction`, whose first digit counts `unit`.
fn fmt_decimal(
    f: &mut fmt::Formatter<'_>,
    whole: u64,
    mut fraction: u32,
    mut unit: u32,
    prefix: &str,
    suffix: &str,
) -> fmt::Result {
    let mut digits = [b'0'; 9];
    let mut count = 0;
    let end = f
        .precision()
        .map_or(9, |precision| if precision < 9 { precision } else { 9 });
    while fraction > 0 && count < end {
        digits[count] = b'0' + (fraction / unit) as u8;
        fraction %= unit;
        unit /= 10;
        count += 1;
    }
    // What is left over is rounded, halves to even.
    let mut carry = false;
    if fraction > 0 && fraction >= unit * 5 {
        let odd = match count {
            0 => whole % 2 == 1,
            _ => (digits[count - 1] - b'0') % 2 == 1,
        };
        carry = fraction != unit * 5 || odd;
    }
    let mut at = count;
    while carry && at > 0 {
        at -= 1;
        if digits[at] < b'9' {
            digits[at] += 1;
            carry = false;
        } else {
            digits[at] = b'0';
        }
    }
    // Only the largest of all has no whole number above it: 2 to the power of 64.
    let whole = match carry {
        true => whole.checked_add(1),
        false => Some(whole),
    };

    let mut text = String::from(prefix);
    match whole {
        Some(whole) => text.push_str(&whole.to_string()),
        None => text.push_str("18446744073709551616"),
    }
    let shown = f.precision().unwrap_or(count);
    if shown > 0 {
        text.push('.');
        let mut at = 0;
        while at < shown {
            text.push(if at < count { digits[at] as char } else { '0' });
            at += 1;
        }
    }
    text.push_str(suffix);

    let Some(width) = f.width() else {
        return f.write_str(&text);
    };
    let length = text.chars().count();
    if length >= width {
        return f.write_str(&text);
    }
    let padding = width - length;
    let before = match f.align() {
        None | Some(fmt::Alignment::Left) => 0,
        Some(fmt::Alignment::Right) => padding,
        Some(fmt::Alignment::Center) => padding / 2,
    };
    let fill = f.fill();
    for _ in 0..before {
        f.write_char(fill)?;
    }
    f.write_str(&text)?;
    for _ in before..padding {
        f.write_char(fill)?;
    }
    Ok(())
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryFromFloatSecsError {
    kind: TryFromFloatSecsErrorKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum TryFromFloatSecsErrorKind {
    Negative,
    OverflowOrNan,
}

impl fmt::Display for TryFromFloatSecsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let description = match self.kind {
            TryFromFloatSecsErrorKind::Negative => {
                "cannot convert float seconds to Duration: value is negative"
            }
            TryFromFloatSecsErrorKind::OverflowOrNan => {
                "cannot convert float seconds to Duration: value is either too big or NaN"
            }
        };
        description.fmt(f)
    }
}

impl Error for TryFromFloatSecsError {}
