//! What is computed of numbers.

use super::bytecode::{Bin, Cmp, Num, Un};
use super::fault::{Fault, broken, panic};
use super::memory::{Memory, Scalar};

/// An integer or a float.
pub trait Number: Scalar + PartialOrd {
    fn binary(memory: &mut Memory, op: Bin, dst: u32, a: u32, b: impl Right) -> Result<(), Fault>;

    fn unary(memory: &mut Memory, op: Un, dst: u32, src: u32) -> Result<(), Fault>;

    /// The number of an operand that is in the code.
    fn of(value: i32) -> Self;

    #[inline(always)]
    fn compare(memory: &Memory, op: Cmp, a: u32, b: impl Right) -> bool {
        let (a, b): (Self, Self) = (memory.get(a), b.get(memory));
        op.holds(a, b)
    }
}

/// A right operand: an address within a frame, or a value that is in the code.
pub trait Right: Copy {
    fn get<T: Number>(self, memory: &Memory) -> T;
}

impl Right for u32 {
    #[inline(always)]
    fn get<T: Number>(self, memory: &Memory) -> T {
        memory.get(self)
    }
}

impl Right for i32 {
    #[inline(always)]
    fn get<T: Number>(self, _: &Memory) -> T {
        T::of(self)
    }
}

#[cold]
fn overflow(what: &'static str) -> Fault {
    panic(what)
}

/// No compiler asks for it: of these numbers there is no such thing.
#[cold]
fn no_such() -> Fault {
    broken("it computes what there is not of such numbers")
}

macro_rules! integers {
    ($inline:meta: $($integer:ident)*) => {$(
        impl Number for $integer {
            #[inline(always)]
            fn of(value: i32) -> Self {
                value as $integer
            }

            #[$inline]
            fn binary(
                memory: &mut Memory,
                op: Bin,
                dst: u32,
                a: u32,
                b: impl Right,
            ) -> Result<(), Fault> {
                let left: $integer = memory.get(a);
                // A shift's right operand is smaller than others may be.
                let by = |memory: &Memory| b.get::<u32>(memory);
                let right = |memory: &Memory| b.get::<$integer>(memory);
                let overflowing = |memory: &mut Memory, (value, over): ($integer, bool)| {
                    memory.set(dst, value);
                    memory.set(dst + <$integer>::SIZE as u32, over);
                    Ok(())
                };
                let value = match op {
                    Bin::Add => match left.checked_add(right(memory)) {
                        Some(sum) => sum,
                        None => return Err(overflow("attempt to add with overflow")),
                    },
                    Bin::Sub => match left.checked_sub(right(memory)) {
                        Some(difference) => difference,
                        None => return Err(overflow("attempt to subtract with overflow")),
                    },
                    Bin::Mul => match left.checked_mul(right(memory)) {
                        Some(product) => product,
                        None => return Err(overflow("attempt to multiply with overflow")),
                    },
                    Bin::Div => match (right(memory), left.checked_div(right(memory))) {
                        (_, Some(quotient)) => quotient,
                        (0, None) => return Err(overflow("attempt to divide by zero")),
                        (_, None) => return Err(overflow("attempt to divide with overflow")),
                    },
                    Bin::Rem => match (right(memory), left.checked_rem(right(memory))) {
                        (_, Some(rest)) => rest,
                        (0, None) => {
                            return Err(overflow(
                                "attempt to calculate the remainder with a divisor of zero",
                            ));
                        }
                        (_, None) => {
                            return Err(overflow(
                                "attempt to calculate the remainder with overflow",
                            ));
                        }
                    },
                    Bin::And => left & right(memory),
                    Bin::Or => left | right(memory),
                    Bin::Xor => left ^ right(memory),
                    Bin::Shl => match left.checked_shl(by(memory)) {
                        Some(shifted) => shifted,
                        None => return Err(overflow("attempt to shift left with overflow")),
                    },
                    Bin::Shr => match left.checked_shr(by(memory)) {
                        Some(shifted) => shifted,
                        None => return Err(overflow("attempt to shift right with overflow")),
                    },
                    Bin::WrappingAdd => left.wrapping_add(right(memory)),
                    Bin::WrappingSub => left.wrapping_sub(right(memory)),
                    Bin::WrappingMul => left.wrapping_mul(right(memory)),
                    Bin::WrappingShl => left.wrapping_shl(by(memory)),
                    Bin::WrappingShr => left.wrapping_shr(by(memory)),
                    Bin::OverflowingAdd => {
                        return overflowing(memory, left.overflowing_add(right(memory)));
                    }
                    Bin::OverflowingSub => {
                        return overflowing(memory, left.overflowing_sub(right(memory)));
                    }
                    Bin::OverflowingMul => {
                        return overflowing(memory, left.overflowing_mul(right(memory)));
                    }
                };
                memory.set(dst, value);
                Ok(())
            }

            fn unary(memory: &mut Memory, op: Un, dst: u32, src: u32) -> Result<(), Fault> {
                let value: $integer = memory.get(src);
                match op {
                    Un::Neg => match (0 as $integer).checked_sub(value) {
                        Some(negative) => memory.set(dst, negative),
                        None => return Err(overflow("attempt to negate with overflow")),
                    },
                    Un::Not => memory.set(dst, !value),
                    Un::CountOnes => memory.set(dst, value.count_ones()),
                    Un::LeadingZeros => memory.set(dst, value.leading_zeros()),
                    Un::TrailingZeros => memory.set(dst, value.trailing_zeros()),
                    _ => return Err(no_such()),
                }
                Ok(())
            }
        }
    )*};
}

