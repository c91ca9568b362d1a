//! Numbers, constants, and where values stand.

use crate::maker::*;
use async_playground_compiler::thir::*;

#[test]
fn an_overflow_and_an_index_panic_with_rusts_words() {
    let maker = Maker::new();
    let mut locals = Locals::default();
    let x = locals.add(maker.u8);
    let sum = binary(
        BinaryOp::Add,
        local(x, maker.u8),
        int(1, maker.u8),
        maker.u8,
    );
    let body = maker.block(vec![
        let_be(bind(x, maker.u8), int(255, maker.u8)),
        run(sum),
    ]);
    assert_eq!(
        maker.run(locals, body),
        ["panic: attempt to add with overflow"]
    );

    let mut maker = Maker::new();
    let array = maker.ty("[u64; 2]", TypeKind::Array(maker.u64, 2), true);
    let mut locals = Locals::default();
    let (a, i) = (locals.add(array), locals.add(maker.u64));
    let at = ExprKind::Index(Box::new(local(a, array)), Box::new(local(i, maker.u64)));
    let body = maker.block(vec![
        let_be(
            bind(a, array),
            expr(ExprKind::Repeat(Box::new(maker.int(1))), array),
        ),
        let_be(bind(i, maker.u64), maker.int(2)),
        run(expr(at, maker.u64)),
    ]);
    assert_eq!(
        maker.run(locals, body),
        ["panic: index out of bounds: the len is 2 but the index is 2"]
    );
}

#[test]
fn a_negated_literal_may_be_the_least_number() {
    let mut maker = Maker::new();
    let i8 = maker.ty(
        "i8",
        TypeKind::Int {
            bits: 8,
            signed: true,
        },
        true,
    );
    let mut locals = Locals::default();
    let x = locals.add(i8);
    let least = expr(ExprKind::Neg(Box::new(int(128, i8))), i8);
    let negative = binary(BinaryOp::Lt, local(x, i8), int(0, i8), maker.bool);
    let body = maker.block(vec![
        let_be(bind(x, i8), least),
        run(maker.log_whether(negative, "negative", "positive")),
    ]);
    assert_eq!(maker.run(locals, body), ["negative"]);
}

#[test]
fn what_a_function_borrows_of_constants_outlives_it() {
    let mut maker = Maker::new();
    let u64 = maker.u64;
    let pair = maker.tuple(&[u64, u64]);
    let reference = maker.reference(pair);
    let nine = maker.add("NINE", Locals::default(), 0, u64, {
        Body::Constant(binary(BinaryOp::Add, maker.int(4), maker.int(5), u64))
    });
    let value = aggregate(vec![maker.int(7), call(nine, vec![], u64)], pair);
    let f = maker.function(
        "f",
        Locals::default(),
        0,
        reference,
        borrow(value, reference),
    );
    // Called from elsewhere, its frame would stand elsewhere.
    let further = call(f, vec![], reference);
    let further = maker.function("further", Locals::default(), 0, reference, further);
    let mut locals = Locals::default();
    let (r, other) = (locals.add(reference), locals.add(reference));
    let same = binary(
        BinaryOp::Eq,
        local(r, reference),
        local(other, reference),
        maker.bool,
    );
    let nine = binary(
        BinaryOp::Eq,
        field(deref(local(r, reference), pair), 1, u64),
        maker.int(9),
        maker.bool,
    );
    let body = maker.block(vec![
        let_be(bind(r, reference), call(f, vec![], reference)),
        let_be(bind(other, reference), call(further, vec![], reference)),
        run(maker.log_whether(same, "one place", "two places")),
        run(maker.log_whether(nine, "nine", "not nine")),
    ]);
    assert_eq!(maker.run(locals, body), ["one place", "nine"]);
}

#[test]
fn statics_are_made_before_main_in_the_order_they_need() {
    let mut maker = Maker::new();
    let u64 = maker.u64;
    let one = Body::Constant(binary(
        BinaryOp::Add,
        expr(ExprKind::Static(StaticId(1)), u64),
        maker.int(1),
        u64,
    ));
    let one = maker.add("ONE", Locals::default(), 0, u64, one);
    let zero = Body::Constant(maker.int(40));
    let zero = maker.add("ZERO", Locals::default(), 0, u64, zero);
    maker.program.statics.push(Static { ty: u64, init: one });
    maker.program.statics.push(Static {
        ty: u64,
        init: zero,
    });
    let right = binary(
        BinaryOp::Eq,
        expr(ExprKind::Static(StaticId(0)), u64),
        maker.int(41),
        maker.bool,
    );
    let body = maker.block(vec![run(maker.log_whether(right, "41", "another"))]);
    assert_eq!(maker.run(Locals::default(), body), ["41"]);
}

#[test]
fn an_enum_casts_to_its_discriminant() {
    let mut maker = Maker::new();
    let i32 = maker.i32;
    let color = maker.enumeration("Color", &[("Red", &[]), ("Green", &[])], true);
    if let TypeKind::Enum { variants } = &mut maker.program.types[color.0 as usize].kind {
        variants[1].discriminant = -7;
    }
    let number = expr(
        ExprKind::Cast(Cast::Number, Box::new(variant(1, vec![], color))),
        i32,
    );
    let wanted = expr(ExprKind::Neg(Box::new(int(7, i32))), i32);
    let body = maker.block(vec![run(maker.log_whether(
        binary(BinaryOp::Eq, number, wanted, maker.bool),
        "-7",
        "another",
    ))]);
    assert_eq!(maker.run(Locals::default(), body), ["-7"]);
}
