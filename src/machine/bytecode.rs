//! What the machine runs: functions of typed register code over one linear memory.
//!
//! Memory is bytes, little-endian. A pointer is an address in 4 bytes; a fat one has 4 bytes more behind it:
//! a length (of slices in elements, of `str` in bytes) or the address of a vtable. `usize` has 8 bytes.
//! Address 0 is null, and the first [`GUARD`] bytes are never valid.
//!
//! A function's locals stand in a frame; an operand is an offset into it. The frame of a call stands on the
//! stack, that of a coroutine on the heap, behind its [`Header`]. A frame begins with the parameters
//! (of a coroutine: its captures), each aligned.

use serde::{Deserialize, Serialize};

mod operands;

pub use operands::Use;

/// The first address that may be valid.
pub const GUARD: u32 = 16;

/// An offset into the frame, in bytes.
pub type Slot = u32;

/// An index into [`Program::functions`]. As a value in memory (a function pointer) it has 4 bytes, and is one more.
pub type FunctionId = u32;

/// A position in [`Function::code`].
pub type Pc = u32;

/// A program that can be run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// What stands in memory from [`GUARD`] on before anything runs: text, constants, vtables, and room for statics.
    /// A vtable is four-byte words: drop glue (a function that takes a thin pointer; 0: nothing to drop), size,
    /// alignment, then the methods (0: none).
    pub data: Vec<u8>,
    /// The functions.
    pub functions: Vec<Function>,
    /// Called once each, in order, before `main`: they take and return nothing.
    pub initializers: Vec<FunctionId>,
    /// Called with the parameters of the program (a `Duration` is a `u64` of seconds and a `u32` of nanoseconds, a
    /// count is a `u32`), returns a pointer to `dyn Future<Output = ()>` on the heap.
    pub main: FunctionId,
    /// What each parameter of `main` is, in order.
    pub parameters: Vec<Parameter>,
}

/// What a parameter of `main` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Parameter {
    /// A `Duration`.
    Duration,
    /// A `u32`.
    Count,
}

/// A function, or the body of a coroutine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Function {
    /// Its path.
    pub name: String,
    /// Whether the learner wrote it.
    pub of_program: bool,
    /// Whether it is a coroutine's body: run by [`Op::Resume`] alone.
    pub coroutine: bool,
    /// How many bytes of the frame its parameters take.
    pub params: u32,
    /// The frame's size, a multiple of 8.
    pub frame: u32,
    /// Where in the frame its result stands when it returns (of a coroutine: the `Poll`), and its size.
    pub ret: Slot,
    /// In bytes.
    pub ret_size: u32,
    /// The code.
    pub code: Vec<Op>,
    /// From which position on which line of the program: ascending; 0 where there is none. A function that the learner
    /// did not write has the lines of closures that became part of it.
    pub lines: Vec<(Pc, u32)>,
    /// Where to go on when a panic leaves the instruction at a position within `from..to`, or when a coroutine that
    /// is suspended there is dropped. The first that fits holds. What runs there drops what is alive, and ends with
    /// [`Op::Unwind`]. A coroutine that was never polled is dropped as if suspended at position 0.
    pub cleanups: Vec<Cleanup>,
}

/// Where the cleanup of a range begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cleanup {
    /// The first position.
    pub from: Pc,
    /// Behind the last one.
    pub to: Pc,
    /// The cleanup.
    pub at: Pc,
}

/// What a coroutine's block on the heap begins with; its frame follows, and its address is that of the frame.
/// The machine alone reads and writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// Its body.
    pub function: FunctionId,
    /// Where it goes on: 0 before the first poll.
    pub pc: Pc,
    /// What [`Op::Context`] gives while it is polled. Before that, the line of the program that made it.
    pub context: u32,
    /// Fresh or suspended, running, finished, or ended by a panic.
    pub state: u32,
    /// How many events there were when it was made.
    pub made: u32,
}

/// A number's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Num {
    I8,
    I16,
    I32,
    I64,
    I128,
    U8,
    U16,
    U32,
    U64,
    U128,
    F32,
    F64,
}

