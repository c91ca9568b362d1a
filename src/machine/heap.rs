//! Blocks of a program's memory.
//!
//! A block's size is rounded up to that of its class: multiples of 8 up to [`SMALL`], and then four steps to
//! each doubling. Free blocks of a class are a list, each beginning with the address of the next. Who frees a
//! block says how large it is, so that blocks need no headers.

use super::fault::{Fault, broken, end};
use super::memory::{MOST_MEMORY, Memory};

/// Up to here there is a class for every multiple of 8.
const SMALL: u32 = 512;

const SMALL_CLASSES: usize = (SMALL / 8) as usize;

/// Doublings from [`SMALL`] to [`MOST_MEMORY`].
const DOUBLINGS: usize = (MOST_MEMORY / SMALL).ilog2() as usize;

const CLASSES: usize = SMALL_CLASSES + 4 * DOUBLINGS;

/// What stands behind the stack.
pub struct Heap {
    /// Where the heap begins.
    begin: u32,
    /// Behind the last block that was ever given out.
    end: u32,
    /// The first free block of each class; 0 if there is none.
    free: [u32; CLASSES],
}

/// The class of a size, which is more than 0, and how large its blocks are.
fn class(size: u32) -> (usize, u32) {
    if size <= SMALL {
        let eighths = size.div_ceil(8);
        return (eighths as usize - 1, eighths * 8);
    }
    // `size` lies in (1 << doubling, 2 << doubling].
    let doubling = (size - 1).ilog2();
    let step = 1 << (doubling - 2);
    let steps = (size - (1 << doubling)).div_ceil(step);
    let doublings = (doubling - SMALL.ilog2()) as usize;
    let class = SMALL_CLASSES + 4 * doublings + steps as usize - 1;
    (class, (1 << doubling) + steps * step)
}

impl Heap {
    /// An empty one, which begins here.
    pub fn new(begin: u32) -> Self {
        Heap {
            begin,
            end: begin,
            free: [0; CLASSES],
        }
    }

    /// A block of this size; of no bytes, one of the smallest.
    pub fn alloc(&mut self, memory: &mut Memory, size: u64) -> Result<u32, Fault> {
        if size > u64::from(MOST_MEMORY) {
            return Err(out_of_memory());
        }
        let (class, size) = class((size as u32).max(1));
        let block = self.free[class];
        if block != 0 {
            self.check(memory, block, size)?;
            self.free[class] = memory.load(block)?;
            return Ok(block);
        }
        let end = self.end.saturating_add(size);
        if !memory.grow(end) {
            return Err(out_of_memory());
        }
        Ok(std::mem::replace(&mut self.end, end))
    }

    /// Takes a block back.
    pub fn dealloc(&mut self, memory: &mut Memory, block: u32, size: u64) -> Result<(), Fault> {
        if size > u64::from(MOST_MEMORY) {
            return Err(broken("it frees what is no block"));
        }
        let (class, size) = class((size as u32).max(1));
        self.check(memory, block, size)?;
        memory.store(block, self.free[class])?;
        self.free[class] = block;
        Ok(())
    }

    fn check(&self, memory: &Memory, block: u32, size: u32) -> Result<(), Fault> {
        let end = u64::from(block) + u64::from(size);
        let within = block >= self.begin && end <= u64::from(memory.size());
        match within && block.is_multiple_of(8) {
            true => Ok(()),
            false => Err(broken("it frees what is no block")),
        }
    }
}

#[cold]
fn out_of_memory() -> Fault {
    end(format!(
        "the run has reached the limit of {} MB of memory",
        MOST_MEMORY >> 20
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_as_large_as_its_sizes() {
        let mut last = (0, 8);
        for size in (1..5000).chain((5000..MOST_MEMORY).step_by(4093)) {
            let found = class(size);
            assert!(found.1 >= size && found.1 <= size + size / 4 + 7, "{size}");
            assert!(
                found == last || found.0 > last.0 && found.1 > last.1,
                "{size}"
            );
            last = found;
        }
        assert_eq!(class(MOST_MEMORY).0, CLASSES - 1);
    }

    #[test]
    fn what_is_freed_is_given_out_again() {
        let mut memory = Memory::default();
        let mut heap = Heap::new(16);
        let first = heap.alloc(&mut memory, 100).unwrap();
        let second = heap.alloc(&mut memory, 100).unwrap();
        assert!(second >= first + 100);
        heap.dealloc(&mut memory, first, 100).unwrap();
        assert_eq!(heap.alloc(&mut memory, 97).unwrap(), first);
        heap.dealloc(&mut memory, 3, 8).unwrap_err();
        heap.alloc(&mut memory, u64::MAX).unwrap_err();
    }
}
