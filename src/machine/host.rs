//! What a program has the host do: the arguments and results of each call, and who answers it.

use super::bytecode::Host;
use super::fault::Fault;
use super::memory::{Memory, Scalar};
use super::{Machine, interpreter::State};

mod branches;
mod floats;
mod joins;
mod run;
mod sleeps;
mod text;
mod waits;
mod wakers;

pub use branches::EnteredBranch;
pub use joins::Handle;
pub use run::nanoseconds_to_block;
pub use sleeps::HostSleep;
pub use wakers::HostWaker;

/// Reads arguments, one after the other.
pub struct Args<'a> {
    memory: &'a Memory,
    begin: u32,
    read: u32,
}

impl<'a> Args<'a> {
    pub fn new(memory: &'a Memory, begin: u32) -> Self {
        let read = 0;
        Args {
            memory,
            begin,
            read,
        }
    }

    pub fn next<T: Scalar>(&mut self) -> T {
        let size = T::SIZE as u32;
        let at = self.read.next_multiple_of(size);
        self.read = at + size;
        self.memory.get(self.begin + at)
    }
}

/// All arguments at once, as a tuple: of a memory, or of a machine whose state is not borrowed.
macro_rules! args {
    (machine $machine:expr, $begin:expr; $($type:ty),+) => {{
        let state = $machine.state.borrow();
        $crate::machine::host::args!(state.memory, $begin; $($type),+)
    }};
    ($memory:expr, $begin:expr; $($type:ty),+) => {{
        let mut args = $crate::machine::host::Args::new(&$memory, $begin);
        ($(args.next::<$type>(),)+)
    }};
}
use args;

impl State {
    /// Does what needs nothing but memory. None: the call is for [`Machine::host`].
    pub fn builtin(&mut self, call: Host, args: u32, ret: u32) -> Option<Result<(), Fault>> {
        Some(match call {
            Host::Alloc => self.host_alloc(args, ret),
            Host::Dealloc => {
                let (block, size, _align) = args!(self.memory, args; u32, u64, u64);
                self.heap.dealloc(&mut self.memory, block, size)
            }
            Host::CompareBytes => self.compare_bytes(args, ret),
            Host::FormatFloat => self.format_float(args, ret),
            Host::ParseFloat => self.parse_float(args, ret),
            Host::PowFloat | Host::Atan2 => {
                let (a, b) = args!(self.memory, args; f64, f64);
                let value = match call {
                    Host::PowFloat => a.powf(b),
                    _ => a.atan2(b),
                };
                self.memory.set(ret, value);
                Ok(())
            }
            Host::CharClass => self.char_class(args, ret),
            Host::CharCase => self.char_case(args, ret),
            Host::Panicking => {
                let panicking = !self.stack.panics.is_empty();
                self.memory.set(ret, panicking);
                Ok(())
            }
            _ => return None,
        })
    }

    fn host_alloc(&mut self, args: u32, ret: u32) -> Result<(), Fault> {
        let (size, _align) = args!(self.memory, args; u64, u64);
        let block = self.heap.alloc(&mut self.memory, size)?;
        self.memory.set(ret, block);
        Ok(())
    }
}

impl Machine {
    /// Does what needs the run, or calls the program. The state is not borrowed meanwhile.
    pub fn host(&self, call: Host, args: u32, ret: u32) -> Result<(), Fault> {
        use Host::*;
        match call {
            Log => self.log(args),
            LogAt => self.log_at(args),
            Now | TimeOfDay | Block | Line | Lane | Entered | TaskId | Random => {
                self.host_run(call, args, ret)
            }
            LockHeld | LockWait | Backlog => self.host_waits(call, args, ret),
            SleepNew | SleepAwaited | SleepPoll | SleepReset | SleepHere | SleepElapsed
            | SleepDrop => self.host_sleep(call, args, ret),
            Spawn | SpawnBlocking | JoinPoll | JoinWatch | JoinAwaited | JoinAbort
            | JoinFinished | JoinId | JoinClone | JoinDrop | JoinPanicText => {
                self.host_join(call, args, ret)
            }
            BranchNew | BranchEnter | BranchLeave => self.host_branch(call, args, ret),
            YieldNow | WakerClone | WakerWake | WakerDrop | WakerWillWake => {
                self.host_waker(call, args, ret)
            }
            Alloc | Dealloc | CompareBytes | FormatFloat | ParseFloat | PowFloat | Atan2
            | CharClass | CharCase | Panicking => Ok(()),
        }
    }

    /// Writes a call's result.
    fn answer<T: Scalar>(&self, ret: u32, value: T) -> Result<(), Fault> {
        self.state.borrow_mut().memory.set(ret, value);
        Ok(())
    }
}
