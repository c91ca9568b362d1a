//! What std calls that is no Rust: `std/intrinsics.rs`, written out.

use super::function::Builder;
use super::layout::{POINTER, Tail};
use super::place::{Base, Place};
use crate::thir::TypeId;
use async_playground::machine::bytecode::{Bin, Host, Num, Op, Slot, Un};

impl<'p> Builder<'_, 'p> {
    /// Does what the function of this name does. The arguments stand at `args`; for what the machine itself does, one
    /// behind the other.
    pub fn intrinsic(&mut self, name: &str, types: &[TypeId], args: &[Slot], dst: Slot) {
        if let Some(call) = host(name) {
            let args = args.first().copied().unwrap_or(0);
            return self.op(Op::Host {
                call,
                args,
                ret: dst,
            });
        }
        if self.arithmetic(name, types, args, dst) {
            return;
        }
        match (name, types, args) {
            ("size_of", [ty], []) => self.constant(dst, 8, u64::from(self.layouts.size(*ty))),
            ("align_of", [ty], []) => self.constant(dst, 8, u64::from(self.layouts.of(*ty).align)),
            ("size_of_val", [ty], [of]) => {
                let other = self.scratch(8);
                self.size_and_align(*ty, of + POINTER, dst, other);
            }
            ("align_of_val", [ty], [of]) => {
                let other = self.scratch(8);
                self.size_and_align(*ty, of + POINTER, other, dst);
            }
            ("needs_drop", [ty], []) => {
                self.constant(dst, 1, u64::from(self.layouts.needs_drop(*ty)))
            }
            ("type_name", [ty], []) => {
                let text = &self.program.types[ty.0 as usize].name;
                let address = u64::from(self.generator.data.constant(text.as_bytes()));
                self.constant(dst, 8, address | (text.len() as u64) << 32);
            }
            ("main_line", [], []) => self.constant(dst, 4, u64::from(self.program.main_line)),
            ("type_id", [ty], []) => self.constant(dst, 8, u64::from(ty.0)),

            ("read", [ty], [from]) => self.read(behind(*from, *ty), dst),
            ("write", [ty], [to, value]) => self.write(behind(*to, *ty), *value),
            ("copy", [ty], [from, to, count]) => {
                self.op(Op::Copy {
                    dst: *to,
                    src: *from,
                    count: *count,
                    stride: self.layouts.size(*ty),
                });
            }
            ("drop_in_place", [ty], [of]) => {
                if let Some(function) = self.generator.drop_glue(*ty) {
                    self.op(Op::Call {
                        function,
                        args: *of,
                        ret: dst,
                    });
                }
            }
            ("forget", _, _) | ("uninit", _, _) => {}
            ("transmute", [from, to], [value]) => {
                let size = self.size(*from).min(self.size(*to));
                self.copy(dst, *value, size);
            }
            ("offset", [ty], [pointer, count]) => {
                let stride = self.layouts.size(*ty);
                self.op(Op::Element {
                    dst,
                    ptr: *pointer,
                    index: *count,
                    stride,
                });
            }
            ("distance", [ty], [a, b]) => {
                let (from, stride) = (self.scratch(8), self.scratch(8));
                self.op(Op::Convert {
                    from: Num::U32,
                    to: Num::I64,
                    dst,
                    src: *a,
                });
                self.op(Op::Convert {
                    from: Num::U32,
                    to: Num::I64,
                    dst: from,
                    src: *b,
                });
                self.wrapping(Bin::WrappingSub, dst, dst, from);
                self.constant(stride, 8, u64::from(self.layouts.size(*ty).max(1)));
                self.op(Op::Binary {
                    op: Bin::Div,
                    num: Num::I64,
                    dst,
                    a: dst,
                    b: stride,
                });
            }
            ("address", _, [of]) => self.op(Op::Convert {
                from: Num::U32,
                to: Num::U64,
                dst,
                src: *of,
            }),
            ("slice_from_parts", _, [data, len]) => {
                self.copy(dst, *data, POINTER);
                self.op(Op::Convert {
                    from: Num::U64,
                    to: Num::U32,
                    dst: dst + POINTER,
                    src: *len,
                });
            }
            ("slice_len", _, [slice]) => {
                self.op(Op::Convert {
                    from: Num::U32,
                    to: Num::U64,
                    dst,
                    src: slice + POINTER,
                });
            }
            ("thin", _, [pointer]) => self.copy(dst, *pointer, POINTER),
            ("with_metadata_of", [ty], [data, like]) => {
                self.copy(dst, *data, POINTER);
                if self.layouts.tail(*ty) != Tail::Sized {
                    self.copy(dst + POINTER, like + POINTER, POINTER);
                }
            }
            ("variant", [ty], [of]) => {
                let (slot, from) = self.tag(behind(*of, *ty));
                self.op(Op::Convert {
                    from,
                    to: Num::U32,
                    dst,
                    src: slot,
                });
            }

            ("panic", _, [text]) => self.op(Op::Panic { text: *text }),
            ("unreachable", _, _) => self.op(Op::Unreachable),

            ("coroutine_poll", [_], [pinned, context]) => {
                let coroutine = self.scratch(POINTER);
                self.op(Op::Load {
                    dst: coroutine,
                    ptr: *pinned,
                    offset: 0,
                    size: POINTER,
                });
                self.op(Op::Resume {
                    coroutine,
                    context: *context,
                    ret: dst,
                });
            }
            _ => self.malformed(&format!(
                "no intrinsic `{name}` of {} types and {} arguments",
                types.len(),
                args.len()
            )),
        }
    }

    /// What is one operation on numbers.
    fn arithmetic(&mut self, name: &str, types: &[TypeId], args: &[Slot], dst: Slot) -> bool {
        let binary = match name {
            "wrapping_add" => Some(Bin::WrappingAdd),
            "wrapping_sub" => Some(Bin::WrappingSub),
            "wrapping_mul" => Some(Bin::WrappingMul),
            "wrapping_shl" => Some(Bin::WrappingShl),
            "wrapping_shr" => Some(Bin::WrappingShr),
            "overflowing_add" => Some(Bin::OverflowingAdd),
            "overflowing_sub" => Some(Bin::OverflowingSub),
            "overflowing_mul" => Some(Bin::OverflowingMul),
            _ => None,
        };
        let unary = match name {
            "count_ones" => Some(Un::CountOnes),
            "leading_zeros" => Some(Un::LeadingZeros),
            "trailing_zeros" => Some(Un::TrailingZeros),
            "sqrt" => Some(Un::Sqrt),
            "floor" => Some(Un::Floor),
            "ceil" => Some(Un::Ceil),
            "round" => Some(Un::Round),
            "trunc" => Some(Un::Trunc),
            "sin" => Some(Un::Sin),
            "cos" => Some(Un::Cos),
            "tan" => Some(Un::Tan),
            "exp" => Some(Un::Exp),
            "ln" => Some(Un::Ln),
            "log10" => Some(Un::Log10),
            "log2" => Some(Un::Log2),
            _ => None,
        };
        match (binary, unary, types, args) {
            (Some(op), _, [ty], [a, b]) => {
                let num = self.num(*ty);
                self.op(Op::Binary {
                    op,
                    num,
                    dst,
                    a: *a,
                    b: *b,
                });
            }
            (_, Some(op), [ty], [src]) => {
                let num = self.num(*ty);
                self.op(Op::Unary {
                    op,
                    num,
                    dst,
                    src: *src,
                });
            }
            _ => return false,
        }
        true
    }
}

