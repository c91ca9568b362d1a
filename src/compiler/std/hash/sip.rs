//! SipHash 1-3 with keys of zero: what `DefaultHasher::new()` is, so that its numbers are those of the real std.

use super::Hasher;

#[derive(Clone, Debug)]
pub struct DefaultHasher {
    v0: u64,
    v1: u64,
    v2: u64,
    v3: u64,
    /// Bytes that do not make a word yet, the first in the lowest place.
    tail: u64,
    ntail: u32,
    length: usize,
}

impl DefaultHasher {
    #[must_use]
    pub fn new() -> DefaultHasher {
        DefaultHasher {
            v0: 0x736f6d6570736575,
            v1: 0x646f72616e646f6d,
            v2: 0x6c7967656e657261,
            v3: 0x7465646279746573,
            tail: 0,
            ntail: 0,
            length: 0,
        }
    }

    fn round(&mut self) {
        self.v0 = self.v0.wrapping_add(self.v1);
        self.v2 = self.v2.wrapping_add(self.v3);
        self.v1 = self.v1.rotate_left(13) ^ self.v0;
        self.v3 = self.v3.rotate_left(16) ^ self.v2;
        self.v0 = self.v0.rotate_left(32);
        self.v2 = self.v2.wrapping_add(self.v1);
        self.v0 = self.v0.wrapping_add(self.v3);
        self.v1 = self.v1.rotate_left(17) ^ self.v2;
        self.v3 = self.v3.rotate_left(21) ^ self.v0;
        self.v2 = self.v2.rotate_left(32);
    }

    fn word(&mut self, word: u64) {
        self.v3 ^= word;
        self.round();
        self.v0 ^= word;
    }

    /// `count` bytes at once, at most 8.
    fn bytes(&mut self, value: u64, count: u32) {
        self.length += count as usize;
        self.tail |= value << (8 * self.ntail);
        let room = 8 - self.ntail;
        if count < room {
            self.ntail += count;
            return;
        }
        self.word(self.tail);
        self.ntail = count - room;
        self.tail = if room < 8 { value >> (8 * room) } else { 0 };
    }
}

impl Default for DefaultHasher {
    fn default() -> DefaultHasher {
        DefaultHasher::new()
    }
}

impl Hasher for DefaultHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.bytes(*byte as u64, 1);
        }
    }
    fn write_u8(&mut self, i: u8) {
        self.bytes(i as u64, 1)
    }
    fn write_u16(&mut self, i: u16) {
        self.bytes(i as u64, 2)
    }
    fn write_u32(&mut self, i: u32) {
        self.bytes(i as u64, 4)
    }
    fn write_u64(&mut self, i: u64) {
        self.bytes(i, 8)
    }
    fn write_usize(&mut self, i: usize) {
        self.bytes(i as u64, 8)
    }
    fn finish(&self) -> u64 {
        let mut state = self.clone();
        let last = ((self.length as u64 & 0xff) << 56) | self.tail;
        state.word(last);
        state.v2 ^= 0xff;
        state.round();
        state.round();
        state.round();
        state.v0 ^ state.v1 ^ state.v2 ^ state.v3
    }
}