/// What is computed of two numbers of one type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bin {
    /// Panics on overflow, as `Sub` and `Mul` do.
    Add,
    /// See `Add`.
    Sub,
    /// See `Add`.
    Mul,
    /// Panics on zero and overflow, as `Rem` does.
    Div,
    /// See `Div`.
    Rem,
    /// Bit by bit.
    And,
    /// Bit by bit.
    Or,
    /// Bit by bit.
    Xor,
    /// The right operand is a `u32`; panics if it is not less than the width, as `Shr` does.
    Shl,
    /// See `Shl`.
    Shr,
    /// Without a panic, modulo 2 to the width.
    WrappingAdd,
    /// See `WrappingAdd`.
    WrappingSub,
    /// See `WrappingAdd`.
    WrappingMul,
    /// The right operand is a `u32`, taken modulo the width.
    WrappingShl,
    /// See `WrappingShl`.
    WrappingShr,
    /// The result in `dst`, and behind it, one byte at its own size, whether it overflowed.
    OverflowingAdd,
    /// See `OverflowingAdd`.
    OverflowingSub,
    /// See `OverflowingAdd`.
    OverflowingMul,
}

/// How two numbers compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Cmp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl Cmp {
    /// Whether two numbers compare so.
    #[inline(always)]
    pub fn holds<T: PartialOrd>(self, a: T, b: T) -> bool {
        match self {
            Cmp::Eq => a == b,
            Cmp::Ne => a != b,
            Cmp::Lt => a < b,
            Cmp::Le => a <= b,
            Cmp::Gt => a > b,
            Cmp::Ge => a >= b,
        }
    }
}

/// What is computed of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Un {
    /// Panics on overflow.
    Neg,
    /// Bit by bit; of a bool use [`Op::NotBool`].
    Not,
    /// How many ones; the result is a `u32`, as of the next two.
    CountOnes,
    /// How many zeros at the top.
    LeadingZeros,
    /// How many zeros at the bottom.
    TrailingZeros,
    /// Of floats, as are those that follow.
    Sqrt,
    /// Down to a whole number.
    Floor,
    /// Up to a whole number.
    Ceil,
    /// To the nearest whole number, halves away from zero.
    Round,
    /// Towards zero.
    Trunc,
    /// In radians.
    Sin,
    /// In radians.
    Cos,
    /// In radians.
    Tan,
    /// e to the power of it.
    Exp,
    /// The natural logarithm.
    Ln,
    /// To the base of 10.
    Log10,
    /// To the base of 2.
    Log2,
}

