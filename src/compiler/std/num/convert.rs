//! Numbers as other numbers.

use super::error::TryFromIntError;

macro_rules! lossless {
    ($($from:ident: $($to:ident)*;)*) => { $($(
        impl From<$from> for $to {
            fn from(small: $from) -> $to { small as $to }
        }
    )*)* };
}
lossless! {
    bool: u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize;
    u8: u16 u32 u64 u128 usize i16 i32 i64 i128 isize f32 f64 char;
    u16: u32 u64 u128 usize i32 i64 i128 f32 f64;
    u32: u64 u128 i64 i128 f64;
    u64: u128 i128;
    i8: i16 i32 i64 i128 isize f32 f64;
    i16: i32 i64 i128 isize f32 f64;
    i32: i64 i128 f64;
    i64: i128;
    f32: f64;
    char: u32 u64 u128;
}

impl From<bool> for f32 {
    fn from(small: bool) -> f32 {
        small as u8 as f32
    }
}
impl From<bool> for f64 {
    fn from(small: bool) -> f64 {
        small as u8 as f64
    }
}

/// What does not come back the same, or with another sign, did not fit.
macro_rules! checked {
    ($($from:ident: $($to:ident)*;)*) => { $($(
        impl TryFrom<$from> for $to {
            type Error = TryFromIntError;
            fn try_from(u: $from) -> Result<$to, TryFromIntError> {
                let value = u as $to;
                if value as $from == u && (value < (0 as $to)) == (u < (0 as $from)) {
                    Ok(value)
                } else {
                    Err(TryFromIntError(()))
                }
            }
        }
    )*)* };
}
checked! {
    u8: i8;
    u16: u8 i8 i16 isize;
    u32: u8 u16 i8 i16 i32 usize isize;
    u64: u8 u16 u32 i8 i16 i32 i64 usize isize;
    u128: u8 u16 u32 u64 i8 i16 i32 i64 i128 usize isize;
    usize: u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 isize;
    i8: u8 u16 u32 u64 u128 usize;
    i16: u8 u16 u32 u64 u128 i8 usize;
    i32: u8 u16 u32 u64 u128 i8 i16 usize isize;
    i64: u8 u16 u32 u64 u128 i8 i16 i32 usize isize;
    i128: u8 u16 u32 u64 u128 i8 i16 i32 i64 usize isize;
    isize: u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 usize;
}
