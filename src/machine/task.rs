//! A task of a program, as a future on the runtime.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context as TaskContext, Poll};

use super::interpreter::method_at;
use super::{Machine, Stop};
use crate::runtime::{Context, Runtime};

/// A future of a program: in the machine's memory, polled and dropped by the machine.
///
/// It cannot unwind. What it panics with, it tells the runtime: see [`Runtime::panicked`].
pub struct MachineFuture {
    machine: Rc<Machine>,
    stage: Stage,
}

enum Stage {
    /// The program's `main` is to be called.
    Main,
    /// A `dyn Future` on the machine's heap.
    Running { data: u32, vtable: u32 },
    /// It is over.
    Dropped,
}

impl MachineFuture {
    /// The future of the program's `main`.
    pub fn main(machine: Rc<Machine>) -> Self {
        let stage = Stage::Main;
        MachineFuture { machine, stage }
    }

    /// One that the program has spawned.
    pub fn spawned(machine: Rc<Machine>, data: u32, vtable: u32) -> Self {
        let stage = Stage::Running { data, vtable };
        MachineFuture { machine, stage }
    }

    /// Whether it is over.
    fn step(&mut self, cx: &mut TaskContext<'_>) -> Result<bool, Stop> {
        if let Stage::Main = self.stage {
            // What panics here, has no future.
            self.stage = Stage::Dropped;
            let (data, vtable) = self.machine.call_main()?;
            self.stage = Stage::Running { data, vtable };
        }
        let Stage::Running { data, vtable } = self.stage else {
            return Ok(true);
        };
        let ready = self.machine.poll_future(data, vtable, cx)?;
        if ready {
            self.let_go()?;
        }
        Ok(ready)
    }

    fn let_go(&mut self) -> Result<(), Stop> {
        match std::mem::replace(&mut self.stage, Stage::Dropped) {
            Stage::Running { data, vtable } => self.machine.drop_future(data, vtable),
            Stage::Main | Stage::Dropped => Ok(()),
        }
    }
}

/// Tells the runtime of a panic.
fn tell(stop: Stop) {
    if let Some(runtime) = Runtime::current() {
        runtime.panicked(stop.to_string());
    }
}

impl Future for MachineFuture {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut TaskContext<'_>) -> Poll<()> {
        let machine = self.machine.clone();
        let _task = machine.enter_task();
        let step = self.step(cx);
        machine.drop_wakers();
        match step {
            Ok(true) => Poll::Ready(()),
            Ok(false) => Poll::Pending,
            Err(stop) => {
                tell(stop);
                Poll::Ready(())
            }
        }
    }
}

impl Drop for MachineFuture {
    fn drop(&mut self) {
        let machine = self.machine.clone();
        let _task = machine.enter_task();
        let let_go = self.let_go();
        machine.drop_wakers();
        // A run that cannot go on drops nothing more.
        if let Err(stop @ Stop::Panic(_)) = let_go {
            tell(stop);
        }
    }
}

/// The task that runs, until this is dropped.
pub struct EnteredTask<'a> {
    machine: &'a Machine,
    before: crate::trace::TaskId,
}

impl Machine {
    /// Makes the lane that is entered the task that runs, until what is returned is dropped.
    pub fn enter_task(&self) -> EnteredTask<'_> {
        let lane = Context::current().map_or(self.task.get(), |context| context.lane);
        let before = self.task.replace(lane);
        EnteredTask {
            machine: self,
            before,
        }
    }

    /// Calls the program's initializers and its `main`; returns the future that this has made.
    fn call_main(&self) -> Result<(u32, u32), Stop> {
        if let Some(context) = Context::current() {
            self.run.set(Some(context.runtime.id()));
            context.runtime.interpret();
        }
        for initializer in &self.program.initializers {
            self.call(*initializer, &[], 0)?;
        }
        let at = self.call(self.program.main, &self.arguments, 8)?;
        let memory = &self.state.borrow().memory;
        let word = |at| memory.load(at).map_err(|fault| self.stop(*fault));
        Ok((word(at)?, word(at.saturating_add(4))?))
    }

    /// Polls a `dyn Future`; says whether it is ready.
    fn poll_future(&self, data: u32, vtable: u32, cx: &TaskContext<'_>) -> Result<bool, Stop> {
        let waker = self.lend_waker(cx.waker().clone());
        let context = self.put_context(waker)?;
        let polled = self.call_method(data, vtable, context);
        let mut state = self.state.borrow_mut();
        state.stack.top = context;
        let ready = polled.map(|at| state.memory.get::<u8>(at) == 0);
        drop(state);
        if let Err(fault) = self.release_waker(waker) {
            return Err(self.stop(*fault));
        }
        ready
    }

    /// A `Context` whose waker is the one with this number, at the top of the stack.
    fn put_context(&self, waker: u32) -> Result<u32, Stop> {
        let mut state = self.state.borrow_mut();
        let at = state.stack.top;
        let words = [at.saturating_add(8), 0, waker, 0];
        for (offset, word) in words.into_iter().enumerate() {
            let at = at.saturating_add(4 * offset as u32);
            let written = state.memory.store(at, word);
            if let Err(fault) = written {
                drop(state);
                return Err(self.stop(*fault));
            }
        }
        state.stack.top = at.saturating_add(16);
        Ok(at)
    }

    fn call_method(&self, data: u32, vtable: u32, context: u32) -> Result<u32, Stop> {
        let pointer = self.state.borrow().memory.load(method_at(vtable, 0));
        let pointer: u32 = pointer.map_err(|fault| self.stop(*fault))?;
        let mut args = [0; 8];
        args[..4].copy_from_slice(&data.to_le_bytes());
        args[4..].copy_from_slice(&context.to_le_bytes());
        self.call(pointer.wrapping_sub(1), &args, 1)
    }

    /// Drops a `dyn Future` and gives its memory back.
    fn drop_future(&self, data: u32, vtable: u32) -> Result<(), Stop> {
        let (glue, size): (u32, u32) = {
            let memory = &self.state.borrow().memory;
            let word = |at: u32| memory.load(at).map_err(|fault| self.stop(*fault));
            (word(vtable)?, word(vtable.saturating_add(4))?)
        };
        let dropped = match glue {
            0 => Ok(0),
            _ => self.call(glue - 1, &data.to_le_bytes(), 0),
        };
        if size > 0 {
            let state = &mut *self.state.borrow_mut();
            let freed = state.heap.dealloc(&mut state.memory, data, size.into());
            freed.map_err(|fault| self.stop(*fault))?;
        }
        dropped.map(|_| ())
    }
}

impl Drop for EnteredTask<'_> {
    fn drop(&mut self) {
        self.machine.task.set(self.before);
    }
}
