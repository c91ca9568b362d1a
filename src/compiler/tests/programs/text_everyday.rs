use std::borrow::{Borrow, Cow};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::{self, Display, Write};
use std::rc::Rc;
use std::str::{self, Chars, FromStr};
use std::sync::Arc;
#[derive(Debug, PartialEq)]
struct Rgb(u8, u8, u8);
#[derive(Debug)]
enum RgbError {
    Missing(&'static str),
    Bad(std::num::ParseIntError),
}
impl From<std::num::ParseIntError> for RgbError {
    fn from(e: std::num::ParseIntError) -> Self {
        RgbError::Bad(e)
    }
}
impl FromStr for Rgb {
    type Err = RgbError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let mut it = s.trim_start_matches('#').split(',').map(str::trim);
        let mut next = |n| it.next().ok_or(RgbError::Missing(n));
        Ok(Rgb(
            next("r")?.parse()?,
            next("g")?.parse()?,
            next("b")?.parse()?,
        ))
    }
}
struct Lexer<'a> {
    chars: std::iter::Peekable<Chars<'a>>,
}
impl<'a> Lexer<'a> {
    fn tokens(text: &'a str) -> Vec<String> {
        let mut me = Lexer {
            chars: text.chars().peekable(),
        };
        let mut out = vec![];
        while let Some(&c) = me.chars.peek() {
            if c.is_whitespace() {
                me.chars.next();
            } else if c.is_ascii_digit() {
                let mut n = String::new();
                while let Some(d) = me.chars.next_if(|c| c.is_ascii_digit() || *c == '.') {
                    n.push(d);
                }
                out.push(n);
            } else {
                out.push(me.chars.next().unwrap().to_string());
            }
        }
        out
    }
}
fn takes_into(s: impl Into<String>) -> String {
    s.into()
}
fn takes_asref(s: impl AsRef<str>) -> usize {
    s.as_ref().len()
}
fn normalize(s: &str) -> Cow<'_, str> {
    if s.contains(' ') {
        Cow::Owned(s.replace(' ', "_"))
    } else {
        Cow::Borrowed(s)
    }
}
fn show(x: &dyn Display) -> String {
    x.to_string()
}
#[tokio::main]
async fn main() {
    println!(
        "{:?} {:?} {:?}",
        "#1, 2,3".parse::<Rgb>(),
        "1,2".parse::<Rgb>(),
        "1,x,3".parse::<Rgb>()
    );
    println!("{:?}", Lexer::tokens("12 + (3.5*x)"));
    println!(
        "{} {} {}",
        takes_into("a"),
        takes_into('b'),
        takes_into(String::from("c"))
    );
    println!(
        "{} {} {}",
        takes_asref("abc"),
        takes_asref(String::from("ab")),
        takes_asref(&String::new())
    );
    println!(
        "{} {} {:?}",
        normalize("a b"),
        normalize("ab"),
        matches!(normalize("ab"), Cow::Borrowed(_))
    );
    let mut counts: HashMap<char, usize> = HashMap::new();
    for c in "mississippi".chars() {
        *counts.entry(c).or_default() += 1;
    }
    let mut v: Vec<_> = counts.iter().collect();
    v.sort();
    println!("{v:?}");
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, w) in "a b a c b".split(' ').enumerate() {
        index.entry(w.to_string()).or_default().push(i);
    }
    println!(
        "{index:?} {:?} {:?}",
        index.get("a"),
        index.contains_key("z")
    );
    let set: HashSet<&str> = ["x", "y", "x"].into_iter().collect();
    println!("{}", set.len());
    let bs: BTreeSet<String> = ["x", "a"].iter().map(|s| s.to_string()).collect();
    println!("{bs:?} {}", bs.contains("a"));
    let rc: Rc<str> = Rc::from("rc");
    let arc: Arc<str> = "arc".into();
    let b: Box<str> = String::from("box").into_boxed_str();
    println!("{rc} {arc:?} {b} {}", rc.len() + arc.len() + b.len());
    let back: String = b.into();
    println!("{back}");
    let mut s = String::from("hello world");
    {
        let (a, b) = s.split_at_mut(5);
        a.make_ascii_uppercase();
        b.make_ascii_uppercase();
    }
    println!("{s}");
    if let Some(p) = s.get_mut(0..1) {
        p.make_ascii_lowercase();
    }
    println!(
        "{s} {:?}",
        s.char_indices()
            .filter(|(_, c)| c.is_uppercase())
            .map(|(i, _)| i)
            .take(3)
            .collect::<Vec<_>>()
    );
    let mut n = 0;
    s.retain(|c| {
        n += 1;
        c != 'L'
    });
    println!("{s} {n}");
    {
        let mut d = s.drain(..3);
        println!("{:?} {:?}", d.next(), d.as_str());
    }
    println!("{s}");
    s.drain(1..3);
    println!("{s} {}", s.len());
    s.extend_from_within(..2);
    println!("{s}");
    s.reserve(100);
    println!("{}", s.capacity() >= 100);
    s.shrink_to_fit();
    println!("{}", s.capacity() == s.len());
    let mut t = String::new();
    for i in 0..3 {
        write!(&mut t, "{i},").unwrap();
    }
    while t.ends_with(',') {
        t.pop();
    }
    println!("{t} {:?}", t.bytes().rposition(|b| b == b','));
    println!(
        "{:?} {:?}",
        t.as_bytes(),
        str::from_utf8(&t.as_bytes()[2..])
    );
    let acronym: String = "portable network graphics"
        .split_whitespace()
        .flat_map(|w| w.chars().next())
        .flat_map(char::to_uppercase)
        .collect();
    println!("{acronym}");
    let title = "hello wORLD"
        .split(' ')
        .map(|w| {
            let mut c = w.chars();
            match c.next() {
                Some(f) => f.to_uppercase().collect::<String>() + &c.as_str().to_lowercase(),
                None => String::new(),
            }
        })
        .collect::<Vec<_>>()
        .join(" ");
    println!("{title}");
    let mut seen = String::new();
    let r = "abc".find(|c| {
        seen.push(c);
        c == 'b'
    });
    println!("{seen} {r:?}");
    let mut k = 0;
    println!(
        "{:?}",
        "a.b.c"
            .split(|c: char| {
                k += 1;
                c == '.'
            })
            .collect::<Vec<_>>()
    );
    println!("{k}");
    println!(
        "{:?}",
        "a,b;c".split([',', ';']).zip(1..).collect::<Vec<_>>()
    );
    println!(
        "{:?} {:?}",
        "x=1;y=2"
            .split(';')
            .filter_map(|kv| kv.split_once('='))
            .collect::<HashMap<_, _>>()
            .get("y"),
        "a".cmp("b")
    );
    println!(
        "{:?}",
        "one two".split(' ').rev().collect::<Vec<_>>().join(" ")
    );
    println!(
        "{} {}",
        "abc".chars().eq("abc".chars()),
        "abc".chars().rev().eq("cba".chars())
    );
    println!(
        "{:?} {:?} {:?}",
        "b".max("a"),
        "abc".chars().max(),
        ["b", "a"].iter().min()
    );
    println!(
        "{:?}",
        "a1b22".chars().fold((0, 0), |(d, l), c| if c.is_numeric() {
            (d + 1, l)
        } else {
            (d, l + 1)
        })
    );
    println!("{} {} {}", show(&"s"), show(&1.5), show(&'c'));
    println!(
        "{:?}",
        "zażółć".chars().map(|c| c.len_utf8()).collect::<Vec<_>>()
    );
    println!(
        "{:?}",
        "abc"
            .chars()
            .cycle()
            .skip(1)
            .step_by(2)
            .take(4)
            .collect::<String>()
    );
    println!(
        "{:?} {:?}",
        "abc".chars().position(|c| c == 'c'),
        "abc".char_indices().nth(1)
    );
    println!(
        "{:?}",
        "a-b_c"
            .replace(['-', '_'], " ")
            .replace(char::is_alphabetic, "x")
            .replace("x", "é")
    );
    println!(
        "{:?} {:?}",
        "αβγ".chars().rev().collect::<Vec<char>>(),
        "αβγ".chars().rev().collect::<String>()
    );
    println!(
        "{:?}",
        String::from_iter(['a', 'b']) + &String::from_iter(vec!["c", "d"])
    );
    println!(
        "{:?}",
        "1,2,,3"
            .split(',')
            .map(|s| s.parse::<i32>().ok())
            .collect::<Vec<_>>()
    );
    println!(
        "{:?}",
        "1,2,x"
            .split(',')
            .map(|s| s.parse::<i32>())
            .collect::<Result<Vec<_>, _>>()
            .map_err(|e| e.to_string())
    );
    println!(
        "{:?} {:?} {:?} {:?}",
        "-12".parse::<i8>(),
        "300".parse::<u8>().map_err(|e| e.to_string()),
        "+7".parse::<u8>(),
        "-1".parse::<u8>().map_err(|e| e.to_string())
    );
    println!(
        "{:?} {:?} {:?}",
        "1e3".parse::<f64>(),
        ".5".parse::<f32>(),
        "abc".parse::<f64>().map_err(|e| e.to_string())
    );
    println!(
        "{:?} {:?}",
        u8::from_str_radix("ff", 16),
        i64::from_str_radix("-101", 2)
    );
    println!("{:?}", (b'a'..=b'e').map(char::from).collect::<String>());
    println!("{:?}", ('a'..='c').zip('x'..).collect::<Vec<_>>());
    println!("{} {} {}", 'a' < 'b', 'a' as u8 + 1, (b'a' + 2) as char);
    println!(
        "{} {:?}",
        char::from_digit(7, 10).unwrap(),
        std::char::from_u32(0x1F600)
    );
    println!(
        "{:?} {:?}",
        'A'.to_lowercase().next(),
        'ŉ'.to_uppercase().rev().collect::<Vec<_>>()
    );
    let owned: Vec<String> = vec![
        "a".into(),
        "b".to_owned(),
        'c'.into(),
        format!("{}", 1),
        String::from_utf8_lossy(b"x").into_owned(),
    ];
    println!(
        "{owned:?} {} {:?}",
        owned.concat(),
        owned.iter().map(|s| s.as_str()).collect::<Vec<&str>>()
    );
    println!(
        "{}",
        owned.contains(&"a".to_string()) && owned.iter().any(|s| s == "b")
    );
    let x: &str = owned[0].borrow();
    println!("{x}");
    let words = ["apple", "bob", "cat"];
    let lens: Vec<usize> = words.iter().map(|w| w.len()).collect();
    println!("{lens:?} {}", words.concat());
    println!(
        "{:>10}|{:<10}|{:^10}|",
        String::from("r"),
        Cow::from("l"),
        Rc::<str>::from("c")
    );
    let multi = "line1
    line2\
      joined";
    println!("{multi:?} {}", r#"raw "q" \n"#);
    println!("{:?} {:?}", b"bytes\n", br"raw\n");
    println!("{:?}", "a\\b\u{41}\x41");
    println!("{:?}", std::mem::take(&mut t));
    println!("{:?} {}", t, t.is_empty());
    let opt: Option<&str> = Some("5");
    println!(
        "{:?} {:?}",
        opt.map(str::len),
        opt.and_then(|s| s.parse::<i32>().ok())
    );
    let o: Option<String> = Some("s".into());
    println!("{:?} {:?}", o.as_deref(), o.as_deref().unwrap_or("none"));
    println!(
        "{:?}",
        "abc".strip_prefix("a").and_then(|s| s.strip_suffix("c"))
    );
    println!(
        "{:?}",
        "  lead".chars().take_while(|c| c.is_whitespace()).count()
    );
    println!(
        "{:?}",
        "abcdef"
            .as_bytes()
            .chunks(4)
            .map(|c| str::from_utf8(c).unwrap())
            .collect::<Vec<_>>()
    );
    println!(
        "{:?}",
        "abcdef"
            .chars()
            .collect::<Vec<_>>()
            .chunks(4)
            .map(|c| c.iter().collect::<String>())
            .collect::<Vec<_>>()
    );
    println!(
        "{:?}",
        "hello"
            .bytes()
            .fold(0u32, |h, b| h.wrapping_mul(31).wrapping_add(b as u32))
    );
    println!("{:?}", "b a c".split(' ').collect::<BTreeSet<_>>());
    let mut cs: Vec<char> = "hello".chars().collect();
    cs.sort();
    cs.dedup();
    println!("{}", cs.iter().collect::<String>());
    println!("{}", String::from_iter(&cs));
    println!("{}", cs.into_iter().rev().collect::<String>());
    let s2 = String::from("tail");
    let s3 = s2 + "-" + "x" + &format!("{}", 1);
    println!("{s3}");
    match s3.as_str() {
        "tail-x1" => println!("m"),
        other => println!("{other}"),
    }
    match s3.chars().next() {
        Some('a'..='m') => println!("am"),
        Some(c @ ('n'..='z')) => println!("{c}"),
        _ => {}
    }
    if let [a, .., z] = s3.as_bytes() {
        println!("{a} {z}");
    }
    println!("{:?}", s3.split_at(4));
    println!("{:?}", &s3[s3.len() - 2..]);
    println!(
        "{:?}",
        s3.bytes()
            .map(|b| format!("{b:02x}"))
            .collect::<Vec<_>>()
            .join("")
    );
    println!(
        "{:?}",
        ["b", "a", "C"].iter().map(|s| s.to_lowercase()).max()
    );
    struct W<'a>(&'a mut dyn fmt::Write);
    let mut out = String::new();
    {
        let w = W(&mut out);
        w.0.write_str("dyn").unwrap();
        w.0.write_char('!').unwrap();
        write!(w.0, "{:?}", 1).unwrap();
    }
    println!("{out}");
}
