//! Instructions, one by one: what they compute, and what they panic with.

use async_playground::machine::bytecode::{Bin, Cmp, Host, Num, Op, Un};

use crate::assembler::{Assembler, Body, completed, failed, logged};

/// Runs what `write` writes, as the coroutine of `main`.
fn ends(write: impl FnOnce(&mut Assembler, &mut Body)) -> String {
    let mut assembler = Assembler::new();
    let mut main = Body::coroutine("main", 0);
    main.line(7);
    write(&mut assembler, &mut main);
    main.ready();
    let runtime = assembler.run(main);
    match completed(&runtime) {
        true => logged(&runtime).join(","),
        false => failed(&runtime),
    }
}

fn binary(op: Bin, num: Num, size: u8, a: u64, b: u64) -> String {
    ends(|_, main| {
        let (a, b) = (main.constant(size, a), main.constant(size, b));
        let dst = main.slot(16);
        main.op(Op::Binary { op, num, dst, a, b });
        main.log_digit(dst);
    })
}

#[test]
fn numbers_are_computed_as_rust_does() {
    assert_eq!(binary(Bin::Add, Num::I32, 4, 3, 4), "7: 7");
    assert_eq!(binary(Bin::Sub, Num::U8, 1, 9, 4), "7: 5");
    assert_eq!(binary(Bin::Div, Num::I64, 8, 17, 2), "7: 8");
    assert_eq!(binary(Bin::Rem, Num::U16, 2, 17, 5), "7: 2");
    assert_eq!(binary(Bin::Shl, Num::U32, 4, 1, 3), "7: 8");
    assert_eq!(binary(Bin::WrappingAdd, Num::U8, 1, 255, 6), "7: 5");
    assert_eq!(binary(Bin::Xor, Num::I64, 8, 12, 10), "7: 6");
    let neg = (-8_i64) as u64;
    assert_eq!(binary(Bin::Div, Num::I64, 8, neg, (-2_i64) as u64), "7: 4");
}

#[test]
fn what_overflows_panics_in_the_words_of_rust() {
    let cases: &[(Bin, Num, u8, u64, u64, &str)] = &[
        (Bin::Add, Num::U8, 1, 255, 1, "attempt to add with overflow"),
        (
            Bin::Add,
            Num::I32,
            4,
            i32::MAX as u64,
            1,
            "attempt to add with overflow",
        ),
        (
            Bin::Sub,
            Num::U64,
            8,
            1,
            2,
            "attempt to subtract with overflow",
        ),
        (
            Bin::Mul,
            Num::I16,
            2,
            300,
            300,
            "attempt to multiply with overflow",
        ),
        (Bin::Div, Num::U32, 4, 1, 0, "attempt to divide by zero"),
        (
            Bin::Div,
            Num::I8,
            1,
            0x80,
            0xff,
            "attempt to divide with overflow",
        ),
        (
            Bin::Rem,
            Num::I8,
            1,
            0x80,
            0xff,
            "attempt to calculate the remainder with overflow",
        ),
        (
            Bin::Rem,
            Num::U8,
            1,
            1,
            0,
            "attempt to calculate the remainder with a divisor of zero",
        ),
        (
            Bin::Shl,
            Num::U32,
            4,
            1,
            32,
            "attempt to shift left with overflow",
        ),
        (
            Bin::Shr,
            Num::I64,
            8,
            1,
            64,
            "attempt to shift right with overflow",
        ),
    ];
    for (op, num, size, a, b, message) in cases {
        assert_eq!(binary(*op, *num, *size, *a, *b), *message);
    }
    let negated = ends(|_, main| {
        let src = main.constant(4, 1 << 31);
        let (op, num, dst) = (Un::Neg, Num::I32, src);
        main.op(Op::Unary { op, num, dst, src });
    });
    assert_eq!(negated, "attempt to negate with overflow");
}

#[test]
fn whether_it_overflowed_stands_behind_the_result() {
    let over = ends(|_, main| {
        let (a, b) = (main.constant(1, 250), main.constant(1, 10));
        let dst = main.slot(2);
        let (op, num) = (Bin::OverflowingAdd, Num::U8);
        main.op(Op::Binary { op, num, dst, a, b });
        main.log_digit(dst);
        main.log_digit(dst + 1);
    });
    assert_eq!(over, "7: 4,7: 1");
}

#[test]
fn an_index_is_checked() {
    let checked = |index, len| {
        ends(move |_, main| {
            let (index, len) = (main.constant(8, index), main.constant(8, len));
            main.op(Op::CheckIndex { index, len });
        })
    };
    assert_eq!(checked(2, 3), "");
    assert_eq!(
        checked(5, 3),
        "index out of bounds: the len is 3 but the index is 5"
    );
}

#[test]
fn numbers_convert_as_as_does() {
    let converted = |from, to, size, value: u64| {
        ends(move |_, main| {
            let src = main.constant(size, value);
            let dst = main.slot(16);
            main.op(Op::Convert { from, to, dst, src });
            main.log_digit(dst);
        })
    };
    assert_eq!(converted(Num::I32, Num::U8, 4, 0x103), "7: 3");
    assert_eq!(converted(Num::F64, Num::I32, 8, 5.9_f64.to_bits()), "7: 5");
    assert_eq!(
        converted(Num::F64, Num::U8, 8, (-5.9_f64).to_bits()),
        "7: 0"
    );
    assert_eq!(
        converted(Num::F64, Num::I128, 8, f64::NAN.to_bits()),
        "7: 0"
    );
}

