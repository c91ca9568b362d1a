//! Coroutines: polled, suspended, dropped.

use crate::maker::*;
use async_playground_compiler::thir::*;

/// A coroutine that makes a local, suspends, and logs what it captures; and what polls it.
struct Scene {
    maker: Maker,
    coroutine: TypeId,
    poll: FunctionId,
    polled: TypeId,
    pinned: TypeId,
    context: TypeId,
}

fn scene() -> Scene {
    let mut maker = Maker::new();
    let loud = maker.loud;
    let mut locals = Locals::default();
    let (_, _, inside) = (locals.add(loud), locals.add(loud), locals.add(loud));
    let body = maker.block(vec![
        let_be(bind(inside, loud), maker.loud("local")),
        run(maker.log("begins")),
        run(expr(ExprKind::Yield, maker.unit)),
        run(maker.log("goes on")),
    ]);
    let coroutine = maker.coroutine(locals, 2, maker.unit, body);
    let TypeKind::Coroutine { poll: polled, .. } = maker.program.types[coroutine.0 as usize].kind
    else {
        panic!("a coroutine");
    };
    let (pinned, context) = (
        maker.reference_mut(coroutine),
        maker.reference_mut(maker.unit),
    );
    let poll = maker.intrinsic("coroutine_poll", &[coroutine], &[pinned, context], polled);
    Scene {
        maker,
        coroutine,
        poll,
        polled,
        pinned,
        context,
    }
}

impl Scene {
    fn run(self, polls: u32) -> Vec<String> {
        let Scene {
            maker,
            coroutine,
            poll,
            polled,
            pinned,
            context,
        } = self;
        let mut locals = Locals::default();
        let c = locals.add(coroutine);
        let captures = vec![maker.loud("first"), maker.loud("second")];
        let mut statements = vec![
            let_be(
                bind(c, coroutine),
                expr(ExprKind::Coroutine { captures }, coroutine),
            ),
            run(maker.log("made")),
        ];
        for _ in 0..polls {
            let this = borrow(local(c, coroutine), pinned);
            let poll = call(poll, vec![this, expr(ExprKind::Context, context)], polled);
            let arms = vec![
                arm(
                    pat_variant(0, vec![wild(maker.unit)], polled),
                    maker.log("ready"),
                ),
                arm(pat_variant(1, vec![], polled), maker.log("pending")),
            ];
            statements.push(run(matching(poll, arms, maker.unit)));
        }
        statements.push(run(maker.log("end")));
        let body = maker.block(statements);
        maker.run(locals, body)
    }
}

#[test]
fn one_that_is_never_polled_drops_its_captures_in_order() {
    assert_eq!(scene().run(0), ["made", "end", "first", "second"]);
}

#[test]
fn one_that_is_suspended_drops_its_locals_and_then_its_captures() {
    assert_eq!(
        scene().run(1),
        [
            "made", "begins", "pending", "end", "local", "first", "second"
        ]
    );
}

#[test]
fn one_that_ends_has_dropped_everything_when_it_is_ready() {
    let expected = [
        "made", "begins", "pending", "goes on", "local", "first", "second", "ready", "end",
    ];
    assert_eq!(scene().run(2), expected);
}

#[test]
fn one_that_panics_drops_what_it_has() {
    let mut scene = scene();
    let loud = scene.maker.loud;
    let mut locals = Locals::default();
    let inside = (locals.add(loud), locals.add(loud)).0;
    let body = scene.maker.block(vec![
        let_be(bind(LocalId(1), loud), scene.maker.loud("local")),
        run(expr(ExprKind::Yield, scene.maker.unit)),
        run(scene.maker.panic("oh no", scene.maker.unit)),
    ]);
    let _ = inside;
    scene.coroutine = scene.maker.coroutine(locals, 1, scene.maker.unit, body);
    let Scene {
        maker,
        coroutine,
        poll,
        polled,
        pinned,
        context,
    } = scene;
    let mut locals = Locals::default();
    let c = locals.add(coroutine);
    let captures = vec![maker.loud("capture")];
    let mut statements = vec![let_be(
        bind(c, coroutine),
        expr(ExprKind::Coroutine { captures }, coroutine),
    )];
    for _ in 0..2 {
        let this = borrow(local(c, coroutine), pinned);
        statements.push(run(call(
            poll,
            vec![this, expr(ExprKind::Context, context)],
            polled,
        )));
    }
    let body = maker.block(statements);
    assert_eq!(
        maker.run(locals, body),
        ["local", "capture", "panic: oh no"]
    );
}
