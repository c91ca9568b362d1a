//! Runs instructions, one after the other.

use super::arithmetic::{binary, compare, unary};
use super::bytecode::{FunctionId, GUARD, Host, Op, Program};
use super::convert::convert;
use super::coroutine::HEADER;
use super::fault::{Fault, broken, end, panic};
use super::heap::Heap;
use super::limits::Fuel;
use super::memory::Memory;
use super::stack::{DEEPEST, Frame, Kind, STACK, STACK_OVERFLOW, Stack};

/// What changes while a program runs.
pub struct State {
    pub memory: Memory,
    pub heap: Heap,
    /// That of the thread that runs.
    pub stack: Stack,
    pub fuel: Fuel,
}

/// Why the interpreter comes back.
#[derive(Debug)]
pub enum Exit {
    /// What the machine has called has returned; its result stands at this address.
    Returned(u32),
    /// It has panicked with this message.
    Panicked(String),
    /// The run cannot go on, for this reason.
    Ended(String),
    /// The host is to do something first: these are the addresses of arguments and result.
    Host { call: Host, args: u32, ret: u32 },
}

impl State {
    /// Memory as it is before anything runs. An error says that there is not enough of it.
    pub fn new(program: &Program) -> Result<Self, Fault> {
        let mut memory = Memory::default();
        let stack = (u64::from(GUARD) + program.data.len() as u64).next_multiple_of(16);
        let heap = u32::try_from(stack + u64::from(STACK)).unwrap_or(u32::MAX);
        if !memory.grow(heap) {
            return Err(end("the program has more data than memory"));
        }
        memory.write(GUARD, &program.data)?;
        Ok(State {
            memory,
            heap: Heap::new(heap),
            stack: Stack::new(heap - STACK, heap),
            fuel: Fuel::new(),
        })
    }

    /// Begins a call from outside. Its arguments are these bytes.
    pub fn begin(
        &mut self,
        program: &Program,
        id: FunctionId,
        args: &[u8],
        ret_size: u32,
    ) -> Result<(), Fault> {
        let function = callable(program, id)?;
        if function.params as usize != args.len() || function.ret_size < ret_size {
            return Err(broken(
                "a function takes other arguments than the machine gives",
            ));
        }
        let base = self.stack.top;
        self.push(
            program,
            id,
            0,
            base.saturating_add(function.ret),
            Kind::Entry,
        )?;
        self.memory.write(base, args)
    }

    /// Goes on until the host is needed, or the call ends that was begun last.
    pub fn run(&mut self, program: &Program) -> Exit {
        loop {
            match self.steps(program) {
                Ok(exit) => return exit,
                Err(fault) => {
                    if let Some(exit) = self.fail(program, *fault) {
                        return exit;
                    }
                }
            }
        }
    }

