//! Bytecode from outside: whatever it is, its run ends with a name for what is wrong, and never with a panic of ours.

use async_playground::machine::bytecode::{Function, Host, Op, Program};
use async_playground::machine::simulate;
use async_playground::speed::Speed;

use crate::assembler::{Assembler, Body};

/// Small random numbers, the same ones in every run of the tests.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }
}

/// A program that uses whatever there is: tasks, sleeps, branches, wakers, calls and panics.
fn rich() -> Program {
    let mut assembler = Assembler::new();
    let vtable = assembler.future_vtable();
    let mut task = Body::coroutine("task", 4);
    let dropped = task.label();
    let from = task.at();
    task.line(4);
    task.sleep(5);
    task.cleanup(from, dropped);
    task.log(&mut assembler, "slept");
    task.panic(&mut assembler, "oh no");
    task.bind(dropped);
    task.log(&mut assembler, "dropped");
    task.op(Op::Unwind);
    let task = assembler.add(task);

    let mut main = Body::coroutine("main", 0);
    main.line(9);
    let (name, len) = assembler.text("work()");
    let (name, len) = (main.constant(4, name.into()), main.constant(8, len));
    let branch = main.slot(4);
    main.host(Host::BranchNew, &[(4, name), (8, len)], branch);
    let (no, yes) = (main.constant(1, 0), main.constant(1, 1));
    main.host(Host::BranchEnter, &[(4, branch), (1, yes)], 0);
    main.host(Host::BranchLeave, &[(4, branch), (1, no)], 0);
    let captures = main.constant(4, 3);
    let first = assembler.spawn(&mut main, task, captures, vtable);
    let second = assembler.spawn(&mut main, task, captures, vtable);
    main.host(Host::JoinAbort, &[(4, second)], 0);
    let (context, how) = (main.slot(4), main.slot(1));
    main.op(Op::Context { dst: context });
    main.host(Host::JoinPoll, &[(4, first), (4, context)], how);
    main.host(Host::YieldNow, &[(4, context)], how);
    main.suspend();
    main.host(Host::JoinDrop, &[(4, first)], 0);
    main.sleep(20);
    main.ready();
    assembler.with_main(main, vtable)
}

fn runs(mut program: Program) {
    // What goes round in circles is ended after ten seconds each time, for which nobody waits: jumps lead on.
    for function in &mut program.functions {
        for (at, op) in function.code.iter_mut().enumerate() {
            if let Op::Jump { to }
            | Op::JumpIf { to, .. }
            | Op::JumpIfNot { to, .. }
            | Op::JumpUnless { to, .. } = op
            {
                *to = (*to).max(at as u32 + 1);
            }
        }
    }
    if let Ok(runtime) = simulate(&program, &[], Speed::NORMAL) {
        assert!(runtime.outcome().is_some());
        assert_eq!(runtime.live_tasks(), 0);
    }
}

#[test]
fn bytes_that_were_changed_do_no_harm() {
    let bytes = rich().to_bytes();
    let mut random = Random(1);
    let mut read = 0;
    for _ in 0..20_000 {
        let mut changed = bytes.clone();
        for _ in 0..=random.below(3) {
            let at = random.below(changed.len());
            changed[at] = random.below(256) as u8;
        }
        if let Ok(program) = Program::from_bytes(&changed) {
            read += 1;
            runs(program);
        }
    }
    assert!(read > 5_000, "{read} could be read");
}

#[test]
fn instructions_that_were_swapped_do_no_harm() {
    let program = rich();
    let ops: Vec<Op> = program
        .functions
        .iter()
        .flat_map(|f| f.code.clone())
        .collect();
    let mut random = Random(2);
    for _ in 0..20_000 {
        let mut changed = program.clone();
        for _ in 0..=random.below(4) {
            let function = random.below(changed.functions.len());
            let Function { code, .. } = &mut changed.functions[function];
            let at = random.below(code.len());
            code[at] = ops[random.below(ops.len())];
        }
        runs(changed);
    }
}

#[test]
fn what_does_not_fit_is_refused_before_it_runs() {
    let refused = |op: Op| {
        let mut assembler = Assembler::new();
        let vtable = assembler.future_vtable();
        let mut main = Body::coroutine("main", 0);
        main.op(op);
        main.ready();
        simulate(&assembler.with_main(main, vtable), &[], Speed::NORMAL).err()
    };
    let outside = "the program's bytecode is broken: a slot lies outside of the frame, in instruction 0 of main";
    let call = Host::Log;
    let cases = [
        Op::Const {
            dst: 1 << 20,
            size: 8,
            value: 0,
        },
        Op::Move {
            dst: u32::MAX,
            src: 0,
            size: 8,
        },
        Op::Host {
            call,
            args: 8,
            ret: 0,
        },
    ];
    for op in cases {
        assert_eq!(refused(op).as_deref(), Some(outside), "{op:?}");
    }
    let no_function =
        "the program's bytecode is broken: there is no such function, in instruction 0 of main";
    for function in [99, 3] {
        let refusal = refused(Op::Call {
            function,
            args: 0,
            ret: 0,
        });
        assert_eq!(refusal.as_deref(), Some(no_function), "{function}");
    }
}
