//! Floats.

use super::{Debug, Display, Formatter, LowerExp, Result, UpperExp};
use crate::intrinsics;

/// See `format_float` for `exponent`.
fn float(value: f64, single: bool, exponent: u8, precision: i32, f: &mut Formatter<'_>) -> Result {
    let mut room: [u8; 1100] = unsafe { intrinsics::uninit() };
    let len = intrinsics::format_float(value, single, exponent, precision, room.as_mut_ptr());
    let text = unsafe { crate::str::from_utf8_unchecked(&room[..len]) };
    if value.is_nan() {
        return not_a_number(text, f);
    }
    match text.strip_prefix('-') {
        Some(text) => f.pad_integral(false, "", text),
        None => f.pad_integral(true, "", text),
    }
}

/// It has no sign.
fn not_a_number(text: &str, f: &mut Formatter<'_>) -> Result {
    let width = f.width().unwrap_or(0);
    let padding = width.saturating_sub(text.len());
    let before = match f.align() {
        Some(super::Alignment::Left) => 0,
        Some(super::Alignment::Center) => padding / 2,
        _ => padding,
    };
    let fill = if f.sign_aware_zero_pad() {
        ' '
    } else {
        f.fill()
    };
    for _ in 0..before {
        super::Write::write_char(f, fill)?;
    }
    f.write_str(text)?;
    for _ in before..padding {
        super::Write::write_char(f, fill)?;
    }
    Ok(())
}

fn precision(f: &Formatter<'_>) -> i32 {
    match f.precision() {
        Some(precision) => precision as i32,
        None => -1,
    }
}

macro_rules! floats {
    ($($t:ident $single:literal)*) => { $(
        impl Display for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                float(*self as f64, $single, 0, precision(f), f)
            }
        }
        impl Debug for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                let precision = precision(f);
                float(*self as f64, $single, if precision < 0 { 3 } else { 0 }, precision, f)
            }
        }
        impl LowerExp for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                float(*self as f64, $single, 1, precision(f), f)
            }
        }
        impl UpperExp for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                float(*self as f64, $single, 2, precision(f), f)
            }
        }
    )* };
}
floats! { f32 true f64 false }
