//! What programs become: which functions are called, what is captured, on which lines.

use async_playground_compiler::build;
use async_playground_compiler::database::World;
use async_playground_compiler::thir::print::Printed;
use async_playground_compiler::thir::{Body, Expr, ExprKind, Function, Program, Statement};

fn thir(text: &str) -> Program {
    let mut world = World::new();
    world.set_program(text);
    build::program(&world).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

/// The functions with this name, printed.
fn shown(program: &Program, name: &str) -> Vec<String> {
    let named = program.functions.iter().filter(|it| it.name == name);
    named.map(|it| Printed(program, it).to_string()).collect()
}

#[track_caller]
fn has(program: &Program, name: &str, part: &str) {
    let functions = shown(program, name);
    assert!(
        functions.iter().any(|it| it.contains(part)),
        "no {part:?} in {functions:#?}"
    );
}

fn body(function: &Function) -> &Expr {
    match &function.body {
        Body::Rust(it) | Body::Coroutine(it) | Body::Constant(it) => it,
        Body::Intrinsic { name, .. } => panic!("{name} is an intrinsic"),
    }
}

/// The lines of the statements of a function's block.
fn lines(function: &Function) -> Vec<u32> {
    let ExprKind::Block(block) = &body(function).kind else {
        panic!("{} is no block", function.name);
    };
    let of = |statement: &Statement| match statement {
        Statement::Let { init, .. } => init.as_ref().expect("a value").line,
        Statement::Expr(it) => it.line,
    };
    block.statements.iter().map(of).collect()
}

#[test]
fn a_function_is_made_once_for_each_set_of_types() {
    let program = thir(
        "fn same<T>(t: T) -> T { t }
        fn main() { same(1); same(2); same(true); }",
    );
    assert_eq!(shown(&program, "same<i32>").len(), 1);
    assert_eq!(shown(&program, "same<bool>").len(), 1);
}

#[test]
fn what_is_not_called_is_not_made() {
    let program = thir("fn unused() {} fn main() {}");
    assert!(shown(&program, "unused").is_empty());
}

#[test]
fn a_method_of_a_trait_is_the_one_of_the_type_or_the_default() {
    let program = thir(
        "trait Shape { fn area(&self) -> u32; fn twice(&self) -> u32 { self.area() * 2 } }
        struct Dot; struct Square(u32);
        impl Shape for Dot { fn area(&self) -> u32 { 0 } fn twice(&self) -> u32 { 0 } }
        impl Shape for Square { fn area(&self) -> u32 { self.0 } }
        fn of(shape: &impl Shape) -> u32 { shape.twice() }
        fn main() { of(&Dot); of(&Square(2)); }",
    );
    has(&program, "Dot::twice", "0");
    has(&program, "Square::twice", "(Square::area(&(*self_0)) * 2)");
    assert!(shown(&program, "Dot::area").is_empty());
}

#[test]
fn a_method_of_dyn_is_found_by_its_number_those_of_supertraits_first() {
    let program = thir(
        "trait Low { fn a(&self) {} fn b(&self) {} }
        trait High: Low { fn c(&self) {} fn none() where Self: Sized {} }
        struct S; impl Low for S {} impl High for S {}
        fn on(it: &dyn High) { it.b(); it.c(); }
        fn main() { on(&S); }",
    );
    has(&program, "on", "virtual1(");
    has(&program, "on", "virtual2(");
    let methods: Vec<_> = program.vtables[0]
        .methods
        .iter()
        .map(|it| it.map(|it| program.functions[it.0 as usize].name.as_str()))
        .collect();
    let names = [Some("S::a"), Some("S::b"), Some("S::c"), None];
    assert_eq!(methods, names);
}

#[test]
fn operators_on_numbers_are_the_machines_others_are_calls() {
    let program = thir(
        "use std::ops::{Add, AddAssign};
        #[derive(Clone, Copy)] struct Metres(u32);
        impl Add for Metres { type Output = Self; fn add(self, o: Self) -> Self { Metres(self.0 + o.0) } }
        impl AddAssign<u32> for Metres { fn add_assign(&mut self, o: u32) { self.0 += o; } }
        fn sum<T: Add<Output = T>>(a: T, b: T) -> T { a + b }
        fn main() { let mut m = Metres(1) + Metres(2); m += 3; sum(1, 2); sum(m, m); }",
    );
    has(
        &program,
        "main",
        "Metres::add(Metres { 0: 1 }, Metres { 0: 2 })",
    );
    has(&program, "main", "Metres::add_assign(&m_0, 3)");
    has(&program, "sum<i32>", "(a_0 + b_1)");
    has(&program, "sum<Metres>", "Metres::add(a_0, b_1)");
    has(&program, "Metres::add_assign", "(*self_0).0 += o_1");
}

#[test]
fn a_closure_captures_the_parts_that_it_uses() {
    let program = thir(
        "struct Pair { a: u32, b: u32 }
        fn main() {
            let mut pair = Pair { a: 1, b: 2 };
            let mut add = || pair.a += 1;
            let b = &pair.b;
            add();
            let take = move || pair.b;
            take();
        }",
    );
    has(&program, "main", "let add_1 = {closure} { 0: &pair_0.0 }");
    has(&program, "main", "let take_3 = {closure} { 0: pair_0.1 }");
    has(&program, "{closure}", "(*(*_0).0) += 1");
}

#[test]
fn a_pattern_takes_only_the_captured_parts() {
    let program = thir(
        "fn main() {
            let pair = (1, (2, true));
            let sum = || { let (a, (b, _)) = pair; a + b };
            sum();
        }",
    );
    has(
        &program,
        "main",
        "{closure} { 0: &pair_0.0, 1: &pair_0.1.0 }",
    );
    has(&program, "{closure}", "let a_1 = (*(*_0).0);");
}

