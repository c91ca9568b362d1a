//! Makes bytecode by hand.

use async_playground::machine::bytecode::{
    Cleanup, Function, FunctionId, GUARD, Host, Op, Program, Slot,
};
use async_playground::machine::simulate;
use async_playground::runtime::{Outcome, Runtime};
use async_playground::speed::Speed;
use async_playground::trace::Event;

/// A program in the making. Function 0 is its `main`, which [`Assembler::run`] makes of a coroutine.
pub struct Assembler {
    pub program: Program,
}

/// A function in the making: slots are given out one after the other, jumps go to labels.
pub struct Body {
    function: Function,
    labels: Vec<u32>,
}

/// A place in a function that is bound when the code is there.
#[derive(Clone, Copy)]
pub struct Label(u32);

pub fn empty(name: &str) -> Function {
    Function {
        name: name.into(),
        of_program: true,
        coroutine: false,
        params: 0,
        frame: 0,
        ret: 0,
        ret_size: 0,
        code: Vec::new(),
        lines: Vec::new(),
        cleanups: Vec::new(),
    }
}

impl Body {
    /// A function whose parameters have so many bytes, and stand at the frame's begin.
    pub fn new(name: &str, params: u32) -> Self {
        let mut function = empty(name);
        function.params = params;
        function.frame = params.next_multiple_of(8);
        let labels = Vec::new();
        Body { function, labels }
    }

    pub fn coroutine(name: &str, params: u32) -> Self {
        let mut body = Body::new(name, params);
        body.function.coroutine = true;
        body.function.ret = body.slot(8);
        body.function.ret_size = 1;
        body
    }

    /// What it returns has so many bytes; gives their slot.
    pub fn returns(&mut self, size: u32) -> Slot {
        self.function.ret = self.slot(size);
        self.function.ret_size = size;
        self.function.ret
    }

    /// The slot of a coroutine's `Poll`.
    pub fn ret(&self) -> Slot {
        self.function.ret
    }

    pub fn slot(&mut self, size: u32) -> Slot {
        let slot = self.function.frame;
        self.function.frame += size.next_multiple_of(8);
        slot
    }

    pub fn op(&mut self, op: Op) {
        self.function.code.push(op);
    }

    /// A line of the program, for what follows.
    pub fn line(&mut self, line: u32) {
        let at = self.at();
        self.function.lines.push((at, line));
    }

    pub fn at(&self) -> u32 {
        self.function.code.len() as u32
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(u32::MAX);
        Label(self.labels.len() as u32 - 1)
    }

    pub fn bind(&mut self, Label(label): Label) {
        self.labels[label as usize] = self.at();
    }

    /// Goes on at the label; use it for `to`.
    pub fn to(&self, Label(label): Label) -> u32 {
        label
    }

    /// What a panic in `from..` up to here goes on with, and what drops a coroutine that is suspended there.
    pub fn cleanup(&mut self, from: u32, Label(at): Label) {
        let to = self.at();
        self.function.cleanups.push(Cleanup { from, to, at });
    }

    /// A constant in a slot of its own.
    pub fn constant(&mut self, size: u8, value: u64) -> Slot {
        let dst = self.slot(size.into());
        self.op(Op::Const { dst, size, value });
        dst
    }

    /// Host calls with words of these sizes and values.
    pub fn host(&mut self, call: Host, args: &[(u32, Slot)], ret: Slot) {
        let begin = self.slot(args.iter().map(|(size, _)| size.max(&8)).sum());
        let mut end = 0_u32;
        for (size, src) in args {
            let at = end.next_multiple_of(*size);
            end = at + size;
            let (dst, src, size) = (begin + at, *src, *size);
            self.op(Op::Move { dst, src, size });
        }
        self.op(Op::Host {
            call,
            args: begin,
            ret,
        });
    }

