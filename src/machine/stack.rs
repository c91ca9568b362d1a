//! The calls that go on, on one thread of a program.

use super::bytecode::{FunctionId, Pc, Program};

/// How many bytes the frames of a thread may have.
pub const STACK: u32 = 4 << 20;

/// How many calls may go on at once on a thread.
pub const DEEPEST: usize = 50_000;

/// What ends a run that has more.
pub const STACK_OVERFLOW: &str = "stack overflow: too many calls go on at once";

/// A thread's stack: where it stands, and what it has called.
#[derive(Default)]
pub struct Stack {
    /// The calls, outermost first.
    pub frames: Vec<Frame>,
    /// Where the next frame begins.
    pub top: u32,
    /// Behind the last byte of the stack.
    pub limit: u32,
    /// What the panics said that unwind now, outermost first.
    pub panics: Vec<String>,
}

/// A call that goes on.
#[derive(Clone, Copy)]
pub struct Frame {
    pub function: FunctionId,
    /// The next instruction.
    pub pc: Pc,
    /// Where the frame begins in memory.
    pub base: u32,
    /// Where its result goes.
    pub ret: u32,
    pub kind: Kind,
    /// Whether it drops what is alive, because a panic leaves it.
    pub unwinding: bool,
}

/// Why something runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The machine has called it: its end is the end of a run of the interpreter.
    Entry,
    /// The program has called it.
    Call,
    /// A coroutine, which is polled.
    Poll,
    /// A coroutine, which is dropped.
    Drop,
}

impl Stack {
    /// Between these addresses.
    pub fn new(begin: u32, limit: u32) -> Self {
        Stack {
            top: begin,
            limit,
            ..Stack::default()
        }
    }

    /// Takes away all calls but the first so many.
    pub fn cut(&mut self, frames: usize) {
        while self.frames.len() > frames {
            self.pop();
        }
    }

    /// Takes the innermost call away.
    pub fn pop(&mut self) {
        if let Some(frame) = self.frames.pop()
            && let Kind::Entry | Kind::Call = frame.kind
        {
            self.top = frame.base;
        }
    }

    /// In which line of the program it stands: that of the innermost call that the learner wrote. 0 if there is none.
    pub fn line(&self, program: &Program) -> u32 {
        let lines = self.frames.iter().rev().map(|frame| frame.line(program));
        lines.into_iter().find(|line| *line != 0).unwrap_or(0)
    }

    /// How many calls there are up to the innermost one that the learner wrote.
    pub fn program_depth(&self, program: &Program) -> usize {
        let innermost = self
            .frames
            .iter()
            .rposition(|frame| frame.line(program) != 0);
        innermost.map_or(0, |at| at + 1)
    }
}

impl Frame {
    fn line(&self, program: &Program) -> u32 {
        let function = &program.functions[self.function as usize];
        // It has gone past the instruction that it is at.
        let at = self.pc.saturating_sub(1);
        let behind = function.lines.partition_point(|(from, _)| *from <= at);
        match behind {
            0 => 0,
            _ => function.lines[behind - 1].1,
        }
    }
}
