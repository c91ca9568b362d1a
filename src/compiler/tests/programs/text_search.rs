use std::borrow::Cow;
use std::fmt::Write as _;

fn show<'a>(name: &str, parts: impl Iterator<Item = &'a str>) {
    println!("{name}: {:?}", parts.collect::<Vec<_>>());
}

#[tokio::main]
async fn main() {
    let s = "a, b,, c,";
    show("split", s.split(','));
    show("split rev", s.split(',').rev());
    show("split str", s.split(", "));
    show("split closure", s.split(|c: char| c == ',' || c == ' '));
    show("split array", s.split([',', ' ']));
    show("split array ref", s.split(&[',', ' ']));
    show("split slice", s.split(&[',', ' '][..]));
    show("split string", s.split(&String::from(", ")));
    show("split refref", s.split(&", "));
    show("split fn", "a1b2c".split(char::is_numeric));
    show("rsplit", s.rsplit(','));
    show("rsplit str", s.rsplit(", "));
    show("splitn", s.splitn(2, ','));
    show("splitn 1", s.splitn(1, ','));
    show("splitn 0", s.splitn(0, ','));
    show("rsplitn", s.rsplitn(2, ','));
    show("terminator", s.split_terminator(','));
    show("rterminator", s.rsplit_terminator(','));
    show("terminator rev", s.split_terminator(',').rev());
    show("inclusive", s.split_inclusive(','));
    show("inclusive rev", s.split_inclusive(',').rev());
    show("empty", "ab".split(""));
    show("empty r", "ab".rsplit(""));
    show("empty t", "ab".split_terminator(""));
    show("empty i", "ab".split_inclusive(""));
    show("empty n", "añb".splitn(2, ""));
    show("of empty", "".split(','));
    show("of empty t", "".split_terminator(','));
    show("of empty i", "".split_inclusive(','));
    show("of empty empty", "".split(""));
    show("ws", "  a b\t\u{a0}c\n ".split_whitespace());
    show("ws rev", "  a b\t\u{a0}c\n ".split_whitespace().rev());
    show("aws", "  a b\t\u{a0}c\n ".split_ascii_whitespace());
    show("lines", "one\r\ntwo\n\nthree\r".lines());
    show("lines rev", "one\r\ntwo\n\nthree\n".lines().rev());
    show("matches", "abcXXXabcYYYabc".matches("abc"));
    show("matches c", "1abc2abc3".matches(char::is_numeric));
    show("rmatches", "1abc2abc3".rmatches(char::is_numeric));
    println!("{:?}", "aaaa".match_indices("aa").collect::<Vec<_>>());
    println!("{:?}", "aaaaa".rmatch_indices("aa").collect::<Vec<_>>());
    println!("{:?}", "ab".match_indices("").collect::<Vec<_>>());
    println!("{:?} {:?}", s.split_once(", "), s.rsplit_once(','));
    println!("{:?} {:?} {:?}", s.find(','), s.rfind(','), s.find("zz"));
    println!(
        "{:?} {:?} {:?}",
        "añb".find('b'),
        "añb".find('ñ'),
        "añb".find(|c: char| !c.is_ascii())
    );
    println!("{:?} {:?}", "aaa".rfind("aa"), "".find(""));
    println!(
        "{} {} {}",
        s.contains("b,"),
        s.contains('z'),
        s.contains(char::is_whitespace)
    );
    println!(
        "{} {} {}",
        s.starts_with("a,"),
        s.ends_with(','),
        s.starts_with(char::is_uppercase)
    );
    println!(
        "[{}] [{}] [{}]",
        "  x y \n".trim(),
        "  x".trim_start(),
        "x  ".trim_end()
    );
    println!(
        "[{}] [{}] [{}]",
        "xxaxx".trim_matches('x'),
        "123a1".trim_start_matches(char::is_numeric),
        "abab!ab".trim_end_matches("ab")
    );
    println!(
        "{:?} {:?} {:?}",
        "foobar".strip_prefix("foo"),
        "foobar".strip_suffix('r'),
        "foo".strip_prefix("bar")
    );
    println!(
        "{} {} {}",
        "a-b-c".replace('-', "+"),
        "a-b-c".replacen("-", "", 1),
        "ab".replace("", "-")
    );
    println!(
        "{} {} {}",
        "straße ŉ".to_uppercase(),
        "ÀÉÎ ΑΣ ΣΑ Σ".to_lowercase(),
        "ǆ".to_uppercase()
    );
    println!(
        "{} {} {}",
        "héLLo".to_ascii_uppercase(),
        "HÉllo".to_ascii_lowercase(),
        "Ferris".eq_ignore_ascii_case("fERRIS")
    );
    println!(
        "{:?} {:?} {:?}",
        "añb".get(0..2),
        "añb".get(1..3),
        "añb".get(2..9)
    );
    println!(
        "{} {} {}",
        "añb".is_char_boundary(2),
        &"añb"[1..],
        &"añb"[..=2]
    );
    println!("{:?} {:?}", "añb".split_at(3), "añb".split_at_checked(2));
    println!("{:?}", "añb🦀".char_indices().rev().collect::<Vec<_>>());
    println!(
        "{:?} {:?}",
        "añb".bytes().collect::<Vec<_>>(),
        "añb".as_bytes().len()
    );
    println!("{:?} {:?}", "añb".chars(), "añb".chars().nth(1));
    let mut cs = "hello".chars();
    cs.next();
    cs.next_back();
    println!(
        "{} {:?} {:?}",
        cs.as_str(),
        cs.size_hint(),
        "hello".chars().last()
    );
    println!("{:?} {:?}", "abc".cmp("abd"), "b" > "abc");
    println!(
        "{:?} {:?} {:?}",
        "12".parse::<i32>(),
        "x".parse::<i32>(),
        "".parse::<u8>()
    );
    println!(
        "{:?} {:?} {:?} {:?}",
        "true".parse::<bool>(),
        "x".parse::<bool>(),
        "ab".parse::<char>(),
        "é".parse::<char>()
    );
    println!("{:?} {:?}", "hi".parse::<String>(), "1.5".parse::<f64>());
    println!(
        "{:?}",
        "a\u{301}\u{200b}\u{e000}'\"\t\u{7f}é\u{a0}\u{1F600}\0\\"
    );
    println!("{:?} {:?} {:?} {:?}", '\u{301}', '\'', '"', '\n');
    println!(
        "{} {} {}",
        "ß'é\n".escape_default(),
        "é\n'".escape_unicode(),
        "é\n'\"".escape_debug()
    );
    println!(
        "{} {} {}",
        'é'.escape_default(),
        '\t'.escape_debug(),
        'a'.escape_unicode()
    );
    println!(
        "{:>6}|{:<6}|{:^6}|{:*^7}|{:.2}|{:>5.1}|",
        "añb", "añb", "añb", "añb", "añb", "añb"
    );
    println!("{:>3}|{:<3}|{:^3}|{:?}|{:>6?}|", 'x', 'y', 'z', 'q', "é");

    let mut t = String::with_capacity(10);
    println!("{} {}", t.capacity() >= 10, t.is_empty());
    t.push_str("héllo");
    t.push('!');
    t.insert(0, '«');
    t.insert_str(2, "ab");
    t += "c";
    let t2 = t.clone() + "d" + &String::from("e");
    println!("{t} {t2} {}", t == t2);
    println!("{:?} {:?} {}", t.pop(), t.remove(0), t);
    t.retain(|c| c != 'l');
    println!("{t}");
    t.replace_range(1..2, "XYZ");
    println!("{t} {}", t.drain(1..4).rev().collect::<String>());
    println!("{t}");
    let tail = t.split_off(2);
    println!("{t} {tail}");
    t.truncate(1);
    t.extend(['x', 'y']);
    t.extend(vec!["p", "q"]);
    t.extend([String::from("r")]);
    t.extend(&['1', '2']);
    println!("{t} {}", t.len());
    t.make_ascii_uppercase();
    println!("{:?}", t.as_mut_str());
    t.clear();
    println!("{t:?}");
    write!(t, "{}-{:03}", 1, 2).unwrap();
    writeln!(t, "!").unwrap();
    println!("{t:?}");
    let words: String = vec!["a", "b"].into_iter().collect();
    let owned: String = vec![String::from("c"), String::from("d")]
        .into_iter()
        .collect();
    let cows: String = vec![Cow::Borrowed("e"), Cow::Owned(String::from("f"))]
        .into_iter()
        .collect();
    let boxed: Box<str> = "box".into();
    println!("{words}{owned}{cows}{boxed} {}", boxed.len());
    println!(
        "{:?} {:?}",
        String::from_utf8(vec![104, 105]),
        String::from_utf8(vec![104, 255, 104])
    );
    println!(
        "{} {}",
        String::from_utf8_lossy(&[104, 255, 0xe2, 0x82, 104, 0xf0, 0x9f, 0x92]),
        std::str::from_utf8(&vec![0xe2, 0x82]).unwrap_err()
    );
    println!(
        "{:?} {:?} {:?}",
        std::str::from_utf8(&vec![0xed, 0xa0, 0x80]),
        std::str::from_utf8(&vec![0x61, 0xf0, 0x9f, 0x98]),
        std::str::from_utf8("é🦀".as_bytes())
    );
    println!(
        "{} {} {}",
        t == "1-002!\n",
        "1-002!\n" == t,
        *"1" == String::from("1")
    );
    let r: &str = &t;
    println!("{} {}", r == t, t.as_str() == r);
    println!("{} {} {}", 5.to_string(), 'c'.to_string(), true.to_string());
    println!(
        "{} {}",
        String::from('é'),
        String::from("x".to_string().into_boxed_str())
    );
    println!(
        "{:?} {:?}",
        "abc".to_owned().into_bytes(),
        "é".encode_utf16().collect::<Vec<_>>()
    );
    let mut buf = [0; 4];
    println!(
        "{} {} {}",
        'é'.encode_utf8(&mut buf),
        '🦀'.len_utf8(),
        '🦀'.len_utf16()
    );
    println!(
        "{:?} {:?} {:?}",
        'z'.to_digit(36),
        '9'.to_digit(8),
        char::from_digit(11, 16)
    );
    println!(
        "{:?} {:?} {:?}",
        char::from_u32(0x41),
        char::from_u32(0xd800),
        char::try_from(0x110000u32)
    );
    println!(
        "{:?} {} {}",
        u8::try_from('é'),
        u32::from('é'),
        char::from(65u8)
    );
    println!("{:?}", u8::try_from('あ'));
    println!(
        "{:?} {} {}",
        'ß'.to_uppercase().collect::<String>(),
        'ß'.to_uppercase(),
        'İ'.to_lowercase().count()
    );
    println!("{:?}", ('a'..='e').collect::<String>());
    println!(
        "{:?} {:?}",
        ('a'..'e').rev().step_by(2).collect::<Vec<_>>(),
        ('\u{D7FF}'..='\u{E000}').count()
    );
    for c in [
        'a', 'Z', '5', ' ', '\n', 'é', 'Σ', '٣', '\u{85}', '!', '~', '½', '中',
    ] {
        println!(
            "{c:?} {} {} {} {} {} {} {} {} {}",
            c.is_alphabetic(),
            c.is_numeric(),
            c.is_alphanumeric(),
            c.is_lowercase(),
            c.is_uppercase(),
            c.is_whitespace(),
            c.is_control(),
            c.is_ascii_punctuation(),
            c.is_ascii_hexdigit()
        );
    }
    let cow: Cow<str> = "x".into();
    println!("{cow} {:?} {}", cow, cow.clone().into_owned() + "y");
    println!(
        "{}",
        ["a", "b"].concat() + &["c".to_string(), "d".to_string()].join("/")
    );
    let mut v = vec!["pear", "Apple", "fig"];
    v.sort();
    println!("{v:?}");
    v.sort_by_key(|s| s.to_lowercase());
    println!("{v:?} {:?}", v.iter().map(|s| s.len()).max());
    println!(
        "{:?}",
        "Mary had"
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_ascii_uppercase())
            .rev()
            .collect::<String>()
    );
    println!("{}", "x".repeat(3).chars().all(|c| c == 'x'));
    match "abc" {
        "abc" => println!("is"),
        _ => println!("not"),
    }
    let text = String::from("k=v");
    if let Some((k, v)) = text.split_once('=') {
        println!("{k} {v}");
    }
    let mut parts = "1 2 3".split(' ');
    while let Some(p) = parts.next() {
        print!("{p};");
    }
    println!();
    let sum: i32 = "1 2 3".split(' ').map(|x| x.parse::<i32>().unwrap()).sum();
    println!(
        "{sum} {}",
        "abc"
            .char_indices()
            .map(|(i, c)| format!("{i}{c}"))
            .collect::<Vec<_>>()
            .join(",")
    );
    let longest = "the quick brown"
        .split_whitespace()
        .max_by_key(|w| w.len())
        .unwrap_or_default();
    println!("{longest}");
    println!(
        "{}",
        "aXbX"
            .split('X')
            .map(str::to_owned)
            .map(|s: String| s + ".")
            .collect::<String>()
    );
    println!(
        "{:?}",
        "  x"
            .trim_start()
            .chars()
            .map(|c| c as u32)
            .collect::<Vec<_>>()
    );
    println!(
        "{}",
        "abc".bytes().rev().map(|b| b as char).collect::<String>()
    );
    println!(
        "{:?}",
        "a b c"
            .split(' ')
            .map(String::from)
            .collect::<std::collections::VecDeque<String>>()
    );
}