/// An instruction. `dst`, `src`, `a`, `b`, `ptr` and the like are slots of the frame, `size` is in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Op {
    // --- Moving bytes -----------------------------------------------------------
    /// The value's lowest bytes, with `size` 1, 2, 4 or 8.
    Const {
        dst: Slot,
        size: u8,
        value: u64,
    },
    /// Within the frame; the places may overlap.
    Move {
        dst: Slot,
        src: Slot,
        size: u32,
    },
    /// From the address in `ptr`, plus `offset`.
    Load {
        dst: Slot,
        ptr: Slot,
        offset: u32,
        size: u32,
    },
    /// To the address in `ptr`, plus `offset`.
    Store {
        ptr: Slot,
        offset: u32,
        src: Slot,
        size: u32,
    },
    /// The address of a slot of this frame: what is reached by it lies within so many bytes.
    Address {
        dst: Slot,
        of: Slot,
        size: u32,
    },
    /// The address in `ptr` plus `offset`.
    Offset {
        dst: Slot,
        ptr: Slot,
        offset: u32,
    },
    /// The address in `ptr` plus the `u64` in `index` times `stride`.
    Element {
        dst: Slot,
        ptr: Slot,
        index: Slot,
        stride: u32,
    },
    /// From the address in `src` to that in `dst`, as many bytes as the `u64` in `count` times `stride`; they may overlap.
    Copy {
        dst: Slot,
        src: Slot,
        count: Slot,
        stride: u32,
    },
    /// Panics if the `u64` in `index` is not less than the one in `len`.
    CheckIndex {
        index: Slot,
        len: Slot,
    },

    // --- Numbers ------------------------------------------------------------------
    /// Bool and char compare and move as `U8` and `U32`.
    Binary {
        op: Bin,
        num: Num,
        dst: Slot,
        a: Slot,
        b: Slot,
    },
    /// `Binary` of integers whose right operand is this value, whatever their width.
    BinaryWith {
        op: Bin,
        num: Num,
        dst: Slot,
        a: Slot,
        value: i32,
    },
    /// The result is a bool.
    Compare {
        op: Cmp,
        num: Num,
        dst: Slot,
        a: Slot,
        b: Slot,
    },
    /// `Compare` of integers whose right operand is this value, whatever their width.
    CompareWith {
        op: Cmp,
        num: Num,
        dst: Slot,
        a: Slot,
        value: i32,
    },
    Unary {
        op: Un,
        num: Num,
        dst: Slot,
        src: Slot,
    },
    NotBool {
        dst: Slot,
        src: Slot,
    },
    /// As `as` converts.
    Convert {
        from: Num,
        to: Num,
        dst: Slot,
        src: Slot,
    },

    // --- Going elsewhere -----------------------------------------------------------
    Jump {
        to: Pc,
    },
    JumpIf {
        cond: Slot,
        to: Pc,
    },
    JumpIfNot {
        cond: Slot,
        to: Pc,
    },
    /// Goes on at `to` if the comparison of two numbers does not hold: what a loop's condition becomes.
    JumpUnless {
        op: Cmp,
        num: Num,
        a: Slot,
        b: Slot,
        to: Pc,
    },
    /// `JumpUnless` of integers whose right operand is this value, whatever their width.
    JumpUnlessWith {
        op: Cmp,
        num: Num,
        a: Slot,
        value: i32,
        to: Pc,
    },
    /// The `params` bytes from `args` on become the callee's parameters; its result is written to `ret`.
    Call {
        function: FunctionId,
        args: Slot,
        ret: Slot,
    },
    /// Of the function pointer in `pointer`.
    CallPointer {
        pointer: Slot,
        args: Slot,
        ret: Slot,
    },
    /// The vtable is the one that `object` is the address of; `method` counts from 0. The callee's first parameter is a
    /// thin pointer: `args` has it so.
    CallVirtual {
        vtable: Slot,
        method: u32,
        args: Slot,
        ret: Slot,
    },
    Return,
    /// What the machine itself does: arguments from `args` on, each at the next multiple of its own size,
    /// the result to `ret`. See `machine/host.rs`.
    Host {
        call: Host,
        args: Slot,
        ret: Slot,
    },

    // --- Coroutines -----------------------------------------------------------------
    /// A new one on the heap, not yet polled, with the captures that stand from `captures` on.
    Coroutine {
        dst: Slot,
        function: FunctionId,
        captures: Slot,
    },
    /// Polls the one whose address is in `coroutine`, with the context whose address is in `context`: its `Poll` is
    /// written to `ret`. Panics if it has finished.
    Resume {
        coroutine: Slot,
        context: Slot,
        ret: Slot,
    },
    /// Ends this poll as `Return` does, and has the next one begin behind this instruction.
    Yield,
    /// The address of this poll's context.
    Context {
        dst: Slot,
    },
    /// Drops what is alive in the one whose address is in `coroutine`, and frees it.
    DropCoroutine {
        coroutine: Slot,
    },

    // --- Panics -------------------------------------------------------------------
    /// Begins to unwind, with the text whose pointer and length are in `text`.
    Panic {
        text: Slot,
    },
    /// The end of a cleanup: goes on unwinding with who called, or ends the drop of a coroutine.
    Unwind,
    /// What cannot be reached.
    Unreachable,
}

