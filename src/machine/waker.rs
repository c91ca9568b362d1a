//! Wakers that a program has made: data and four functions, as `RawWakerVTable` has them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::task::{Wake, Waker};

use super::Machine;
use super::fault::Fault;

// The places of the functions in the vtable.
const CLONE: u32 = 0;
const WAKE: u32 = 1;
const WAKE_BY_REF: u32 = 2;
const DROP: u32 = 3;

/// A waker that a program has made. It finds its machine by number, as wakers must be `Send`.
pub struct ProgramWaker {
    machine: u32,
    data: u32,
    vtable: u32,
    /// Whether it was used up.
    gone: AtomicBool,
}

impl ProgramWaker {
    /// A clone of the one whose data and vtable these are.
    pub fn cloned(machine: &Machine, data: u32, vtable: u32) -> Result<Waker, Fault> {
        let clone = machine.function_of(vtable, CLONE)?;
        let at = machine.call_from_host(clone, &[data], 8)?;
        let memory = &machine.state.borrow().memory;
        Ok(Waker::from(Arc::new(ProgramWaker {
            machine: machine.id,
            data: memory.load(at)?,
            vtable: memory.load(at.saturating_add(4))?,
            gone: AtomicBool::new(false),
        })))
    }

    fn call(&self, function: u32) {
        if let Some(machine) = Machine::find(self.machine) {
            machine.call_waker(self.vtable, function, self.data);
            machine.drop_wakers();
        }
    }
}

impl Wake for ProgramWaker {
    fn wake(self: Arc<Self>) {
        match Arc::try_unwrap(self) {
            Ok(only) => {
                only.gone.store(true, Relaxed);
                only.call(WAKE);
            }
            Err(shared) => shared.call(WAKE_BY_REF),
        }
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.call(WAKE_BY_REF);
    }
}

impl Drop for ProgramWaker {
    fn drop(&mut self) {
        // Not now: whoever drops it may be in the middle of something.
        if !self.gone.load(Relaxed)
            && let Some(machine) = Machine::find(self.machine)
        {
            machine.drop_later(self.vtable, self.data);
        }
    }
}

impl Machine {
    /// The pointer to a function of a waker's vtable.
    fn function_of(&self, vtable: u32, function: u32) -> Result<u32, Fault> {
        let at = vtable.saturating_add(4 * function);
        self.state.borrow().memory.load(at)
    }

    /// Calls a function of a waker. Nobody could be told of its panic.
    fn call_waker(&self, vtable: u32, function: u32, data: u32) {
        let called = self.function_of(vtable, function);
        let called = called.and_then(|function| self.call_from_host(function, &[data], 0));
        if let Err(fault) = called {
            self.give_up(&fault.to_string());
        }
    }

    fn drop_later(&self, vtable: u32, data: u32) {
        self.dropped_wakers.borrow_mut().push((vtable, data));
    }

    /// Drops the wakers that were let go of; not while the program runs, which has a result to be read.
    pub fn drop_wakers(&self) {
        while self.state.borrow().stack.frames.is_empty() {
            let waker = self.dropped_wakers.borrow_mut().pop();
            let Some((vtable, data)) = waker else { break };
            self.call_waker(vtable, DROP, data);
        }
    }
}