#[test]
fn a_closure_is_called_itself_or_through_a_trait() {
    let program = thir(
        "fn apply<F: Fn(u32) -> u32>(f: F) -> u32 { f(1) }
        fn once(f: impl FnOnce(u32) -> u32) -> u32 { f(1) }
        fn plain(n: u32) -> u32 { n }
        fn main() { let k = 2; apply(|n| n + k); let g = |n| n + k; g(1); once(g); apply(plain); let f: fn(u32) -> u32 = |n| n; f(3); }",
    );
    has(&program, "apply<{closure}>", "{closure}(&f_0, 1)");
    has(
        &program,
        "once<{closure}>",
        "{closure}::call(f_0, (u32,) { 0: 1 })",
    );
    has(
        &program,
        "apply<plain>",
        "plain::call(&fn, (u32,) { 0: 1 })",
    );
    has(&program, "plain::call", "plain(_1.0)");
    has(&program, "main", "(f_2)(3)");
}

#[test]
fn an_async_function_gives_a_future_of_its_parameters() {
    let program = thir(
        "async fn add(a: u32, (b, c): (u32, u32)) -> u32 { let d = a; d + b + c }
        async fn main() { add(1, (2, 3)).await; }",
    );
    let add = shown(&program, "add");
    assert!(
        add.iter().any(|it| it.ends_with("= async[a_0, _1]\n")),
        "{add:#?}"
    );
    let future = add.iter().find(|it| it.contains("= async {"));
    let future = future.expect("the body of the future");
    assert!(
        future.starts_with("fn add(a_0: u32, _1: (u32, u32)) -> u32"),
        "{future}"
    );
}

#[test]
fn awaiting_polls_the_future_itself_and_yields() {
    let program = thir(
        "async fn one() -> u32 { 1 }
        async fn main() { one().await; }",
    );
    has(&program, "main", "match one() {");
    has(
        &program,
        "main",
        "match poll(Pin<&mut {async}> { 0: &_0 }, context) {",
    );
    has(&program, "main", "yield;");
}

