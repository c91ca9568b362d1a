//! Takes detours out of a function: jumps to jumps, around jumps, to what comes next anyway, and what nothing leads to.

use async_playground::machine::bytecode::{Cmp, Function, Num, Op, Pc};
use std::collections::HashSet;

/// See the module.
pub fn shorten(function: &mut Function) {
    loop {
        let before = function.code.len();
        thread(function);
        let kept = kept(function);
        keep(function, &kept);
        if function.code.len() == before {
            return;
        }
    }
}

fn thread(function: &mut Function) {
    let code = &mut function.code;
    for at in 0..code.len() {
        let mut op = code[at];
        if let Some(to) = op.target() {
            // A loop of nothing but jumps stays one.
            for _ in 0..8 {
                match code[*to as usize] {
                    Op::Jump { to: next } => *to = next,
                    _ => break,
                }
            }
        }
        code[at] = op;
    }
    let aimed_at: HashSet<Pc> = code
        .iter_mut()
        .filter_map(|op| op.target().copied())
        .collect();
    for at in 0..code.len() {
        let mut op = code[at];
        // What else would come next never does: see `kept`.
        if op.goes_on()
            && code.get(at + 1) == Some(&Op::Unreachable)
            && let Some(&mut to) = op.target()
        {
            code[at] = Op::Jump { to };
        }
        // What jumps around a jump, to which nothing else leads, can jump there itself.
        if let Some(Op::Jump { to: far }) = code.get(at + 1).copied()
            && op.target().is_some_and(|to| *to == at as Pc + 2)
            && !aimed_at.contains(&(at as Pc + 1))
            && let Some(opposite) = opposite(op, far)
        {
            code[at] = opposite;
            code[at + 1] = Op::Jump { to: at as Pc + 2 };
        }
    }
}

/// Jumps to `to` if the other does not jump.
fn opposite(op: Op, to: Pc) -> Option<Op> {
    Some(match op {
        Op::JumpIf { cond, .. } => Op::JumpIfNot { cond, to },
        Op::JumpIfNot { cond, .. } => Op::JumpIf { cond, to },
        Op::JumpUnless { op, num, a, b, .. } => Op::JumpUnless {
            op: unless(op, num)?,
            num,
            a,
            b,
            to,
        },
        Op::JumpUnlessWith {
            op, num, a, value, ..
        } => Op::JumpUnlessWith {
            op: unless(op, num)?,
            num,
            a,
            value,
            to,
        },
        _ => return None,
    })
}

/// The comparison that holds if this one does not: of floats there may be none.
pub fn unless(op: Cmp, num: Num) -> Option<Cmp> {
    let float = matches!(num, Num::F32 | Num::F64);
    Some(match op {
        Cmp::Eq => Cmp::Ne,
        Cmp::Ne => Cmp::Eq,
        _ if float => return None,
        Cmp::Lt => Cmp::Ge,
        Cmp::Le => Cmp::Gt,
        Cmp::Gt => Cmp::Le,
        Cmp::Ge => Cmp::Lt,
    })
}

/// Which instructions are reached, and do something.
fn kept(function: &mut Function) -> Vec<bool> {
    let code = &mut function.code;
    let mut reached = vec![false; code.len()];
    let mut open: Vec<Pc> = function.cleanups.iter().map(|cleanup| cleanup.at).collect();
    open.push(0);
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut reached[at as usize], true) {
            continue;
        }
        let op = &mut code[at as usize];
        if op.goes_on() {
            open.push(at + 1);
        }
        open.extend(op.target().copied());
    }
    for at in 0..code.len() {
        // A suspended coroutine's first position is one of its own.
        if at == 0 && function.coroutine {
            continue;
        }
        let mut op = code[at];
        if let Some(&mut to) = op.target() {
            let next = (at + 1..code.len()).find(|&next| reached[next]);
            // That a match has an arm for everything is known: nothing goes where it has none.
            let never = op.goes_on() && code[to as usize] == Op::Unreachable;
            reached[at] &= next != Some(to as usize) && !never;
        }
    }
    reached
}

/// Has who would jump to a condition ask it at once: a step less each time that a loop begins anew.
pub fn decide_early(function: &mut Function) {
    let code = std::mem::take(&mut function.code);
    let mut moved = Vec::with_capacity(code.len() + 1);
    for op in &code {
        moved.push(function.code.len() as Pc);
        if let Op::Jump { to } = *op {
            let mut condition = code[to as usize];
            let far = condition.target().copied();
            if let Some((far, opposite)) = far.zip(opposite(condition, to + 1)) {
                function.code.extend([opposite, Op::Jump { to: far }]);
                continue;
            }
        }
        function.code.push(*op);
    }
    moved.push(function.code.len() as Pc);
    renumber(function, &moved);
    shorten(function);
}

fn keep(function: &mut Function, kept: &[bool]) {
    let mut moved = Vec::with_capacity(kept.len() + 1);
    let mut count = 0;
    for &kept in kept {
        moved.push(count);
        count += Pc::from(kept);
    }
    moved.push(count);
    let mut kept = kept.iter();
    function
        .code
        .retain(|_| kept.next().is_some_and(|kept| *kept));
    renumber(function, &moved);
    // Of several lines at one position, the last one holds.
    function.lines.reverse();
    function.lines.dedup_by_key(|(position, _)| *position);
    function.lines.reverse();
    function.lines.retain(|(position, _)| *position < count);
}

/// Each position is another one now.
fn renumber(function: &mut Function, moved: &[Pc]) {
    for op in &mut function.code {
        if let Some(to) = op.target() {
            *to = moved[*to as usize];
        }
    }
    for cleanup in &mut function.cleanups {
        for position in [&mut cleanup.from, &mut cleanup.to, &mut cleanup.at] {
            *position = moved[*position as usize];
        }
    }
    function
        .cleanups
        .retain(|cleanup| cleanup.from < cleanup.to);
    for (position, _) in &mut function.lines {
        *position = moved[*position as usize];
    }
}
