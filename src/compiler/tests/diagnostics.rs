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
    what_is_put_away_is_borrowed {
        "let mut v: Vec<&String> = Vec::new();\nfor i in 0..3 { let s = i.to_string(); v.push(&s); }\nprintln!(\"{v:?}\");" => [("E0597", 2)];
        "let mut v = Vec::new();\n{ let s = String::from(\"a\"); v.push(&s); }\nprintln!(\"{v:?}\");" => [("E0597", 2)];
        "let mut v: Vec<&str> = vec![];\n{ let s = String::from(\"a\"); v.push(s.as_str()); }\nprintln!(\"{v:?}\");" => [("E0597", 2)];
        "let mut v = vec![];\nlet mut s = String::from(\"a\");\nv.push(&s);\ns.push('b');\nprintln!(\"{v:?}\");" => [("E0502", 4)];
        "let mut v = vec![];\nlet s = String::from(\"a\");\nv.push(&s);\ndrop(s);\nprintln!(\"{v:?}\");" => [("E0505", 4)];
        "let mut m = std::collections::HashMap::new();\nfor i in 0..3 { let s = i.to_string(); m.insert(s.as_str(), i); }\nprintln!(\"{m:?}\");" => [("E0597", 2)];
        "let mut m = std::collections::HashMap::new();\nfor i in 0..3 { let s = i.to_string(); *m.entry(s.as_str()).or_insert(0) += 1; }\nprintln!(\"{m:?}\");" => [("E0597", 2)];
        "let mut m: std::collections::BTreeMap<&str, u32> = std::collections::BTreeMap::new();\nfor line in [\"a b\", \"b c\"] { let text = line.to_uppercase(); for w in text.split(' ') { *m.entry(w).or_default() += 1; } }\nprintln!(\"{m:?}\");" => [("E0597", 2)];
        "struct Holder<'a> { name: &'a str }\nlet mut h = Holder { name: \"\" };\n{ let s = String::from(\"a\"); h.name = &s; }\nprintln!(\"{}\", h.name);" => [("E0597", 3)];
        "let mut v = vec![\"\"; 2];\n{ let s = String::from(\"a\"); v[0] = &s; }\nprintln!(\"{v:?}\");" => [("E0597", 2)];
        "let mut v: Vec<&str> = vec![];\nlet r = &mut v;\n{ let s = String::from(\"a\"); r.push(&s); }\nprintln!(\"{v:?}\");" => [("E0597", 3)];
        "let mut v = vec![\"\"; 2];\nfor (i, slot) in v.iter_mut().enumerate() { let s = i.to_string(); *slot = &s; }\nprintln!(\"{v:?}\");" => [("E0597", 2)];
        "let c = std::cell::RefCell::new(Vec::new());\n{ let s = String::from(\"a\"); c.borrow_mut().push(&s); }\nprintln!(\"{c:?}\");" => [("E0597", 2)];
        "let c = std::cell::Cell::new(\"\");\n{ let s = String::from(\"a\"); c.set(&s); }\nprintln!(\"{}\", c.get());" => [("E0597", 2)];
        "let c = std::sync::Mutex::new(Vec::new());\n{ let s = String::from(\"a\"); let mut g = c.lock().unwrap(); g.push(&s[..]); }\nprintln!(\"{c:?}\");" => [("E0597", 2)];
        "let mut v: Vec<&String> = vec![];\nv.push(&String::from(\"a\"));\nprintln!(\"{v:?}\");" => [("E0716", 2)];
        "let mut a = vec![\"a\"];\n{ let s = String::from(\"b\"); let mut b = vec![s.as_str()]; std::mem::swap(&mut a, &mut b); }\nprintln!(\"{a:?}\");" => [("E0597", 2)];
        "let mut v: Vec<Box<dyn Fn() -> usize + '_>> = Vec::new();\nfor i in 0..2 { let s = i.to_string(); v.push(Box::new(|| s.len())); }\nprintln!(\"{}\", v[0]());" => [("E0597", 2)];
        "let mut best: Option<&String> = None;\nfor i in 0..2 { let s = i.to_string(); best.replace(&s); }\nprintln!(\"{best:?}\");" => [("E0597", 2)];
        "let mut n = 1;\nlet mut v = vec![];\nv.push(&mut n);\nv.push(&mut n);\nprintln!(\"{v:?}\");" => [("E0499", 4)];
        "let mut q = std::collections::VecDeque::new();\nlet mut n = vec![1];\nq.push_back(&n);\nn.clear();\nprintln!(\"{q:?}\");" => [("E0502", 4)];
    }
    what_iterators_give_is_borrowed {
        "let text = String::from(\"a b\");\nlet words: Vec<&str> = text.split(' ').collect();\ndrop(text);\nprintln!(\"{words:?}\");" => [("E0505", 3)];
        "let text = String::from(\"a b\");\nlet words: Vec<&str> = text.split(' ').map(|w| w.trim()).filter(|w| !w.is_empty()).collect();\ndrop(text);\nprintln!(\"{words:?}\");" => [("E0505", 3)];
        "let mut names = vec![String::from(\"a\")];\nlet short: Vec<&String> = names.iter().filter(|n| n.len() < 3).collect();\nnames.push(String::new());\nprintln!(\"{short:?}\");" => [("E0502", 3)];
        "struct P { name: String }\nlet mut people = vec![P { name: String::from(\"a\") }];\nlet names: Vec<&str> = people.iter().map(|p| p.name.as_str()).collect();\npeople.clear();\nprintln!(\"{names:?}\");" => [("E0502", 4)];
        "let mut names = vec![String::from(\"a\")];\nlet best = names.iter().max_by_key(|n| n.len());\nnames.clear();\nprintln!(\"{best:?}\");" => [("E0502", 3)];
        "let text = String::from(\"a b\");\nlet first = text.split(' ').next().map(|w| w.trim()).unwrap_or(\"\");\ndrop(text);\nprintln!(\"{first}\");" => [("E0505", 3)];
        "let mut out = vec![];\nlet text = String::from(\"a b\");\nlet words: Vec<&str> = text.split(' ').collect();\nfor w in words.iter().copied() { out.push(w); }\ndrop(text);\nprintln!(\"{out:?}\");" => [("E0505", 5)];
        "let mut out = vec![];\nlet text = String::from(\"a b\");\nlet words: Vec<&str> = text.split(' ').collect();\nfor w in &words { out.push(*w); }\ndrop(text);\nprintln!(\"{out:?}\");" => [("E0505", 5)];
        "let mut out = vec![];\nlet mut names = vec![String::from(\"a\")];\nfor n in &names { out.push(n); }\nnames.clear();\nprintln!(\"{out:?}\");" => [("E0502", 4)];
        "let mut names = vec![String::from(\"a\")];\nlet first = names.first().unwrap();\nnames.clear();\nprintln!(\"{first}\");" => [("E0502", 3)];
        "let text = String::from(\"a b\");\nlet mut it = text.split(' ').peekable();\nlet mut out = vec![];\nwhile let Some(w) = it.next() { out.push(w); }\ndrop(text);\nprintln!(\"{out:?}\");" => [("E0505", 5)];
        "let mut longest = None;\nlet mut lines = vec![String::from(\"a\")];\nfor (i, line) in lines.iter().enumerate() { longest = Some((i, line)); }\nlines.clear();\nprintln!(\"{longest:?}\");" => [("E0502", 4)];
    }
    signatures_say_how_long {
        "struct Log<'a> { lines: Vec<&'a str> }\nimpl<'a> Log<'a> { fn add(&mut self, line: &'a str) { self.lines.push(line) } }\nfn main() { let mut log = Log { lines: vec![] };\nfor i in 0..2 { let s = i.to_string(); log.add(&s); }\nprintln!(\"{:?}\", log.lines); }" => [("E0597", 4)];
        "use std::cell::RefCell; struct Log<'a> { lines: RefCell<Vec<&'a str>> }\nimpl<'a> Log<'a> { fn add(&self, line: &'a str) { self.lines.borrow_mut().push(line) } }\nfn main() { let log = Log { lines: RefCell::new(vec![]) };\n{ let s = 1.to_string(); log.add(&s); }\nprintln!(\"{:?}\", log.lines); }" => [("E0597", 4)];
        "fn add<'a>(v: &mut Vec<&'a str>, s: &'a str) { v.push(s) }\nfn main() { let mut v = vec![];\n{ let s = 1.to_string(); add(&mut v, &s); }\nprintln!(\"{v:?}\"); }" => [("E0597", 3)];
        "fn add<T>(v: &mut Vec<T>, s: T) { v.push(s) }\nfn main() { let mut v = vec![];\n{ let s = 1.to_string(); add(&mut v, &s); }\nprintln!(\"{v:?}\"); }" => [("E0597", 3)];
        "fn add(v: &mut Vec<&str>) {\nlet s = 1.to_string();\nv.push(&s);\n}\nfn main() { let mut v = vec![]; add(&mut v); println!(\"{v:?}\"); }" => [("E0597", 3)];
        "struct Log<'a> { lines: Vec<&'a str> }\nimpl<'a> Log<'a> { fn add(&mut self) {\nlet s = 1.to_string();\nself.lines.push(&s);\n} }\nfn main() { let mut log = Log { lines: vec![] }; log.add(); println!(\"{:?}\", log.lines); }" => [("E0597", 4)];
        "fn all() -> Vec<&'static str> {\nlet s = 1.to_string();\nlet mut v = vec![];\nv.push(s.as_str());\nv\n}\nfn main() { println!(\"{:?}\", all()); }" => [("E0515", 5)];
        "fn add(v: &mut Vec<&str>, s: &str) {\nv.push(s)\n}\nfn main() { let mut v = vec![]; add(&mut v, \"a\"); println!(\"{v:?}\"); }" => [("", 2)];
        "fn main() { let mut v: Vec<&str> = vec![];\nlet mut add = || {\nlet s = 1.to_string();\nv.push(&s);\n};\nadd(); println!(\"{v:?}\"); }" => [("E0597", 4)];
        "#[tokio::main]\nasync fn main() {\n    let mut v = vec![];\n    let s = 1.to_string();\n    v.push(&s);\n    tokio::spawn(async move { println!(\"{v:?}\") }).await.unwrap();\n}" => [("E0597", 5)];
        "#[tokio::main]\nasync fn main() {\n    let (tx, mut rx) = tokio::sync::mpsc::channel(4);\n    {\n        let s = String::from(\"a\");\n        tx.send(&s).await.unwrap();\n    }\n    println!(\"{:?}\", rx.recv().await);\n}" => [("E0597", 6)];
        "struct Log<'a> { lines: Vec<&'a str>, last: &'a str }\nimpl<'a> Log<'a> {\n    fn add(&mut self, line: &str) {\n        self.lines.push(line);\n    }\n    fn set(&mut self, line: &str) {\n        self.last = line;\n    }\n    fn get(&self, line: &str) -> &'a str {\n        line\n    }\n}\nfn pick<'a>(a: &'a str, b: &str) -> &'a str { if a.len() > 1 { a } else { b } }\nfn main() { let mut log = Log { lines: vec![], last: \"\" }; log.add(\"a\"); log.set(\"b\"); println!(\"{:?}{}{}{}\", log.lines, log.last, log.get(\"\"), pick(\"a\", \"b\")); }" => [("E0621", 4), ("E0621", 7), ("E0621", 10), ("E0621", 13)];
    }
    what_may_be_put_away {
        "let s = String::from(\"a\"); let mut v = vec![]; v.push(&s); println!(\"{v:?}\"); drop(s);" => [];
        "let mut v = vec![]; for i in 0..3 { let s = i.to_string(); v.push(s.len()); } println!(\"{v:?}\");" => [];
        "let mut v = vec![]; for i in 0..3 { let s = i.to_string(); v.push(s.clone()); v.push(s); } println!(\"{v:?}\");" => [];
        "let v = vec![\"a\"]; for i in 0..3 { let s = i.to_string(); if v.contains(&s.as_str()) { println!(\"yes\"); } } println!(\"{v:?}\");" => [];
        "let mut m = std::collections::HashMap::new(); m.insert(\"a\", 1); for i in 0..3 { let s = i.to_string(); if let Some(n) = m.get_mut(s.as_str()) { *n += 1; } m.remove(s.as_str()); } println!(\"{m:?}\");" => [];
        "use std::rc::Rc; let a = Rc::new(\"a\"); { let s = String::from(\"x\"); let b: Rc<&str> = Rc::new(&s); println!(\"{}\", Rc::ptr_eq(&a, &b)); } println!(\"{a}\");" => [];
        "let a = vec![\"a\"]; { let s = String::from(\"x\"); let b = vec![s.as_str()]; println!(\"{} {:?}\", a == b, a.cmp(&b)); } println!(\"{a:?}\");" => [];
        "let text = String::from(\"a b a\"); let mut m = std::collections::BTreeMap::new(); for w in text.split(' ') { *m.entry(w).or_insert(0) += 1; } let mut list: Vec<_> = m.into_iter().collect(); list.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0))); println!(\"{list:?}\");" => [];
        "for i in 0..2 { let s = i.to_string(); let mut v = vec![]; v.push(&s); println!(\"{v:?}\"); }" => [];
        "use std::fmt::Write; let mut out = String::new(); for i in 0..3 { let s = i.to_string(); write!(out, \"{s}\").unwrap(); out.push_str(&s); out += &s; } println!(\"{out}\");" => [];
        "let mut all: Vec<String> = vec![]; for i in 0..2 { let s = vec![i.to_string()]; all.extend_from_slice(&s); all.extend(s.iter().cloned()); } println!(\"{all:?}\");" => [];
        "fn main() { fn fill(v: &mut Vec<i32>, n: &i32) { v.push(*n); } let mut v = vec![]; for i in 0..2 { let n = i; fill(&mut v, &n); } println!(\"{v:?}\"); }" => [];
        "let mut a = vec![1]; { let mut b = vec![2]; std::mem::swap(&mut a, &mut b); } println!(\"{a:?}\");" => [];
        "let mut name = String::from(\"a\"); for i in 0..2 { let s = i.to_string(); let old = std::mem::replace(&mut name, s); println!(\"{old}\"); }" => [];
        "use std::sync::{Arc, Mutex}; let c = Arc::new(Mutex::new(vec![])); for i in 0..2 { let s = i.to_string(); c.lock().unwrap().push(s.clone()); let mut g = c.lock().unwrap(); g.push(s); } println!(\"{c:?}\");" => [];
        "let mut v = vec![1]; v.push(v.len()); let n = v.len(); v.insert(0, n); println!(\"{v:?}\");" => [];
        "let names = vec![String::from(\"b\"), String::from(\"a\")]; let mut refs: Vec<&String> = names.iter().collect(); refs.sort(); refs.dedup(); refs.retain(|it| it.len() > 0); println!(\"{refs:?} {names:?}\");" => [];
        "let nodes = vec![vec![1], vec![0]]; let mut seen = std::collections::HashSet::new(); let mut open = std::collections::VecDeque::new(); open.push_back(0usize); while let Some(n) = open.pop_front() { if !seen.insert(n) { continue; } for next in &nodes[n] { open.push_back(*next); } } println!(\"{}\", seen.len());" => [];
        "struct Node { v: i32, next: Vec<Node> } let root = Node { v: 1, next: vec![Node { v: 2, next: vec![] }] }; let mut open = vec![&root]; let mut sum = 0; while let Some(n) = open.pop() { sum += n.v; for c in &n.next { open.push(c); } } println!(\"{sum}\"); drop(root);" => [];
        "let words = [\"a\", \"bb\", \"cc\"]; let mut m: std::collections::HashMap<usize, Vec<&str>> = Default::default(); for w in words { m.entry(w.len()).or_default().push(w); } println!(\"{}\", m.len());" => [];
        "let words = vec![String::from(\"a\")]; let mut m: std::collections::HashMap<usize, Vec<&str>> = Default::default(); for w in &words { m.entry(w.len()).or_default().push(w); } println!(\"{}\", m.len()); drop(m); drop(words);" => [];
        "let mut a = 1; let mut b = 2; { let mut v = vec![]; v.push(&mut a); v.push(&mut b); for x in v.iter_mut() { **x += 1; } } println!(\"{a} {b}\");" => [];
        "let mut v: Vec<Box<dyn Fn(i32) -> i32>> = Vec::new(); for i in 0..2 { v.push(Box::new(move |x| x + i)); } println!(\"{}\", v[0](1));" => [];
        "let names = [String::from(\"a\"), String::from(\"bb\")]; let mut best: Option<&String> = None; for n in &names { if best.is_none_or(|b| n.len() > b.len()) { best = Some(n); } } println!(\"{best:?}\");" => [];
        "let mut slot: Option<String> = None; for i in 0..2 { let s = i.to_string(); slot.get_or_insert(s).push('x'); } println!(\"{slot:?}\");" => [];
        "let mut v: Vec<&str>; for i in 0..2 { let s = i.to_string(); v = Vec::new(); v.push(&s); println!(\"{v:?}\"); }" => [];
        "let mut s = String::from(\"a\"); let mut v = vec![]; v.push(s.as_str()); println!(\"{v:?}\"); s.push('b'); println!(\"{s}\");" => [];
        "let text = String::from(\"a b\"); let mut it = text.split(' ').peekable(); let mut out = vec![]; while let Some(w) = it.next() { if it.peek().is_some() { out.push(w); } } println!(\"{out:?}\");" => [];
        "use std::cell::Cell; let c = Cell::new(1); for i in 0..2 { let n = i; c.set(n); c.replace(n + 1); } println!(\"{}\", c.get());" => [];
        "struct P { name: String } let mut p = P { name: String::new() }; for i in 0..2 { let s = i.to_string(); p.name = s; } println!(\"{}\", p.name);" => [];
        "struct P<'a> { name: &'a str } let a = String::from(\"a\"); let mut p = P { name: \"\" }; for _ in 0..2 { p.name = &a; println!(\"{}\", p.name); }" => [];
        "let mut v = vec![0]; v.extend_from_slice(&vec![1]); v.push(String::from(\"a\").len()); println!(\"{v:?} {}\", v.contains(&\"a\".len()));" => [];
        "let mut v: Vec<&String> = vec![]; v.push(&String::from(\"a\"));" => [];
    }
    what_iterators_may_give {
        "let mut names = vec![\"a\"]; let all: Vec<&str> = names.iter().copied().collect(); names.clear(); println!(\"{all:?}\");" => [];
        "let mut names = vec![\"a\"]; let mut out = vec![]; for n in names.iter().copied() { out.push(n); } for n in &names { out.push(*n); } for &n in &names { out.push(n); } for n in names.iter() { out.push(n.trim()); } names.clear(); println!(\"{out:?}\");" => [];
        "let mut names = vec![\"a\"]; let all: Vec<&str> = names.iter().map(|n| *n).collect(); let b: Vec<&str> = names.iter().map(|&n| n).collect(); let c: Vec<&str> = names.iter().map(|n| n.trim()).collect(); names.clear(); println!(\"{all:?}{b:?}{c:?}\");" => [];
        "let mut out = vec![]; for t in [\"a\", \"b\"] { let s = t.to_uppercase(); let v: Vec<&str> = s.chars().map(|c| if c == 'A' { \"a\" } else { \"b\" }).collect(); out.extend(v.clone()); for x in s.chars().map(|_| \"x\") { out.push(x); } for x in v { out.push(x); } } println!(\"{out:?}\");" => [];
        "struct P<'a> { name: &'a str } let mut people = vec![P { name: \"a\" }]; let mut out = vec![]; for p in &people { out.push(p.name); } let more: Vec<&str> = people.iter().map(|p| p.name).collect(); people.clear(); println!(\"{out:?}{more:?}\");" => [];
        "let mut names = vec![\"a\"]; let r = &names; let copy = r.clone(); names.clear(); println!(\"{copy:?}\");" => [];
        "let mut m = std::collections::HashMap::new(); m.insert(\"a\", \"b\"); let x = m.get(\"a\").copied(); let y = *m.get(\"a\").unwrap(); let z = m[\"a\"]; let mut out = vec![]; if let Some(v) = m.get(\"a\") { out.push(*v); } for (k, v) in &m { out.push(*k); out.push(v); } for k in m.keys() { out.push(k); } m.clear(); println!(\"{x:?}{y}{z}{out:?}\");" => [];
        "let m = std::sync::Mutex::new(\"a\"); let mut out = vec![]; { let g = m.lock().unwrap(); out.push(*g); } let n = { let g = m.lock().unwrap(); *g }; drop(m); println!(\"{out:?}{n}\");" => [];
        "let mut m = std::collections::HashMap::new(); let text = String::from(\"a b\"); for w in text.split_whitespace() { *m.entry(w).or_insert(0) += 1; } let mut all: Vec<(&str, i32)> = m.iter().map(|(k, v)| (*k, *v)).collect(); all.sort(); m.clear(); println!(\"{all:?}\");" => [];
        "let a = vec![\"a\"]; let b = vec![1]; let mut v: Vec<(&str, i32)> = a.iter().copied().zip(b.iter().copied()).collect(); drop(a); drop(b); v.push((\"c\", 1)); println!(\"{v:?}\");" => [];
        "let mut names = vec![String::from(\"a\")]; let upper: Vec<String> = names.iter().map(|n| n.to_uppercase()).collect(); let lens: Vec<usize> = names.iter().map(String::len).collect(); let best = names.iter().max_by_key(|n| n.len()).cloned(); names.clear(); println!(\"{upper:?}{lens:?}{best:?}\");" => [];
        "let mut line = String::from(\"a b\"); for _ in 0..2 { let words: Vec<&str> = line.split(' ').collect(); let next = words.iter().rev().copied().collect::<Vec<_>>().join(\" \"); line = next; } println!(\"{line}\");" => [];
        "let mut names = vec![String::from(\"a\"), String::from(\"b\")]; while let Some(i) = names.iter().position(|n| n == \"a\") { names.remove(i); } let total: usize = names.iter().map(|n| n.len()).sum(); names.push(total.to_string()); println!(\"{names:?}\");" => [];
        "let mut scores = vec![(\"a\", 1), (\"b\", 2)]; let best = scores.iter().max_by_key(|s| s.1).map(|s| s.0).unwrap_or(\"none\"); scores.clear(); println!(\"{best}\");" => [];
        "let mut cur: Option<&str> = Some(\"a\"); let mut out = vec![]; while let Some(s) = cur.take() { out.push(s); if out.len() < 3 { cur = Some(\"b\"); } } println!(\"{out:?}\");" => [];
        "let mut v = vec![1, 2]; if let Some(x) = v.first_mut() { *x = 5; } for x in v.iter_mut() { *x += 1; } let (a, b) = v.split_at_mut(1); std::mem::swap(&mut a[0], &mut b[0]); v.push(1); println!(\"{v:?}\");" => [];
        "#[derive(Debug)] struct N { v: i32, next: Option<Box<N>> } let mut head = None; for i in 0..3 { head = Some(Box::new(N { v: i, next: head.take() })); } let mut cur = &mut head; while let Some(n) = cur { n.v += 1; cur = &mut n.next; } println!(\"{head:?}\");" => [];
    }
    what_signatures_allow {
        "fn main() { let mut v = vec![1, 2]; { let mut it = v.iter_mut(); std::mem::swap(it.next().unwrap(), it.next().unwrap()); } let mut it = v.chunks_mut(1); let (a, b) = (it.next().unwrap(), it.next().unwrap()); a[0] += b[0]; a.swap_with_slice(b); println!(\"{v:?}\"); }" => [];
        "use std::collections::HashMap; use std::sync::{Arc, Mutex};\nfn main() { let shared = Arc::new(Mutex::new(HashMap::from([(1, \"one\")])));\nlet label = { let m = shared.lock().unwrap(); m.get(&1).copied().unwrap_or(\"none\") };\nlet other = shared.lock().unwrap()[&1]; let third = *shared.lock().unwrap().get(&1).unwrap();\nlet all: Vec<&str> = shared.lock().unwrap().values().copied().collect();\nlet mut out = vec![]; for (_, v) in shared.lock().unwrap().iter() { out.push(*v); } { let g = shared.lock().unwrap(); for v in g.values() { out.push(v); } if let Some(v) = g.get(&1) { out.push(*v); } let first = g.values().next().copied(); out.extend(first); out.push(g[&1]); }\ndrop(shared); println!(\"{label}{other}{third}{all:?}{out:?}\"); }" => [];
        "use std::{cell::{Cell, RefCell}, rc::Rc};\nstruct S { names: RefCell<Vec<&'static str>>, n: Cell<u32>, kids: RefCell<Vec<Rc<S>>> }\nimpl S { fn add(&self, n: &'static str) -> &Self { self.names.borrow_mut().push(n); self.n.set(self.n.get() + 1); self } fn last(&self) -> &'static str { let b = self.names.borrow(); b.last().copied().unwrap_or(\"\") } fn first(&self) -> Option<&'static str> { self.names.borrow().first().copied() } fn adopt(&self, s: &Rc<S>) { self.kids.borrow_mut().push(s.clone()); self.kids.borrow_mut().push(Rc::clone(s)); } fn total(&self) -> u32 { self.n.get() + self.kids.borrow().iter().map(|k| k.total()).sum::<u32>() } }\nfn main() { let s = S { names: RefCell::default(), n: Cell::new(0), kids: RefCell::default() }; let x = s.add(\"a\").add(\"b\").last(); let y = s.first(); let kid = Rc::new(S { names: RefCell::default(), n: Cell::new(1), kids: RefCell::default() }); s.adopt(&kid); println!(\"{}\", s.total()); drop(s); println!(\"{x}{y:?}\"); }" => [];
        "fn apply(mut f: impl FnMut(&str) -> usize, s: &str) -> usize { f(s) }\nfn make<'a>(p: &'a str) -> impl Fn(&str) -> bool + 'a { move |s| s.starts_with(p) }\nfn main() { let mut seen: Vec<String> = vec![]; let n = apply(|s| { seen.push(s.to_string()); seen.len() }, \"a\"); let mut count = 0; let mut inc = || { count += 1; count }; inc(); inc(); println!(\"{count}{n}{seen:?}\");\nstruct P { a: Vec<i32>, b: i32 } let mut p = P { a: vec![1], b: 2 }; let f = |x: i32| x + p.b; p.a.push(f(1)); let mut g = || p.a.push(1); g(); p.b += 1; println!(\"{:?}{}\", p.a, p.b);\nlet keep = make(\"a\"); let v: Vec<&str> = [\"ab\", \"b\"].into_iter().filter(|s| keep(s)).collect(); println!(\"{v:?}\");\nlet mut fs: Vec<Box<dyn FnMut() -> i32>> = vec![]; for i in 0..2 { let mut k = i; fs.push(Box::new(move || { k += 1; k })); } for f in fs.iter_mut() { println!(\"{}\", f()); } let mut state = vec![1]; (0..3).for_each(|i| state.push(i)); state.iter_mut().for_each(|x| *x += 1); state.sort_by(|a, b| b.cmp(a)); state.dedup_by_key(|x| *x / 2); println!(\"{state:?}\"); }" => [];
        "fn f(a: &mut Vec<i32>, b: &Vec<i32>, n: usize) -> usize { a.extend(b); a.len() + n }\nstruct G { a: Vec<i32>, b: Vec<i32>, n: usize } impl G { fn go(&mut self) -> usize { let n = self.n; self.n = f(&mut self.a, &self.b, n); f(&mut self.a, &self.b, self.n) + self.at(self.n) } fn at(&self, i: usize) -> usize { i } fn set(&mut self, n: usize) -> &mut Self { self.n = n; self } }\nfn main() { let mut a = vec![1]; let b = vec![2]; let n = f(&mut a, &b, b.len()); a.push(n as i32); a.insert(0, b[0]); a.resize(5, b.len() as i32); let l = a.len(); a.swap(0, l - 1); a.extend_from_slice(&b.clone()); a.extend_from_within(..1); a.truncate(a.len() - 1); let mut g = G { a, b, n: 1 }; g.set(1).set(2).go(); g.set(g.n + 1); let x = g.a.iter().zip(g.b.iter()).map(|(x, y)| x * y).sum::<i32>(); println!(\"{x} {}\", g.n); let s = String::from(\"a\"); let t = s.clone() + &s + &s; let mut u = t.clone(); u.push_str(&t); u.insert_str(0, &u.clone()); println!(\"{u} {}\", [s.as_str(), t.as_str()].concat()); let mut m = std::collections::HashMap::new(); m.insert(\"a\", 1); let k = m[\"a\"]; m.insert(\"b\", k); m.insert(\"c\", m[\"a\"] + m[\"b\"]); let z = m.get(\"a\").copied().unwrap_or(0) + m.len() as i32; *m.get_mut(\"a\").unwrap() += z; m.entry(\"d\").and_modify(|v| *v += 1).or_insert(z); println!(\"{}\", m.len()); let mut grid = vec![vec![0; 3]; 3]; grid[1][2] = grid[0][1] + 1; let row = grid[1].clone(); grid[2].copy_from_slice(&row); let (p, q) = grid.split_at_mut(1); p[0].swap_with_slice(&mut q[0]); println!(\"{grid:?}\"); }" => [];
        "#[derive(Debug, Clone, PartialEq)] enum T { Num(f64), Op(char), Word(String) }\nstruct L { chars: Vec<char>, at: usize, out: Vec<T>, cur: Option<T> }\nimpl L { fn peek(&self) -> Option<&char> { self.chars.get(self.at) } fn next(&mut self) -> Option<char> { let c = self.chars.get(self.at).copied(); self.at += 1; c }\nfn run(&mut self) -> Result<&[T], String> { while let Some(&c) = self.peek() { match c { ' ' => { self.next(); } '0'..='9' => { let mut s = String::new(); while let Some(c) = self.peek() { if c.is_ascii_digit() { s.push(*c); self.at += 1; } else { break; } } self.out.push(T::Num(s.parse().map_err(|e| format!(\"{e}\"))?)); } '+' | '-' => { let c = self.next().unwrap(); self.out.push(T::Op(c)); } c if c.is_alphabetic() => { let start = self.at; while self.peek().is_some_and(|c| c.is_alphabetic()) { self.next(); } let w: String = self.chars[start..self.at].iter().collect(); self.out.push(T::Word(w)); } _ => return Err(format!(\"{c}\")) } } Ok(&self.out) }\nfn bump(&mut self) { match &mut self.cur { Some(T::Num(n)) => { *n += 1.0; self.at += 1; } Some(T::Word(w)) if w.is_empty() => self.cur = None, Some(T::Word(w)) => { w.push('x'); self.out.push(T::Op('w')); } _ => { self.cur = Some(T::Num(0.0)); } } if let Some(t) = &self.cur { self.out.push(t.clone()); } if let Some(t) = self.cur.take() { self.out.push(t); } if let Some(T::Op(c)) = self.out.last() { let c = *c; self.chars.push(c); } let last = self.out.last_mut(); if let Some(T::Word(w)) = last { w.clear(); } for t in self.out.iter_mut() { if let T::Num(n) = t { *n *= 2.0; } } let n = self.out.iter().filter(|t| matches!(t, T::Num(_))).count(); self.at = n; let Some(f) = self.out.first() else { return }; if *f == T::Op('+') { self.out.clear(); } } }\nfn main() { let mut l = L { chars: \"1 + ab\".chars().collect(), at: 0, out: vec![], cur: None }; println!(\"{:?}\", l.run()); l.bump(); l.bump(); println!(\"{} {:?}\", l.out.len(), l.cur); match l.run() { Ok(t) => println!(\"{}\", t.len()), Err(e) => println!(\"{e}\") } }" => [];
        "struct Log { lines: Vec<String> } impl Log { fn add(&mut self, line: &str) -> &mut Self { self.lines.push(line.to_string()); self } }\nfn main() { let mut log = Log { lines: vec![] }; for i in 0..2 { let s = i.to_string(); log.add(&s).add(\"x\"); } println!(\"{:?}\", log.lines); }" => [];
        "struct Parser<'a> { text: &'a str, at: usize } impl<'a> Parser<'a> { fn word(&mut self) -> Option<&'a str> { let rest = &self.text[self.at..]; let w = rest.split(' ').next()?; self.at += w.len() + 1; if self.at > self.text.len() { self.at = self.text.len(); } if w.is_empty() { None } else { Some(w) } } fn matches(&self, s: &str) -> bool { self.text.starts_with(s) } }\nfn main() { let text = String::from(\"a b\"); let mut out = vec![]; let mut p = Parser { text: &text, at: 0 }; while let Some(w) = p.word() { let s = w.to_uppercase(); println!(\"{}\", p.matches(&s)); out.push(w); } println!(\"{out:?}\"); }" => [];
        "fn collect<'a>(out: &mut Vec<&'a str>, text: &'a str) { for w in text.split(' ') { out.push(w); } out.push(text); }\nfn main() { let t = String::from(\"a b\"); let mut v = vec![]; collect(&mut v, &t); collect(&mut v, \"c\"); println!(\"{v:?}\"); }" => [];
        "fn keep<T: Clone>(v: &mut Vec<T>, x: &T) { v.push(x.clone()); }\nfn main() { let mut v = vec![]; for i in 0..2 { let s = i.to_string(); keep(&mut v, &s); } println!(\"{v:?}\"); }" => [];
        "struct Tree { kids: Vec<Tree>, n: i32 } fn visit<'t>(t: &'t Tree, out: &mut Vec<&'t Tree>) { out.push(t); for k in &t.kids { visit(k, out); } }\nfn main() { let t = Tree { n: 1, kids: vec![Tree { n: 2, kids: vec![] }] }; let mut out = vec![]; visit(&t, &mut out); println!(\"{}\", out.iter().map(|t| t.n).sum::<i32>()); }" => [];
        "use std::collections::HashMap; #[derive(Default)] struct Bank { m: HashMap<String, i64> } impl Bank { fn to(&mut self, name: &str, n: i64) -> Result<(), String> { let a = self.m.entry(name.to_string()).or_insert(0); if *a + n < 0 { return Err(format!(\"{name}\")); } *a += n; Ok(()) } }\nfn main() { let mut b = Bank::default(); for i in 0..2 { let name = i.to_string(); if let Err(e) = b.to(&name, 1) { println!(\"{e}\"); } } println!(\"{}\", b.m.len()); }" => [];
        "fn main() { let mut v: Vec<String> = vec![]; let mut add = |s: &str| { let t = s.to_string(); v.push(t); }; add(\"a\"); add(\"b\"); println!(\"{v:?}\"); }" => [];
        "use std::collections::HashMap; fn fib(n: u64, memo: &mut HashMap<u64, u64>) -> u64 { if n < 2 { return n; } if let Some(x) = memo.get(&n) { return *x; } let r = fib(n - 1, memo) + fib(n - 2, memo); memo.insert(n, r); r }\nfn main() { println!(\"{}\", fib(20, &mut HashMap::new())); }" => [];
        "#[derive(Clone)] struct B<'a> { parts: Vec<&'a str> } impl<'a> B<'a> { fn with(mut self, p: &'a str) -> Self { self.parts.push(p); self } }\nfn main() { let a = String::from(\"a\"); let b = B { parts: vec![] }.with(&a).with(\"b\"); println!(\"{:?}\", b.parts); }" => [];
    }
    what_is_lent_is_not_changed {
        "fn main() { let w: Vec<&str> = { let t = String::from(\"a b\"); t.split(' ').collect() };\nprintln!(\"{w:?}\"); }" => [("E0597", 1)];
        "fn main() { let mut v = vec![1];\nfor x in &v {\nv.push(*x);\n}\nprintln!(\"{v:?}\"); }" => [("E0502", 3)];
        "fn main() { let mut m = std::collections::HashMap::from([(\"a\", 1)]);\nif let Some(x) = m.get(\"a\") {\nm.insert(\"b\", *x + 1);\nprintln!(\"{x}\");\n}\nprintln!(\"{m:?}\"); }" => [("E0502", 3)];
        "fn main() { let mut v = vec![1];\nlet mut it = v.iter();\nv.clear();\nprintln!(\"{:?}\", it.next()); }" => [("E0502", 3)];
        "fn main() { let mut m = std::collections::HashMap::from([(\"a\", 1)]);\nlet e = m.entry(\"b\");\nprintln!(\"{}\", m.len());\ne.or_insert(0); }" => [("E0502", 3)];
        "fn main() { let c = std::cell::RefCell::new(1);\nlet b = c.borrow();\ndrop(c);\nprintln!(\"{b}\"); }" => [("E0505", 3)];
        "fn main() { let mut s = vec![String::new()];\nwhile let Some(x) = s.last() {\ns.pop();\nprintln!(\"{x}\");\n} }" => [("E0502", 3)];
        "fn main() { let mut o = Some(String::new());\nmatch o {\nSome(ref s) => {\no = None;\nprintln!(\"{s}\"); }\nNone => {} }\nprintln!(\"{o:?}\"); }" => [("E0506", 4)];
        "struct S { name: String, n: u32 }\nimpl S { fn count(&mut self) { self.n += 1; }\nfn f(&mut self) { let n = &self.name;\nself.count();\nprintln!(\"{n}\"); } }\nfn main() { S { name: String::new(), n: 0 }.f(); }" => [("E0502", 4)];
        "struct S { items: Vec<String>, n: usize }\nimpl S { fn see(&mut self, s: &str) { self.n += s.len(); }\nfn all(&mut self) { for i in &self.items {\nself.see(i);\n} } }\nfn main() { S { items: vec![], n: 0 }.all(); }" => [("E0502", 4)];
        "struct S { items: Vec<String>, n: usize }\nimpl S { fn see(&mut self, s: &str) { self.n += s.len(); }\nfn all(&mut self) { for i in self.items.iter() {\nself.see(i);\n} } }\nfn main() { S { items: vec![], n: 0 }.all(); }" => [("E0502", 4)];
        "struct S { items: Vec<String> }\nimpl S { fn first(&mut self) -> &mut String { &mut self.items[0] }\nfn all(&mut self) { let a = self.first();\nlet b = self.first();\na.push('x'); b.push('y'); } }\nfn main() { S { items: vec![String::new(), String::new()] }.all(); }" => [("E0499", 4)];
        "fn f(v: &mut Vec<String>) { let a = &v[0];\nv.push(String::new());\nprintln!(\"{a}\"); }\nfn main() { f(&mut vec![String::new()]); }" => [("E0502", 2)];
        "fn f(v: &mut Vec<i32>) { for x in v.iter() {\nv.push(*x);\n} }\nfn main() { f(&mut vec![1]); }" => [("E0502", 2)];
        "fn f(p: &mut (i32, String)) { let s = &p.1;\np.1 = String::new();\nprintln!(\"{s}\"); }\nfn main() { f(&mut (1, String::new())); }" => [("E0506", 2)];
        "struct S { name: String }\nfn f(s: &S) -> String {\ns.name\n}\nfn main() { println!(\"{}\", f(&S { name: String::new() })); }" => [("E0507", 3)];
        "fn main() { let mut n = 0;\nlet mut inc = || n += 1;\nprintln!(\"{n}\");\ninc(); }" => [("E0502", 3)];
        "fn main() { let mut v = vec![1];\nlet add = |x| v.push(x);\nv.clear();\nlet mut add = add; add(1); }" => [("E0499", 3)];
        "struct H<'a> { s: &'a str }\nfn make() -> H<'static> { let s = String::from(\"a\");\nH { s: &s }\n}\nfn main() { println!(\"{}\", make().s); }" => [("E0515", 3)];
        "struct H<'a> { s: &'a str }\nimpl<'a> H<'a> { fn new(s: &'a str) -> Self { H { s } } }\nfn main() { let h; { let s = String::from(\"a\");\nh = H::new(&s); }\nprintln!(\"{}\", h.s); }" => [("E0597", 4)];
        "struct H<'a> { v: &'a mut Vec<i32> }\nfn main() { let mut v = vec![1]; let h = H { v: &mut v };\nv.push(2);\nh.v.push(3); }" => [("E0499", 3)];
        "fn main() { let mut v = vec![String::from(\"a\"), String::from(\"b\")];\nlet a = &mut v[0];\nlet b = &mut v[1];\nstd::mem::swap(a, b); }" => [("E0499", 3)];
        "fn main() { let mut s = String::from(\"abc\");\nfor c in s.chars() {\nif c == 'b' { s.push('x'); }\n}\nprintln!(\"{s}\"); }" => [("E0502", 3)];
        "fn main() { let mut seen = vec![1]; let mut v = vec![1, 2];\nv.retain(|x| { if *x > 1 { v.len() > 1 } else { seen.push(*x); true } });\nprintln!(\"{seen:?}\"); }" => [("E0502", 2)];
        "struct N { next: Option<Box<N>>, v: i32 }\nfn main() { let mut n = N { next: None, v: 1 };\nlet r = n.next.as_ref();\nn.next = None;\nprintln!(\"{} {}\", r.is_some(), n.v); }" => [("E0506", 4)];
        "fn main() { let a = std::sync::Arc::new(String::from(\"a\"));\nlet s: &str = &a;\ndrop(a);\nprintln!(\"{s}\"); }" => [("E0505", 3)];
        "enum St { A(String), B }\nstruct M { st: St, log: Vec<String> }\nimpl M { fn note(&mut self, s: &str) { self.log.push(s.into()); }\nfn step(&mut self) { match &self.st { St::A(s) => {\nself.note(s);\n} St::B => {} } } }\nfn main() { M { st: St::B, log: vec![] }.step(); let _ = St::A(String::new()); }" => [("E0502", 5)];
        "fn main() { let mut a = vec![1, 2]; let mut refs: Vec<&mut i32> = a.iter_mut().collect();\na[0] = 5;\n*refs[0] = 1; }" => [("E0499", 2)];
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
