//! What stands in memory before anything runs: text, constants, vtables, and room for statics.

use async_playground::machine::bytecode::GUARD;
use std::collections::HashMap;

/// The program's data while it is being gathered.
#[derive(Debug, Default)]
pub struct Data {
    bytes: Vec<u8>,
    known: HashMap<Vec<u8>, u32>,
}

impl Data {
    /// The address of constant bytes: of equal ones the same.
    pub fn constant(&mut self, bytes: &[u8]) -> u32 {
        if let Some(&address) = self.known.get(bytes) {
            return address;
        }
        let address = self.room(bytes.len() as u32);
        self.write(address, bytes);
        self.known.insert(bytes.to_vec(), address);
        address
    }

    /// The address of so many bytes that are zero, and the caller's own.
    pub fn room(&mut self, size: u32) -> u32 {
        self.bytes.resize(self.bytes.len().next_multiple_of(8), 0);
        let address = GUARD + self.bytes.len() as u32;
        self.bytes.resize(self.bytes.len() + size as usize, 0);
        address
    }

    /// Writes into what [`Data::room`] gave.
    pub fn write(&mut self, address: u32, bytes: &[u8]) {
        let begin = (address - GUARD) as usize;
        self.bytes[begin..begin + bytes.len()].copy_from_slice(bytes);
    }

    /// All of it.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}
