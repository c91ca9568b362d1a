//! Makes bytecode that takes fewer steps: calls of small functions become their code, values are read where they came
//! from, and what nobody reads is not written. What a program does stays what it is: its panics and their order of drops,
//! its lines, what it is told of.
//!
//! - [`inline`]: calls; [`simplify`]: what each instruction comes to, with what is [`known`] where it stands; [`dead`]: what
//!   is written for nobody.

mod dead;
mod inline;
mod known;
mod simplify;

use super::jumps;
use async_playground::machine::bytecode::{Function, FunctionId, Op, Slot, Use};

/// A function whose frame is larger, or which has more instructions, stays as it is.
const LARGEST_FRAME: u32 = 4096;
const LONGEST: usize = 4000;

/// Bytes of a frame: from where on, and how many.
type Range = (Slot, u32);

fn overlap(a: Range, b: Range) -> bool {
    a.0 < b.0 + b.1 && b.0 < a.0 + a.1
}

/// Improves all functions, what is called before who calls it.
pub fn optimize(functions: &mut [Function]) {
    let mut pass = Pass {
        sizes: functions
            .iter()
            .map(|it| (it.params, it.ret_size))
            .collect(),
        done: vec![false; functions.len()],
        seen: vec![false; functions.len()],
        functions,
    };
    (0..pass.functions.len() as FunctionId).for_each(|id| pass.visit(id));
}

struct Pass<'a> {
    functions: &'a mut [Function],
    /// How many bytes the parameters and the result of each have.
    sizes: Vec<Range>,
    seen: Vec<bool>,
    done: Vec<bool>,
}

impl Pass<'_> {
    fn visit(&mut self, id: FunctionId) {
        let index = id as usize;
        if std::mem::replace(&mut self.seen[index], true) {
            return;
        }
        let calls = self.functions[index].code.iter().filter_map(|op| match op {
            Op::Call { function, .. } => Some(*function),
            _ => None,
        });
        for called in calls.collect::<Vec<_>>() {
            self.visit(called);
        }
        let mut function = self.functions[index].clone();
        let callee = |id: FunctionId| {
            // Who calls itself is not done.
            let callee = &self.functions[id as usize];
            self.done[id as usize].then_some(callee)
        };
        inline::inline(&mut function, callee);
        if function.frame <= LARGEST_FRAME && function.code.len() <= LONGEST {
            for _ in 0..3 {
                simplify::simplify(&mut function, &self.sizes);
                jumps::shorten(&mut function);
                dead::sweep(&mut function, &self.sizes);
                jumps::shorten(&mut function);
                jumps::decide_early(&mut function);
            }
            trim(&mut function, &self.sizes);
        }
        self.functions[index] = function;
        self.done[index] = true;
    }
}

/// Which bytes of the frame have an address: whoever has a pointer may read and write them.
fn addressed(function: &Function) -> Vec<Range> {
    let ranges = function.code.iter().filter_map(|op| match *op {
        Op::Address { of, size, .. } if size > 0 => Some((of, size)),
        _ => None,
    });
    let mut ranges: Vec<Range> = ranges.collect();
    ranges.sort_unstable();
    ranges.dedup();
    ranges
}

/// Makes the frame as small as what is used of it.
fn trim(function: &mut Function, sizes: &[Range]) {
    // What an unknown function takes or returns may be anywhere.
    let open = |op: &Op| {
        matches!(
            op,
            Op::CallPointer { .. } | Op::CallVirtual { .. } | Op::Resume { .. }
        )
    };
    if function.code.iter().any(open) {
        return;
    }
    let mut end = function.params.max(function.ret + function.ret_size);
    for op in &mut function.code {
        op.slots(
            |id| sizes[id as usize],
            |slot, used| {
                if let Use::Read(size) | Use::Write(size) | Use::Address(size) = used {
                    end = end.max(*slot + size);
                }
            },
        );
    }
    function.frame = end.next_multiple_of(8);
}