#[test]
fn a_loop_ends_when_its_condition_does_not_hold() {
    let counted = ends(|_, main| {
        let (sum, n, one) = (
            main.constant(4, 0),
            main.constant(4, 0),
            main.constant(4, 1),
        );
        let most = main.constant(4, 9);
        let (again, over) = (main.label(), main.label());
        main.bind(again);
        let to = main.to(over);
        let (op, num) = (Cmp::Lt, Num::U32);
        main.op(Op::JumpUnless {
            op,
            num,
            a: n,
            b: most,
            to,
        });
        for (dst, b) in [(sum, one), (n, one)] {
            main.op(Op::Binary {
                op: Bin::Add,
                num,
                dst,
                a: dst,
                b,
            });
        }
        let to = main.to(again);
        main.op(Op::Jump { to });
        main.bind(over);
        main.log_digit(sum);
    });
    assert_eq!(counted, "7: 9");
}

#[test]
fn memory_is_read_where_an_address_says() {
    let read = ends(|_, main| {
        let (size, align) = (main.constant(8, 24), main.constant(8, 8));
        let block = main.slot(4);
        main.host(Host::Alloc, &[(8, size), (8, align)], block);
        let (value, index) = (main.constant(8, 6), main.constant(8, 2));
        let element = main.slot(4);
        main.op(Op::Element {
            dst: element,
            ptr: block,
            index,
            stride: 8,
        });
        main.op(Op::Store {
            ptr: element,
            offset: 0,
            src: value,
            size: 8,
        });
        let found = main.slot(8);
        main.op(Op::Load {
            dst: found,
            ptr: block,
            offset: 16,
            size: 8,
        });
        main.log_digit(found);
        main.host(Host::Dealloc, &[(4, block), (8, size), (8, align)], 0);
    });
    assert_eq!(read, "7: 6");
    let null = ends(|_, main| {
        let ptr = main.constant(4, 0);
        main.op(Op::Load {
            dst: ptr,
            ptr,
            offset: 0,
            size: 4,
        });
    });
    assert_eq!(
        null,
        "the program's bytecode is broken: 4 bytes at address 0 are not its own: main stands in line 7"
    );
}

#[test]
fn functions_are_called_by_name_by_pointer_and_by_vtable() {
    let called = ends(|assembler, main| {
        let mut double = Body::new("double", 4);
        let ret = double.returns(4);
        let (op, num) = (Bin::Add, Num::U32);
        double.op(Op::Binary {
            op,
            num,
            dst: ret,
            a: 0,
            b: 0,
        });
        double.op(Op::Return);
        let double = assembler.add(double);
        let vtable = assembler.words(&[0, 0, 1, 0, double + 1]);
        let (args, ret) = (main.constant(4, 1), main.slot(4));
        main.op(Op::Call {
            function: double,
            args,
            ret,
        });
        let pointer = main.constant(4, u64::from(double) + 1);
        main.op(Op::CallPointer {
            pointer,
            args: ret,
            ret,
        });
        let vtable = main.constant(4, vtable.into());
        main.op(Op::CallVirtual {
            vtable,
            method: 1,
            args: ret,
            ret,
        });
        main.log_digit(ret);
        main.op(Op::CallVirtual {
            vtable,
            method: 0,
            args: ret,
            ret,
        });
    });
    assert_eq!(
        called,
        "the program's bytecode is broken: it calls what is no function: main stands in line 7"
    );
}

#[test]
fn floats_are_printed_as_rust_does() {
    let printed = |value: f64, single: u64, exponent: u64, precision: i32| {
        ends(move |_, main| {
            let value = main.constant(8, value.to_bits());
            let single = main.constant(1, single);
            let exponent = main.constant(1, exponent);
            let precision = main.constant(4, precision as u32 as u64);
            let (size, align) = (main.constant(8, 1100), main.constant(8, 1));
            let (out, len) = (main.slot(4), main.slot(8));
            main.host(Host::Alloc, &[(8, size), (8, align)], out);
            let args = [
                (8, value),
                (1, single),
                (1, exponent),
                (4, precision),
                (4, out),
            ];
            main.host(Host::FormatFloat, &args, len);
            main.host(Host::Log, &[(4, out), (8, len)], 0);
        })
    };
    assert_eq!(printed(0.1, 0, 0, -1), "7: 0.1");
    assert_eq!(printed(f64::from(0.1_f32), 1, 0, -1), "7: 0.1");
    assert_eq!(printed(2.0, 0, 3, -1), "7: 2.0");
    assert_eq!(printed(-2.5, 0, 0, 3), "7: -2.500");
    assert_eq!(printed(1500.0, 0, 1, -1), "7: 1.5e3");
    assert_eq!(
        printed(f64::MIN_POSITIVE, 0, 0, -1).len(),
        3 + format!("{}", f64::MIN_POSITIVE).len()
    );
}