fn behind(pointer: Slot, ty: TypeId) -> Place {
    Place {
        base: Base::At(pointer, 0),
        ty,
        meta: None,
        path: None,
    }
}

/// What the machine itself does under that name.
pub fn host(name: &str) -> Option<Host> {
    Some(match name {
        "alloc" => Host::Alloc,
        "dealloc" => Host::Dealloc,
        "compare_bytes" => Host::CompareBytes,
        "log" => Host::Log,
        "log_at" => Host::LogAt,
        "format_float" => Host::FormatFloat,
        "parse_float" => Host::ParseFloat,
        "pow_float" => Host::PowFloat,
        "atan2" => Host::Atan2,
        "char_class" => Host::CharClass,
        "char_case" => Host::CharCase,
        "panicking" => Host::Panicking,
        "now" => Host::Now,
        "time_of_day" => Host::TimeOfDay,
        "block" => Host::Block,
        "sleep_new" => Host::SleepNew,
        "sleep_awaited" => Host::SleepAwaited,
        "sleep_here" => Host::SleepHere,
        "sleep_elapsed" => Host::SleepElapsed,
        "sleep_poll" => Host::SleepPoll,
        "sleep_reset" => Host::SleepReset,
        "sleep_drop" => Host::SleepDrop,
        "spawn" => Host::Spawn,
        "spawn_blocking" => Host::SpawnBlocking,
        "join_poll" => Host::JoinPoll,
        "join_watch" => Host::JoinWatch,
        "join_awaited" => Host::JoinAwaited,
        "join_abort" => Host::JoinAbort,
        "join_finished" => Host::JoinFinished,
        "join_id" => Host::JoinId,
        "join_clone" => Host::JoinClone,
        "join_drop" => Host::JoinDrop,
        "join_panic_text" => Host::JoinPanicText,
        "task_id" => Host::TaskId,
        "line" => Host::Line,
        "entered" => Host::Entered,
        "yield_now" => Host::YieldNow,
        "branch_new" => Host::BranchNew,
        "branch_enter" => Host::BranchEnter,
        "branch_leave" => Host::BranchLeave,
        "waker_clone" => Host::WakerClone,
        "waker_wake" => Host::WakerWake,
        "waker_drop" => Host::WakerDrop,
        "waker_will_wake" => Host::WakerWillWake,
        "lock_held" => Host::LockHeld,
        "random" => Host::Random,
        "lock_wait" => Host::LockWait,
        "lane" => Host::Lane,
        "backlog" => Host::Backlog,
        _ => return None,
    })
}
