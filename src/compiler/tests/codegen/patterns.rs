//! Patterns: what matches, what is bound, and what becomes of the rest.

use crate::maker::*;
use async_playground_compiler::thir::*;

#[test]
fn what_a_pattern_does_not_take_is_dropped_with_the_scrutinee() {
    for some in [true, false] {
        let mut maker = Maker::new();
        let (loud, unit) = (maker.loud, maker.unit);
        let pair = maker.tuple(&[loud, loud]);
        let option = maker.option(pair);
        let mut locals = Locals::default();
        let (o, a) = (locals.add(option), locals.add(loud));
        let value = match some {
            true => variant(
                1,
                vec![aggregate(vec![maker.loud("0"), maker.loud("1")], pair)],
                option,
            ),
            false => variant(0, vec![], option),
        };
        let both = pat_fields(vec![bind(a, loud), wild(loud)], pair);
        let arms = vec![
            arm(pat_variant(1, vec![both], option), maker.log("some")),
            arm(pat_variant(0, vec![], option), maker.log("none")),
        ];
        let body = maker.block(vec![
            let_be(bind(o, option), value),
            run(matching(local(o, option), arms, unit)),
            run(maker.log("end")),
        ]);
        let expected: &[&str] = if some {
            &["some", "0", "end", "1"]
        } else {
            &["none", "end"]
        };
        assert_eq!(maker.run(locals, body), expected);
    }
}

#[test]
fn the_temporaries_of_an_if_let_are_dropped_before_its_else() {
    for some in [true, false] {
        let mut maker = Maker::new();
        let (loud, unit) = (maker.loud, maker.unit);
        let reference = maker.reference(loud);
        let option = maker.option(reference);
        let mut params = Locals::default();
        let p = params.add(reference);
        let value = match some {
            true => variant(1, vec![local(p, reference)], option),
            false => variant(0, vec![], option),
        };
        let f = maker.function("f", params, 1, option, value);
        let mut locals = Locals::default();
        let a = locals.add(reference);
        let scrutinee = call(f, vec![borrow(maker.loud("temporary"), reference)], option);
        let cond = if_let(
            pat_variant(1, vec![bind(a, reference)], option),
            scrutinee,
            maker.bool,
        );
        let body = maker.block(vec![
            run(if_else(
                cond,
                maker.log("then"),
                Some(maker.log("else")),
                unit,
            )),
            run(maker.log("end")),
        ]);
        let expected: &[&str] = if some {
            &["then", "temporary", "end"]
        } else {
            &["temporary", "else", "end"]
        };
        assert_eq!(maker.run(locals, body), expected);
    }
}

#[test]
fn a_chain_that_fails_drops_what_it_has_bound() {
    for (number, expected) in [(1, vec!["then", "a", "end"]), (2, vec!["a", "else", "end"])] {
        let mut maker = Maker::new();
        let (loud, unit, u64) = (maker.loud, maker.unit, maker.u64);
        let option = maker.option(loud);
        let mut locals = Locals::default();
        let (a, n) = (locals.add(loud), locals.add(u64));
        let first = if_let(
            pat_variant(1, vec![bind(a, loud)], option),
            variant(1, vec![maker.loud("a")], option),
            maker.bool,
        );
        let second = binary(BinaryOp::Eq, local(n, u64), maker.int(1), maker.bool);
        let cond = expr(ExprKind::And(Box::new(first), Box::new(second)), maker.bool);
        let body = maker.block(vec![
            let_be(bind(n, u64), maker.int(number)),
            run(if_else(
                cond,
                maker.log("then"),
                Some(maker.log("else")),
                unit,
            )),
            run(maker.log("end")),
        ]);
        assert_eq!(maker.run(locals, body), expected);
    }
}

