//! The run: its log, its clock, and what is left to chance.

use std::time::Duration;

use super::args;
use crate::machine::Machine;
use crate::machine::bytecode::Host;
use crate::machine::fault::{Fault, end};
use crate::machine::memory::Memory;
use crate::runtime::{self, Runtime};
use crate::trace::Event;

/// How many bytes a program may print.
const MOST_PRINTED: u64 = 32 << 20;

/// Nanoseconds, as the program counts time.
pub fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

/// For how long a program blocks, whose arguments stand here.
pub fn nanoseconds_to_block(memory: &Memory, args: u32) -> u64 {
    let (time,) = args!(*memory, args; u64);
    time
}

impl Machine {
    pub(super) fn log(&self, args: u32) -> Result<(), Fault> {
        let (text, line) = {
            let state = self.state.borrow();
            let (text, len) = args!(state.memory, args; u32, u64);
            let text: Box<str> = state.memory.text(text, len)?.into();
            (text, self.line(&state))
        };
        self.print(text, line)
    }

    pub(super) fn log_at(&self, args: u32) -> Result<(), Fault> {
        let (text, line) = {
            let state = self.state.borrow();
            let (text, len, line) = args!(state.memory, args; u32, u64, u32);
            (state.memory.text(text, len)?.into(), line)
        };
        self.print(text, line)
    }

    fn print(&self, text: Box<str>, line: u32) -> Result<(), Fault> {
        self.count_printed(&text)?;
        let context = self.context()?;
        let event = Event::Log { text, line };
        context.runtime.record_of_program(context.lane, event, line);
        self.within_limits(&context.runtime)
    }

    /// What is printed is kept, and not in the program's memory.
    fn count_printed(&self, text: &str) -> Result<(), Fault> {
        let printed = self.printed.get() + text.len() as u64;
        self.printed.set(printed);
        match printed <= MOST_PRINTED {
            true => Ok(()),
            false => Err(end(format!(
                "the run has reached the limit of {} MB of output",
                MOST_PRINTED >> 20
            ))),
        }
    }

    pub(super) fn host_run(&self, call: Host, args: u32, ret: u32) -> Result<(), Fault> {
        let now = |runtime: Runtime| runtime.program_now();
        match call {
            Host::Now => self.answer(ret, nanoseconds(now(self.context()?.runtime))),
            Host::TimeOfDay => {
                let runtime = self.context()?.runtime;
                self.answer(ret, nanoseconds(runtime.started() + runtime.program_now()))
            }
            Host::Block => {
                let state = self.state.borrow();
                let time = nanoseconds_to_block(&state.memory, args);
                let line = self.line(&state);
                drop(state);
                let context = self.context()?;
                runtime::block_in(&context, Duration::from_nanos(time), line);
                self.within_limits(&context.runtime)
            }
            Host::Line => {
                let line = self.line(&self.state.borrow());
                self.answer(ret, line)
            }
            Host::Lane => {
                let lane = self.context()?.lane;
                self.answer(ret, lane.0)
            }
            Host::Entered => self.answer(ret, self.context().is_ok()),
            Host::TaskId => {
                let runtime = self.run.get().and_then(Runtime::find);
                let task = runtime.and_then(|it| it.task_number(self.task.get()));
                self.answer(ret, u64::from(task.unwrap_or_default()))
            }
            _ => {
                let (below,) = args!(machine self, args; u32);
                let chosen = match below {
                    0 => 0,
                    _ => tokio::macros::support::thread_rng_n(below),
                };
                self.answer(ret, chosen)
            }
        }
    }
}
