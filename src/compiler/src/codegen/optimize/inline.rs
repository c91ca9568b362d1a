//! Calls of small functions become their code.

use super::{addressed, overlap};
use async_playground::machine::bytecode::{Cleanup, Function, FunctionId, Host, Op, Pc, Slot};

/// How many instructions a function may have whose call becomes its code, where that is not in a loop, and where it is.
const SMALL: usize = 12;
const SMALL_IN_LOOP: usize = 48;

/// A function with more instructions takes in no more.
const FULL: usize = 1500;

/// How large the frame of what is taken in may be.
const LARGEST_FRAME: u32 = 256;

/// Takes in what the function calls, as far as `callee` knows it and it is small.
pub fn inline<'f>(function: &mut Function, callee: impl Fn(FunctionId) -> Option<&'f Function>) {
    let (normal, looping) = (normal(function), looping(function));
    let mut length = function.code.len();
    let mut frame = function.frame;
    let mut inlined: Vec<Option<&Function>> = vec![None; function.code.len()];
    for (at, op) in function.code.iter().enumerate() {
        let Op::Call { function: id, .. } = *op else {
            continue;
        };
        let most = if looping[at] { SMALL_IN_LOOP } else { SMALL };
        if !normal[at] || length > FULL {
            continue;
        }
        if let Some(callee) = callee(id)
            && callee.code.len() <= most
            && can_be_inlined(callee)
        {
            length += callee.code.len();
            frame = frame.max(function.frame + callee.frame);
            inlined[at] = Some(callee);
        }
    }
    if frame > function.frame {
        Writer::new(function, &inlined).write();
        function.frame = frame;
    }
}

/// What never returns is not worth it, and of branches the machine knows around which calls they are.
fn can_be_inlined(callee: &Function) -> bool {
    let enters = |op: &Op| {
        matches!(
            op,
            Op::Host {
                call: Host::BranchEnter,
                ..
            }
        )
    };
    !callee.coroutine
        && callee.frame <= LARGEST_FRAME
        && callee.code.contains(&Op::Return)
        && !callee.code.iter().any(enters)
}

/// Which instructions run while nothing unwinds. What a cleanup calls is a call: if that panics, it cleans up itself.
fn normal(function: &Function) -> Vec<bool> {
    let mut reached = vec![false; function.code.len()];
    let mut open: Vec<Pc> = vec![0];
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut reached[at as usize], true) {
            continue;
        }
        let mut op = function.code[at as usize];
        if op.goes_on() {
            open.push(at + 1);
        }
        open.extend(op.target().copied());
    }
    reached
}

/// Which instructions stand between a jump back and where it goes.
fn looping(function: &Function) -> Vec<bool> {
    let mut looping = vec![false; function.code.len()];
    for (at, op) in function.code.iter().enumerate() {
        let mut op = *op;
        if let Some(&mut to) = op.target()
            && to as usize <= at
        {
            looping[to as usize..=at].fill(true);
        }
    }
    looping
}

/// The function's code while it is written anew.
struct Writer<'a, 'f> {
    function: &'a mut Function,
    inlined: &'a [Option<&'f Function>],
    code: Vec<Op>,
    lines: Vec<(Pc, u32)>,
    cleanups: Vec<Cleanup>,
    /// Where each of the function's own instructions stands now.
    moved: Vec<Pc>,
    /// Jumps to the function's own instructions.
    jumps: Vec<(usize, Pc)>,
}