    pub fn log(&mut self, assembler: &mut Assembler, text: &str) {
        let (at, len) = assembler.text(text);
        let at = self.constant(4, at.into());
        let len = self.constant(8, len);
        self.host(Host::Log, &[(4, at), (8, len)], 0);
    }

    /// Logs a number that is less than ten.
    pub fn log_digit(&mut self, digit: Slot) {
        use async_playground::machine::bytecode::{Bin, Num};
        let zero = self.constant(1, b'0'.into());
        let text = self.slot(1);
        self.op(Op::Binary {
            op: Bin::WrappingAdd,
            num: Num::U8,
            dst: text,
            a: digit,
            b: zero,
        });
        let at = self.slot(4);
        self.op(Op::Address {
            dst: at,
            of: text,
            size: 1,
        });
        let len = self.constant(8, 1);
        self.host(Host::Log, &[(4, at), (8, len)], 0);
    }

    pub fn panic(&mut self, assembler: &mut Assembler, text: &str) {
        let (at, len) = assembler.text(text);
        let text = self.slot(8);
        self.op(Op::Const {
            dst: text,
            size: 4,
            value: at.into(),
        });
        self.op(Op::Const {
            dst: text + 4,
            size: 4,
            value: len,
        });
        self.op(Op::Panic { text });
    }

    /// The end of a poll, and where the next one begins. Says that it is pending.
    pub fn suspend(&mut self) {
        let dst = self.ret();
        self.op(Op::Const {
            dst,
            size: 1,
            value: 1,
        });
        self.op(Op::Yield);
    }

    /// The end of a coroutine.
    pub fn ready(&mut self) {
        let dst = self.ret();
        self.op(Op::Const {
            dst,
            size: 1,
            value: 0,
        });
        self.op(Op::Return);
    }

    /// Waits in a coroutine until a deadline has come, in milliseconds. A panic or a drop leaves it to `cleanup`.
    pub fn sleep(&mut self, millis: u64) {
        let deadline = self.constant(8, millis * 1_000_000);
        let what = self.constant(1, 1);
        let sleep = self.slot(4);
        self.host(Host::SleepNew, &[(8, deadline), (1, what)], sleep);
        let (again, over) = (self.label(), self.label());
        self.bind(again);
        let context = self.slot(4);
        self.op(Op::Context { dst: context });
        let done = self.slot(1);
        self.host(Host::SleepPoll, &[(4, sleep), (4, context)], done);
        let to = self.to(over);
        self.op(Op::JumpIf { cond: done, to });
        self.suspend();
        let to = self.to(again);
        self.op(Op::Jump { to });
        self.bind(over);
        self.host(Host::SleepDrop, &[(4, sleep)], 0);
    }

    pub fn finish(mut self) -> Function {
        let labels = self.labels;
        let bound = |to: &mut u32| *to = labels[*to as usize];
        for op in &mut self.function.code {
            match op {
                Op::Jump { to }
                | Op::JumpIf { to, .. }
                | Op::JumpIfNot { to, .. }
                | Op::JumpUnless { to, .. } => bound(to),
                _ => {}
            }
        }
        for cleanup in &mut self.function.cleanups {
            bound(&mut cleanup.at);
        }
        self.function
    }
}

impl Assembler {
    pub fn new() -> Self {
        let program = Program {
            data: Vec::new(),
            functions: vec![empty("main")],
            initializers: Vec::new(),
            main: 0,
            parameters: Vec::new(),
        };
        Assembler { program }
    }

    /// Puts bytes into the data; returns their address.
    pub fn data(&mut self, bytes: &[u8]) -> u32 {
        let data = &mut self.program.data;
        data.resize(data.len().next_multiple_of(8), 0);
        let at = GUARD + data.len() as u32;
        data.extend_from_slice(bytes);
        at
    }

    pub fn words(&mut self, words: &[u32]) -> u32 {
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        self.data(&bytes)
    }

    pub fn text(&mut self, text: &str) -> (u32, u64) {
        (self.data(text.as_bytes()), text.len() as u64)
    }

