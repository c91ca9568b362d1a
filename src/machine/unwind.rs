//! Panics: from frame to frame, by way of what each has to drop.

use super::bytecode::{Function, Pc, Program};
use super::fault::{self, Fault, broken};
use super::interpreter::{Exit, State};
use super::stack::{Frame, Kind};

/// Where a function drops what is alive at this position.
pub fn cleanup_at(function: &Function, at: Pc) -> Option<Pc> {
    let mut cleanups = function.cleanups.iter();
    let cleanup = cleanups.find(|cleanup| (cleanup.from..cleanup.to).contains(&at))?;
    Some(cleanup.at)
}

impl State {
    /// What happens when an instruction cannot go on. None: the next one is that where the innermost frame stands now.
    pub fn fail(&mut self, program: &Program, fault: fault::Kind) -> Option<Exit> {
        match fault {
            fault::Kind::Panic(message) => {
                self.stack.panics.push(message.into());
                self.unwind(program)
            }
            fault::Kind::End(message) => Some(Exit::Ended(message.into())),
        }
    }

    /// Leaves one frame after the other until one has something to drop.
    fn unwind(&mut self, program: &Program) -> Option<Exit> {
        while let Some(frame) = self.stack.frames.last_mut() {
            let function = &program.functions[frame.function as usize];
            if frame.unwinding {
                return Some(self.panic_in_cleanup());
            }
            // It has gone past the instruction that has panicked.
            if let Some(cleanup) = cleanup_at(function, frame.pc.saturating_sub(1)) {
                frame.pc = cleanup;
                frame.unwinding = true;
                return None;
            }
            if let Some(exit) = self.leave(program) {
                return Some(exit);
            }
        }
        Some(Exit::Ended("nothing runs that could panic".into()))
    }

    /// A destructor panics that runs because of a panic: with Rust, the process ends.
    fn panic_in_cleanup(&mut self) -> Exit {
        let said = self.stack.panics.pop().unwrap_or_default();
        let first = self.stack.panics.pop().unwrap_or_default();
        Exit::Ended(format!(
            "panic in a destructor during cleanup: \"{said}\", while \"{first}\" unwinds"
        ))
    }

    /// A panic leaves the innermost frame.
    fn leave(&mut self, program: &Program) -> Option<Exit> {
        let Frame {
            function,
            base,
            kind,
            ..
        } = *self.stack.frames.last()?;
        self.stack.pop();
        match kind {
            Kind::Entry => {
                let said = self.stack.panics.pop();
                return Some(Exit::Panicked(said.unwrap_or_default()));
            }
            Kind::Call => {}
            Kind::Poll => self.panicked(base),
            Kind::Drop => {
                if self.free_coroutine(program, function, base).is_err() {
                    return Some(Exit::Ended("the heap is broken".into()));
                }
            }
        }
        None
    }

    /// The end of a cleanup.
    pub fn cleaned_up(&mut self, program: &Program) -> Result<Option<Exit>, Fault> {
        let frame = *self.frame()?;
        if frame.unwinding {
            return Ok(match self.leave(program) {
                Some(exit) => Some(exit),
                None => self.unwind(program),
            });
        }
        if frame.kind != Kind::Drop {
            return Err(broken("it ends a cleanup that was not begun"));
        }
        self.stack.pop();
        self.free_coroutine(program, frame.function, frame.base)?;
        Ok(None)
    }
}