/// What only the machine can do. Each says its arguments and its result; `ptr` is 4 bytes, `usize` 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Host {
    /// `(size: usize, align: usize) -> ptr`. Of no bytes it is not called.
    Alloc,
    /// `(ptr, size: usize, align: usize)`
    Dealloc,
    /// `(a: ptr, b: ptr, len: usize) -> i32`: as `memcmp`.
    CompareBytes,
    /// `(text: ptr, len: usize)`: a line of the log.
    Log,
    /// `(value: f64, single: bool, exponent: u8 (0 plain, 1 `e`, 2 `E`, 3 as `Debug`), precision: i32 (-1: none), out: ptr) -> usize`:
    /// as Rust prints a float, without sign options; `out` has room for 1100 bytes. `single` says that it was an `f32`.
    FormatFloat,
    /// `(text: ptr, len: usize, out: ptr to f64) -> bool`: as `str::parse`.
    ParseFloat,
    /// `(a: f64, b: f64) -> f64`: `powf`.
    PowFloat,
    /// `(a: f64, b: f64) -> f64`
    Atan2,
    /// `(c: u32) -> u32`: bit 0 alphabetic, 1 numeric, 2 lowercase, 3 uppercase, 4 whitespace, 5 control,
    /// 6 escaped by `Debug`.
    CharClass,
    /// `(c: u32, upper: bool, out: ptr to [u32; 3]) -> usize`: how many characters it becomes.
    CharCase,

    /// `() -> bool`: whether a panic unwinds.
    Panicking,
    /// `() -> u64`: nanoseconds since the run began, on the program's clock.
    Now,
    /// `() -> u64`: nanoseconds since the Unix epoch.
    TimeOfDay,
    /// `(nanoseconds: u64)`: blocks, as `std::thread::sleep`.
    Block,

    /// `(deadline: u64 on the program's clock, what: u8) -> u32`: a sleep, whose line is that of the call in the
    /// program. What is said of one that was never awaited: 0 nothing, 1 `sleep`, 2 `sleep_until`, 3 `timeout`,
    /// 4 `timeout_at`.
    SleepNew,
    /// `(sleep: u32)`: whoever has made it has awaited it, as a poll of it says, too.
    SleepAwaited,
    /// `(sleep: u32, context: ptr) -> bool`: whether it is over.
    SleepPoll,
    /// `(sleep: u32, deadline: u64, now: bool)`: the deadline is set now, or by the next poll.
    SleepReset,
    /// `(sleep: u32)`: it waits in the line of the program that runs now, and from now on.
    SleepHere,
    /// `(sleep: u32) -> bool`: whether its deadline has come, and was noticed.
    SleepElapsed,
    /// `(sleep: u32)`
    SleepDrop,

    /// `(future: fat ptr to dyn Future<Output = ()>) -> u32`: a task; the machine owns the future from here on.
    Spawn,
    /// `(closure: fat ptr to dyn FnOnce()) -> u32`: a blocking task, on a thread of its own.
    SpawnBlocking,
    /// `(task: u32, context: ptr) -> u8`: 0 it runs, 1 it has completed, 2 it was aborted, 3 it panicked.
    JoinPoll,
    /// `(task: u32, context: ptr)`: who is woken when the task ends; nothing is recorded.
    JoinWatch,
    /// `(task: u32, line: u32)`: the task is waited for in this line, unless it is over.
    JoinAwaited,
    /// `(task: u32)`
    JoinAbort,
    /// `(task: u32) -> bool`
    JoinFinished,
    /// `(task: u32) -> u64`: the number that tokio's `Id` would print.
    JoinId,
    /// `(task: u32) -> u32`: one handle more.
    JoinClone,
    /// `(task: u32)`: one handle less; of the last that could join it, the task runs on unwatched.
    JoinDrop,
    /// `(task: u32, out: ptr, room: usize) -> usize`: the message of its panic, as far as there is room, and how long it is.
    JoinPanicText,
    /// `() -> u64`: the running task's own id.
    TaskId,
    /// `() -> u32`: the line of the program that runs now.
    Line,
    /// `() -> bool`: whether a run goes on here.
    Entered,

    /// `(context: ptr) -> bool`: `yield_now`: registers the waker to be woken after the others.
    YieldNow,
    /// `(name: ptr, len: usize) -> u32`: a lane of `join!` or `select!` under the one that is polled.
    BranchNew,
    /// `(branch: u32, polled: bool)`: what follows is its poll, or its drop.
    BranchEnter,
    /// `(branch: u32, how: u8)`: 0 pending, 1 ready, 2 dropped unfinished, 3 panicked.
    BranchLeave,

    /// `(waker: u32) -> u32`: one more.
    WakerClone,
    /// `(waker: u32)`: by reference.
    WakerWake,
    /// `(waker: u32)`
    WakerDrop,
    /// `(a: u32, b: u32) -> bool`
    WakerWillWake,

    /// `(lock: u32, since: u64 on the program's clock) -> u32`: a lock was held, and what it guards not used, while
    /// others wait for it. Takes and gives the lock's number; 0: it has none yet.
    LockHeld,
    /// `(n: u32) -> u32`: below n, as tokio's own random numbers: for `select!` and `join!`.
    Random,
    /// `(lock: u32, since: u64 on the program's clock)`: a lock was waited for that was held so.
    LockWait,
    /// `() -> u32`: the lane that is polled or dropped.
    Lane,
    /// `(sender: u32, waiting: u32, line: u32)`: more and more values wait in the channel that was made in this line.
    Backlog,
    /// `(text: ptr, len: usize, line: u32)`: a line of the log that was printed in another line than the one that runs.
    LogAt,
}
