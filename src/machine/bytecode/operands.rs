//! What instructions do with the slots that they name.

use super::{Bin, FunctionId, Host, Num, Op, Pc, Slot, Un};

/// What an instruction does with a slot: with so many bytes from there on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Reads them.
    Read(u32),
    /// Writes them, if it can go on.
    Write(u32),
    /// Takes their address.
    Address(u32),
    /// Reads what whoever is called takes.
    ReadParameters,
    /// Writes what whoever is called returns.
    WriteResult,
}

impl Num {
    /// How many bytes a number has.
    pub fn size(self) -> u32 {
        match self {
            Num::I8 | Num::U8 => 1,
            Num::I16 | Num::U16 => 2,
            Num::I32 | Num::U32 | Num::F32 => 4,
            Num::I64 | Num::U64 | Num::F64 => 8,
            Num::I128 | Num::U128 => 16,
        }
    }

    /// Whether it is no float.
    pub fn is_integer(self) -> bool {
        !matches!(self, Num::F32 | Num::F64)
    }
}

impl Bin {
    /// How many bytes the result and the right operand have.
    fn sizes(self, num: Num) -> (u32, u32) {
        use Bin::*;
        let left = num.size();
        match self {
            Shl | Shr | WrappingShl | WrappingShr => (left, 4),
            OverflowingAdd | OverflowingSub | OverflowingMul => (left + 1, left),
            _ => (left, left),
        }
    }
}

impl Host {
    /// How many bytes the arguments and the result have.
    pub fn sizes(self) -> (u32, u32) {
        let (args, ret) = self.shape();
        let place = |end: u32, size: &u32| end.next_multiple_of(*size) + size;
        (args.iter().fold(0, place), ret)
    }

    /// The sizes of the arguments, and of the result.
    fn shape(self) -> (&'static [u32], u32) {
        use Host::*;
        match self {
            Alloc => (&[8, 8], 4),
            Dealloc => (&[4, 8, 8], 0),
            CompareBytes => (&[4, 4, 8], 4),
            Log => (&[4, 8], 0),
            LogAt => (&[4, 8, 4], 0),
            FormatFloat => (&[8, 1, 1, 4, 4], 8),
            ParseFloat => (&[4, 8, 4], 1),
            PowFloat | Atan2 => (&[8, 8], 8),
            CharClass => (&[4], 4),
            CharCase => (&[4, 1, 4], 8),

            Panicking | Entered => (&[], 1),
            Now | TimeOfDay | TaskId => (&[], 8),
            Block => (&[8], 0),
            Line => (&[], 4),

            SleepNew => (&[8, 1], 4),
            SleepPoll => (&[4, 4], 1),
            SleepReset => (&[4, 8, 1], 0),
            SleepAwaited | SleepHere | SleepDrop => (&[4], 0),
            SleepElapsed => (&[4], 1),

            // A fat pointer is two words.
            Spawn | SpawnBlocking => (&[4, 4], 4),
            JoinPoll => (&[4, 4], 1),
            JoinWatch | JoinAwaited => (&[4, 4], 0),
            JoinAbort | JoinDrop => (&[4], 0),
            JoinFinished => (&[4], 1),
            JoinId => (&[4], 8),
            JoinClone => (&[4], 4),
            JoinPanicText => (&[4, 4, 8], 8),

            YieldNow => (&[4], 1),
            BranchNew => (&[4, 8], 4),
            BranchEnter | BranchLeave => (&[4, 1], 0),

            WakerClone => (&[4], 4),
            WakerWake | WakerDrop => (&[4], 0),
            WakerWillWake => (&[4, 4], 1),

            LockHeld => (&[4, 8], 4),
            Random => (&[4], 4),
            LockWait => (&[4, 8], 0),
            Lane => (&[], 4),
            Backlog => (&[4, 4, 4], 0),
        }
    }
}