#[test]
fn a_guard_sees_what_it_does_not_yet_own() {
    let mut maker = Maker::new();
    let (loud, unit, u64) = (maker.loud, maker.unit, maker.u64);
    let pair = maker.tuple(&[u64, loud]);
    let mut locals = Locals::default();
    let (t, n, a, b) = (
        locals.add(pair),
        locals.add(u64),
        locals.add(loud),
        locals.add(loud),
    );
    let mut guarded = arm(
        pat_fields(vec![bind(n, u64), bind(a, loud)], pair),
        maker.log("one"),
    );
    guarded.guard = Some(binary(
        BinaryOp::Eq,
        local(n, u64),
        maker.int(1),
        maker.bool,
    ));
    let arms = vec![
        guarded,
        arm(
            pat_fields(vec![wild(u64), bind(b, loud)], pair),
            maker.log("other"),
        ),
    ];
    let body = maker.block(vec![
        let_be(
            bind(t, pair),
            aggregate(vec![maker.int(2), maker.loud("moved once")], pair),
        ),
        run(matching(local(t, pair), arms, unit)),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(locals, body), ["other", "moved once", "end"]);
}

#[test]
fn alternatives_bind_the_same_local_from_different_places() {
    for (which, expected) in [(0, "first"), (1, "second"), (2, "none")] {
        let mut maker = Maker::new();
        let (loud, unit, text) = (maker.loud, maker.unit, maker.text);
        let choice = maker.enumeration(
            "Choice",
            &[("A", &[loud]), ("B", &[maker.u64, loud]), ("C", &[])],
            false,
        );
        let mut locals = Locals::default();
        let a = locals.add(loud);
        let value = match which {
            0 => variant(0, vec![maker.loud("first")], choice),
            1 => variant(1, vec![maker.int(5), maker.loud("second")], choice),
            _ => variant(2, vec![], choice),
        };
        let either = vec![
            pat_variant(0, vec![bind(a, loud)], choice),
            pat_variant(1, vec![wild(maker.u64), bind(a, loud)], choice),
        ];
        let arms = vec![
            arm(
                Pat {
                    kind: PatKind::Or(either),
                    ty: choice,
                },
                maker.log_value(field(local(a, loud), 0, text)),
            ),
            arm(wild(choice), maker.log("none")),
        ];
        let body = maker.block(vec![run(matching(value, arms, unit))]);
        let lines = maker.run(locals, body);
        assert_eq!(lines[0], expected);
        assert_eq!(lines.len(), if which == 2 { 1 } else { 2 }, "{lines:?}");
    }
}

#[test]
fn a_let_else_drops_its_temporaries_before_it_leaves() {
    let mut maker = Maker::new();
    let (loud, unit) = (maker.loud, maker.unit);
    let option = maker.option(loud);
    let mut inner = Locals::default();
    let (o, a) = (inner.add(option), inner.add(loud));
    let back = expr(ExprKind::Return(None), maker.never);
    let els = Block {
        statements: vec![run(maker.log("else"))],
        tail: Some(back),
        label: None,
    };
    let f_body = maker.block(vec![
        Statement::Let {
            pat: pat_variant(1, vec![bind(a, loud)], option),
            init: Some(local(o, option)),
            els: Some(els),
        },
        run(maker.log("bound")),
    ]);
    let f = maker.function("f", inner, 1, unit, f_body);
    let body = maker.block(vec![
        run(call(
            f,
            vec![variant(1, vec![maker.loud("a")], option)],
            unit,
        )),
        run(call(f, vec![variant(0, vec![], option)], unit)),
    ]);
    assert_eq!(maker.run(Locals::default(), body), ["bound", "a", "else"]);
}

#[test]
fn texts_ranges_and_slices_match() {
    let mut maker = Maker::new();
    let (unit, u64, text) = (maker.unit, maker.u64, maker.text);
    let range = |start: u128, end: u128, inclusive| Pat {
        kind: PatKind::Range {
            start: Some(Literal::Int(start)),
            end: Some(Literal::Int(end)),
            inclusive,
        },
        ty: u64,
    };
    let hello = Pat {
        kind: PatKind::Literal(Literal::Str("hello".into())),
        ty: text,
    };
    let array = maker.ty("[u64; 3]", TypeKind::Array(u64, 3), true);
    let slice = maker.ty("[u64]", TypeKind::Slice(u64), false);
    let (to_array, to_slice) = (maker.reference(array), maker.reference(slice));
    let mut locals = Locals::default();
    let (first, last, rest) = (locals.add(u64), locals.add(u64), locals.add(to_slice));
    let numbers = aggregate(vec![maker.int(4), maker.int(5), maker.int(6)], array);
    let numbers = expr(
        ExprKind::Cast(Cast::Array, Box::new(borrow(numbers, to_array))),
        to_slice,
    );
    let bound = Pat {
        kind: PatKind::Binding {
            local: rest,
            by_ref: true,
            sub: None,
        },
        ty: slice,
    };
    let slice_pat = Pat {
        kind: PatKind::Slice {
            prefix: vec![bind(first, u64)],
            rest: Some(Some(Box::new(bound))),
            suffix: vec![bind(last, u64)],
        },
        ty: slice,
    };
    let len = maker.intrinsic("slice_len", &[u64], &[to_slice], u64);
    let is = |a: Expr, b: u128, maker: &Maker| binary(BinaryOp::Eq, a, maker.int(b), maker.bool);
    let in_order = expr(
        ExprKind::And(
            Box::new(is(local(first, u64), 4, &maker)),
            Box::new(expr(
                ExprKind::And(
                    Box::new(is(local(last, u64), 6, &maker)),
                    Box::new(is(call(len, vec![local(rest, to_slice)], u64), 1, &maker)),
                ),
                maker.bool,
            )),
        ),
        maker.bool,
    );
    let body = maker.block(vec![
        run(matching(
            maker.text("hello"),
            vec![
                arm(hello, maker.log("hello")),
                arm(wild(text), maker.log("other")),
            ],
            unit,
        )),
        run(matching(
            maker.int(5),
            vec![
                arm(range(0, 5, false), maker.log("below")),
                arm(range(5, 5, true), maker.log("five")),
                arm(wild(u64), maker.log("above")),
            ],
            unit,
        )),
        run(matching(
            deref(numbers, slice),
            vec![
                arm(
                    slice_pat,
                    maker.log_whether(in_order, "4 .. 6", "not in order"),
                ),
                arm(wild(slice), maker.log("shorter")),
            ],
            unit,
        )),
    ]);
    assert_eq!(maker.run(locals, body), ["hello", "five", "4 .. 6"]);
}

#[test]
fn what_a_pattern_takes_of_an_array_is_dropped_once() {
    let mut maker = Maker::new();
    let loud = maker.loud;
    let three = maker.ty("[Loud; 3]", TypeKind::Array(loud, 3), false);
    let two = maker.ty("[Loud; 2]", TypeKind::Array(loud, 2), false);
    let mut locals = Locals::default();
    let (a, rest) = (locals.add(three), locals.add(two));
    let all = ["0", "1", "2"].map(|name| maker.loud(name));
    let pat = Pat {
        kind: PatKind::Slice {
            prefix: vec![wild(loud)],
            rest: Some(Some(Box::new(bind(rest, two)))),
            suffix: vec![],
        },
        ty: three,
    };
    let body = maker.block(vec![
        let_be(bind(a, three), aggregate(all.into(), three)),
        let_be(pat, local(a, three)),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(locals, body), ["end", "1", "2", "0"]);
}
