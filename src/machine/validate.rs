//! What is checked of a program before it runs, so that running it need not.
//!
//! A program may come from outside. What is checked here is that every slot lies within its frame, every jump
//! within its function, and every function that is named exists and is of the right kind. What a program does
//! to its memory is checked when it does it.

use super::bytecode::{Function, GUARD, Op, Parameter, Program, Use};
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
        if code.last().is_none_or(Op::goes_on) {
            return Err((code.len(), "nothing stands behind the last one"));
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

    fn jump(&self, to: u32) -> Result<(), Wrong> {
        match (to as usize) < self.function.code.len() {
            true => Ok(()),
            false => Err("it goes on where there is nothing"),
        }
    }

    fn callee(&self, id: u32, coroutine: bool) -> Result<(), Wrong> {
        match self.program.functions.get(id as usize) {
            Some(function) if function.coroutine == coroutine => Ok(()),
            _ => Err("there is no such function"),
        }
    }

    fn op(&self, op: &Op) -> Result<(), Wrong> {
        let mut op = *op;
        match op {
            Op::Const { size, .. } if !matches!(size, 1 | 2 | 4 | 8) => {
                return Err("a constant has another size");
            }
            Op::BinaryWith { num, .. }
            | Op::CompareWith { num, .. }
            | Op::JumpUnlessWith { num, .. }
                if !num.is_integer() =>
            {
                return Err("a float has an integer as its operand");
            }
            Op::Call { function, .. } => self.callee(function, false)?,
            Op::Coroutine { function, .. } => self.callee(function, true)?,
            Op::Context { .. } | Op::Yield if !self.function.coroutine => {
                return Err("only a coroutine does so");
            }
            _ => {}
        }
        if let Some(to) = op.target() {
            self.jump(*to)?;
        }
        let sizes = |id| {
            let Function {
                params, ret_size, ..
            } = self.program.functions[id as usize];
            (params, ret_size)
        };
        let mut checked = Ok(());
        op.slots(sizes, |slot, used| {
            let size = match used {
                Use::Read(size) | Use::Write(size) | Use::Address(size) => size,
                // Who is called is known when it is called.
                Use::ReadParameters | Use::WriteResult => 0,
            };
            if checked.is_ok() {
                checked = self.slot(*slot, size);
            }
        });
        checked
    }
}
