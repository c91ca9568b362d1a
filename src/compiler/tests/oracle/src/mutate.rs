//! Small changes to a program, as a learner makes them.

use std::ops::Range;

use serde::Serialize;

use crate::random::Random;
use crate::tokens::{Kind, Token, tokens};

/// The text of a range, replaced.
#[derive(Clone, Serialize, PartialEq)]
pub struct Change {
    pub kind: &'static str,
    /// In bytes.
    pub start: usize,
    pub end: usize,
    pub text: String,
    /// In which line it begins, from 1.
    pub line: usize,
}

impl Change {
    pub fn apply(&self, source: &str) -> String {
        format!(
            "{}{}{}",
            &source[..self.start],
            self.text,
            &source[self.end..]
        )
    }
}

/// A program's tokens, with where each of them could be changed in what way.
struct Program<'a> {
    source: &'a str,
    tokens: Vec<Token>,
}

type Place = (Range<usize>, String);

/// Where a program can be changed in one way.
type Places = fn(&Program, &mut Random) -> Vec<Place>;

const KINDS: &[(&str, Places)] = &[
    (".await deleted", |p, _| p.deleted(&[".", "await"])),
    ("mut deleted", |p, _| p.deleted(&["mut"])),
    ("move deleted", |p, _| p.deleted(&["move"])),
    ("? deleted", |p, _| p.deleted(&["?"])),
    ("& deleted", |p, _| p.deleted(&["&"])),
    ("; deleted", |p, _| p.deleted(&[";"])),
    ("brace deleted", |p, _| {
        [p.deleted(&["{"]), p.deleted(&["}"])].concat()
    }),
    ("argument deleted", |p, _| p.arguments()),
    ("statement deleted", |p, _| p.statements()),
    ("misspelled", |p, random| p.misspelled(random)),
    ("type changed", |p, random| p.swapped(TYPES, random)),
    ("unit changed", |p, random| p.swapped(UNITS, random)),
    ("number changed", |p, random| p.numbers(random)),
    ("spawned", |p, _| p.spawned()),
    ("called", |p, _| p.called()),
    ("use deleted", |p, _| p.uses()),
];

const TYPES: &[&str] = &[
    "u8", "u32", "u64", "i32", "usize", "f64", "String", "bool", "char",
];
const UNITS: &[&str] = &[
    "from_millis",
    "from_secs",
    "from_micros",
    "as_millis",
    "as_secs",
];

/// A change to the program, or None if it has no place for the kind that was chosen.
pub fn mutate(source: &str, random: &mut Random) -> Option<Change> {
    let (kind, places) = *random.choose(KINDS);
    let changes = changes(source, kind, places, random);
    (!changes.is_empty()).then(|| random.choose(&changes).clone())
}

/// All changes of a kind that leaves nothing to chance.
pub fn every(source: &str, kind: &str) -> Vec<Change> {
    let mut kinds = KINDS.iter().filter(|(name, _)| *name == kind);
    let (kind, places) = *kinds.next().expect("a kind of change");
    changes(source, kind, places, &mut Random::new(0))
}

fn changes(source: &str, kind: &'static str, places: Places, random: &mut Random) -> Vec<Change> {
    let tokens = tokens(source);
    let places = places(&Program { source, tokens }, random);
    let change = |(at, text): Place| Change {
        kind,
        start: at.start,
        end: at.end,
        text,
        line: source[..at.start].matches('\n').count() + 1,
    };
    places.into_iter().map(change).collect()
}

