//! A thread of a program: a closure with a stack of its own, in the same memory.

use std::rc::Rc;
use std::time::Duration;

use super::bytecode::Host;
use super::host::nanoseconds_to_block;
use super::interpreter::method_at;
use super::stack::Stack;
use super::{Machine, Paused, Stop};
use crate::runtime::Piece;

/// How many bytes a thread's stack has, which is taken from the heap.
const STACK: u32 = 256 << 10;

/// A thread, which runs a piece at a time: it gives way where it would block.
pub struct Thread {
    machine: Rc<Machine>,
    /// A `dyn FnOnce()` on the machine's heap.
    closure: u32,
    vtable: u32,
    /// While it does not run. None before it has begun.
    stack: Option<Stack>,
    /// Where the stack begins.
    begin: u32,
}

impl Thread {
    /// One that has not begun.
    pub fn new(machine: Rc<Machine>, closure: u32, vtable: u32) -> Self {
        Thread {
            machine,
            closure,
            vtable,
            stack: None,
            begin: 0,
        }
    }

    /// Runs until it blocks, or is over.
    pub fn go_on(&mut self) -> Piece {
        let machine = self.machine.clone();
        let _task = machine.enter_task();
        let paused = self.run();
        machine.drop_wakers();
        match paused {
            Ok(Paused::Host { args }) => {
                let nanos = nanoseconds_to_block(&machine.state.borrow().memory, args);
                Piece::Blocks(Duration::from_nanos(nanos))
            }
            Ok(Paused::Returned(_)) => Piece::Done,
            Err(stop) => Piece::Panicked(stop.to_string()),
        }
    }

    fn run(&mut self) -> Result<Paused, Stop> {
        let machine = self.machine.clone();
        machine.goes_on()?;
        let stack = match self.stack.take() {
            Some(stack) => stack,
            None => self.begin()?,
        };
        machine.state.borrow_mut().fuel.refill();
        let before = machine.swap_stack(stack);
        let paused = machine.run_until(|call| call == Host::Block);
        let stack = machine.swap_stack(before);
        match paused {
            Ok(Paused::Host { .. }) => self.stack = Some(stack),
            _ => self.end()?,
        }
        paused
    }

    /// The stack, with the call of the closure on it.
    fn begin(&mut self) -> Result<Stack, Stop> {
        let machine = self.machine.clone();
        let state = &mut *machine.state.borrow_mut();
        let begun = (|| {
            self.begin = state.heap.alloc(&mut state.memory, STACK.into())?;
            let pointer: u32 = state.memory.load(method_at(self.vtable, 0))?;
            let stack = Stack::new(self.begin, self.begin + STACK);
            let before = std::mem::replace(&mut state.stack, stack);
            let args = self.closure.to_le_bytes();
            let begun = state.begin(&machine.program, pointer.wrapping_sub(1), &args, 0);
            let stack = std::mem::replace(&mut state.stack, before);
            begun.map(|()| stack)
        })();
        begun.map_err(|fault| machine.stop(*fault))
    }

    /// Gives back the stack, and the closure's memory: what was in it, the call has taken.
    fn end(&self) -> Result<(), Stop> {
        let state = &mut *self.machine.state.borrow_mut();
        let freed = (|| {
            let memory = &mut state.memory;
            state.heap.dealloc(memory, self.begin, STACK.into())?;
            match memory.load::<u32>(self.vtable.saturating_add(4))? {
                0 => Ok(()),
                size => state.heap.dealloc(memory, self.closure, size.into()),
            }
        })();
        freed.map_err(|fault| self.machine.stop(*fault))
    }
}
