//! What an instruction, a call and a poll cost: `cargo run --release --example machine_speed`.

use std::time::Instant;

use async_playground::machine::bytecode::{Bin, Cmp, Num, Op, Program};

#[path = "../tests/machine/assembler.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod assembler;

use assembler::{Assembler, Body, completed, run};

/// How often each loop goes round.
const ROUNDS: u64 = 5_000_000;

/// A `main` that does the same thing over and over, and in how many instructions each time.
fn looped(act: impl FnOnce(&mut Assembler, &mut Body) -> u64) -> (Program, u64) {
    let mut assembler = Assembler::new();
    let mut main = Body::coroutine("main", 0);
    let (n, one, most) = (
        main.constant(8, 0),
        main.constant(8, 1),
        main.constant(8, ROUNDS),
    );
    let (again, over) = (main.label(), main.label());
    main.bind(again);
    let to = main.to(over);
    main.op(Op::JumpUnless {
        op: Cmp::Lt,
        num: Num::U64,
        a: n,
        b: most,
        to,
    });
    let ops = act(&mut assembler, &mut main);
    main.op(Op::Binary {
        op: Bin::Add,
        num: Num::U64,
        dst: n,
        a: n,
        b: one,
    });
    let to = main.to(again);
    main.op(Op::Jump { to });
    main.bind(over);
    main.ready();
    let vtable = assembler.future_vtable();
    (assembler.with_main(main, vtable), ops + 3)
}

fn simple(_: &mut Assembler, main: &mut Body) -> u64 {
    let (a, b) = (main.constant(4, 7), main.constant(4, 5));
    let dst = main.slot(4);
    let num = Num::I32;
    for op in [Bin::Add, Bin::Mul, Bin::Sub, Bin::Xor] {
        main.op(Op::Binary { op, num, dst, a, b });
    }
    main.op(Op::Move {
        dst,
        src: a,
        size: 4,
    });
    main.op(Op::Compare {
        op: Cmp::Lt,
        num,
        dst,
        a,
        b,
    });
    let ptr = main.slot(4);
    main.op(Op::Address {
        dst: ptr,
        of: a,
        size: 4,
    });
    main.op(Op::Load {
        dst,
        ptr,
        offset: 0,
        size: 4,
    });
    main.op(Op::Store {
        ptr,
        offset: 0,
        src: a,
        size: 4,
    });
    11
}

fn call(assembler: &mut Assembler, main: &mut Body) -> u64 {
    let mut callee = Body::new("callee", 8);
    callee.returns(8);
    callee.op(Op::Return);
    let function = assembler.add(callee);
    let (args, ret) = (main.slot(8), main.slot(8));
    main.op(Op::Call {
        function,
        args,
        ret,
    });
    2
}

fn main() {
    let only = std::env::args()
        .nth(1)
        .filter(|argument| argument == "--write");
    let programs = [
        ("simple operations", looped(simple)),
        ("calls", looped(call)),
    ];
    for (name, (program, ops)) in programs {
        if only.is_some() {
            std::fs::write(format!("/tmp/{}.bytes", &name[..4]), program.to_bytes()).unwrap();
        }
        let begin = Instant::now();
        let runtime = run(&program);
        let nanos = begin.elapsed().as_nanos() as f64;
        assert!(completed(&runtime));
        println!("{name}: {:.1} ns each", nanos / (ROUNDS * ops) as f64);
    }
}
