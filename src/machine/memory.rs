//! The memory of a program: bytes, which are addressed from 0.

use std::ops::Range;

use super::bytecode::GUARD;
use super::fault::{Fault, broken};

/// How much memory a program may have.
pub const MOST_MEMORY: u32 = 256 << 20;

/// Memory grows by so much at least.
const STEP: usize = 1 << 20;

/// A program's memory. It never shrinks.
#[derive(Default)]
pub struct Memory {
    bytes: Vec<u8>,
}

/// A value of a fixed size.
pub trait Scalar: Copy {
    /// From its bytes: exactly as many as it has.
    fn read(bytes: &[u8]) -> Self;

    /// To its bytes.
    fn write(self, bytes: &mut [u8]);

    /// How many it has.
    const SIZE: usize;
}

macro_rules! scalars {
    ($($scalar:ty)*) => {$(
        impl Scalar for $scalar {
            const SIZE: usize = size_of::<$scalar>();

            #[inline(always)]
            fn read(bytes: &[u8]) -> Self {
                let mut own = [0; size_of::<$scalar>()];
                own.copy_from_slice(bytes);
                <$scalar>::from_le_bytes(own)
            }

            #[inline(always)]
            fn write(self, bytes: &mut [u8]) {
                bytes.copy_from_slice(&self.to_le_bytes());
            }
        }
    )*};
}

scalars!(u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 f32 f64);

impl Scalar for bool {
    const SIZE: usize = 1;

    #[inline(always)]
    fn read(bytes: &[u8]) -> Self {
        bytes[0] != 0
    }

    #[inline(always)]
    fn write(self, bytes: &mut [u8]) {
        bytes[0] = u8::from(self);
    }
}

impl Memory {
    /// How many bytes there are: the first address that is not valid.
    pub fn size(&self) -> u32 {
        self.bytes.len() as u32
    }

    /// Has at least so many bytes from now on. False if there are not so many.
    pub fn grow(&mut self, size: u32) -> bool {
        let (before, size) = (self.bytes.len(), size as usize);
        if size <= before {
            return true;
        }
        if size > MOST_MEMORY as usize {
            return false;
        }
        let roomy = size
            .max(before + before / 4 + STEP)
            .min(MOST_MEMORY as usize);
        if self.bytes.try_reserve_exact(roomy - before).is_err() {
            return false;
        }
        self.bytes.resize(roomy, 0);
        true
    }

    /// A value in a frame: all of a frame is valid.
    #[inline(always)]
    pub fn get<T: Scalar>(&self, at: u32) -> T {
        let at = at as usize;
        T::read(&self.bytes[at..at + T::SIZE])
    }

    /// Writes a value in a frame: all of a frame is valid.
    #[inline(always)]
    pub fn set<T: Scalar>(&mut self, at: u32, value: T) {
        let at = at as usize;
        value.write(&mut self.bytes[at..at + T::SIZE]);
    }

    /// Moves bytes within frames: all of a frame is valid.
    #[inline(always)]
    pub fn shift(&mut self, from: u32, to: u32, size: u32) {
        match size {
            1 => self.set::<u8>(to, self.get(from)),
            4 => self.set::<u32>(to, self.get(from)),
            8 => self.set::<u64>(to, self.get(from)),
            16 => self.set::<u128>(to, self.get(from)),
            _ => {
                let from = from as usize;
                let bytes = from..from + size as usize;
                self.bytes.copy_within(bytes, to as usize);
            }
        }
    }

    /// A value at any address.
    pub fn load<T: Scalar>(&self, at: u32) -> Result<T, Fault> {
        Ok(T::read(&self.bytes[self.range(at, T::SIZE as u64)?]))
    }

    /// Writes a value to any address.
    pub fn store<T: Scalar>(&mut self, at: u32, value: T) -> Result<(), Fault> {
        let range = self.range(at, T::SIZE as u64)?;
        value.write(&mut self.bytes[range]);
        Ok(())
    }

    /// So many bytes at any address.
    pub fn bytes(&self, at: u32, size: u64) -> Result<&[u8], Fault> {
        Ok(&self.bytes[self.range(at, size)?])
    }

    /// Writes bytes to any address.
    pub fn write(&mut self, at: u32, bytes: &[u8]) -> Result<(), Fault> {
        let range = self.range(at, bytes.len() as u64)?;
        self.bytes[range].copy_from_slice(bytes);
        Ok(())
    }

    /// The text at any address.
    pub fn text(&self, at: u32, size: u64) -> Result<&str, Fault> {
        let text = std::str::from_utf8(self.bytes(at, size)?);
        text.map_err(|_| broken("a text is not UTF-8"))
    }

    /// Copies bytes from any address to any; they may overlap.
    #[inline(always)]
    pub fn copy(&mut self, from: u32, to: u32, size: u64) -> Result<(), Fault> {
        let (from, to) = (self.range(from, size)?, self.range(to, size)?);
        let (from, to) = (from.start as u32, to.start as u32);
        self.shift(from, to, size as u32);
        Ok(())
    }

    /// Where so many bytes stand. Of no bytes, every address is valid.
    #[inline(always)]
    pub fn range(&self, at: u32, size: u64) -> Result<Range<usize>, Fault> {
        let valid = at >= GUARD && size <= u64::from(self.size());
        let end = u64::from(at) + size;
        if valid && end <= u64::from(self.size()) {
            Ok(at as usize..end as usize)
        } else if size == 0 {
            Ok(0..0)
        } else {
            Err(outside(at, size))
        }
    }
}

#[cold]
fn outside(at: u32, size: u64) -> Fault {
    broken(format_args!("{size} bytes at address {at} are not its own"))
}
