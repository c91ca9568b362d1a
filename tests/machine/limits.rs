//! Every run ends, with the name of the limit that it has reached.

use async_playground::machine::bytecode::{Host, Op};
use async_playground::trace::Event;

use crate::assembler::{Assembler, Body, failed};

#[test]
fn a_call_too_deep_ends_the_run() {
    let mut assembler = Assembler::new();
    let mut body = Body::new("deeper", 0);
    body.line(3);
    let function = assembler.program.functions.len() as u32;
    body.op(Op::Call {
        function,
        args: 0,
        ret: 0,
    });
    body.op(Op::Return);
    let deeper = assembler.add(body);
    let mut main = Body::coroutine("main", 0);
    main.op(Op::Call {
        function: deeper,
        args: 0,
        ret: 0,
    });
    main.ready();
    let runtime = assembler.run(main);
    assert_eq!(
        failed(&runtime),
        "stack overflow: too many calls go on at once: main stands in line 3"
    );
}

#[test]
fn too_much_memory_ends_the_run() {
    let mut assembler = Assembler::new();
    let mut main = Body::coroutine("main", 0);
    main.line(2);
    let (size, align) = (main.constant(8, 1 << 20), main.constant(8, 1));
    let again = main.label();
    main.bind(again);
    let block = main.slot(4);
    main.host(Host::Alloc, &[(8, size), (8, align)], block);
    let to = main.to(again);
    main.op(Op::Jump { to });
    let runtime = assembler.run(main);
    assert_eq!(
        failed(&runtime),
        "the run has reached the limit of 256 MB of memory: main stands in line 2"
    );
}

#[test]
fn too_long_output_ends_the_run() {
    let mut assembler = Assembler::new();
    let mut main = Body::coroutine("main", 0);
    main.line(2);
    let again = main.label();
    main.bind(again);
    main.log(&mut assembler, &"long ".repeat(100_000));
    let to = main.to(again);
    main.op(Op::Jump { to });
    let runtime = assembler.run(main);
    assert_eq!(
        failed(&runtime),
        "the run has reached the limit of 32 MB of output: main stands in line 2"
    );
}

/// Whoever is spawned while the run ends is dropped at once, and spawns the next one.
#[test]
fn drops_within_drops_end_the_run() {
    let mut assembler = Assembler::new();
    let vtable = assembler.future_vtable();
    let mut spawner = Body::coroutine("spawner", 0);
    spawner.line(5);
    let dropped = spawner.label();
    let from = spawner.at();
    spawner.suspend();
    spawner.cleanup(from, dropped);
    spawner.ready();
    spawner.bind(dropped);
    let itself = assembler.program.functions.len() as u32;
    assembler.spawn(&mut spawner, itself, 0, vtable);
    spawner.op(Op::Unwind);
    let spawner = assembler.add(spawner);
    assert_eq!(spawner, itself);
    let mut main = Body::coroutine("main", 0);
    assembler.spawn(&mut main, spawner, 0, vtable);
    main.ready();
    let runtime = assembler.run(main);
    assert_eq!(runtime.live_tasks(), 0);
    assert_eq!(runtime.trace(|trace| trace.spawned()), 102);
}

#[test]
fn too_much_output_ends_the_poll() {
    let mut assembler = Assembler::new();
    let mut main = Body::coroutine("main", 0);
    main.line(2);
    let again = main.label();
    main.bind(again);
    main.log(&mut assembler, "once more");
    let to = main.to(again);
    main.op(Op::Jump { to });
    let runtime = assembler.run(main);
    let message = "the run has reached the limit of 500,000 recorded events: main stands in line 2";
    assert_eq!(failed(&runtime), message);
    let last = runtime.trace(|trace| trace.entries().last().cloned());
    let message = message.into();
    assert_eq!(last.unwrap().event, Event::Panic { message });
}
