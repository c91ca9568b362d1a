//! What is checked of a program before it runs, so that running it need not.
//!
//! A program may come from outside. What is checked here is that every slot lies within its frame, every jump
//! within its function, and every function that is named exists and is of the right kind. What a program does
//! to its memory is checked when it does it.

use super::bytecode::{Function, GUARD, Num, Op, Parameter, Program, Un};
use super::convert::size;
use super::host::signature;
use super::memory::MOST_MEMORY;

/// No frame is larger.
const LARGEST_FRAME: u32 = 1 << 20;

/// The alignment of what a program takes as its parameters.
const DURATION: (u32, u32) = (16, 8);

/// An error says what is wrong, and in which function.
pub fn validate(program: &Program) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("the program's bytecode is broken: {what}"));
    if program.data.len() as u64 + u64::from(GUARD) > u64::from(MOST_MEMORY / 2) {
        return wrong("it has too much data");
    }
    for function in &program.functions {
        if let Err((at, what)) = (Check { program, function }).function() {
            return wrong(&format!("{what}, in instruction {at} of {}", function.name));
        }
    }
    let taking_nothing = |id: &u32| {
        let function = program.functions.get(*id as usize);
        function.is_some_and(|function| !function.coroutine && function.params == 0)
    };
    if !program.initializers.iter().all(taking_nothing) {
        return wrong("an initializer is none");
    }
    let main = program.functions.get(program.main as usize);
    match main {
        Some(main)
            if !main.coroutine
                && main.ret_size == 8
                && main.params == parameters_size(&program.parameters) =>
        {
            Ok(())
        }
        _ => wrong("its main is none"),
    }
}

/// Where each parameter of `main` stands, and how many bytes they have together.
pub fn parameter_offsets(parameters: &[Parameter]) -> (Vec<u32>, u32) {
    let mut end = 0_u32;
    let offsets = parameters.iter().map(|parameter| {
        let (size, align) = match parameter {
            Parameter::Duration => DURATION,
            Parameter::Count => (4, 4),
        };
        let at = end.next_multiple_of(align);
        end = at + size;
        at
    });
    (offsets.collect(), end)
}

fn parameters_size(parameters: &[Parameter]) -> u32 {
    parameter_offsets(parameters).1
}

struct Check<'a> {
    program: &'a Program,
    function: &'a Function,
}

type Wrong = &'static str;

