//! Integers.

use super::{
    Binary, Debug, Display, Formatter, LowerExp, LowerHex, Octal, Result, UpperExp, UpperHex,
};
use crate::intrinsics;

/// Room for 128 binary digits.
const ROOM: usize = 128;

/// Digits, which are written from the last to the first.
struct Digits {
    room: [u8; ROOM],
    first: usize,
}

impl Digits {
    fn new() -> Digits {
        Digits {
            room: unsafe { intrinsics::uninit() },
            first: ROOM,
        }
    }
    fn push(&mut self, byte: u8) {
        self.first -= 1;
        self.room[self.first] = byte;
    }
    fn text(&self) -> &str {
        unsafe { crate::str::from_utf8_unchecked(&self.room[self.first..]) }
    }
}

/// With a base that is a power of two.
fn radix(mut n: u128, shift: u32, letters: u8, prefix: &str, f: &mut Formatter<'_>) -> Result {
    let mut digits = Digits::new();
    let mask = (1 << shift) - 1;
    loop {
        let digit = (n & mask) as u8;
        digits.push(if digit < 10 {
            b'0' + digit
        } else {
            letters + (digit - 10)
        });
        n >>= shift;
        if n == 0 {
            return f.pad_integral(true, prefix, digits.text());
        }
    }
}

fn decimal(mut n: u64, nonnegative: bool, f: &mut Formatter<'_>) -> Result {
    let mut digits = Digits::new();
    loop {
        digits.push(b'0' + (n % 10) as u8);
        n /= 10;
        if n == 0 {
            return f.pad_integral(nonnegative, "", digits.text());
        }
    }
}

fn decimal_128(mut n: u128, nonnegative: bool, f: &mut Formatter<'_>) -> Result {
    let mut digits = Digits::new();
    loop {
        digits.push(b'0' + (n % 10) as u8);
        n /= 10;
        if n == 0 {
            return f.pad_integral(nonnegative, "", digits.text());
        }
    }
}

/// As `1.5e3`.
fn exponent(mut n: u128, nonnegative: bool, letter: char, f: &mut Formatter<'_>) -> Result {
    let mut power = 0;
    while n % 10 == 0 && n >= 10 {
        n /= 10;
        power += 1;
    }
    let mut added = 0;
    if let Some(wanted) = f.precision() {
        let mut rest = n;
        let mut have = 0;
        while rest >= 10 {
            rest /= 10;
            have += 1;
        }
        added = wanted.saturating_sub(have);
        while have > wanted + 1 {
            n /= 10;
            power += 1;
            have -= 1;
        }
        if have > wanted {
            let last = n % 10;
            n /= 10;
            power += 1;
            // To even, as of floats.
            if last > 5 || (last == 5 && n % 2 != 0) {
                n += 1;
                if n.ilog10() > wanted as u32 {
                    n /= 10;
                    power += 1;
                }
            }
        }
    }
    let mut digits = n.to_string();
    let trailing = digits.len() - 1;
    power += trailing;
    if trailing + added > 0 {
        digits.insert(1, '.');
    }
    for _ in 0..added {
        digits.push('0');
    }
    digits.push(letter);
    digits.push_str(&power.to_string());
    f.pad_integral(nonnegative, "", &digits)
}

macro_rules! integer {
    ($($t:ident $unsigned:ident $wide:ident $decimal:ident)*) => { $(
        impl Display for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                $decimal(magnitude::$t(*self) as $wide, *self >= 0, f)
            }
        }
        impl Debug for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                if f.debug_lower_hex() {
                    LowerHex::fmt(self, f)
                } else if f.debug_upper_hex() {
                    UpperHex::fmt(self, f)
                } else {
                    Display::fmt(self, f)
                }
            }
        }
        impl Binary for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                radix(*self as $unsigned as u128, 1, b'a', "0b", f)
            }
        }
        impl Octal for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                radix(*self as $unsigned as u128, 3, b'a', "0o", f)
            }
        }
        impl LowerHex for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                radix(*self as $unsigned as u128, 4, b'a', "0x", f)
            }
        }
        impl UpperHex for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                radix(*self as $unsigned as u128, 4, b'A', "0x", f)
            }
        }
        impl LowerExp for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                exponent(magnitude::$t(*self) as u128, *self >= 0, 'e', f)
            }
        }
        impl UpperExp for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                exponent(magnitude::$t(*self) as u128, *self >= 0, 'E', f)
            }
        }
    )* };
}
integer! {
    u8 u8 u64 decimal u16 u16 u64 decimal u32 u32 u64 decimal u64 u64 u64 decimal
    usize usize u64 decimal u128 u128 u128 decimal_128
    i8 u8 u64 decimal i16 u16 u64 decimal i32 u32 u64 decimal i64 u64 u64 decimal
    isize usize u64 decimal i128 u128 u128 decimal_128
}

/// What is left of a number without its sign.
mod magnitude {
    macro_rules! unsigned {
        ($($t:ident)*) => { $(
            pub fn $t(n: $t) -> $t { n }
        )* };
    }
    macro_rules! signed {
        ($($t:ident $unsigned:ident)*) => { $(
            pub fn $t(n: $t) -> $unsigned { n.unsigned_abs() }
        )* };
    }
    unsigned! { u8 u16 u32 u64 u128 usize }
    signed! { i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize }
}
