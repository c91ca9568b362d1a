//! Panics: what is dropped on the way, and who is told.

use async_playground::machine::bytecode::{Host, Op};
use async_playground::trace::Event;

use crate::assembler::{Assembler, Body, failed, logged};

/// A function that logs when a panic leaves it, which it does.
fn panics(assembler: &mut Assembler, text: &str, inner: Option<u32>) -> u32 {
    let mut body = Body::new(text, 0);
    let cleanup = body.label();
    let from = body.at();
    match inner {
        Some(function) => body.op(Op::Call {
            function,
            args: 0,
            ret: 0,
        }),
        None => body.panic(assembler, "oh no"),
    }
    body.cleanup(from, cleanup);
    body.op(Op::Return);
    body.bind(cleanup);
    body.log(assembler, text);
    body.op(Op::Unwind);
    assembler.add(body)
}

#[test]
fn a_panic_drops_from_the_inside_out_and_ends_main() {
    let mut assembler = Assembler::new();
    let inner = panics(&mut assembler, "inner", None);
    let outer = panics(&mut assembler, "outer", Some(inner));
    let mut main = Body::coroutine("main", 0);
    main.op(Op::Call {
        function: outer,
        args: 0,
        ret: 0,
    });
    main.ready();
    let runtime = assembler.run(main);
    assert_eq!(failed(&runtime), "oh no");
    assert_eq!(logged(&runtime), ["0: inner", "0: outer"]);
    let last = runtime.trace(|trace| trace.entries().last().cloned());
    let message = "oh no".into();
    assert_eq!(last.unwrap().event, Event::Panic { message });
}

#[test]
fn a_cleanup_knows_that_a_panic_unwinds() {
    let mut assembler = Assembler::new();
    let mut main = Body::coroutine("main", 0);
    let cleanup = main.label();
    let panicking = main.slot(1);
    main.host(Host::Panicking, &[], panicking);
    main.log_digit(panicking);
    let from = main.at();
    main.panic(&mut assembler, "oh no");
    main.cleanup(from, cleanup);
    main.bind(cleanup);
    main.host(Host::Panicking, &[], panicking);
    main.log_digit(panicking);
    main.op(Op::Unwind);
    let runtime = assembler.run(main);
    assert_eq!(logged(&runtime), ["0: 0", "0: 1"]);
}

#[test]
fn a_panic_while_a_coroutine_is_dropped_is_the_droppers() {
    let mut assembler = Assembler::new();
    let mut body = Body::coroutine("guard", 0);
    let dropped = body.label();
    let from = body.at();
    body.suspend();
    body.cleanup(from, dropped);
    body.ready();
    body.bind(dropped);
    body.panic(&mut assembler, "while dropped");
    let guard = assembler.add(body);
    let mut main = Body::coroutine("main", 0);
    let coroutine = main.slot(4);
    main.op(Op::Coroutine {
        dst: coroutine,
        function: guard,
        captures: 0,
    });
    main.op(Op::DropCoroutine { coroutine });
    main.ready();
    assert_eq!(failed(&assembler.run(main)), "while dropped");
}