impl Check<'_> {
    /// An error says where, and what.
    fn function(&self) -> Result<(), (usize, Wrong)> {
        let Function { code, cleanups, .. } = self.function;
        self.head().map_err(|what| (0, what))?;
        for (at, op) in code.iter().enumerate() {
            self.op(op).map_err(|what| (at, what))?;
        }
        match code.last() {
            Some(
                Op::Jump { .. } | Op::Return | Op::Panic { .. } | Op::Unwind | Op::Unreachable,
            ) => {}
            _ => return Err((code.len(), "nothing stands behind the last one")),
        }
        for cleanup in cleanups {
            self.jump(cleanup.at).map_err(|what| (0, what))?;
        }
        Ok(())
    }

    fn head(&self) -> Result<(), Wrong> {
        let Function {
            params,
            frame,
            ret,
            ret_size,
            lines,
            ..
        } = self.function;
        if *frame > LARGEST_FRAME {
            return Err("its frame is too large");
        }
        if !lines.is_sorted() {
            return Err("its lines are not sorted");
        }
        // The next frame begins where this one ends.
        if !frame.is_multiple_of(8) {
            return Err("its frame is no multiple of 8");
        }
        self.slot(0, *params)?;
        self.slot(*ret, *ret_size)
    }

    fn slot(&self, slot: u32, size: u32) -> Result<(), Wrong> {
        let end = u64::from(slot) + u64::from(size);
        match end <= u64::from(self.function.frame) {
            true => Ok(()),
            false => Err("a slot lies outside of the frame"),
        }
    }

    fn slots(&self, slots: &[(u32, u32)]) -> Result<(), Wrong> {
        slots
            .iter()
            .try_for_each(|(slot, size)| self.slot(*slot, *size))
    }

    fn jump(&self, to: u32) -> Result<(), Wrong> {
        match (to as usize) < self.function.code.len() {
            true => Ok(()),
            false => Err("it goes on where there is nothing"),
        }
    }

    fn callee(&self, id: u32, coroutine: bool) -> Result<&Function, Wrong> {
        let function = self.program.functions.get(id as usize);
        let function = function.filter(|function| function.coroutine == coroutine);
        function.ok_or("there is no such function")
    }

    fn op(&self, op: &Op) -> Result<(), Wrong> {
        match *op {
            Op::Const { dst, size, .. } => match size {
                1 | 2 | 4 | 8 => self.slot(dst, size.into()),
                _ => Err("a constant has another size"),
            },
            Op::Move { dst, src, size } => self.slots(&[(dst, size), (src, size)]),
            Op::Load { dst, ptr, size, .. } => self.slots(&[(dst, size), (ptr, 4)]),
            Op::Store { ptr, src, size, .. } => self.slots(&[(ptr, 4), (src, size)]),
            Op::Address { dst, of } => self.slots(&[(dst, 4), (of, 0)]),
            Op::Offset { dst, ptr, .. } => self.slots(&[(dst, 4), (ptr, 4)]),
            Op::Element {
                dst, ptr, index, ..
            } => self.slots(&[(dst, 4), (ptr, 4), (index, 8)]),
            Op::Copy {
                dst, src, count, ..
            } => self.slots(&[(dst, 4), (src, 4), (count, 8)]),
            Op::CheckIndex { index, len } => self.slots(&[(index, 8), (len, 8)]),
            Op::Binary { op, num, dst, a, b } => {
                use super::bytecode::Bin::*;
                let left = size(num);
                let (result, right) = match op {
                    Shl | Shr | WrappingShl | WrappingShr => (left, 4),
                    OverflowingAdd | OverflowingSub | OverflowingMul => (left + 1, left),
                    _ => (left, left),
                };
                self.slots(&[(dst, result), (a, left), (b, right)])
            }
            Op::Compare { num, dst, a, b, .. } => {
                self.slots(&[(dst, 1), (a, size(num)), (b, size(num))])
            }
            Op::Unary { op, num, dst, src } => {
                let result = match op {
                    Un::CountOnes | Un::LeadingZeros | Un::TrailingZeros => size(Num::U32),
                    _ => size(num),
                };
                self.slots(&[(dst, result), (src, size(num))])
            }
            Op::NotBool { dst, src } => self.slots(&[(dst, 1), (src, 1)]),
            Op::Convert { from, to, dst, src } => self.slots(&[(dst, size(to)), (src, size(from))]),
            Op::Jump { to } => self.jump(to),
            Op::JumpIf { cond, to } | Op::JumpIfNot { cond, to } => {
                self.slot(cond, 1)?;
                self.jump(to)
            }
            Op::JumpUnless { num, a, b, to, .. } => {
                self.slots(&[(a, size(num)), (b, size(num))])?;
                self.jump(to)
            }
            Op::Call {
                function,
                args,
                ret,
            } => {
                let callee = self.callee(function, false)?;
                self.slots(&[(args, callee.params), (ret, callee.ret_size)])
            }
            Op::CallPointer { pointer, args, ret } => {
                self.slots(&[(pointer, 4), (args, 0), (ret, 0)])
            }
            Op::CallVirtual {
                vtable, args, ret, ..
            } => self.slots(&[(vtable, 4), (args, 0), (ret, 0)]),
            Op::Host { call, args, ret } => {
                let signature = signature(call);
                self.slots(&[(args, signature.args), (ret, signature.ret)])
            }
            Op::Coroutine {
                dst,
                function,
                captures,
            } => {
                let body = self.callee(function, true)?;
                self.slots(&[(dst, 4), (captures, body.params)])
            }
            Op::Resume {
                coroutine,
                context,
                ret,
            } => self.slots(&[(coroutine, 4), (context, 4), (ret, 0)]),
            Op::Context { dst } if self.function.coroutine => self.slot(dst, 4),
            Op::Yield if self.function.coroutine => Ok(()),
            Op::Context { .. } | Op::Yield => Err("only a coroutine does so"),
            Op::DropCoroutine { coroutine } => self.slot(coroutine, 4),
            Op::Panic { text } => self.slot(text, 8),
            Op::Return | Op::Unwind | Op::Unreachable => Ok(()),
        }
    }
}