impl Program<'_> {
    fn text(&self, index: usize) -> &str {
        self.tokens
            .get(index)
            .map_or("", |token| &self.source[token.at.clone()])
    }

    fn is(&self, index: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(offset, word)| self.text(index + offset) == *word)
    }

    fn span(&self, from: usize, to: usize) -> Range<usize> {
        self.tokens[from].at.start..self.tokens[to].at.end
    }

    fn indices(&self) -> Range<usize> {
        0..self.tokens.len()
    }

    fn deleted(&self, words: &[&str]) -> Vec<Place> {
        let here = self.indices().filter(|i| self.is(*i, words));
        // Half of `&&` is another operator.
        let here = here.filter(|i| words != ["&"] || !self.is(*i, &["&", "&"]));
        here.map(|i| (self.span(i, i + words.len() - 1), String::new()))
            .collect()
    }

    /// The bracket that closes the one at `open`.
    fn closing(&self, open: usize) -> Option<usize> {
        let mut depth = 0;
        for i in open..self.tokens.len() {
            match self.text(i) {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Some(i);
            }
        }
        None
    }

    fn arguments(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for open in self.indices().filter(|i| self.is(*i, &["("]) && *i > 0) {
            let Some(close) = self.closing(open) else {
                continue;
            };
            if self.tokens[open - 1].kind != Kind::Word || close == open + 1 {
                continue;
            }
            let (mut start, mut i) = (open + 1, open + 1);
            while i <= close {
                if matches!(self.text(i), "(" | "[" | "{") {
                    i = self.closing(i).unwrap_or(close);
                } else if i == close || self.is(i, &[","]) {
                    if i > start {
                        let last = if i == close { i - 1 } else { i };
                        places.push((self.span(start, last), String::new()));
                    }
                    start = i + 1;
                }
                i += 1;
            }
        }
        places
    }

    /// Of one line each.
    fn statements(&self) -> Vec<Place> {
        let mut places = Vec::new();
        let mut start = 0;
        for line in self.source.split_inclusive('\n') {
            let code = line.trim();
            let at = start + line.find(code).unwrap_or(0);
            let whole =
                code.matches(['(', '{', '[']).count() == code.matches([')', '}', ']']).count();
            if line.starts_with(' ') && code.ends_with(';') && whole {
                places.push((at..at + code.len(), String::new()));
            }
            start += line.len();
        }
        places
    }

    fn uses(&self) -> Vec<Place> {
        let mut start = 0;
        let mut places = Vec::new();
        for line in self.source.split_inclusive('\n') {
            if line.starts_with("use ") && line.ends_with(";\n") {
                places.push((start..start + line.len() - 1, String::new()));
            }
            start += line.len();
        }
        places
    }

    fn misspelled(&self, random: &mut Random) -> Vec<Place> {
        let words = self.tokens.iter().filter(|token| token.kind == Kind::Word);
        let words =
            words.filter(|token| token.at.len() > 2 && self.source[token.at.clone()].is_ascii());
        words
            .map(|token| {
                let mut letters: Vec<char> = self.source[token.at.clone()].chars().collect();
                let at = random.below(letters.len() - 1);
                match random.below(3) {
                    0 => drop(letters.remove(at)),
                    1 => letters.swap(at, at + 1),
                    _ => letters.insert(at, letters[at]),
                }
                (token.at.clone(), letters.into_iter().collect())
            })
            .filter(|(at, text)| self.source[at.clone()] != *text)
            .collect()
    }

    fn swapped(&self, among: &[&str], random: &mut Random) -> Vec<Place> {
        let here = self
            .tokens
            .iter()
            .filter(|token| among.contains(&&self.source[token.at.clone()]));
        here.map(|token| (token.at.clone(), random.choose(among).to_string()))
            .filter(|(at, text)| self.source[at.clone()] != *text)
            .collect()
    }

    fn numbers(&self, random: &mut Random) -> Vec<Place> {
        let numbers = self
            .tokens
            .iter()
            .filter(|token| token.kind == Kind::Number);
        numbers
            .filter_map(|token| {
                let value: u64 = self.source[token.at.clone()].parse().ok()?;
                let text = match random.below(5) {
                    0 => "0".into(),
                    1 => format!("{}", value + 1),
                    2 => format!("{}", value * 2 + 1),
                    3 => format!("{value}.5"),
                    _ => format!("-{value}"),
                };
                Some((token.at.clone(), text))
            })
            .filter(|(at, text)| self.source[at.clone()] != *text)
            .collect()
    }

    /// `f(x).await` as `tokio::task::spawn_local(f(x)).await`.
    fn spawned(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for i in self
            .indices()
            .filter(|i| self.tokens[*i].kind == Kind::Word && self.is(i + 1, &["("]))
        {
            let Some(close) = self.closing(i + 1) else {
                continue;
            };
            if self.is(close + 1, &[".", "await"]) && (i == 0 || self.text(i - 1) != ".") {
                let call = self.span(i, close);
                let text = format!("tokio::task::spawn_local({})", &self.source[call.clone()]);
                places.push((call, text));
            }
        }
        places
    }

    /// `spawn_local(f(x))` as `f(x)`.
    fn called(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for i in self
            .indices()
            .filter(|i| matches!(self.text(*i), "spawn" | "spawn_local") && self.is(i + 1, &["("]))
        {
            let Some(close) = self.closing(i + 1) else {
                continue;
            };
            if close > i + 2 {
                let inner = self.source[self.span(i + 2, close - 1)].to_string();
                places.push((self.span(i, close), inner));
            }
        }
        places
    }
}