impl Op {
    /// Visits each slot that the instruction names. `sizes` says how many bytes the parameters and the result of a function have.
    pub fn slots(
        &mut self,
        sizes: impl Fn(FunctionId) -> (u32, u32),
        mut visit: impl FnMut(&mut Slot, Use),
    ) {
        use Use::*;
        match self {
            Op::Const { dst, size, .. } => visit(dst, Write((*size).into())),
            Op::Move { dst, src, size } => {
                visit(src, Read(*size));
                visit(dst, Write(*size));
            }
            Op::Load { dst, ptr, size, .. } => {
                visit(ptr, Read(4));
                visit(dst, Write(*size));
            }
            Op::Store { ptr, src, size, .. } => {
                visit(ptr, Read(4));
                visit(src, Read(*size));
            }
            Op::Address { dst, of, size } => {
                visit(of, Address(*size));
                visit(dst, Write(4));
            }
            Op::Offset { dst, ptr, .. } => {
                visit(ptr, Read(4));
                visit(dst, Write(4));
            }
            Op::Element {
                dst, ptr, index, ..
            } => {
                visit(ptr, Read(4));
                visit(index, Read(8));
                visit(dst, Write(4));
            }
            Op::Copy {
                dst, src, count, ..
            } => {
                visit(dst, Read(4));
                visit(src, Read(4));
                visit(count, Read(8));
            }
            Op::CheckIndex { index, len } => {
                visit(index, Read(8));
                visit(len, Read(8));
            }
            Op::Binary { op, num, dst, a, b } => {
                let (result, right) = op.sizes(*num);
                visit(a, Read(num.size()));
                visit(b, Read(right));
                visit(dst, Write(result));
            }
            Op::BinaryWith {
                op, num, dst, a, ..
            } => {
                visit(a, Read(num.size()));
                visit(dst, Write(op.sizes(*num).0));
            }
            Op::Compare { num, dst, a, b, .. } => {
                visit(a, Read(num.size()));
                visit(b, Read(num.size()));
                visit(dst, Write(1));
            }
            Op::CompareWith { num, dst, a, .. } => {
                visit(a, Read(num.size()));
                visit(dst, Write(1));
            }
            Op::Unary { op, num, dst, src } => {
                let result = match op {
                    Un::CountOnes | Un::LeadingZeros | Un::TrailingZeros => Num::U32,
                    _ => *num,
                };
                visit(src, Read(num.size()));
                visit(dst, Write(result.size()));
            }
            Op::NotBool { dst, src } => {
                visit(src, Read(1));
                visit(dst, Write(1));
            }
            Op::Convert { from, to, dst, src } => {
                visit(src, Read(from.size()));
                visit(dst, Write(to.size()));
            }
            Op::JumpIf { cond, .. } | Op::JumpIfNot { cond, .. } => visit(cond, Read(1)),
            Op::JumpUnless { num, a, b, .. } => {
                visit(a, Read(num.size()));
                visit(b, Read(num.size()));
            }
            Op::JumpUnlessWith { num, a, .. } => visit(a, Read(num.size())),
            Op::Call {
                function,
                args,
                ret,
            } => {
                let (params, result) = sizes(*function);
                visit(args, Read(params));
                visit(ret, Write(result));
            }
            Op::CallPointer { pointer, args, ret } => {
                visit(pointer, Read(4));
                visit(args, ReadParameters);
                visit(ret, WriteResult);
            }
            Op::CallVirtual {
                vtable, args, ret, ..
            } => {
                visit(vtable, Read(4));
                visit(args, ReadParameters);
                visit(ret, WriteResult);
            }
            Op::Host { call, args, ret } => {
                let (arguments, result) = call.sizes();
                visit(args, Read(arguments));
                visit(ret, Write(result));
            }
            Op::Coroutine {
                dst,
                function,
                captures,
            } => {
                visit(captures, Read(sizes(*function).0));
                visit(dst, Write(4));
            }
            Op::Resume {
                coroutine,
                context,
                ret,
            } => {
                visit(coroutine, Read(4));
                visit(context, Read(4));
                visit(ret, WriteResult);
            }
            Op::Context { dst } => visit(dst, Write(4)),
            Op::DropCoroutine { coroutine } => visit(coroutine, Read(4)),
            Op::Panic { text } => visit(text, Read(8)),
            Op::Jump { .. } | Op::Return | Op::Yield | Op::Unwind | Op::Unreachable => {}
        }
    }

    /// Where it may go on, other than behind itself.
    pub fn target(&mut self) -> Option<&mut Pc> {
        match self {
            Op::Jump { to }
            | Op::JumpIf { to, .. }
            | Op::JumpIfNot { to, .. }
            | Op::JumpUnless { to, .. }
            | Op::JumpUnlessWith { to, .. } => Some(to),
            _ => None,
        }
    }

    /// Whether what stands behind it may come next.
    pub fn goes_on(&self) -> bool {
        !matches!(
            self,
            Op::Jump { .. } | Op::Return | Op::Unwind | Op::Unreachable | Op::Panic { .. }
        )
    }
}
