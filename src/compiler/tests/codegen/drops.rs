//! What is dropped, when, and in which order.

use crate::maker::*;
use async_playground_compiler::thir::*;

#[test]
fn locals_are_dropped_in_reverse_order() {
    let maker = Maker::new();
    let mut locals = Locals::default();
    let (a, b) = (locals.add(maker.loud), locals.add(maker.loud));
    let body = maker.block(vec![
        let_be(bind(a, maker.loud), maker.loud("a")),
        let_be(bind(b, maker.loud), maker.loud("b")),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(locals, body), ["end", "b", "a"]);
}

#[test]
fn what_a_statement_makes_is_dropped_at_its_end() {
    let maker = Maker::new();
    let body = maker.block(vec![
        run(maker.loud("a")),
        let_be(wild(maker.loud), maker.loud("b")),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(Locals::default(), body), ["a", "b", "end"]);
}

#[test]
fn what_was_moved_is_dropped_by_its_new_owner() {
    let mut maker = Maker::new();
    let mut params = Locals::default();
    params.add(maker.loud);
    let end = maker.log("in f");
    let f = maker.function("f", params, 1, maker.unit, end);
    let mut locals = Locals::default();
    let (a, b) = (locals.add(maker.loud), locals.add(maker.loud));
    let body = maker.block(vec![
        let_be(bind(a, maker.loud), maker.loud("a")),
        let_be(bind(b, maker.loud), maker.loud("b")),
        run(call(f, vec![local(a, maker.loud)], maker.unit)),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(locals, body), ["in f", "a", "end", "b"]);
}

#[test]
fn what_was_moved_on_one_way_only_is_dropped_on_the_other() {
    for moved in [false, true] {
        let mut maker = Maker::new();
        let mut params = Locals::default();
        params.add(maker.loud);
        let end = maker.log("in f");
        let f = maker.function("f", params, 1, maker.unit, end);
        let mut locals = Locals::default();
        let (a, flag) = (locals.add(maker.loud), locals.add(maker.bool));
        let body = maker.block(vec![
            let_be(bind(flag, maker.bool), maker.yes(moved)),
            let_be(bind(a, maker.loud), maker.loud("a")),
            run(if_else(
                local(flag, maker.bool),
                call(f, vec![local(a, maker.loud)], maker.unit),
                None,
                maker.unit,
            )),
            run(maker.log("end")),
        ]);
        let expected: &[&str] = if moved {
            &["in f", "a", "end"]
        } else {
            &["end", "a"]
        };
        assert_eq!(maker.run(locals, body), expected);
    }
}

#[test]
fn a_local_that_is_moved_in_a_loop_and_set_again_is_dropped_each_time() {
    let maker = Maker::new();
    let mut locals = Locals::default();
    let (a, b, i) = (
        locals.add(maker.loud),
        locals.add(maker.loud),
        locals.add(maker.u64),
    );
    let (label, loud, u64) = (LabelId(0), maker.loud, maker.u64);
    let add = ExprKind::AssignOp(
        BinaryOp::Add,
        Box::new(local(i, u64)),
        Box::new(maker.int(1)),
    );
    let inside = maker.block(vec![
        let_be(bind(b, loud), local(a, loud)),
        run(assign(local(a, loud), maker.loud("again"), maker.unit)),
        run(expr(add, maker.unit)),
        run(if_else(
            binary(BinaryOp::Eq, local(i, u64), maker.int(2), maker.bool),
            expr(ExprKind::Break(label, None), maker.never),
            None,
            maker.unit,
        )),
    ]);
    let body = maker.block(vec![
        let_be(bind(a, loud), maker.loud("first")),
        let_be(bind(i, u64), maker.int(0)),
        run(expr(ExprKind::Loop(label, Box::new(inside)), maker.unit)),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(locals, body), ["first", "again", "end", "again"]);
}

#[test]
fn an_assignment_drops_what_was_there_after_its_value_is_made() {
    let maker = Maker::new();
    let mut locals = Locals::default();
    let (a, loud) = (locals.add(maker.loud), maker.loud);
    let value = block(vec![run(maker.log("made"))], Some(maker.loud("new")), loud);
    let body = maker.block(vec![
        let_be(bind(a, loud), maker.loud("old")),
        run(assign(local(a, loud), value, maker.unit)),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(locals, body), ["made", "old", "end", "new"]);
}

#[test]
fn a_local_without_a_value_is_not_dropped_before_it_has_one() {
    let maker = Maker::new();
    let mut locals = Locals::default();
    let (a, loud) = (locals.add(maker.loud), maker.loud);
    let body = maker.block(vec![
        Statement::Let {
            pat: bind(a, loud),
            init: None,
            els: None,
        },
        run(assign(local(a, loud), maker.loud("a"), maker.unit)),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(locals, body), ["end", "a"]);
}

#[test]
fn what_is_left_of_a_tuple_is_dropped_where_all_of_it_would_be() {
    let mut maker = Maker::new();
    let pair = maker.tuple(&[maker.loud, maker.loud]);
    let mut locals = Locals::default();
    let (t, b, loud) = (locals.add(pair), locals.add(maker.loud), maker.loud);
    let body = maker.block(vec![
        let_be(
            bind(t, pair),
            aggregate(vec![maker.loud("0"), maker.loud("1")], pair),
        ),
        run(maker.block(vec![let_be(bind(b, loud), field(local(t, pair), 1, loud))])),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(locals, body), ["1", "end", "0"]);
}

#[test]
fn a_box_whose_content_was_moved_is_freed_alone() {
    let mut maker = Maker::new();
    let boxed = maker.boxed(maker.loud);
    let size = maker.intrinsic("size_of", &[maker.loud], &[], maker.u64);
    let pointer = maker.reference_type();
    let alloc = maker.intrinsic("alloc", &[], &[maker.u64, maker.u64], pointer);
    let write = maker.intrinsic("write", &[maker.loud], &[pointer, maker.loud], maker.unit);
    let mut locals = Locals::default();
    let (p, b, c, loud) = (
        locals.add(pointer),
        locals.add(boxed),
        locals.add(boxed),
        maker.loud,
    );
    let moved = locals.add(loud);
    let make = |maker: &Maker, name: &str| {
        let space = call(
            alloc,
            vec![call(size, vec![], maker.u64), maker.int(4)],
            pointer,
        );
        let fill = call(write, vec![local(p, pointer), maker.loud(name)], maker.unit);
        let value = aggregate(vec![local(p, pointer)], boxed);
        block(
            vec![let_be(bind(p, pointer), space), run(fill)],
            Some(value),
            boxed,
        )
    };
    let body = maker.block(vec![
        let_be(bind(b, boxed), make(&maker, "b")),
        let_be(bind(c, boxed), make(&maker, "c")),
        let_be(bind(moved, loud), deref(local(b, boxed), loud)),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(locals, body), ["end", "b", "c"]);
}

#[test]
fn a_borrowed_temporary_lives_as_long_as_its_let() {
    let mut maker = Maker::new();
    let (reference, loud) = (maker.reference(maker.loud), maker.loud);
    let pair = maker.tuple(&[reference, reference]);
    let mut locals = Locals::default();
    let (r, s, a) = (locals.add(reference), locals.add(pair), locals.add(loud));
    let body = maker.block(vec![
        let_be(bind(r, reference), borrow(maker.loud("r"), reference)),
        let_be(
            bind(s, pair),
            aggregate(
                vec![
                    borrow(maker.loud("s0"), reference),
                    borrow(maker.loud("s1"), reference),
                ],
                pair,
            ),
        ),
        let_be(bind(a, loud), maker.loud("a")),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(locals, body), ["end", "a", "s1", "s0", "r"]);
}

#[test]
fn a_temporary_that_is_not_extended_is_dropped_at_the_end_of_the_statement() {
    let mut maker = Maker::new();
    let (reference, loud) = (maker.reference(maker.loud), maker.loud);
    let mut params = Locals::default();
    let p = params.add(reference);
    let name = field(deref(local(p, reference), loud), 0, maker.text);
    let f = maker.function("name", params, 1, maker.text, name);
    let mut locals = Locals::default();
    let n = locals.add(maker.text);
    let body = maker.block(vec![
        let_be(
            bind(n, maker.text),
            call(f, vec![borrow(maker.loud("a"), reference)], maker.text),
        ),
        run(maker.log_value(local(n, maker.text))),
    ]);
    assert_eq!(maker.run(locals, body), ["a", "a"]);
}

#[test]
fn an_extended_temporary_of_one_branch_is_dropped_if_it_was_made() {
    for yes in [true, false] {
        let mut maker = Maker::new();
        let reference = maker.reference(maker.loud);
        let mut locals = Locals::default();
        let (r, flag) = (locals.add(reference), locals.add(maker.bool));
        let (one, two) = (
            borrow(maker.loud("1"), reference),
            borrow(maker.loud("2"), reference),
        );
        let body = maker.block(vec![
            let_be(bind(flag, maker.bool), maker.yes(yes)),
            let_be(
                bind(r, reference),
                if_else(local(flag, maker.bool), one, Some(two), reference),
            ),
            run(maker.log("end")),
        ]);
        assert_eq!(
            maker.run(locals, body),
            ["end", if yes { "1" } else { "2" }]
        );
    }
}

#[test]
fn a_tail_drops_its_temporaries_before_the_locals() {
    let mut maker = Maker::new();
    let (reference, loud) = (maker.reference(maker.loud), maker.loud);
    let mut params = Locals::default();
    params.add(reference);
    let said = maker.log("called");
    let f = maker.function("f", params, 1, maker.unit, said);
    let mut locals = Locals::default();
    let a = locals.add(loud);
    let tail = call(
        f,
        vec![borrow(maker.loud("temporary"), reference)],
        maker.unit,
    );
    let body = block(
        vec![let_be(bind(a, loud), maker.loud("local"))],
        Some(tail),
        maker.unit,
    );
    assert_eq!(maker.run(locals, body), ["called", "temporary", "local"]);
}

#[test]
fn a_panic_drops_what_is_alive_and_nothing_else() {
    let mut maker = Maker::new();
    let loud = maker.loud;
    let mut params = Locals::default();
    for ty in [loud, loud, maker.unit] {
        params.add(ty);
    }
    let end = maker.nothing();
    let f = maker.function("f", params, 3, maker.unit, end);
    let mut locals = Locals::default();
    let (a, b, c, d) = (
        locals.add(loud),
        locals.add(loud),
        locals.add(loud),
        locals.add(loud),
    );
    let args = vec![
        local(b, loud),
        maker.loud("argument"),
        maker.panic("oh no", maker.unit),
    ];
    let body = maker.block(vec![
        let_be(bind(a, loud), maker.loud("a")),
        let_be(bind(b, loud), maker.loud("b")),
        let_be(bind(c, loud), maker.loud("c")),
        run(call(f, args, maker.unit)),
        let_be(bind(d, loud), maker.loud("d")),
    ]);
    assert_eq!(
        maker.run(locals, body),
        ["argument", "b", "c", "a", "panic: oh no"]
    );
}

#[test]
fn a_drop_that_panics_leaves_the_rest_to_be_dropped() {
    let mut maker = Maker::new();
    let loud = maker.loud;
    let kind = TypeKind::Struct {
        fields: vec![loud, loud],
        manually_drop: false,
        boxed: false,
    };
    let bad = maker.ty("Bad", kind, false);
    let this = maker.reference_mut(bad);
    let mut params = Locals::default();
    params.add(this);
    let panics = maker.panic("in drop", maker.unit);
    let drops = maker.function("drop", params, 1, maker.unit, panics);
    maker.program.types[bad.0 as usize].drop = Some(drops);
    let mut locals = Locals::default();
    let (a, b) = (locals.add(loud), locals.add(bad));
    let body = maker.block(vec![
        let_be(bind(a, loud), maker.loud("a")),
        let_be(
            bind(b, bad),
            aggregate(vec![maker.loud("0"), maker.loud("1")], bad),
        ),
        run(maker.log("end")),
    ]);
    assert_eq!(
        maker.run(locals, body),
        ["end", "0", "1", "a", "panic: in drop"]
    );
}

#[test]
fn a_break_and_a_return_drop_what_they_leave() {
    let mut maker = Maker::new();
    let (loud, unit, never) = (maker.loud, maker.unit, maker.never);
    let mut inner = Locals::default();
    let (a, b) = (inner.add(loud), inner.add(loud));
    let back = expr(ExprKind::Return(None), never);
    let leave = maker.block(vec![let_be(bind(b, loud), maker.loud("b")), run(back)]);
    let f_body = maker.block(vec![
        let_be(bind(a, loud), maker.loud("a")),
        run(leave),
        run(maker.log("not here")),
    ]);
    let f = maker.function("f", inner, 0, unit, f_body);
    let mut locals = Locals::default();
    let (x, label) = (locals.add(loud), LabelId(1));
    let out = expr(ExprKind::Break(label, Some(Box::new(maker.int(7)))), never);
    let looped = maker.block(vec![let_be(bind(x, loud), maker.loud("x")), run(out)]);
    let seven = binary(
        BinaryOp::Eq,
        expr(ExprKind::Loop(label, Box::new(looped)), maker.u64),
        maker.int(7),
        maker.bool,
    );
    let body = maker.block(vec![
        run(call(f, vec![], unit)),
        run(maker.log_whether(seven, "seven", "not seven")),
    ]);
    assert_eq!(maker.run(locals, body), ["b", "a", "x", "seven"]);
}

#[test]
fn the_elements_behind_one_whose_drop_panics_are_dropped() {
    let mut maker = Maker::new();
    let loud = maker.loud;
    let kind = TypeKind::Struct {
        fields: vec![loud, maker.bool],
        manually_drop: false,
        boxed: false,
    };
    let bad = maker.ty("Bad", kind, false);
    let this = maker.reference_mut(bad);
    let mut params = Locals::default();
    let p = params.add(this);
    let panics = field(deref(local(p, this), bad), 1, maker.bool);
    let drops_body = if_else(panics, maker.panic("in drop", maker.unit), None, maker.unit);
    let drops = maker.function("drop", params, 1, maker.unit, drops_body);
    maker.program.types[bad.0 as usize].drop = Some(drops);
    let array = maker.ty("[Bad; 3]", TypeKind::Array(bad, 3), false);
    let element = |name: &str, panics| aggregate(vec![maker.loud(name), maker.yes(panics)], bad);
    let elements = vec![element("0", false), element("1", true), element("2", false)];
    let mut locals = Locals::default();
    let a = locals.add(array);
    let body = maker.block(vec![let_be(bind(a, array), aggregate(elements, array))]);
    assert_eq!(maker.run(locals, body), ["0", "1", "2", "panic: in drop"]);
}

#[test]
fn a_parameter_is_dropped_behind_what_its_pattern_binds() {
    let mut maker = Maker::new();
    let (loud, unit) = (maker.loud, maker.unit);
    let pair = maker.tuple(&[loud, loud]);
    let mut params = Locals::default();
    let (first, second) = (params.add(pair), params.add(loud));
    let a = params.add(loud);
    let f_body = maker.block(vec![
        let_be(
            pat_fields(vec![bind(a, loud), wild(loud)], pair),
            local(first, pair),
        ),
        let_be(wild(loud), local(second, loud)),
        run(maker.log("end")),
    ]);
    let f = maker.function("f", params, 2, unit, f_body);
    let args = vec![
        aggregate(vec![maker.loud("0"), maker.loud("1")], pair),
        maker.loud("second"),
    ];
    let body = maker.block(vec![run(call(f, args, unit))]);
    let lines = maker.run(Locals::default(), body);
    assert_eq!(lines, ["end", "second", "0", "1"]);
}
