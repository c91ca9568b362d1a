//! What a program's locks and channels tell: who waits longer than need be.

use std::time::Duration;

use super::args;
use crate::machine::Machine;
use crate::machine::bytecode::Host;
use crate::machine::fault::Fault;
use crate::trace::TaskId;

impl Machine {
    pub(super) fn host_waits(&self, call: Host, args: u32, ret: u32) -> Result<(), Fault> {
        let context = self.context()?;
        match call {
            Host::LockHeld => {
                let (lock, since) = args!(machine self, args; u32, u64);
                let lock = context.held_lock(lock, Duration::from_nanos(since));
                self.answer(ret, lock)
            }
            Host::LockWait => {
                let (lock, since) = args!(machine self, args; u32, u64);
                context.waited_for_lock(lock, Duration::from_nanos(since));
                Ok(())
            }
            _ => {
                let (sender, waiting, line) = args!(machine self, args; u32, u32, u32);
                context.backlog(TaskId(sender), waiting, line);
                Ok(())
            }
        }
    }
}
