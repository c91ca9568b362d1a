//! A program as bytes.

use async_playground::machine::bytecode::Program;

use crate::assembler::{Assembler, Body, completed, run};

fn program() -> Program {
    let mut assembler = Assembler::new();
    let vtable = assembler.future_vtable();
    let mut main = Body::coroutine("main", 0);
    main.line(3);
    main.log(&mut assembler, "hello");
    main.sleep(10);
    main.ready();
    assembler.with_main(main, vtable)
}

#[test]
fn what_was_written_is_read() {
    let program = program();
    let bytes = program.to_bytes();
    let read = Program::from_bytes(&bytes).unwrap();
    assert_eq!(read, program);
    assert!(completed(&run(&read)));
    assert!(bytes.len() < 600, "{} bytes", bytes.len());
}

#[test]
fn what_is_no_program_is_said_to_be_none() {
    let bytes = program().to_bytes();
    let error = |bytes: &[u8]| Program::from_bytes(bytes).unwrap_err();
    assert_eq!(error(&[]), "the program's bytecode is empty");
    assert_eq!(
        error(&[200, 1, 2]),
        "the program's bytecode has version 200: this page reads version 2"
    );
    let cut = &bytes[..bytes.len() - 1];
    assert_eq!(error(cut), "the program's bytecode cannot be read");
    let longer = [&bytes[..], &[0, 0]].concat();
    assert_eq!(
        error(&longer),
        "the program's bytecode has 2 bytes too many"
    );
}
