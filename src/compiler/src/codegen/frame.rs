//! Which bytes of a function's frame are in use: what is freed is used again.

use async_playground::machine::bytecode::Slot;

/// A frame while its function is being written.
#[derive(Debug, Default)]
pub struct Frame {
    /// What is in use: where it begins and ends, in order.
    used: Vec<(Slot, Slot)>,
    /// How large the frame has to be.
    pub size: u32,
}

impl Frame {
    /// The first free place for so many bytes. What has none needs none.
    pub fn alloc(&mut self, size: u32, align: u32) -> Slot {
        if size == 0 {
            return 0;
        }
        let (mut at, mut index) = (0, 0);
        for &(begin, end) in &self.used {
            if at + size <= begin {
                break;
            }
            at = end.next_multiple_of(align);
            index += 1;
        }
        self.used.insert(index, (at, at + size));
        self.size = self.size.max(at + size);
        at
    }

    /// Gives back what [`Frame::alloc`] gave.
    pub fn free(&mut self, slot: Slot, size: u32) {
        if size > 0 {
            self.used.retain(|&used| used != (slot, slot + size));
        }
    }
}
