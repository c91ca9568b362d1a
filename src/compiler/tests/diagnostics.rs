//! What is said of small programs, held against rustc 1.95, which said all that stands here.

use async_playground_compiler::completion;
use async_playground_compiler::database::World;
use async_playground_compiler::diagnostics::{self, Diagnostic, Severity};
use std::cell::RefCell;

thread_local! {
    static WORLD: RefCell<World> = RefCell::new(World::new());
}

fn said(source: &str) -> Vec<Diagnostic> {
    WORLD.with_borrow_mut(|world| {
        world.set_program(source);
        diagnostics::check(world)
    })
}

/// Code and line of all errors, or of all warnings if there is no error.
fn codes(source: &str) -> Vec<(String, u32)> {
    let said = said(source);
    let errors = said.iter().any(Diagnostic::is_error);
    let wanted = if errors {
        Severity::Error
    } else {
        Severity::Warning
    };
    let mut codes: Vec<_> = said
        .iter()
        .filter(|it| it.severity == wanted)
        .map(|it| (it.code.clone(), it.line))
        .collect();
    codes.dedup();
    codes
}

/// What comes before each program: lines are counted without it.
const BEGIN: &str = "#![allow(dead_code)] use std::{rc::Rc, time::Duration}; use tokio::{join, spawn, task::spawn_local, time::sleep}; \
    struct Point { x: i32, y: i32 } async fn one() -> u32 { 1 } async fn show(text: &str) { println!(\"{text}\"); } \
    fn take(_: Vec<i32>) {} fn half(n: u32) -> Result<u32, String> { Ok(n) } #[allow(unused_imports)] \
    fn all() { let _ = (Rc::new(1), sleep(Duration::ZERO), Point { x: 1, y: 2 }.x); spawn_local(one()); spawn(one()); take(vec![]); } \
    async fn lost() { join!(one(), show(\"\")); half(1).unwrap(); } fn main() {}";

/// A program is a body of an async function of `()`, if it is not a function or has a `main` of its own.
#[track_caller]
fn check(program: &str, expected: &[(&str, u32)]) {
    let source = match program.contains("fn ") {
        _ if program.contains("fn main(") => program.to_owned(),
        true => format!("{BEGIN} {program}"),
        false => format!("{BEGIN} async fn body() {{ {program} }}"),
    };
    let said = codes(&source);
    let said: Vec<(&str, u32)> = said
        .iter()
        .map(|(code, line)| (code.as_str(), *line))
        .collect();
    assert_eq!(said, expected, "of:\n{program}");
}