#[test]
fn what_a_trait_returns_as_impl_is_what_the_type_returns() {
    let program = thir(
        "trait Get { async fn get(&self) -> u32; }
        struct A; impl Get for A { async fn get(&self) -> u32 { 1 } }
        async fn of(it: impl Get) -> u32 { it.get().await }
        async fn main() { of(A).await; }",
    );
    has(&program, "of", "match A::get(&it_1) {");
}

#[test]
fn constants_of_types_are_those_of_the_implementation() {
    let program = thir(
        "trait Legs { const LEGS: u32 = 4; }
        struct Dog; struct Bird;
        impl Legs for Dog {} impl Legs for Bird { const LEGS: u32 = 2; }
        fn legs<T: Legs>() -> u32 { T::LEGS }
        fn main() { legs::<Dog>(); legs::<Bird>(); }",
    );
    has(&program, "LEGS", "const 4");
    has(&program, "LEGS", "const 2");
}

#[test]
fn binding_modes_are_written_out() {
    let program =
        thir("fn main() { let pair = &(Some(1), 2); if let (Some(a), 2) = pair { let b = a; } }");
    has(
        &program,
        "main",
        "let &(0: Option<i32>::1(0: ref a_1), 1: 2) = pair_0",
    );
}

#[test]
fn a_destructuring_assignment_assigns_after_all_is_evaluated() {
    let program = thir("fn main() { let (mut a, mut b) = (1, 2); (a, b) = (b, a); }");
    has(
        &program,
        "main",
        "let (0: _2, 1: _3) = (i32, i32) { 0: b_1, 1: a_0 };",
    );
    has(&program, "main", "a_0 = _2;");
}

#[test]
fn what_is_always_the_same_lives_for_ever() {
    let program = thir("fn five() -> &'static u32 { &5 } fn main() { five(); }");
    has(&program, "five", "{promoted}()");
    has(&program, "{promoted}", "const &5");
}

#[test]
fn a_derived_clone_clones_the_fields_and_a_copy_copies() {
    let program = thir(
        "#[derive(Clone)] struct A(B, u32);
        #[derive(Clone)] struct B;
        #[derive(Clone, Copy)] struct C(u32);
        fn main() { A(B, 1).clone(); C(1).clone(); }",
    );
    has(&program, "A::clone", "A { 0: B::clone(&(*_1)), 1: (*_2) }");
    has(&program, "C::clone", "= (*_0)");
}

#[test]
fn a_call_is_on_the_line_of_its_name_and_a_macros_on_that_of_its_call() {
    let program = thir(
        "macro_rules! twice { ($e:expr) => { $e; id($e) }; }
fn id(n: u32) -> u32 { n }
trait Next { fn next(self) -> u32; }
impl Next for u32 { fn next(self) -> u32 { self } }
fn main() {
    let a = id(1)
        .next()
        .next();
    twice!(
        id(2)
    );
}",
    );
    let main = program.function("main").expect("one main");
    assert_eq!(lines(main)[0], 8);
    assert_eq!(main.line, 5);
    let printed = Printed(&program, main).to_string();
    assert!(printed.contains("id(2)"), "{printed}");
    assert_eq!(
        lines(main)[1],
        10,
        "what is given to a macro is where it stands"
    );
    let ExprKind::Block(block) = &body(main).kind else {
        panic!("main is a block");
    };
    let Some(Statement::Expr(own)) = block.statements.get(2) else {
        panic!("{printed}");
    };
    assert_eq!(own.line, 9, "what a macro makes is where it is called");
}

#[test]
fn a_main_of_other_things_than_the_page_gives_is_refused() {
    let mut world = World::new();
    world.set_program("async fn main(n: i8) {}");
    let errors = build::program(&world).expect_err("`i8` is not given");
    assert!(errors[0].message.contains("`i8`"), "{errors:?}");
}

#[test]
fn what_is_stringified_is_as_it_is_written() {
    let program = thir("fn main() { let a = stringify!(x.len() == 3); }");
    has(&program, "main", "let a_0 = \"x.len() == 3\";");
}
