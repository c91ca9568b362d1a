//! Coroutines: what a poll does, and what a drop.

use async_playground::machine::bytecode::{Op, Slot};

use crate::assembler::{Assembler, Body, completed, failed, logged};

/// A coroutine that says what it does, and is suspended `times` times.
fn sleeper(assembler: &mut Assembler, times: usize) -> u32 {
    let mut body = Body::coroutine("sleeper", 0);
    let dropped = body.label();
    // What is never polled has its captures to drop, which are alive at position 0.
    let from = body.at();
    body.line(1);
    body.log(assembler, "polled");
    for _ in 0..times {
        body.suspend();
        body.line(2);
        body.log(assembler, "again");
    }
    body.cleanup(from, dropped);
    body.ready();
    body.bind(dropped);
    body.line(3);
    body.log(assembler, "dropped");
    body.op(Op::Unwind);
    assembler.add(body)
}

fn made(main: &mut Body, function: u32) -> Slot {
    let dst = main.slot(4);
    main.op(Op::Coroutine {
        dst,
        function,
        captures: 0,
    });
    dst
}

fn poll(main: &mut Body, coroutine: Slot) -> Slot {
    let (context, ret) = (main.slot(4), main.slot(1));
    main.op(Op::Context { dst: context });
    main.op(Op::Resume {
        coroutine,
        context,
        ret,
    });
    ret
}

#[test]
fn a_coroutine_goes_on_where_it_was_suspended() {
    let mut assembler = Assembler::new();
    let sleeper = sleeper(&mut assembler, 1);
    let mut main = Body::coroutine("main", 0);
    main.line(9);
    let coroutine = made(&mut main, sleeper);
    for _ in 0..2 {
        let pending = poll(&mut main, coroutine);
        main.log_digit(pending);
    }
    main.op(Op::DropCoroutine { coroutine });
    main.ready();
    let runtime = assembler.run(main);
    assert!(completed(&runtime), "{}", failed(&runtime));
    assert_eq!(logged(&runtime), ["1: polled", "9: 1", "2: again", "9: 0"]);
}

#[test]
fn what_is_dropped_drops_what_is_alive() {
    for polls in 0..3 {
        let mut assembler = Assembler::new();
        let sleeper = sleeper(&mut assembler, 1);
        let mut main = Body::coroutine("main", 0);
        let coroutine = made(&mut main, sleeper);
        for _ in 0..polls {
            poll(&mut main, coroutine);
        }
        main.op(Op::DropCoroutine { coroutine });
        main.ready();
        let runtime = assembler.run(main);
        let log = logged(&runtime);
        match polls {
            0 => assert_eq!(log, ["3: dropped"]),
            1 => assert_eq!(log, ["1: polled", "3: dropped"]),
            _ => assert_eq!(log, ["1: polled", "2: again"]),
        }
    }
}

#[test]
fn one_that_was_never_polled_is_told_with_the_line_that_made_it() {
    for polls in 0..2 {
        let mut assembler = Assembler::new();
        let sleeper = sleeper(&mut assembler, 1);
        let mut main = Body::coroutine("main", 0);
        main.line(8);
        let coroutine = made(&mut main, sleeper);
        main.line(9);
        for _ in 0..polls {
            poll(&mut main, coroutine);
        }
        main.op(Op::DropCoroutine { coroutine });
        main.ready();
        let runtime = assembler.run(main);
        let told: Vec<_> = runtime.trace(|trace| {
            let entries = trace.entries().iter();
            let events = entries.map(|entry| format!("{:?}", entry.event));
            events
                .filter(|event| event.starts_with("NeverAwaited"))
                .collect()
        });
        let expected = ["NeverAwaited { what: \"future of sleeper\", line: 8 }"];
        assert_eq!(told, expected[polls..]);
    }
}

#[test]
fn what_has_finished_is_not_polled_again() {
    let mut assembler = Assembler::new();
    let sleeper = sleeper(&mut assembler, 0);
    let mut main = Body::coroutine("main", 0);
    let coroutine = made(&mut main, sleeper);
    poll(&mut main, coroutine);
    poll(&mut main, coroutine);
    main.ready();
    let runtime = assembler.run(main);
    assert_eq!(failed(&runtime), "`async fn` resumed after completion");
}

#[test]
fn what_has_panicked_is_not_polled_again() {
    let mut assembler = Assembler::new();
    let mut body = Body::coroutine("panics", 0);
    body.panic(&mut assembler, "oh");
    let panics = assembler.add(body);
    let mut main = Body::coroutine("main", 0);
    let again = main.label();
    let coroutine = made(&mut main, panics);
    let from = main.at();
    poll(&mut main, coroutine);
    main.cleanup(from, again);
    main.ready();
    main.bind(again);
    // A cleanup that polls again: its panic is one too many.
    poll(&mut main, coroutine);
    main.op(Op::Unwind);
    let runtime = assembler.run(main);
    let message = failed(&runtime);
    let told = "panic in a destructor during cleanup: \"`async fn` resumed after panicking\", while \"oh\" unwinds";
    assert!(message.starts_with(told), "{message}");
}

#[test]
fn a_coroutine_keeps_its_captures() {
    let mut assembler = Assembler::new();
    let mut body = Body::coroutine("says", 4);
    body.suspend();
    body.log_digit(0);
    body.ready();
    let says = assembler.add(body);
    let mut main = Body::coroutine("main", 0);
    let captures = main.constant(4, 5);
    let coroutine = main.slot(4);
    main.op(Op::Coroutine {
        dst: coroutine,
        function: says,
        captures,
    });
    poll(&mut main, coroutine);
    poll(&mut main, coroutine);
    main.op(Op::DropCoroutine { coroutine });
    main.ready();
    assert_eq!(logged(&assembler.run(main)), ["0: 5"]);
}
