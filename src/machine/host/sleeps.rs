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
    /// Tells that nobody has awaited it, if that is told of what made it.
    unawaited: Option<NeverAwaited>,
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

impl HostSleep {
    fn awaited(&mut self) {
        if let Some(unawaited) = &mut self.unawaited {
            unawaited.polled();
        }
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
            Host::SleepAwaited => sleep.awaited(),
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
                let wait = Duration::from_nanos(sleep.deadline).saturating_sub(now);
                sleep.timer.set_wait(wait);
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
        let due = Duration::from_nanos(deadline);
        let wait = due.saturating_sub(runtime.program_now());
        let sleep = HostSleep {
            timer: Timer::at(&runtime, due, wait, line),
            deadline,
            unawaited: maker(what).map(|what| NeverAwaited::new(what, line)),
        };
        let id = self.sleeps.borrow_mut().insert(sleep);
        self.answer(ret, id)
    }

    fn poll_sleep(&self, args: u32, ret: u32) -> Result<(), Fault> {
        let (id, context) = args!(machine self, args; u32, u32);
        let waker = self.waker_of(context)?;
        let _entered = self.context()?.enter();
        let mut sleep = self.take_sleep(id)?;
        sleep.awaited();
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
