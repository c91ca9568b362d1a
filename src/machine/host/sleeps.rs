//! Waiting for a deadline.

use std::task::Context as TaskContext;
use std::time::Duration;

use super::args;
use crate::machine::Machine;
use crate::machine::bytecode::Host;
use crate::machine::fault::{Fault, broken};
use crate::runtime::{NeverAwaited, Timer};

/// A deadline that a program waits for, or may wait for.
pub struct HostSleep {
    timer: Timer,
    /// The deadline, in nanoseconds as the program counts time.
    deadline: u64,
    /// What made it, while nobody has awaited it. 0: that is not told.
    unawaited: u8,
}

impl Drop for HostSleep {
    fn drop(&mut self) {
        if let Some(what) = maker(self.unawaited) {
            // Dropped at once, it tells so.
            NeverAwaited::new(what, self.timer.line);
        }
    }
}

/// What made a sleep, as in the source.
fn maker(what: u8) -> Option<&'static str> {
    match what {
        1 => Some("sleep"),
        2 => Some("sleep_until"),
        3 => Some("timeout"),
        4 => Some("timeout_at"),
        _ => None,
    }
}

impl Machine {
    pub(super) fn host_sleep(&self, call: Host, args: u32, ret: u32) -> Result<(), Fault> {
        match call {
            Host::SleepNew => return self.new_sleep(args, ret),
            Host::SleepPoll => return self.poll_sleep(args, ret),
            _ => {}
        }
        let state = self.state.borrow();
        let (id,) = args!(state.memory, args; u32);
        let line = self.line(&state);
        let reset = match call {
            Host::SleepReset => args!(state.memory, args; u32, u64, bool),
            _ => (id, 0, false),
        };
        drop(state);
        // Out of the table meanwhile: it may wake who looks at the table.
        let mut sleep = self.take_sleep(id)?;
        match call {
            Host::SleepAwaited => sleep.unawaited = 0,
            Host::SleepReset => {
                let (_, deadline, now) = reset;
                sleep.deadline = deadline;
                let deadline = Duration::from_nanos(deadline);
                match now {
                    true => sleep.timer.reset(deadline),
                    false => sleep.timer.reset_without_timer(deadline),
                }
            }
            Host::SleepHere => {
                let now = self.context()?.runtime.program_now();
                sleep.timer.line = line;
                sleep.timer.wait = Duration::from_nanos(sleep.deadline).saturating_sub(now);
            }
            Host::SleepElapsed => self.answer(ret, sleep.timer.is_elapsed())?,
            _ => {
                self.sleeps.borrow_mut().free(id);
                drop(sleep);
                return self.within_limits(&self.context()?.runtime);
            }
        }
        self.sleeps.borrow_mut().put_back(id, sleep);
        self.within_limits(&self.context()?.runtime)
    }

    fn new_sleep(&self, args: u32, ret: u32) -> Result<(), Fault> {
        let runtime = self.context()?.runtime;
        let state = self.state.borrow();
        let (deadline, what) = args!(state.memory, args; u64, u8);
        let line = self.line(&state);
        drop(state);
        let sleep = HostSleep {
            timer: Timer::at(runtime, Duration::from_nanos(deadline), line),
            deadline,
            unawaited: what,
        };
        let id = self.sleeps.borrow_mut().insert(sleep);
        self.answer(ret, id)
    }

    fn poll_sleep(&self, args: u32, ret: u32) -> Result<(), Fault> {
        let (id, context) = args!(machine self, args; u32, u32);
        let waker = self.waker_of(context)?;
        let _entered = self.context()?.enter();
        let mut sleep = self.take_sleep(id)?;
        sleep.unawaited = 0;
        let polled = sleep.timer.poll(&mut TaskContext::from_waker(&waker));
        self.sleeps.borrow_mut().put_back(id, sleep);
        self.answer(ret, polled.is_ready())?;
        self.within_limits(&self.context()?.runtime)
    }

    fn take_sleep(&self, id: u32) -> Result<HostSleep, Fault> {
        let sleep = self.sleeps.borrow_mut().take(id);
        sleep.ok_or_else(|| broken("there is no such sleep"))
    }
}
