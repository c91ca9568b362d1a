//! Calls: through pointers and vtables, and the order in which arguments are evaluated.

use crate::maker::*;
use async_playground_compiler::thir::*;

#[test]
fn arguments_are_evaluated_from_left_to_right() {
    let mut maker = Maker::new();
    let (u64, unit) = (maker.u64, maker.unit);
    let mut params = Locals::default();
    let (a, b) = (params.add(u64), params.add(u64));
    let less = binary(BinaryOp::Lt, local(a, u64), local(b, u64), maker.bool);
    let f_body = maker.log_whether(less, "less", "not less");
    let f = maker.function("f", params, 2, unit, f_body);
    let mut locals = Locals::default();
    let x = locals.add(u64);
    let set = block(
        vec![run(assign(local(x, u64), maker.int(9), unit))],
        Some(maker.int(5)),
        u64,
    );
    let body = maker.block(vec![
        let_be(bind(x, u64), maker.int(1)),
        // `x` is read before it is set.
        run(call(f, vec![local(x, u64), set], unit)),
    ]);
    assert_eq!(maker.run(locals, body), ["less"]);
}

#[test]
fn a_method_of_dyn_is_that_of_the_value_and_so_is_its_drop() {
    let mut maker = Maker::new();
    let (loud, unit, text) = (maker.loud, maker.unit, maker.text);
    let object = maker.ty("dyn Speak", TypeKind::Dyn, false);
    let this = maker.reference(loud);
    let mut params = Locals::default();
    let p = params.add(this);
    let speak_body = maker.log_value(field(deref(local(p, this), loud), 0, text));
    let speak = maker.function("speak", params, 1, unit, speak_body);
    maker.program.vtables.push(Vtable {
        ty: loud,
        methods: vec![None, Some(speak)],
    });
    let (thin, fat) = (maker.boxed(loud), maker.boxed(object));
    let to_object = maker.reference(object);
    let pointer = maker.reference_type();
    let alloc = maker.intrinsic("alloc", &[], &[maker.u64, maker.u64], pointer);
    let write = maker.intrinsic("write", &[loud], &[pointer, loud], unit);
    let mut locals = Locals::default();
    let (p, b) = (locals.add(pointer), locals.add(fat));
    let made = aggregate(vec![local(p, pointer)], thin);
    let call_it = ExprKind::Call(
        Callee::Virtual(1),
        vec![borrow(deref(local(b, fat), object), to_object)],
    );
    let body = maker.block(vec![
        let_be(
            bind(p, pointer),
            call(alloc, vec![maker.int(8), maker.int(4)], pointer),
        ),
        run(call(
            write,
            vec![local(p, pointer), maker.loud("object")],
            unit,
        )),
        let_be(
            bind(b, fat),
            expr(ExprKind::Cast(Cast::Dyn(VtableId(0)), Box::new(made)), fat),
        ),
        run(expr(call_it, unit)),
        run(maker.log("end")),
    ]);
    assert_eq!(maker.run(locals, body), ["object", "end", "object"]);
}

#[test]
fn a_function_pointer_calls_its_function() {
    let mut maker = Maker::new();
    let (unit, text) = (maker.unit, maker.text);
    let mut params = Locals::default();
    let p = params.add(text);
    let f_body = maker.log_value(local(p, text));
    let f = maker.function("f", params, 1, unit, f_body);
    let item = maker.ty("fn item", TypeKind::FnItem, true);
    let pointer = maker.ty("fn(&str)", TypeKind::FnPointer, true);
    let mut locals = Locals::default();
    let g = locals.add(pointer);
    let nothing = expr(ExprKind::Literal(Literal::Nothing), item);
    let body = maker.block(vec![
        let_be(
            bind(g, pointer),
            expr(
                ExprKind::Cast(Cast::Function(f), Box::new(nothing)),
                pointer,
            ),
        ),
        run(expr(
            ExprKind::Call(
                Callee::Pointer(Box::new(local(g, pointer))),
                vec![maker.text("called")],
            ),
            unit,
        )),
    ]);
    assert_eq!(maker.run(locals, body), ["called"]);
}
