//! Numbers of one type as those of another.

use super::bytecode::Num;
use super::memory::Memory;

/// Of which type a number is read.
enum Read {
    Signed(i128),
    Unsigned(u128),
    Float(f64),
}

/// Converts as `as` does, from one address within a frame to another.
pub fn convert(memory: &mut Memory, from: Num, to: Num, dst: u32, src: u32) {
    let read = match from {
        Num::I8 => Read::Signed(memory.get::<i8>(src).into()),
        Num::I16 => Read::Signed(memory.get::<i16>(src).into()),
        Num::I32 => Read::Signed(memory.get::<i32>(src).into()),
        Num::I64 => Read::Signed(memory.get::<i64>(src).into()),
        Num::I128 => Read::Signed(memory.get(src)),
        Num::U8 => Read::Unsigned(memory.get::<u8>(src).into()),
        Num::U16 => Read::Unsigned(memory.get::<u16>(src).into()),
        Num::U32 => Read::Unsigned(memory.get::<u32>(src).into()),
        Num::U64 => Read::Unsigned(memory.get::<u64>(src).into()),
        Num::U128 => Read::Unsigned(memory.get(src)),
        // What an `f32` becomes by way of an `f64`, it becomes on its own.
        Num::F32 => Read::Float(memory.get::<f32>(src).into()),
        Num::F64 => Read::Float(memory.get(src)),
    };
    macro_rules! write {
        ($to:ty) => {
            memory.set(
                dst,
                match read {
                    Read::Signed(value) => value as $to,
                    Read::Unsigned(value) => value as $to,
                    Read::Float(value) => value as $to,
                },
            )
        };
    }
    match to {
        Num::I8 => write!(i8),
        Num::I16 => write!(i16),
        Num::I32 => write!(i32),
        Num::I64 => write!(i64),
        Num::I128 => write!(i128),
        Num::U8 => write!(u8),
        Num::U16 => write!(u16),
        Num::U32 => write!(u32),
        Num::U64 => write!(u64),
        Num::U128 => write!(u128),
        Num::F32 => write!(f32),
        Num::F64 => write!(f64),
    }
}