macro_rules! table {
    ($($name:ident { $($program:literal => $expected:expr;)* })*) => {
        $(#[test] fn $name() { $(check($program, &$expected);)* })*
    };
}

table! {
    good_programs_are_good {
        "let v = vec![1];\ntake(v.clone());\nprintln!(\"{v:?}\");" => [];
        "let mut n = 1;\nlet r = &mut n;\n*r += 1;\nprintln!(\"{n}\");" => [];
        "let text = String::from(\"a\");\nspawn(async move { show(&text).await });" => [];
        "let (a, b) = join!(one(), one());\nprintln!(\"{a} {b}\");" => [];
        "let late;\nif half(1).is_ok() { late = 1; } else { late = 2; }\nprintln!(\"{late}\");" => [];
        "let mut list = vec![1];\nfor x in list.iter_mut() { *x += 1; }\nlist.push(1);" => [];
        "let p = Point { x: 1, y: 2 };\nlet Point { x, .. } = p;\nprintln!(\"{x} {}\", p.y);" => [];
        "let mut count = 0;\nlet mut more = || count += 1;\nmore();\nprintln!(\"{count}\");" => [];
        "fn longest<'a>(a: &'a str, b: &'a str) -> &'a str { if a.len() > b.len() { a } else { b } }" => [];
        "async fn f() -> Result<u32, String> {\nlet a = half(1)?;\nOk(a + 1) }" => [];
        "match Some(String::new()) {\nSome(s) if s.is_empty() => drop(s),\nSome(s) => println!(\"{s}\"),\nNone => {} }" => [];
    }
    the_syntax {
        "let a = 1\nlet b = 2;" => [("", 1)];
        "take(vec![1);" => [("", 1)];
        "let = 1;" => [("", 1)];
        "fn f() {\nlet x = 1;" => [("", 2)];
        "sleep(Duration::ZERO).await.;" => [("", 1)];
        "await one();" => [("", 1)];
        "println!(\"{}\", 0b12);" => [("", 1)];
        "println!(\"{} {}\", 0b1_0u8 + 0o7 + 0xfe_u8,\n5_i33);" => [("", 2)];
        "drop(1_u8x);\ndrop(0xfg);" => [("", 1), ("", 2)];
        "println!(\"{} {}\", 0xab_i64 + 1i64 + 1_000, 1f32 + 2_f32);" => [];
    }
    types {
        "let x: String = 1;\ndrop(x);" => [("E0308", 1)];
        "let x: u32 = one();\ndrop(x);" => [("E0308", 1)];
        "fn f() -> u32 {\n1; }" => [("E0308", 1)];
        "sleep(2).await;" => [("E0308", 1)];
        "half(1, 2).unwrap();" => [("E0061", 1)];
        "1u32.await;" => [("E0277", 1)];
        "let a = 1u32 + 1.0;\ndrop(a);" => [("E0277", 1)];
        "let a = one() + 1;\ndrop(a);" => [("E0369", 1)];
        "let p = Point { x: 1, y: 2 };\nlet same = p == p;" => [("E0369", 2)];
        "fn add<T>(a: T, b: T) -> T { a + b }" => [("E0369", 1)];
        "fn max<T>(a: T, b: T) -> bool { a > b }" => [("E0369", 1)];
        "fn same<T: PartialEq>(a: &[T], b: &T) -> bool { a[0] == *b }" => [];
        "fn same<T: Clone>(a: &[T], b: &T) -> bool {\na[0] == *b }" => [("E0369", 2)];
        "fn add<T: std::ops::Add<Output = T> + PartialOrd + Copy>(a: T, b: T) -> T { if a + b > a { a + b } else { a } }" => [];
        "async fn two() -> (u32, u32) { (1, 2) }\nasync fn f() { let (a, b) = two(); }" => [("E0308", 2)];
        "match one() {\n1 => {}\n_ => {} }" => [("E0308", 2)];
        "async fn f() { match rx() {\nSome(n) => println!(\"{n}\"),\nNone => {} } }\nasync fn rx() -> Option<u32> { None }" => [("E0308", 2), ("E0308", 3)];
        "let a = !Point { x: 1, y: 2 };" => [("E0600", 1)];
        "half(1)?;" => [("E0277", 1)];
        "println!(\"{}\", Point { x: 1, y: 2 });" => [("E0277", 1)];
        "let p = Point { x: 1 };\ndrop(p);" => [("E0063", 1)];
        "match half(1) { Ok(_) => {} }" => [("E0004", 1)];
        "let Ok(a) = half(1);" => [("E0005", 1)];
        "fn f() {\none().await; }" => [("E0728", 2)];
        "let list = Vec::new();\nprintln!(\"{}\", list.len());" => [("E0282", 1)];
        "let a = 1;\na();" => [("E0618", 2)];
        "let s = \"a\" as u32;" => [("E0606", 1)];
        "fn f(a: &str, b: &str) -> &str { a }" => [("E0106", 1)];
        "fn f(a: &'a str) {}" => [("E0261", 1)];
        "struct S { a: &str }\nfn f() {}" => [("E0106", 1)];
    }
    names {
        "nothing(1);" => [("E0425", 1)];
        "let a = nothing;" => [("E0425", 1)];
        "let a: Nothing = 1;" => [("E0425", 1)];
        "let a = Duration::from_sec(1);" => [("E0599", 1)];
        "one().awiat;" => [("E0609", 1)];
        "Nothing::new();" => [("E0433", 1)];
        "std::tim::sleep();" => [("E0433", 1)];
        "printn!(\"a\");" => [("", 1)];
        "println!(\"{nothing}\");" => [("E0425", 1)];
        "use std::time::Duratin;\nfn f() {}" => [("E0432", 1)];
        "let p = Point { x: 1, y: 2 };\np.z;\np.move_to();" => [("E0609", 2), ("E0599", 3)];
        "impl Display for Point {}\nfn f() {}" => [("E0405", 1)];
        "break;" => [("E0267", 1)];
        "fn f() {\nbreak; }" => [("E0268", 2)];
    }
    formats {
        "println!(\"{} {}\", 1);" => [("", 1)];
        "println!(\"{}\", 1, 2);" => [("", 1)];
        "println!(\"{1}\", 1);" => [("", 1)];
        "println!(\"{:y}\", 1);" => [("", 1)];
        "println!(\"{\");" => [("", 1)];
        "let t = \"a\";\nprintln!(t);" => [("", 2)];
    }
    moves {
        "let v = vec![1];\ntake(v);\ntake(v);" => [("E0382", 3)];
        "let f = one();\nf.await;\nf.await;" => [("E0382", 3)];
        "let v = vec![1];\nloop { take(v); }" => [("E0382", 2)];
        "let v = vec![1];\nspawn(async move { take(v) });\ntake(v);" => [("E0382", 3)];
        "let n: i32;\nprintln!(\"{n}\");" => [("E0381", 2)];
        "let v = vec![String::new()];\nlet s = v[0];\ndrop(s);" => [("E0507", 2)];
        "fn f(s: &String) {\nlet t: String = *s;\ndrop(t); }" => [("E0507", 2)];
    }
    mutability {
        "let n = 1;\nn = 2;" => [("E0384", 2)];
        "let v = vec![1];\nv.push(1);" => [("E0596", 2)];
        "let v = vec![1];\nv.push(1);\nv.push(1);" => [("E0596", 1)];
        "let p = Point { x: 1, y: 2 };\np.x = 2;" => [("E0594", 2)];
        "fn f(v: &Vec<i32>) {\nv.push(1); }" => [("E0596", 2)];
        "let n = 0;\nlet mut more = || n += 1;\nmore();" => [("E0594", 2)];
        "let c = std::sync::Arc::new(0);\nlet d = c.clone();\nspawn(async move { *d += 1; });\ndrop(c);" => [("E0594", 3)];
        "let p = Rc::new(Point { x: 1, y: 2 });\np.x += 1;\np.y = 2;" => [("E0594", 2), ("E0594", 3)];
        "let list = Rc::new(vec![1]);\nlist.push(2);\ntake(list.to_vec());" => [("E0596", 2)];
        "let mut map = std::collections::HashMap::from([(1, vec![2])]);\nmap[&1] = vec![];\nmap[&1].push(3);\nmap.clear();" => [("E0594", 2), ("E0596", 3)];
        "let lock = tokio::sync::RwLock::new(1);\n*lock.write().await += 1;\n*lock.read().await += 1;" => [("E0594", 3)];
        "let cell = std::cell::RefCell::new(Point { x: 1, y: 2 });\ncell.borrow().x = 5;\ncell.borrow_mut().y = 5;" => [("E0594", 2)];
        "let mut lists = vec![vec![1]];\nlists[0][0] = 2;\nlists[0].push(1);\nlet mut one = Box::new(1);\n*one += 1;" => [];
        "fn f(change: impl FnMut()) {\nchange(); }" => [("E0596", 2)];
        "fn f(change: &mut impl FnMut(), mut other: Box<dyn FnMut()>) { change(); change(); other(); other(); }" => [];
        "fn f<F: FnOnce() -> u32>(once: F) -> u32 {\nonce()\n+ once() }" => [("E0382", 3)];
        "fn f(once: Box<dyn FnOnce()>, again: &dyn Fn()) {\nonce();\nagain();\nagain();\nonce(); }" => [("E0382", 5)];
    }
    borrows {
        "let mut v = vec![1];\nlet a = &v[0];\nv.push(1);\nprintln!(\"{a}\");" => [("E0502", 3)];
        "let mut v = vec![1];\nlet a = &mut v;\nlet b = &mut v;\na.push(1);\nb.push(1);" => [("E0499", 3)];
        "let s = String::new();\nlet r = &s;\ndrop(s);\nprintln!(\"{r}\");" => [("E0505", 3)];
        "let mut n = 1;\nlet r = &n;\nn = 2;\nprintln!(\"{r}\");" => [("E0506", 3)];
        "let r;\n{ let s = 1; r = &s; }\nprintln!(\"{r}\");" => [("E0597", 2)];
        "fn f<'a>() -> &'a String { let s = String::new();\n&s }" => [("E0515", 2)];
        "let s = String::new();\nspawn(async { println!(\"{s}\") });" => [("E0373", 2)];
        "let s = String::new();\nspawn(show(&s));" => [("E0597", 2)];
        "async fn f(s: &str) {\nspawn(show(s)); }" => [("E0521", 2)];
    }
    lints {
        "let n = 1;" => [("unused_variables", 1)];
        "let mut n = 1;\nprintln!(\"{n}\");" => [("unused_mut", 1)];
        "one();" => [("unused_must_use", 1)];
        "half(1);" => [("unused_must_use", 1)];
        "sleep(Duration::ZERO);" => [("unused_must_use", 1)];
        "return;\nprintln!();" => [("unreachable_code", 2)];
    }
    threads {
        "spawn(async {\nlet rc = Rc::new(1);\none().await;\nprintln!(\"{rc}\"); });" => [("", 1)];
        "let rc = Rc::new(1);\nspawn(async move { one().await; println!(\"{rc}\"); });" => [("", 2)];
        "spawn(async { let rc = Rc::new(1);\ndrop(rc);\none().await; });" => [];
        "spawn(async { let rc = Rc::new(1);\nprintln!(\"{rc}\");\ndrop(rc);\none().await; });" => [("", 1)];
        "spawn(async { { let rc = Rc::new(1); println!(\"{rc}\"); }\none().await; });" => [];
        "let m = std::sync::Arc::new(std::sync::Mutex::new(1));\nspawn(async move { let mut g = m.lock().unwrap(); *g += 1;\none().await; });" => [("", 2)];
        "let m = std::sync::Arc::new(std::sync::Mutex::new(1));\nspawn(async move { *m.lock().unwrap() += 1;\none().await; });" => [];
        "let m = std::sync::Arc::new(std::sync::Mutex::new(Some(1)));\nspawn(async move {\nmatch m.lock().unwrap().take() { Some(_) => { one().await; } None => {} } });" => [("", 2)];
        "let m = std::sync::Arc::new(std::sync::Mutex::new(Some(1)));\nspawn(async move {\nif let Some(_) = m.lock().unwrap().take() { one().await; } });" => [("", 2)];
        "let m = std::sync::Arc::new(std::sync::Mutex::new(Some(1)));\nspawn(async move {\nif let Some(_) = m.lock().unwrap().take() {} else { one().await; } });" => [];
        "let m = std::sync::Arc::new(std::sync::Mutex::new(Some(1)));\nspawn(async move {\nwhile let Some(_) = m.lock().unwrap().take() { one().await; } });" => [("", 2)];
        "let m = std::sync::Arc::new(std::sync::Mutex::new(1));\nspawn(async move {\nlet n = *m.lock().unwrap();\none().await; println!(\"{n}\"); });" => [];
        "let m = std::sync::Arc::new(tokio::sync::Mutex::new(1));\nspawn(async move { let mut g = m.lock().await; *g += 1;\none().await; });" => [];
        "async fn inner() { let rc = Rc::new(1); one().await; drop(rc); }\nfn outer() {\nspawn(async { inner().await; }); }" => [("", 3)];
        "async fn inner(rc: Rc<i32>) { one().await; drop(rc); }\nfn outer() {\nspawn(inner(Rc::new(1))); }" => [("", 3)];
        "async fn inner<T>(_: T) {}\nfn outer() {\nspawn(async { inner(Rc::new(1)).await; }); }" => [("E0277", 3)];
        "spawn(async { let cell = std::cell::RefCell::new(1);\none().await; println!(\"{cell:?}\"); });" => [];
        "spawn(async { let cell = std::cell::RefCell::new(1);\nlet r = cell.borrow();\none().await; println!(\"{r}\"); });" => [("", 1)];
        "let rc = Rc::new(1);\nspawn(async { one().await; println!(\"{rc}\"); });" => [("E0277", 2)];
        "spawn(\nasync { one().await; Rc::new(1) });" => [("E0277", 2)];
        "let mut set = tokio::task::JoinSet::new();\nset\n.spawn(async { let rc = Rc::new(1); one().await; drop(rc); });" => [("", 3)];
        "let _: std::pin::Pin<Box<dyn Future<Output = ()> + Send>> =\nBox::pin(async { let rc = Rc::new(1); one().await; drop(rc); });" => [("", 2)];
        "fn f() ->\nimpl Future<Output = ()> + Send {\nasync { let rc = Rc::new(1); one().await; drop(rc); } }" => [("", 2)];
        "spawn(async {\nprintln!(\"{} {}\", Rc::new(1), one().await); });" => [("", 1)];
        "spawn(async {\nprintln!(\"{} {}\", one().await, Rc::new(1)); });" => [];
        "spawn(async { let rc = Rc::new(1); let f = || *rc;\none().await; f(); });" => [("", 1)];
        "fn start<T: 'static>(t: T) {\nspawn(async move { one().await; drop(t); }); }" => [("", 2)];
        "fn start<T: Send + 'static>(t: T) {\nspawn(async move { one().await; drop(t); }); }" => [];
        "struct State { n: std::cell::RefCell<u32> }\nimpl State { async fn run(&self) { one().await; *self.n.borrow_mut() += 1; } }\nfn f() { let s = std::sync::Arc::new(State { n: 1.into() });\nspawn(async move { s.run().await }); }" => [("", 4)];
        "spawn_local(async { let rc = Rc::new(1); one().await; drop(rc); });" => [];
    }
    what_a_statement_leaves_behind {
        "let s: &str = String::from(\"a\").as_str();\nprintln!(\"{s}\");" => [("E0716", 1)];
        "let r;\nr = &String::new();\nprintln!(\"{r}\");" => [("E0716", 2)];
        "let r = &String::new();\nprintln!(\"{r}\");" => [];
        "let n = String::from(\"a\").as_str().len();\nprintln!(\"{n}\");" => [];
        "let g = std::sync::Mutex::new(1).lock().unwrap();\nprintln!(\"{g}\");" => [("E0716", 1)];
    }
    impls_and_types {
        "trait T { fn a(&self) -> f64; } struct A;\nimpl T for A {\nfn a(&self) -> i32 { 1 } }" => [("E0053", 3)];
        "trait T { fn a(&self); } struct A;\nimpl T for A {\nfn a(&mut self) {} }" => [("E0053", 3)];
        "trait T { fn a(&self); } struct A;\nimpl T for A {\nfn a(&self, _: i32) {} }" => [("E0050", 3)];
        "trait T { fn a(&self); } struct A;\nimpl T for A {\nfn a() {} }" => [("E0186", 3)];
        "trait T { fn a(); } struct A;\nimpl T for A {\nfn a(&self) {} }" => [("E0185", 3)];
        "struct A; impl Clone for A { fn clone(&self) -> A { A } }\nimpl Clone for A { fn clone(&self) -> A { A } }\nfn f() {}" => [("E0119", 2)];
        "struct List {\nnext: Option<List> }\nfn f() {}" => [("E0072", 1)];
        "trait T { async fn go(&self); }\nfn f(_: &dyn T) {}" => [("E0038", 2)];
        "trait T {}\nfn f(_: dyn T) {}" => [("E0277", 2)];
        "async fn f(n: u32) { if n > 0 {\nf(n - 1).await; } }" => [("E0733", 1)];
        "async fn f(n: u32) { if n > 0 {\nBox::pin(f(n - 1)).await; } }" => [];
        "fn now() -> u32 { 1 }\nconst N: u32 = now();" => [("E0015", 2)];
        "static S: String =\nString::from(\"a\");\nfn f() {}" => [("E0015", 2)];
        "match \"a\" {\n\"a\" => {} }" => [("E0004", 1)];
        "match 3u8 {\n0..=9 | 11.. => {} }" => [("E0004", 1)];
        "match 3u8 {\n0..=9 | 10.. => {} }" => [];
        "match 3usize { 0 => {}\n1 => {} }" => [("E0004", 1)];
        "let n = \"5\".parse().unwrap();\nprintln!(\"{n}\");" => [("E0284", 1)];
        "let v = (1..3).collect();\nprintln!(\"{v:?}\");" => [("E0283", 1)];
        "let (tx, mut rx) = tokio::sync::mpsc::channel(1);\nrx.recv().await; drop(tx);" => [("E0282", 1)];
        "match 1 {\na | b => {} }" => [("E0408", 2)];
        "let (a,\na) = (1, 2);" => [("E0416", 2)];
        "mod m { fn hidden() {} }\nfn f() {\nm::hidden(); }" => [("E0603", 3)];
        "let p =\nPoint;" => [("E0423", 2)];
        "fn f() { let m = 1;\nconst N: i32 = m; drop((m, N)); }" => [("E0435", 2)];
        "fn f(x: i32) -> i32 {\nif x > 1 { 1 } }" => [("E0317", 2)];
        "fn f(v: &[String]) -> String {\nv[0] }" => [("E0508", 2)];
        "let s = String::new(); let f = || drop(s);\nf();\nf();" => [("E0382", 3)];
        "let n: u8 =\n256;" => [("overflowing_literals", 2)];
        "let m = std::sync::Mutex::new(1);\nlet _ = m.lock();" => [("let_underscore_lock", 2)];
    }
    what_is_of_no_use {
        "use std::collections::HashMap;\nfn main() {}" => [("unused_imports", 1)];
        "use std::collections::{HashMap, HashSet};\nfn main() { let x: HashMap<i32, i32> = HashMap::new(); println!(\"{x:?}\"); }" => [("unused_imports", 1)];
        "use std::fmt::Write;\nfn main() { let mut s = String::new(); write!(s, \"a\").unwrap(); println!(\"{s}\"); }" => [];
        "use std::fmt::Write;\nfn main() { let s = String::new(); println!(\"{s}\"); }" => [("unused_imports", 1)];
        "use std::fmt::{self, Display};\nstruct P;\nimpl fmt::Display for P { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, \"p\") } }\nfn main() { println!(\"{P}\"); }" => [("unused_imports", 1)];
        "use tokio::time::sleep;\n#[tokio::main]\nasync fn main() { tokio::time::sleep(std::time::Duration::ZERO).await; }" => [("unused_imports", 1)];
        "use std::time::*;\nfn main() { println!(\"{:?}\", Duration::ZERO); }" => [];
        "use std::time::*;\nfn main() {}" => [("unused_imports", 1)];
        "use std::collections::HashMap;\nmod m { pub fn f() -> super::HashMap<i32, i32> { super::HashMap::new() } }\nfn main() { m::f(); }" => [];
        "use tokio::{join, select};\n#[tokio::main]\nasync fn main() { join!(async {}, async {}); }" => [("unused_imports", 1)];
        "fn a() { b() }\nfn b() { a() }\nfn main() {}" => [("dead_code", 1), ("dead_code", 2)];
        "struct P { x: i32, y: i32 }\nfn main() { let p = P { x: 1, y: 2 }; println!(\"{}\", p.x); }" => [("dead_code", 1)];
        "#[derive(Debug)]\nstruct P { x: i32, y: i32 }\nfn main() { let p = P { x: 1, y: 2 }; println!(\"{p:?}\"); }" => [("dead_code", 2)];
        "#[derive(Debug)]\nstruct P;\nfn main() { println!(\"{P:?}\"); }" => [];
        "struct P;\nimpl P { fn new() -> P { P } fn go(&self) {}\nfn stop(&self) {} }\nfn main() { P::new().go(); }" => [("dead_code", 3)];
        "enum E { A,\nB, C(i32) }\nfn main() { match E::A { E::A => {} E::B => {} E::C(n) => println!(\"{n}\") } }" => [("dead_code", 2)];
        "const N: i32 = 5; const M: i32 = 6;\nfn main() { println!(\"{M}\"); }" => [("dead_code", 1)];
        "#![allow(unused)]\nuse std::rc::Rc;\nfn unused() {}\nfn main() { let x = 1; }" => [];
        "fn _unused() {}\npub fn shown() {}\nfn main() {}" => [];
        "struct S(i32,\ni32);\nfn main() { let s = S(1, 2); println!(\"{}\", s.0); }" => [("dead_code", 2)];
        "fn main() {\nif (true) {}\nlet x = (5);\nprintln!(\"{x}\"); }" => [("unused_parens", 2), ("unused_parens", 3)];
        "fn main() {\n'a: loop { break; } }" => [("unused_labels", 2)];
        "#[tokio::main]\nasync fn main(n: u32) { println!(\"{n}\"); }" => [("", 2)];
        "fn main(n: u32) { println!(\"{n}\"); }" => [("E0580", 1)];
        "pub async fn main(n: u32) { println!(\"{n}\"); }" => [];
        "fn BadName() {}\nstruct bad_name;\nconst bad: i32 = 1;\nfn main() { BadName(); let _ = (bad_name, bad); }" => [("non_snake_case", 1), ("non_camel_case_types", 2), ("non_upper_case_globals", 3)];
        "fn main() {\nwhile true { break; } }" => [("while_true", 2)];
        "#[tokio::main]\nasync fn main() { tokio::select! {\nn = async { 1 } => println!(\"{n}\"),\nm = async { 2 } => {} } }" => [("unused_variables", 4)];
    }
    the_playground_says_what_it_does_not_know {
        "use std::fs;\nfn f() {}" => [("playground", 1)];
        "std::process::exit(1);" => [("playground", 1)];
        "use tokio::net::TcpListener;\nfn f() {}" => [("playground", 1)];
        "use rand::Rng;\nfn f() {}" => [("playground", 1)];
        "use std::thread;\nfn f() { thread::spawn(|| 1); }" => [("playground", 2)];
        "use std::fs::File;\nfn f() { let file = File::open(1).unwrap(); file.len() }" => [("playground", 1)];
        "println!(\"{}\", module_path!());" => [("playground", 1)];
        "unsafe { }" => [("playground", 1)];
    }
}

/// The text after the fix that is offered for the first diagnostic.
fn fixed(source: &str) -> String {
    let said = said(source);
    let first = said.first().expect("something to say");
    let fix = first.help.as_ref().and_then(|it| it.replacement.as_ref());
    let fix = fix.unwrap_or_else(|| panic!("a fix: {first:?}"));
    let at = |line: u32, column: u32| {
        let start: usize = source
            .split_inclusive('\n')
            .take(line as usize - 1)
            .map(str::len)
            .sum();
        start + column as usize - 1
    };
    let (from, to) = (at(fix.line, fix.column), at(fix.end_line, fix.end_column));
    format!("{}{}{}", &source[..from], fix.text, &source[to..])
}

#[test]
fn a_fix_that_is_sure_makes_the_program_good() {
    for program in [
        "async fn a() -> u32 { 1 }\npub async fn b() -> u32 { a() }\nfn main() {}",
        "pub fn a() { let v = vec![1]; v.push(2); }\nfn main() {}",
        "pub fn a() { let v = vec![1]\n; drop(v) }\npub fn b() { let x = 1 println!(\"{x}\"); }\nfn main() {}",
        "pub fn task() { tsk() }\nfn tsk_() { task() }\nfn main() { tsk_() }",
        "pub fn wait() -> Duration { Duration::from_secs(1) }\nfn main() {}",
        "pub fn a(n: &u32) { if *n > 1 { a(*n) } }\nfn main() {}",
        "pub fn a() { let text = String::new(); tokio::spawn(async { println!(\"{text}\") }); }\nfn main() {}",
        "pub fn a(x: u32) {}\nfn main() {}",
    ] {
        if said(program)
            .iter()
            .all(|it| it.help.as_ref().is_none_or(|it| it.replacement.is_none()))
        {
            continue;
        }
        let fixed = fixed(program);
        let left: Vec<_> = said(&fixed)
            .into_iter()
            .filter(Diagnostic::is_error)
            .collect();
        assert!(left.is_empty(), "{fixed}\n{left:#?}");
    }
}

#[test]
fn columns_count_utf16_units() {
    let said = said("fn main() { let _ = \"😀\"; nothing(); }");
    assert_eq!((said[0].column, said[0].end_column), (27, 34));
}

fn completions(source: &str) -> Vec<String> {
    let at = source.find('|').expect("a place");
    let line = source[..at].matches('\n').count() as u32 + 1;
    let column = source[..at]
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count() as u32
        + 1;
    let source = source.replacen('|', "", 1);
    WORLD.with_borrow_mut(|world| {
        let found = completion::complete(world, &source, line, column);
        found.into_iter().map(|it| it.label).collect()
    })
}

#[test]
fn completion_knows_methods_paths_and_variables() {
    let has = |source: &str, name: &str| {
        let found = completions(source);
        assert!(
            found.iter().any(|it| it == name),
            "{name} of {source}: {found:?}"
        );
    };
    has("fn main() { let list = vec![1]; list.pu| }", "push");
    has("fn main() { let list = vec![1]; list.| }", "len");
    has("fn main() { println!(\"{}\", String::new().le|); }", "len");
    has("use tokio::time::|;\nfn main() {}", "sleep");
    has(
        "use std::time::Duration; fn main() { Duration::from| }",
        "from_millis",
    );
    has("fn main() { let counter = 1; cou| }", "counter");
    has("async fn one() {} async fn two() { one().| }", "await");
    has(
        "struct P { left: u32 } fn f(p: P) { p.| } fn main() {}",
        "left",
    );
    has("enum E { First } fn main() { E::| }", "First");
}

/// Names that are no business of a program's author.
const INTERNAL: [&str; 5] = ["intrinsics", "panicking", "start", "support", "__private"];

#[test]
fn what_is_likely_is_offered_first() {
    let offers = |source: &str, wanted: &[&str]| {
        // An editor shows what begins with what is written already.
        let written = source.split('|').next().unwrap_or_default();
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let begun = &written[written.trim_end_matches(is_name).len()..];
        let mut found = completions(source);
        found.retain(|it| it.starts_with(begun));
        let first = &found[..found.len().min(30)];
        for name in wanted {
            assert!(
                first.iter().any(|it| it == name),
                "{name} of {source}: {first:?}"
            );
        }
        for name in INTERNAL {
            assert!(!found.iter().any(|it| it == name), "{name} of {source}");
        }
    };
    let main = |text: &str| {
        format!(
            "use std::time::Duration; struct Own {{ left: u32 }} impl Own {{ fn go(&self) {{}} }} #[tokio::main] async fn main() {{ {text} }}"
        )
    };
    offers(
        &main("tokio::|"),
        &["spawn", "select", "join", "time", "sync", "task"],
    );
    offers(
        &main("tokio::time::|"),
        &["sleep", "timeout", "interval", "Instant"],
    );
    offers(&main("tokio::sync::|"), &["mpsc", "oneshot", "Mutex"]);
    offers(
        &main("let task = tokio::spawn(async { 1 }); task.|"),
        &["await", "abort", "is_finished"],
    );
    offers(
        &main("let (tx, rx) = tokio::sync::mpsc::channel::<u32>(1); tx.|"),
        &["send", "try_send", "clone"],
    );
    offers(
        &main("let (tx, mut rx) = tokio::sync::mpsc::channel::<u32>(1); rx.|"),
        &["recv", "close"],
    );
    offers(&main("let text = String::new(); text.le|"), &["len"]);
    offers(
        &main("let mut text = String::new(); text.pu|"),
        &["push_str"],
    );
    offers(&main("Duration::fro|"), &["from_secs", "from_millis"]);
    offers(&main("let own = Own { left: 1 }; own.|"), &["left", "go"]);
    offers(
        &main("let own = Own { left: 1 }; println!(\"{}\", own.|);"),
        &["left", "go"],
    );
    offers(
        &main("let own = Own { left: 1 }; tokio::join!(async { own.| }, async {});"),
        &["left", "go"],
    );
    offers(
        &main("let own = Own { left: 1 }; tokio::select! { _ = async {} => own.| }"),
        &["left", "go"],
    );
    offers(&main("let counter = 1; |"), &["counter", "main", "Own"]);
    offers(&main("let counter = 1; let broken = ; cou|"), &["counter"]);
    offers(
        &main("let own = Own { left: 1 }; nothing(; own.|"),
        &["left"],
    );
    offers(&main("Some(1).unw|"), &["unwrap"]);
    offers(&main("let task = async { 1 }; task.|"), &["await"]);
    offers("use std::|;\nfn main() {}", &["collections"]);
    offers("use std::collections::|;\nfn main() {}", &["HashMap"]);
}

#[test]
fn a_name_is_described_by_its_type() {
    let source = "fn main() { let number = 1u8; let _ = number; }";
    let described = WORLD.with_borrow_mut(|world| completion::describe(world, source, 1, 40));
    assert_eq!(described.as_deref(), Some("let number: u8"));
}
