//! Wakers: the host's, which a program knows by number, and the program's own.

use std::task::Waker;

use super::args;
use crate::machine::Machine;
use crate::machine::bytecode::Host;
use crate::machine::fault::{Fault, broken};
use crate::machine::waker::ProgramWaker;

/// A waker of the host, of which the program has so many.
pub struct HostWaker {
    waker: Waker,
    count: u32,
}

impl Machine {
    pub(super) fn host_waker(&self, call: Host, args: u32, ret: u32) -> Result<(), Fault> {
        let (id,) = args!(machine self, args; u32);
        match call {
            Host::YieldNow => {
                let waker = self.waker_of(id)?;
                self.context()?.runtime.defer(&waker);
                self.answer(ret, true)
            }
            Host::WakerClone => {
                let mut wakers = self.wakers.borrow_mut();
                let waker = wakers.get_mut(id).ok_or_else(no_such_waker)?;
                waker.count += 1;
                self.answer(ret, id)
            }
            Host::WakerWake => {
                self.host_waker_of(id)?.wake();
                Ok(())
            }
            Host::WakerDrop => self.release_waker(id),
            _ => {
                let (a, b) = args!(machine self, args; u32, u32);
                let same = self.host_waker_of(a)?.will_wake(&self.host_waker_of(b)?);
                self.answer(ret, same)
            }
        }
    }

    /// Gives the program a waker; returns its number.
    pub fn lend_waker(&self, waker: Waker) -> u32 {
        self.wakers
            .borrow_mut()
            .insert(HostWaker { waker, count: 1 })
    }

    /// The program has one of this waker less.
    pub fn release_waker(&self, id: u32) -> Result<(), Fault> {
        let mut wakers = self.wakers.borrow_mut();
        let waker = wakers.get_mut(id).ok_or_else(no_such_waker)?;
        waker.count -= 1;
        if waker.count == 0 {
            let waker = wakers.take(id);
            wakers.free(id);
            drop(wakers);
            drop(waker);
        }
        Ok(())
    }

    fn host_waker_of(&self, id: u32) -> Result<Waker, Fault> {
        let wakers = self.wakers.borrow();
        let waker = wakers.get(id).ok_or_else(no_such_waker)?;
        Ok(waker.waker.clone())
    }

    /// Who is woken by the waker of the context at an address. Calls the program, if the waker is its own.
    pub fn waker_of(&self, context: u32) -> Result<Waker, Fault> {
        let (data, vtable) = {
            let memory = &self.state.borrow().memory;
            let waker: u32 = memory.load(context)?;
            (memory.load(waker)?, memory.load(waker.saturating_add(4))?)
        };
        match vtable {
            0 => self.host_waker_of(data),
            _ => ProgramWaker::cloned(self, data, vtable),
        }
    }
}

fn no_such_waker() -> Fault {
    broken("there is no such waker")
}