// What loops are made of is worth the room in the interpreter.
integers!(inline(always): i32 u32 u64);
integers!(inline(never): i8 i16 i64 i128 u8 u16 u128);

macro_rules! floats {
    ($($float:ident)*) => {$(
        impl Number for $float {
            fn of(value: i32) -> Self {
                value as $float
            }

            fn binary(
                memory: &mut Memory,
                op: Bin,
                dst: u32,
                a: u32,
                b: impl Right,
            ) -> Result<(), Fault> {
                let (a, b): ($float, $float) = (memory.get(a), b.get(memory));
                let value = match op {
                    Bin::Add => a + b,
                    Bin::Sub => a - b,
                    Bin::Mul => a * b,
                    Bin::Div => a / b,
                    Bin::Rem => a % b,
                    _ => return Err(no_such()),
                };
                memory.set(dst, value);
                Ok(())
            }

            fn unary(memory: &mut Memory, op: Un, dst: u32, src: u32) -> Result<(), Fault> {
                let value: $float = memory.get(src);
                let value = match op {
                    Un::Neg => -value,
                    Un::Sqrt => value.sqrt(),
                    Un::Floor => value.floor(),
                    Un::Ceil => value.ceil(),
                    Un::Round => value.round(),
                    Un::Trunc => value.trunc(),
                    Un::Sin => value.sin(),
                    Un::Cos => value.cos(),
                    Un::Tan => value.tan(),
                    Un::Exp => value.exp(),
                    Un::Ln => value.ln(),
                    Un::Log10 => value.log10(),
                    Un::Log2 => value.log2(),
                    Un::Not | Un::CountOnes | Un::LeadingZeros | Un::TrailingZeros => {
                        return Err(no_such());
                    }
                };
                memory.set(dst, value);
                Ok(())
            }
        }
    )*};
}

floats!(f32 f64);

/// Calls a method of the trait for numbers of this type.
macro_rules! of_type {
    ($num:expr, $method:ident($($argument:expr),*)) => {
        match $num {
            Num::I8 => i8::$method($($argument),*),
            Num::I16 => i16::$method($($argument),*),
            Num::I32 => i32::$method($($argument),*),
            Num::I64 => i64::$method($($argument),*),
            Num::I128 => i128::$method($($argument),*),
            Num::U8 => u8::$method($($argument),*),
            Num::U16 => u16::$method($($argument),*),
            Num::U32 => u32::$method($($argument),*),
            Num::U64 => u64::$method($($argument),*),
            Num::U128 => u128::$method($($argument),*),
            Num::F32 => f32::$method($($argument),*),
            Num::F64 => f64::$method($($argument),*),
        }
    };
}

/// Computes `dst` of `a` and `b`, addresses within a frame.
#[inline(always)]
pub fn binary(
    memory: &mut Memory,
    op: Bin,
    num: Num,
    dst: u32,
    a: u32,
    b: impl Right,
) -> Result<(), Fault> {
    of_type!(num, binary(memory, op, dst, a, b))
}

/// Computes `dst` of `src`, addresses within a frame.
pub fn unary(memory: &mut Memory, op: Un, num: Num, dst: u32, src: u32) -> Result<(), Fault> {
    of_type!(num, unary(memory, op, dst, src))
}

/// How `a` compares to `b`, addresses within a frame.
#[inline(always)]
pub fn compare(memory: &Memory, op: Cmp, num: Num, a: u32, b: impl Right) -> bool {
    of_type!(num, compare(memory, op, a, b))
}
