//! Tasks, and their handles.

use std::task::{Context as TaskContext, Poll};

use super::args;
use crate::machine::Machine;
use crate::machine::bytecode::Host;
use crate::machine::fault::{Fault, broken, panic};
use crate::machine::task::MachineFuture;
use crate::machine::thread::Thread;
use crate::runtime::{JoinHandle, interpreted_worker};
use crate::trace::Event;

/// A task's handle, of which the program has so many.
pub struct Handle {
    join: JoinHandle<()>,
    count: u32,
    /// Whether its end was told.
    joined: bool,
    /// What the task's panic said.
    panic: Option<Box<str>>,
}

const RUNNING: u8 = 0;
const COMPLETED: u8 = 1;
const ABORTED: u8 = 2;
const PANICKED: u8 = 3;

impl Machine {
    pub(super) fn host_join(&self, call: Host, args: u32, ret: u32) -> Result<(), Fault> {
        let (id,) = args!(machine self, args; u32);
        match call {
            Host::Spawn | Host::SpawnBlocking => self.spawn(call, args, ret),
            Host::JoinPoll => self.poll_join(args, ret),
            Host::JoinWatch => {
                let (id, context) = args!(machine self, args; u32, u32);
                let waker = self.waker_of(context)?;
                self.handle(id, |handle| {
                    if !handle.join.is_finished() {
                        handle.join.set_joiner(waker);
                    }
                })
            }
            Host::JoinAwaited => {
                let (id, line) = args!(machine self, args; u32, u32);
                let awaited = self.handle(id, |handle| {
                    let on = handle.join.task_id();
                    (on.is_recorded() && !handle.join.is_finished()).then_some(on)
                })?;
                let Some(on) = awaited else { return Ok(()) };
                let context = self.context()?;
                let event = Event::Await { on, line };
                context.runtime.record_of_program(context.lane, event, line);
                self.within_limits(&context.runtime)
            }
            Host::JoinAbort => {
                // It may wake who looks at the table.
                let abort = self.handle(id, |handle| handle.join.abort_handle())?;
                abort.abort();
                Ok(())
            }
            Host::JoinFinished => {
                let finished = self.handle(id, |handle| handle.join.is_finished())?;
                self.answer(ret, finished)
            }
            Host::JoinId => {
                let id = self.handle(id, |handle| handle.join.id())?;
                self.answer(ret, u64::from(id.0))
            }
            Host::JoinClone => {
                self.handle(id, |handle| handle.count += 1)?;
                self.answer(ret, id)
            }
            Host::JoinDrop => {
                let left = self.handle(id, |handle| {
                    handle.count = handle.count.saturating_sub(1);
                    handle.count
                })?;
                if left == 0 {
                    let mut joins = self.joins.borrow_mut();
                    let handle = joins.take(id);
                    joins.free(id);
                    drop(joins);
                    drop(handle);
                }
                Ok(())
            }
            _ => self.panic_text(args, ret),
        }
    }

    /// Looks at a handle. What is done to it runs nothing of the program.
    fn handle<R>(&self, id: u32, look: impl FnOnce(&mut Handle) -> R) -> Result<R, Fault> {
        let mut joins = self.joins.borrow_mut();
        let handle = joins.get_mut(id);
        handle.map(look).ok_or_else(no_such_task)
    }

    fn spawn(&self, call: Host, args: u32, ret: u32) -> Result<(), Fault> {
        let state = self.state.borrow();
        let (data, vtable) = args!(state.memory, args; u32, u32);
        let location = self.location(&state);
        drop(state);
        let context = self.context()?;
        let runtime = &context.runtime;
        let join = match call {
            Host::Spawn => {
                let future = MachineFuture::spawned(self.rc()?, data, vtable);
                runtime.spawn(future, Some(context.lane), location)
            }
            _ => {
                let mut thread = Thread::new(self.rc()?, data, vtable);
                let pieces = Box::new(move || thread.go_on());
                interpreted_worker::start(&context, location, pieces)
            }
        };
        let handle = Handle {
            join,
            count: 1,
            joined: false,
            panic: None,
        };
        let id = self.joins.borrow_mut().insert(handle);
        self.answer(ret, id)?;
        self.within_limits(runtime)
    }

    fn poll_join(&self, args: u32, ret: u32) -> Result<(), Fault> {
        let (id, context) = args!(machine self, args; u32, u32);
        let waker = self.waker_of(context)?;
        let line = self.line_of_await();
        let _entered = self.context()?.enter();
        let polled = self.handle(id, |handle| {
            if handle.joined {
                return Err(panic("JoinHandle polled after completion"));
            }
            let cx = &mut TaskContext::from_waker(&waker);
            let polled = handle
                .join
                .poll_in(cx, line.unwrap_or(handle.join.location().line));
            handle.joined = polled.is_ready();
            Ok(match polled {
                Poll::Pending => RUNNING,
                Poll::Ready(Ok(())) => COMPLETED,
                Poll::Ready(Err(error)) if error.is_cancelled() => ABORTED,
                Poll::Ready(Err(error)) => {
                    handle.panic = Some(error.message().into());
                    PANICKED
                }
            })
        })??;
        self.answer(ret, polled)?;
        self.within_limits(&self.context()?.runtime)
    }

    /// The line in which the program awaits what is polled now; none if a branch does.
    fn line_of_await(&self) -> Option<u32> {
        let state = self.state.borrow();
        let depth = state.stack.program_depth(&self.program);
        match self.branch_depth() > depth {
            true => None,
            false => Some(self.line(&state)),
        }
    }

    fn panic_text(&self, args: u32, ret: u32) -> Result<(), Fault> {
        let mut state = self.state.borrow_mut();
        let (id, out, room) = args!(state.memory, args; u32, u32, u64);
        let joins = self.joins.borrow();
        let handle = joins.get(id).ok_or_else(no_such_task)?;
        let text = handle.panic.as_deref().unwrap_or_default();
        let room = usize::try_from(room).unwrap_or(usize::MAX);
        let part = &text[..text.floor_char_boundary(room)];
        state.memory.write(out, part.as_bytes())?;
        state.memory.set(ret, text.len() as u64);
        Ok(())
    }
}

fn no_such_task() -> Fault {
    broken("there is no such task")
}