    pub fn add(&mut self, body: Body) -> FunctionId {
        self.program.functions.push(body.finish());
        self.program.functions.len() as u32 - 1
    }

    /// The vtable of a box of a coroutine, as a `dyn Future`.
    pub fn future_vtable(&mut self) -> u32 {
        let mut poll = Body::new("poll", 8);
        let ret = poll.returns(1);
        let coroutine = poll.slot(4);
        poll.op(Op::Load {
            dst: coroutine,
            ptr: 0,
            offset: 0,
            size: 4,
        });
        poll.op(Op::Resume {
            coroutine,
            context: 4,
            ret,
        });
        poll.op(Op::Return);
        let mut glue = Body::new("drop", 4);
        let coroutine = glue.slot(4);
        glue.op(Op::Load {
            dst: coroutine,
            ptr: 0,
            offset: 0,
            size: 4,
        });
        glue.op(Op::DropCoroutine { coroutine });
        glue.op(Op::Return);
        let (poll, glue) = (self.add(poll), self.add(glue));
        self.words(&[glue + 1, 4, 4, poll + 1])
    }

    /// Makes a `dyn Future` of a coroutine with the captures at a slot: its address and vtable in 8 bytes.
    pub fn boxed(
        &self,
        body: &mut Body,
        coroutine: FunctionId,
        captures: Slot,
        vtable: u32,
    ) -> Slot {
        let (size, align) = (body.constant(8, 4), body.constant(8, 4));
        let future = body.slot(8);
        body.host(Host::Alloc, &[(8, size), (8, align)], future);
        let address = body.slot(4);
        body.op(Op::Coroutine {
            dst: address,
            function: coroutine,
            captures,
        });
        body.op(Op::Store {
            ptr: future,
            offset: 0,
            src: address,
            size: 4,
        });
        body.op(Op::Const {
            dst: future + 4,
            size: 4,
            value: vtable.into(),
        });
        future
    }

    /// Spawns a coroutine; gives the slot of its handle.
    pub fn spawn(
        &self,
        body: &mut Body,
        coroutine: FunctionId,
        captures: Slot,
        vtable: u32,
    ) -> Slot {
        let future = self.boxed(body, coroutine, captures, vtable);
        let task = body.slot(4);
        body.host(Host::Spawn, &[(4, future), (4, future + 4)], task);
        task
    }

    /// The program whose `main` is this coroutine.
    pub fn with_main(&mut self, body: Body, vtable: u32) -> Program {
        let coroutine = self.add(body);
        let mut main = Body::new("main", 0);
        let ret = main.returns(8);
        let src = self.boxed(&mut main, coroutine, 0, vtable);
        main.op(Op::Move {
            dst: ret,
            src,
            size: 8,
        });
        main.op(Op::Return);
        self.program.functions[0] = main.finish();
        self.program.clone()
    }

    /// Runs the program whose `main` is this coroutine.
    pub fn run(&mut self, main: Body) -> Runtime {
        let vtable = self.future_vtable();
        let program = self.with_main(main, vtable);
        run(&program)
    }
}

pub fn run(program: &Program) -> Runtime {
    simulate(program, &[], Speed::NORMAL).expect("the program is well made")
}

/// What was logged, with lines.
pub fn logged(runtime: &Runtime) -> Vec<String> {
    runtime.trace(|trace| {
        let entries = trace.entries().iter();
        let logs = entries.filter_map(|entry| match &entry.event {
            Event::Log { text, line } => Some(format!("{line}: {text}")),
            _ => None,
        });
        logs.collect()
    })
}

pub fn failed(runtime: &Runtime) -> String {
    match runtime.outcome() {
        Some((_, Outcome::Failed(message))) => message,
        outcome => format!("{outcome:?}"),
    }
}

pub fn completed(runtime: &Runtime) -> bool {
    matches!(runtime.outcome(), Some((_, Outcome::Completed)))
}