    /// A fault leaves the instruction before that at which the innermost frame stands.
    fn steps(&mut self, program: &Program) -> Result<Exit, Fault> {
        'call: loop {
            let Some(frame) = self.stack.frames.last() else {
                return Err(broken("nothing runs"));
            };
            let Frame { base, mut pc, .. } = *frame;
            let code = &program.functions[frame.function as usize].code[..];
            macro_rules! stand {
                () => {
                    if let Some(frame) = self.stack.frames.last_mut() {
                        frame.pc = pc;
                    }
                };
            }
            macro_rules! checked {
                ($result:expr) => {
                    match $result {
                        Ok(value) => value,
                        Err(fault) => {
                            stand!();
                            return Err(fault);
                        }
                    }
                };
            }
            macro_rules! jump {
                ($to:expr) => {{
                    pc = $to;
                    if let Err(fault) = self.fuel.step() {
                        pc += 1;
                        stand!();
                        return Err(fault);
                    }
                }};
            }
            loop {
                let op = &code[pc as usize];
                pc += 1;
                match *op {
                    Op::Const { dst, size, value } => {
                        let dst = base + dst;
                        match size {
                            1 => self.memory.set(dst, value as u8),
                            2 => self.memory.set(dst, value as u16),
                            4 => self.memory.set(dst, value as u32),
                            _ => self.memory.set(dst, value),
                        }
                    }
                    Op::Move { dst, src, size } => self.memory.shift(base + src, base + dst, size),
                    Op::Load {
                        dst,
                        ptr,
                        offset,
                        size,
                    } => {
                        let from = self.memory.get::<u32>(base + ptr).wrapping_add(offset);
                        checked!(self.memory.copy(from, base + dst, size.into()));
                    }
                    Op::Store {
                        ptr,
                        offset,
                        src,
                        size,
                    } => {
                        let to = self.memory.get::<u32>(base + ptr).wrapping_add(offset);
                        checked!(self.memory.copy(base + src, to, size.into()));
                    }
                    Op::Address { dst, of, .. } => self.memory.set(base + dst, base + of),
                    Op::Offset { dst, ptr, offset } => {
                        let from: u32 = self.memory.get(base + ptr);
                        self.memory.set(base + dst, from.wrapping_add(offset));
                    }
                    Op::Element {
                        dst,
                        ptr,
                        index,
                        stride,
                    } => {
                        let from: u32 = self.memory.get(base + ptr);
                        let index = self.memory.get::<u64>(base + index) as u32;
                        let at = from.wrapping_add(index.wrapping_mul(stride));
                        self.memory.set(base + dst, at);
                    }
                    Op::Copy {
                        dst,
                        src,
                        count,
                        stride,
                    } => {
                        let (to, from): (u32, u32) =
                            (self.memory.get(base + dst), self.memory.get(base + src));
                        let count: u64 = self.memory.get(base + count);
                        let size = count.saturating_mul(stride.into());
                        checked!(self.memory.copy(from, to, size));
                        checked!(self.fuel.steps((size >> 10) as u32));
                    }
                    Op::CheckIndex { index, len } => {
                        let index: u64 = self.memory.get(base + index);
                        let len: u64 = self.memory.get(base + len);
                        if index >= len {
                            stand!();
                            return Err(panic(format!(
                                "index out of bounds: the len is {len} but the index is {index}"
                            )));
                        }
                    }

                    Op::Binary { op, num, dst, a, b } => {
                        checked!(binary(
                            &mut self.memory,
                            op,
                            num,
                            base + dst,
                            base + a,
                            base + b
                        ));
                    }
                    Op::BinaryWith {
                        op,
                        num,
                        dst,
                        a,
                        value,
                    } => {
                        checked!(binary(
                            &mut self.memory,
                            op,
                            num,
                            base + dst,
                            base + a,
                            value
                        ));
                    }
                    Op::Compare { op, num, dst, a, b } => {
                        let holds = compare(&self.memory, op, num, base + a, base + b);
                        self.memory.set(base + dst, holds);
                    }
                    Op::CompareWith {
                        op,
                        num,
                        dst,
                        a,
                        value,
                    } => {
                        let holds = compare(&self.memory, op, num, base + a, value);
                        self.memory.set(base + dst, holds);
                    }
                    Op::Unary { op, num, dst, src } => {
                        checked!(unary(&mut self.memory, op, num, base + dst, base + src));
                    }
                    Op::NotBool { dst, src } => {
                        let value: bool = self.memory.get(base + src);
                        self.memory.set(base + dst, !value);
                    }
                    Op::Convert { from, to, dst, src } => {
                        convert(&mut self.memory, from, to, base + dst, base + src);
                    }

                    Op::Jump { to } => jump!(to),
                    Op::JumpIf { cond, to } => {
                        if self.memory.get(base + cond) {
                            jump!(to);
                        }
                    }
                    Op::JumpIfNot { cond, to } => {
                        if !self.memory.get::<bool>(base + cond) {
                            jump!(to);
                        }
                    }
                    Op::JumpUnless { op, num, a, b, to } => {
                        if !compare(&self.memory, op, num, base + a, base + b) {
                            jump!(to);
                        }
                    }
                    Op::JumpUnlessWith {
                        op,
                        num,
                        a,
                        value,
                        to,
                    } => {
                        if !compare(&self.memory, op, num, base + a, value) {
                            jump!(to);
                        }
                    }
                    Op::Call {
                        function,
                        args,
                        ret,
                    } => {
                        stand!();
                        self.fuel.step()?;
                        self.push(program, function, base + args, base + ret, Kind::Call)?;
                        continue 'call;
                    }
                    Op::CallPointer { pointer, args, ret } => {
                        stand!();
                        let pointer = self.memory.get(base + pointer);
                        self.call_pointer(program, pointer, args, ret)?;
                        continue 'call;
                    }
                    Op::CallVirtual {
                        vtable,
                        method,
                        args,
                        ret,
                    } => {
                        stand!();
                        let vtable: u32 = self.memory.get(base + vtable);
                        let pointer = self.memory.load(method_at(vtable, method))?;
                        self.call_pointer(program, pointer, args, ret)?;
                        continue 'call;
                    }
                    Op::Return => {
                        if let Some(exit) = checked!(self.pop_returned(program)) {
                            return Ok(exit);
                        }
                        continue 'call;
                    }
                    Op::Host { call, args, ret } => {
                        let (args, ret) = (base + args, base + ret);
                        match self.builtin(call, args, ret) {
                            Some(done) => checked!(done),
                            None => {
                                stand!();
                                return Ok(Exit::Host { call, args, ret });
                            }
                        }
                    }

                    Op::Coroutine {
                        dst,
                        function,
                        captures,
                    } => {
                        stand!();
                        let made = self.new_coroutine(program, function, base + captures);
                        let coroutine = checked!(made);
                        self.memory.set(base + dst, coroutine);
                    }
                    Op::Resume {
                        coroutine,
                        context,
                        ret,
                    } => {
                        stand!();
                        self.fuel.step()?;
                        self.resume(program, coroutine, context, ret)?;
                        continue 'call;
                    }
                    Op::Yield => {
                        stand!();
                        self.suspend(program)?;
                        continue 'call;
                    }
                    Op::Context { dst } => {
                        let context: u32 = self.memory.get(base - HEADER + 8);
                        self.memory.set(base + dst, context);
                    }
                    Op::DropCoroutine { coroutine } => {
                        stand!();
                        let coroutine = self.memory.get(base + coroutine);
                        self.drop_coroutine(program, coroutine)?;
                        continue 'call;
                    }

                    Op::Panic { text } => {
                        stand!();
                        let (at, len): (u32, u32) = (
                            self.memory.get(base + text),
                            self.memory.get(base + text + 4),
                        );
                        let text = self.memory.text(at, len.into())?;
                        return Err(panic(text.to_string()));
                    }
                    Op::Unwind => {
                        stand!();
                        if let Some(exit) = self.cleaned_up(program)? {
                            return Ok(exit);
                        }
                        continue 'call;
                    }
                    Op::Unreachable => {
                        stand!();
                        return Err(broken("it has reached what cannot be reached"));
                    }
                }
            }
        }
    }

    /// The frame that runs. There is one while instructions run.
    pub fn frame(&mut self) -> Result<&mut Frame, Fault> {
        let frame = self.stack.frames.last_mut();
        frame.ok_or_else(|| broken("nothing runs"))
    }

    /// Puts a new frame on the stack. Its parameters stand at `args`.
    fn push(
        &mut self,
        program: &Program,
        id: FunctionId,
        args: u32,
        ret: u32,
        kind: Kind,
    ) -> Result<(), Fault> {
        let function = &program.functions[id as usize];
        let base = self.stack.top;
        let top = base.saturating_add(function.frame);
        if top > self.stack.limit || self.stack.frames.len() >= DEEPEST {
            return Err(end(STACK_OVERFLOW));
        }
        if kind == Kind::Call {
            self.memory.shift(args, base, function.params);
        }
        self.stack.top = top;
        self.stack.frames.push(Frame {
            function: id,
            pc: 0,
            base,
            ret,
            kind,
            unwinding: false,
        });
        Ok(())
    }

    fn call_pointer(
        &mut self,
        program: &Program,
        pointer: u32,
        args: u32,
        ret: u32,
    ) -> Result<(), Fault> {
        self.fuel.step()?;
        let id = pointer.wrapping_sub(1);
        let function = callable(program, id)?;
        let Frame {
            function: caller,
            base,
            ..
        } = *self.frame()?;
        let frame = u64::from(program.functions[caller as usize].frame);
        let fits = |at: u32, size: u32| u64::from(at) + u64::from(size) <= frame;
        if !fits(args, function.params) || !fits(ret, function.ret_size) {
            return Err(broken("it calls a function of another kind"));
        }
        self.push(program, id, base + args, base + ret, Kind::Call)
    }

    /// The innermost call returns.
    fn pop_returned(&mut self, program: &Program) -> Result<Option<Exit>, Fault> {
        let frame = *self.frame()?;
        let function = &program.functions[frame.function as usize];
        if frame.unwinding {
            return Err(broken("it returns from a cleanup"));
        }
        match frame.kind {
            Kind::Entry => {
                self.stack.pop();
                return Ok(Some(Exit::Returned(frame.ret)));
            }
            Kind::Call => {}
            Kind::Poll => self.finish(frame.base),
            Kind::Drop => return Err(broken("it returns from what is dropped")),
        }
        let from = frame.base + function.ret;
        self.memory.shift(from, frame.ret, function.ret_size);
        self.stack.pop();
        Ok(None)
    }
}

/// The function of this number, unless it is a coroutine's body.
fn callable(program: &Program, id: FunctionId) -> Result<&super::bytecode::Function, Fault> {
    let function = program.functions.get(id as usize);
    let function = function.filter(|function| !function.coroutine);
    function.ok_or_else(|| broken("it calls what is no function"))
}

/// Where a vtable has the pointer to a method.
pub fn method_at(vtable: u32, method: u32) -> u32 {
    vtable.wrapping_add(12).wrapping_add(method.wrapping_mul(4))
}
