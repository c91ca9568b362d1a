use std::collections::HashMap;
struct Parser<'a> {
    text: &'a str,
    at: usize,
    seen: Vec<&'a str>,
    own: String,
}
impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Parser {
            text,
            at: 0,
            seen: vec![],
            own: String::new(),
        }
    }
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }
    fn all(&self) -> &'a str {
        self.text
    }
    fn remember(&mut self) -> &'a str {
        let t = self.text;
        self.seen.push(t);
        self.seen.push(self.text);
        self.seen.push(&self.text[1..]);
        t
    }
    fn own(&self) -> &str {
        &self.own
    }
    fn either(&self, _other: &str) -> &str {
        if self.at > 0 {
            &self.own
        } else {
            self.text
        }
    }
    fn first(&self) -> Option<&'a str> {
        self.seen.first().copied()
    }
    fn first_seen(&self) -> Option<&&'a str> {
        self.seen.first()
    }
    fn last(&self) -> &'a str {
        self.seen[self.seen.len() - 1]
    }
    fn split(&self) -> Vec<&'a str> {
        self.text.split(' ').collect()
    }
    fn each(&self) -> Vec<&'a str> {
        self.seen.iter().copied().filter(|s| s.len() > 0).collect()
    }
    fn each_copied(&self) -> Vec<&'a str> {
        let mut v = vec![];
        for s in &self.seen {
            v.push(*s);
        }
        v
    }
    fn keep(&mut self, s: &'a str) -> &mut Self {
        self.seen.push(s);
        self
    }
    fn word(&mut self) -> Option<&'a str> {
        let w = self.rest().split(' ').next()?;
        self.at += w.len();
        Some(w)
    }
}
fn name(n: u32) -> &'static str {
    match n {
        0 => "zero",
        _ => "many",
    }
}
fn word(s: &str) -> &'static str {
    match s {
        "a" => "b",
        _ => "c",
    }
}
fn find(s: &str) -> Option<&'static str> {
    [("a", "b")].iter().find(|t| t.0 == s).map(|t| t.1)
}
fn look<'a>(m: &HashMap<String, &'a str>, k: &str) -> Option<&'a str> {
    m.get(k).copied()
}
fn look_up<'a>(m: &'a HashMap<String, String>, k: &str) -> Option<&'a String> {
    m.get(k)
}
fn look_up_or<'a>(m: &'a HashMap<String, String>, k: &str) -> &'a str {
    m.get(k).map(|s| s.as_str()).unwrap_or("none")
}
fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() > b.len() {
        a
    } else {
        b
    }
}
fn first(s: &str) -> &str {
    s.split(' ').next().unwrap_or("")
}
fn firsts(s: &str) -> Vec<&str> {
    let mut v = Vec::new();
    for w in s.split(' ') {
        v.push(w);
    }
    v
}
fn max<'a>(all: &[&'a str]) -> &'a str {
    let mut best = all[0];
    for s in all {
        if s.len() > best.len() {
            best = s;
        }
    }
    best
}
fn longest_of<'a>(all: &[&'a str]) -> Option<&'a str> {
    all.iter().copied().max_by_key(|s| s.len())
}
fn longest_or_none<'a>(all: &[&'a str]) -> Option<&'a str> {
    all.iter().max_by_key(|s| s.len()).map(|s| *s)
}
fn get_mut<'a>(m: &'a mut HashMap<String, Vec<String>>, k: &str) -> &'a mut Vec<String> {
    m.entry(k.to_string()).or_default()
}
fn boxed(s: &str) -> Box<dyn Fn() -> usize> {
    let n = s.len();
    Box::new(move || n)
}
fn boxed_later<'a>(s: &'a str) -> Box<dyn Fn() -> usize + 'a> {
    Box::new(move || s.len())
}
fn own(s: &str) -> String {
    s.to_string()
}
fn number(s: &str) -> Result<u32, std::num::ParseIntError> {
    let n: u32 = s.parse()?;
    Ok(n)
}
fn swap<'a>(a: &mut &'a str, b: &mut &'a str) {
    let t = *a;
    *a = *b;
    *b = t;
}
fn put<T>(v: &mut Vec<T>, t: T) -> &mut T {
    v.push(t);
    v.last_mut().unwrap()
}
fn clone_into<T: Clone>(v: &mut Vec<T>, t: &T) {
    v.push(t.clone());
}
fn cond<'a>(s: &'a str, skip: &str) -> &'a str {
    if s == skip {
        ""
    } else {
        let t = s.trim();
        t
    }
}
fn strip<'a>(s: &'a str, parser: &str) -> &'a str {
    s.strip_prefix(parser).unwrap_or(s)
}
fn count<'a>(words: &[&'a str]) -> HashMap<&'a str, usize> {
    let mut m = HashMap::new();
    for w in words {
        *m.entry(*w).or_insert(0) += 1;
    }
    m
}
fn count_words(text: &str) -> HashMap<&str, usize> {
    text.split(' ').fold(HashMap::new(), |mut m, w| {
        *m.entry(w).or_insert(0) += 1;
        m
    })
}
fn group<'a>(words: &[&'a str]) -> HashMap<usize, Vec<&'a str>> {
    let mut m: HashMap<usize, Vec<&str>> = HashMap::new();
    for &w in words {
        m.entry(w.len()).or_default().push(w);
    }
    m
}
trait Shape {
    fn name(&self) -> &str;
    fn tag(&self) -> &'static str {
        "shape"
    }
}
struct Sq {
    name: String,
}
impl Shape for Sq {
    fn name(&self) -> &str {
        &self.name
    }
    fn tag(&self) -> &'static str {
        "sq"
    }
}
fn shapes(v: &[Box<dyn Shape>]) -> Vec<&str> {
    v.iter().map(|s| s.name()).collect()
}
fn tags(v: &[Box<dyn Shape>]) -> Vec<&'static str> {
    v.iter().map(|s| s.tag()).collect()
}
fn main() {
    let mut parser = Parser::new("a b");
    parser.keep("c").keep("d");
    println!(
        "{}{}{}{}{:?}{:?}{}{:?}{:?}{:?}{:?}{}",
        parser.rest(),
        parser.all(),
        parser.own(),
        parser.either(""),
        parser.first(),
        parser.first_seen(),
        parser.last(),
        parser.split(),
        parser.each(),
        parser.each_copied(),
        look(&HashMap::new(), ""),
        name(0)
    );
    parser.remember();
    parser.word();
    println!(
        "{:?}{}{:?}{}{}{}{:?}{}",
        find("a"),
        word(""),
        look_up(&HashMap::new(), ""),
        look_up_or(&HashMap::new(), ""),
        longest("a", "b"),
        first("a"),
        firsts(""),
        max(&["a"])
    );
    println!(
        "{:?}{:?}{:?}{}{}{}{:?}",
        longest_of(&["a"]),
        longest_or_none(&["a"]),
        get_mut(&mut HashMap::new(), ""),
        boxed("")(),
        boxed_later("")(),
        own(""),
        number("1")
    );
    let (mut a, mut b) = ("a", "b");
    swap(&mut a, &mut b);
    let mut v = vec![];
    put(&mut v, 1);
    clone_into(&mut v, &1);
    println!(
        "{}{}{:?}{:?}{:?}",
        cond("", ""),
        strip("", ""),
        count(&[]),
        count_words(""),
        group(&[])
    );
    let v: Vec<Box<dyn Shape>> = vec![Box::new(Sq {
        name: String::new(),
    })];
    println!("{:?}{:?}", shapes(&v), tags(&v));
}
