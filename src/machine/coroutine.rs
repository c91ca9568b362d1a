//! Coroutines: blocks of the heap in which a function's frame outlives its polls.

use super::bytecode::{FunctionId, Program};
use super::fault::{Fault, broken, end, panic};
use super::interpreter::State;
use super::stack::{DEEPEST, Frame, Kind, STACK_OVERFLOW};
use super::unwind::cleanup_at;
use crate::runtime::{Made, never_awaited};

/// How many bytes stand before a coroutine's frame: function, position, context, what it does, and when it was made.
/// Before the first poll there is no context: the line of the program that made it stands in its place.
pub const HEADER: u32 = 24;

/// Not yet polled, or it waits to be polled again.
const SUSPENDED: u32 = 0;
const RUNNING: u32 = 1;
const FINISHED: u32 = 2;
const PANICKED: u32 = 3;

/// The body of an async block is called this, that of an async function as the function.
const ASYNC_BLOCK: &str = "{async}";

/// How many characters of a function's name are told.
const LONGEST_NAME: usize = 100;

/// What a future is called that nobody has awaited.
fn what(program: &Program, id: FunctionId) -> String {
    match program.functions[id as usize].name.as_str() {
        ASYNC_BLOCK => "future of an async block".into(),
        name => {
            let shown: String = name.chars().take(LONGEST_NAME).collect();
            format!("future of {shown}")
        }
    }
}

/// What a coroutine's header says.
struct Header {
    function: FunctionId,
    pc: u32,
    state: u32,
}

impl State {
    /// A new one, with the captures that stand at an address of the frame.
    pub fn new_coroutine(
        &mut self,
        program: &Program,
        id: FunctionId,
        captures: u32,
    ) -> Result<u32, Fault> {
        let function = &program.functions[id as usize];
        let size = u64::from(HEADER) + u64::from(function.frame);
        let at = self.heap.alloc(&mut self.memory, size)? + HEADER;
        let line = self.stack.line(program);
        let Made(made) = Made::now();
        for (offset, word) in [id, 0, line, SUSPENDED, made].into_iter().enumerate() {
            self.memory.store(at - HEADER + 4 * offset as u32, word)?;
        }
        self.memory.copy(captures, at, function.params.into())?;
        Ok(at)
    }

    /// Reads the header of what should be a coroutine: all of its frame is valid then.
    fn header(&self, program: &Program, at: u32) -> Result<Header, Fault> {
        let no_coroutine = || broken("it polls or drops what is no coroutine");
        let begin = at.checked_sub(HEADER).ok_or_else(no_coroutine)?;
        let header = Header {
            function: self.memory.load(begin)?,
            pc: self.memory.load(begin + 4)?,
            state: self.memory.load(begin + 12)?,
        };
        let function = program.functions.get(header.function as usize);
        let function = function.filter(|function| function.coroutine);
        let function = function.ok_or_else(no_coroutine)?;
        self.memory.range(at, function.frame.into())?;
        match (header.pc as usize) < function.code.len() {
            true => Ok(header),
            false => Err(no_coroutine()),
        }
    }

    fn set_state(&mut self, at: u32, state: u32) {
        self.memory.set(at - HEADER + 12, state);
    }

    /// Polls the coroutine whose address is in the slot of this frame.
    pub fn resume(
        &mut self,
        program: &Program,
        coroutine: u32,
        context: u32,
        ret: u32,
    ) -> Result<(), Fault> {
        let Frame { function, base, .. } = *self.frame()?;
        let at: u32 = self.memory.get(base + coroutine);
        let context: u32 = self.memory.get(base + context);
        let header = self.header(program, at)?;
        match header.state {
            SUSPENDED => {}
            FINISHED => return Err(panic("`async fn` resumed after completion")),
            PANICKED => return Err(panic("`async fn` resumed after panicking")),
            _ => return Err(broken("it polls what is being polled")),
        }
        let room = program.functions[function as usize].frame;
        let body = &program.functions[header.function as usize];
        if u64::from(ret) + u64::from(body.ret_size) > u64::from(room) {
            return Err(broken("it polls a coroutine of another kind"));
        }
        self.memory.set(at - HEADER + 8, context);
        self.set_state(at, RUNNING);
        self.push_coroutine(Frame {
            function: header.function,
            pc: header.pc,
            base: at,
            ret: base + ret,
            kind: Kind::Poll,
            unwinding: false,
        })
    }

    fn push_coroutine(&mut self, frame: Frame) -> Result<(), Fault> {
        if self.stack.frames.len() >= DEEPEST {
            return Err(end(STACK_OVERFLOW));
        }
        self.stack.frames.push(frame);
        Ok(())
    }

    /// The coroutine that runs ends this poll.
    pub fn suspend(&mut self, program: &Program) -> Result<(), Fault> {
        let frame = *self.frame()?;
        if frame.kind != Kind::Poll || frame.unwinding {
            return Err(broken("what is not polled ends a poll"));
        }
        let function = &program.functions[frame.function as usize];
        let from = frame.base + function.ret;
        self.memory.shift(from, frame.ret, function.ret_size);
        self.memory.set(frame.base - HEADER + 4, frame.pc);
        self.set_state(frame.base, SUSPENDED);
        self.stack.pop();
        Ok(())
    }

    /// The coroutine that runs has returned.
    pub fn finish(&mut self, at: u32) {
        self.set_state(at, FINISHED);
    }

    /// A panic has left the coroutine that runs.
    pub fn panicked(&mut self, at: u32) {
        self.set_state(at, PANICKED);
    }

    /// Begins to drop a coroutine. Where nothing is alive, it is freed at once.
    pub fn drop_coroutine(&mut self, program: &Program, at: u32) -> Result<(), Fault> {
        let header = self.header(program, at)?;
        if header.state == RUNNING {
            return Err(broken("it drops what is being polled"));
        }
        if header.pc == 0 && header.state == SUSPENDED && self.is_forgotten() {
            let (line, made) = (at - HEADER + 8, at - HEADER + 16);
            let (line, made) = (self.memory.get(line), Made(self.memory.get(made)));
            never_awaited(what(program, header.function), line, made);
        }
        let function = &program.functions[header.function as usize];
        // What is suspended has gone past the instruction at which it waits.
        let stands = header.pc.saturating_sub(1);
        match cleanup_at(function, stands) {
            Some(cleanup) if header.state == SUSPENDED => {
                self.set_state(at, RUNNING);
                self.push_coroutine(Frame {
                    function: header.function,
                    pc: cleanup,
                    base: at,
                    ret: at,
                    kind: Kind::Drop,
                    unwinding: false,
                })
            }
            _ => self.free_coroutine(program, header.function, at),
        }
    }

    /// Whether a coroutine that is dropped now, and was never polled, is the mistake that CPython warns of. It is none
    /// where another one ends that holds it: cancelled before it came so far, or forgotten itself. Nor where a panic
    /// unwinds.
    fn is_forgotten(&self) -> bool {
        let dropped = |frame: &Frame| frame.kind == Kind::Drop;
        self.stack.panics.is_empty() && !self.stack.frames.iter().any(dropped)
    }

    /// Gives its block back.
    pub fn free_coroutine(
        &mut self,
        program: &Program,
        id: FunctionId,
        at: u32,
    ) -> Result<(), Fault> {
        let frame = program.functions[id as usize].frame;
        // Who polls it again, polls what was freed.
        self.memory.set(at - HEADER, u32::MAX);
        let size = u64::from(HEADER) + u64::from(frame);
        self.heap.dealloc(&mut self.memory, at - HEADER, size)
    }
}
