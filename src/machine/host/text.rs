//! Characters and bytes.

use super::args;
use crate::machine::fault::{Fault, broken};
use crate::machine::interpreter::State;

fn char_of(code: u32) -> Result<char, Fault> {
    char::from_u32(code).ok_or_else(|| broken("a char is none"))
}

impl State {
    pub(super) fn compare_bytes(&mut self, args: u32, ret: u32) -> Result<(), Fault> {
        let (a, b, len) = args!(self.memory, args; u32, u32, u64);
        let order = self.memory.bytes(a, len)?.cmp(self.memory.bytes(b, len)?);
        self.memory.set(ret, order as i32);
        self.fuel.steps((len >> 10) as u32)
    }

    pub(super) fn char_class(&mut self, args: u32, ret: u32) -> Result<(), Fault> {
        let (code,) = args!(self.memory, args; u32);
        let c = char_of(code)?;
        let class = [
            c.is_alphabetic(),
            c.is_numeric(),
            c.is_lowercase(),
            c.is_uppercase(),
            c.is_whitespace(),
            c.is_control(),
            c.escape_debug().len() > 1,
        ];
        let bits = class.iter().enumerate();
        let bits = bits.fold(0, |bits, (bit, is)| bits | u32::from(*is) << bit);
        self.memory.set(ret, bits);
        Ok(())
    }

    pub(super) fn char_case(&mut self, args: u32, ret: u32) -> Result<(), Fault> {
        let (code, upper, out) = args!(self.memory, args; u32, bool, u32);
        let c = char_of(code)?;
        let cased: Vec<char> = match upper {
            true => c.to_uppercase().collect(),
            false => c.to_lowercase().collect(),
        };
        for (n, c) in cased.iter().enumerate() {
            self.memory
                .store(out.saturating_add(4 * n as u32), *c as u32)?;
        }
        self.memory.set(ret, cased.len() as u64);
        Ok(())
    }
}
