//! What hands do to a program: mostly nothing that means anything.

use std::ops::Range;

use crate::random::Random;

/// Changes a program, of which there are others to paste from. Gives where the cursor is then.
pub fn edit(text: &mut String, others: &[&str], random: &mut Random) -> usize {
    let edits: [Edit; 14] = [
        |text, _, random| (within_word(text, random), random.choose(KEYS).to_string()),
        |text, _, random| (within_word(text, random), random.choose(TOKENS).to_string()),
        |text, _, random| (character(text, random), String::new()),
        |text, _, random| (word(text, random), String::new()),
        |text, _, random| {
            let another = text[word(text, random)].to_string();
            (word(text, random), another)
        },
        |text, _, random| {
            let word = word(text, random);
            (word.end..word.end, format!(" {} ", random.choose(TOKENS)))
        },
        |text, _, random| (number(text, random), random.choose(NUMBERS).to_string()),
        |text, _, random| (bracket(text, random), String::new()),
        |text, _, random| {
            let bracket = bracket(text, random);
            (bracket.clone(), text[bracket].repeat(2))
        },
        |text, _, random| (line(text, random), String::new()),
        |text, _, random| {
            let line = line(text, random);
            (line.end..line.end, text[line].to_string())
        },
        swap_lines,
        |text, _, random| {
            let line = line(text, random);
            let half = line.start + character(&text[line.clone()], random).start;
            (half..line.end - usize::from(line.end > half), String::new())
        },
        paste,
    ];
    let (at, new) = random.choose(&edits)(text, others, random);
    let cursor = at.start + new.len();
    text.replace_range(at, &new);
    cursor
}

/// What is replaced, and by what.
type Change = (Range<usize>, String);

/// A change to a text, of which there are others to paste from.
type Edit = fn(&str, &[&str], &mut Random) -> Change;

const KEYS: &[&str] = &[
    "a", "e", "_", "x", "1", ".", ",", ";", "&", "*", "!", "'", "\"", " ", "(", ")", "{", "}", "é",
    "\n",
];

const TOKENS: &[&str] = &[
    ".await",
    "async",
    "move",
    "mut",
    "&mut",
    "let x = ",
    "fn",
    "impl",
    "for",
    "in",
    "while",
    "loop {",
    "match",
    "if",
    "else",
    "return",
    "break",
    "continue",
    "?",
    "::",
    "->",
    "=>",
    "..",
    "..=",
    "|x|",
    "||",
    "&&",
    "as u8",
    "<T>",
    "dyn",
    "Box<",
    "#[derive(",
    "macro_rules!",
    "//",
    "/*",
    "r#\"",
    "b'",
    "0x",
    "1e",
    "'a",
    "self",
    "Self",
    "super::",
    "crate::",
    "println!(",
    "select! {",
    "join!(",
    "spawn(",
    "vec![",
    "unsafe {",
    "static",
    "const",
    "struct A;",
    "enum",
    "mod m {",
    "use",
    "where",
    "type",
    "trait",
    "_",
    "@",
    "$",
    ".0",
    ".clone()",
    ".unwrap()",
    ".iter()",
];

const NUMBERS: &[&str] = &[
    "0",
    "1",
    "2",
    "7",
    "255",
    "256",
    "-1",
    "0.5",
    "1_000",
    "4_294_967_296",
    "0u8",
    "i32::MAX",
    "'c'",
    "\"text\"",
];

/// All places, from each start to its end; the end of the text where there is none.
fn choose(text: &str, random: &mut Random, is: impl Fn(&str, char) -> bool) -> usize {
    let places = text.char_indices().filter(|(at, c)| is(&text[..*at], *c));
    let places: Vec<_> = places.map(|(at, _)| at).collect();
    if places.is_empty() {
        return text.len();
    }
    *random.choose(&places)
}

fn of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn character(text: &str, random: &mut Random) -> Range<usize> {
    let at = choose(text, random, |_, _| true);
    at..at + text[at..].chars().next().map_or(0, char::len_utf8)
}

fn bracket(text: &str, random: &mut Random) -> Range<usize> {
    let at = choose(text, random, |_, c| "(){}[]<>\"".contains(c));
    at..text.len().min(at + 1)
}

fn word(text: &str, random: &mut Random) -> Range<usize> {
    let at = choose(text, random, |before, c| {
        of_word(c) && !before.ends_with(of_word)
    });
    at..at + text[at..].find(|c| !of_word(c)).unwrap_or(text.len() - at)
}

fn within_word(text: &str, random: &mut Random) -> Range<usize> {
    let at = choose(text, random, |before, c| {
        of_word(c) && before.ends_with(of_word)
    });
    at..at
}

fn number(text: &str, random: &mut Random) -> Range<usize> {
    let at = choose(text, random, |before, c| {
        c.is_ascii_digit() && !before.ends_with(of_word)
    });
    let is_digit = |c: char| c.is_ascii_digit() || c == '_';
    at..at + text[at..].find(|c| !is_digit(c)).unwrap_or(text.len() - at)
}

/// With its end.
fn line(text: &str, random: &mut Random) -> Range<usize> {
    let at = choose(text, random, |before, _| {
        before.is_empty() || before.ends_with('\n')
    });
    at..at + text[at..].find('\n').map_or(text.len() - at, |end| end + 1)
}

fn swap_lines(text: &str, _: &[&str], random: &mut Random) -> Change {
    let first = line(text, random);
    let second = text[first.end..].split_inclusive('\n').next().unwrap_or("");
    let both = first.start..first.end + second.len();
    (both, format!("{second}{}", &text[first]))
}

/// Some lines of another program.
fn paste(text: &str, others: &[&str], random: &mut Random) -> Change {
    let other = random.choose(others);
    let lines = other.split_inclusive('\n');
    let from = random.below(lines.clone().count());
    let pasted = lines.skip(from).take(1 + random.below(6)).collect();
    let at = line(text, random).start;
    (at..at, pasted)
}