impl<'a, 'f> Writer<'a, 'f> {
    fn new(function: &'a mut Function, inlined: &'a [Option<&'f Function>]) -> Self {
        Writer {
            function,
            inlined,
            code: Vec::new(),
            lines: Vec::new(),
            cleanups: Vec::new(),
            moved: Vec::new(),
            jumps: Vec::new(),
        }
    }

    fn write(mut self) {
        let addressed = addressed(self.function);
        let code = std::mem::take(&mut self.function.code);
        let mut lines = std::mem::take(&mut self.function.lines)
            .into_iter()
            .peekable();
        let mut line = 0;
        for (at, op) in code.iter().enumerate() {
            while let Some((_, next)) = lines.next_if(|(from, _)| *from as usize <= at) {
                line = next;
                self.line(next);
            }
            self.moved.push(self.code.len() as Pc);
            match (self.inlined[at], *op) {
                (Some(callee), Op::Call { args, ret, .. }) => {
                    // Who has a pointer to the result's place may look at what is there before.
                    let place = (ret, callee.ret_size);
                    let hidden = !addressed.iter().any(|&range| overlap(range, place));
                    self.take_in(callee, at as Pc, args, ret, hidden, line);
                    if !callee.lines.is_empty() {
                        self.line(line);
                    }
                }
                (_, mut op) => {
                    if let Some(&mut to) = op.target() {
                        self.jumps.push((self.code.len(), to));
                    }
                    self.code.push(op);
                }
            }
        }
        self.moved.push(self.code.len() as Pc);
        for (index, to) in self.jumps {
            if let Some(target) = self.code[index].target() {
                *target = self.moved[to as usize];
            }
        }
        let own = self.function.cleanups.iter().map(|cleanup| Cleanup {
            from: self.moved[cleanup.from as usize],
            to: self.moved[cleanup.to as usize],
            at: self.moved[cleanup.at as usize],
        });
        self.cleanups.extend(own);
        self.function.cleanups = self.cleanups;
        self.function.code = self.code;
        self.function.lines = self.lines;
    }

    /// From here on it is this line.
    fn line(&mut self, line: u32) {
        let at = self.code.len() as Pc;
        match self.lines.last_mut() {
            Some(last) if last.0 == at => last.1 = line,
            Some(last) if last.1 == line => {}
            _ => self.lines.push((at, line)),
        }
    }

    /// Writes the code of a function that is called at a position, behind the frame. Its result goes to its place at
    /// once if nobody can see that.
    fn take_in(
        &mut self,
        callee: &Function,
        at: Pc,
        args: Slot,
        ret: Slot,
        hidden: bool,
        line: u32,
    ) {
        let base = self.function.frame;
        let result = callee.ret..callee.ret + callee.ret_size;
        let place = |slot: Slot| match hidden && result.contains(&slot) {
            true => ret + slot - callee.ret,
            false => base + slot,
        };
        let mut cleanups = self.function.cleanups.iter();
        let cleanup = cleanups.find(|it| (it.from..it.to).contains(&at));
        let cleanup = cleanup.map(|cleanup| cleanup.at);
        if callee.params > 0 {
            self.code.push(Op::Move {
                dst: base,
                src: args,
                size: callee.params,
            });
        }
        let mut moved = Vec::new();
        let (mut jumps, mut returns) = (Vec::new(), Vec::new());
        let mut lines = callee.lines.iter().peekable();
        for (at, op) in callee.code.iter().enumerate() {
            while let Some(&(_, own)) = lines.next_if(|(from, _)| *from as usize <= at) {
                self.line(if own == 0 { line } else { own });
            }
            moved.push(self.code.len() as Pc);
            let mut op = *op;
            op.slots(|_| (0, 0), |slot, _| *slot = place(*slot));
            match op {
                Op::Return => {
                    if !hidden && callee.ret_size > 0 {
                        self.code.push(Op::Move {
                            dst: ret,
                            src: base + callee.ret,
                            size: callee.ret_size,
                        });
                    }
                    returns.push(self.code.len());
                    op = Op::Jump { to: 0 };
                }
                Op::Unwind => {
                    if let Some(cleanup) = cleanup {
                        self.jumps.push((self.code.len(), cleanup));
                        op = Op::Jump { to: 0 };
                    }
                }
                _ => {
                    if let Some(&mut to) = op.target() {
                        jumps.push((self.code.len(), to));
                    }
                }
            }
            self.code.push(op);
        }
        moved.push(self.code.len() as Pc);
        let end = self.code.len() as Pc;
        let resolved = jumps
            .into_iter()
            .map(|(index, to)| (index, moved[to as usize]));
        for (index, to) in resolved.chain(returns.into_iter().map(|index| (index, end))) {
            if let Some(target) = self.code[index].target() {
                *target = to;
            }
        }
        self.cleanups
            .extend(callee.cleanups.iter().map(|cleanup| Cleanup {
                from: moved[cleanup.from as usize],
                to: moved[cleanup.to as usize],
                at: moved[cleanup.at as usize],
            }));
    }
}
